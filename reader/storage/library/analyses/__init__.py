"""The kept analyses, and what they are found by."""
