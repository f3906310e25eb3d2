"""Exports: the article and what is marked and written in it, for other programs and paper."""
