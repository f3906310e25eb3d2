"""The EPUB of an article or a collection: its files, its chapters, and the zip of them."""
