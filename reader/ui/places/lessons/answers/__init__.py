"""The answers of a class: which files are counted, each against the reference, and the heat."""
