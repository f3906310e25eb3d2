"""Lexicons on disk: shipped ones and the reader's own."""
