"""The reader's own highlights and notes on the page."""
