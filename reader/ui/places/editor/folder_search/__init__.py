"""Searches one entry in the articles of a folder."""
