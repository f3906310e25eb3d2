"""Files: written whole or not at all, locked while one program writes, read in any encoding."""
