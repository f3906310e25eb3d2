"""The library as the window uses it: opened late, read here, written by one worker."""
