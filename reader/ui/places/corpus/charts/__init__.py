"""Charts of counts, painted by the program; each stands beside its table."""
