"""Rows of a panel: their data, the tree that holds them, and how they are painted."""
