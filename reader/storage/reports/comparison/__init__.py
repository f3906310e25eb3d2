"""Reports on a comparison: text, page, document."""
