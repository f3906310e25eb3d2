"""Quotations: where they stand, and which verbs stand beside them."""
