"""How a list treats the sides of a corpus."""
