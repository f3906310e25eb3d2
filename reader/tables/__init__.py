"""Tables of words that reading and exports go by: the reader's own copies laid over ours."""
