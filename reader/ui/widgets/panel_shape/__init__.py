"""The shape that the panels share: their base, their frame, and the titles of their counts."""
