"""The database file of the library: its tables, its connections, and what to say when it fails."""
