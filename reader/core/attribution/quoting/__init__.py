"""Quotations, and the verbs beside them and elsewhere that a tagger takes for nouns."""
