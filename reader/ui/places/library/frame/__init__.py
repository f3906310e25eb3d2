"""What stands around the lists: the bar on top, the rail of a narrow window, empty states."""
