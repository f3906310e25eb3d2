"""The forms of a lesson on paper: black ink, line and paragraph numbers, room to write."""
