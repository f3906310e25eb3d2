"""Quotations: where they begin and end."""
