"""Tidy rows of one article or of many thousand, and the files that hold them."""
