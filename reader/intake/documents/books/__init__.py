"""Electronic books, chapter by chapter."""
