"""Entries found without going through them: made late, filed by first word or category."""
