"""Lexicons: entries, guards, layers over them, and the matcher that finds entries in a text."""
