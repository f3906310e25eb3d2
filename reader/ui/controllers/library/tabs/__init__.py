"""The articles that are open, and the way back and forth between them."""
