"""Many articles in, one analysis document a line out, in one process or in several."""
