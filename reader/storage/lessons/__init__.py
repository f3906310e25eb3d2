"""Lessons and answers as files: packed, read with care, scored, and written for others."""
