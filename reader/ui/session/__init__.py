"""The article that is open, its analysis, and the lexicons in use."""
