"""Feeds: what they say, which pages name them, how they are asked for, lists of them (OPML)."""
