"""The library: every article that is kept, and all that the reader made of it, in one database."""
