"""Searching the library: from a query to articles and places in them."""
