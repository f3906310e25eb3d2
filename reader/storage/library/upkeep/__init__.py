"""Keeping the library whole: checks, backups, and what it takes on the disk."""
