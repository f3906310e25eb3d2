"""An analysis of one article: how it is made, held, marked again and searched."""
