"""The margin of the page: the map of all marks, and what its letters and dots stand for."""
