"""Who speaks: mentions joined to sources, their kinds, their names and their voice."""
