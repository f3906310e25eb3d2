"""Whole lists: filters, counts, categories, import and export."""
