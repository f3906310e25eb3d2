"""Reports on an analysis, one module a format."""
