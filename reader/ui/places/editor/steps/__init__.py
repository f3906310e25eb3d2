"""What can be done in the editor: with entries, and with whole lists."""
