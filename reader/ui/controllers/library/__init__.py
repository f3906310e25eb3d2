"""What keeps articles, brings them back, and goes to and fro between page and library."""
