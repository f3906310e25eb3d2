"""Text of any origin: its encoding, its zones, its date lines and its furniture."""
