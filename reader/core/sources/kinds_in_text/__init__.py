"""The kind of each source, from all that a text tells: roles, names, neighbours, camps."""
