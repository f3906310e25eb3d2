"""What the reader does with names, and with several articles at once."""
