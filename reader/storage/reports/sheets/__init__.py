"""Sheets to hand out: one of a source, one of how a report was made."""
