"""Layers over lists: a reader's own words, their steps, and how they join newer lists."""
