"""Facts taken from an analysis, as panels and reports show them."""
