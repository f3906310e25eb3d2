"""The command line: analyze, batch, lexicon. No Qt."""
