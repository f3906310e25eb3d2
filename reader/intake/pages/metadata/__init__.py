"""What a page says of itself: in meta elements and in JSON-LD."""
