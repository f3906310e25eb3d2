"""The library: what is kept, as a tree, a list and a pane; one of the two pages of the window."""
