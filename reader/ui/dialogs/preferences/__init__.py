"""Preferences: every setting with a label, by section, searchable, counting at once."""
