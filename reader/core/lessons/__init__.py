"""Lessons: what a class is asked, what pupils answer, and how far the answers agree."""
