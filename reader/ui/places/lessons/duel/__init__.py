"""Two lists side by side on one text."""
