"""What a reader asks of sets of articles, and what a worker answers."""
