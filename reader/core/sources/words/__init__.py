"""The words that tell who a source is, as lists of a language and as lexicons."""
