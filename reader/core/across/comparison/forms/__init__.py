"""What a comparison is written as: its document, its table."""
