"""The list of articles: a row each, fetched as they come into view."""
