"""What a search finds: articles with their places, in the stead of the list."""
