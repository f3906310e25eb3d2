"""Files and folders: written whole or not at all, locked, read in any encoding, missed if gone."""
