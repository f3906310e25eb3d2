"""What several commands take in their call: articles, and the settings of an analysis."""
