"""The text itself: spans, articles, tokens and parts of speech."""
