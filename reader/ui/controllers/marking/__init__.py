"""What is marked and drawn: the menu of a mark, what is muted, layers and voices."""
