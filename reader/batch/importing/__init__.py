"""Many articles into the library: from named inputs, from feeds, from watched folders."""
