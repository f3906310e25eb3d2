"""The form of one entry."""
