"""The kind of a source, from the words of a description alone."""
