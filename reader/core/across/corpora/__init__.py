"""Counts over many articles, by voice: what is typical, where it stands, what stands beside it."""
