"""PDF, read in a process of its own: its lines, its columns, its paragraphs."""
