"""The pane at the right: the article that is chosen, or how to search."""
