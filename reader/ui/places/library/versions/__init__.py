"""Versions of one address: two of them in one text, with what is gone and what is new."""
