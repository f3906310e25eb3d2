"""What every command has: its shape, and where it writes."""
