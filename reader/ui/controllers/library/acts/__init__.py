"""What the reader does in the library, and how each act is taken back."""
