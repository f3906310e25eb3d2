"""The places beside the page, each for itself, the lexicon editor among them."""
