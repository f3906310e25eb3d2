"""Many articles in, one analysis document a line out."""
