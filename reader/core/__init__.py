"""Text in, facts out: data and pure functions. No Qt, files, clock or network."""
