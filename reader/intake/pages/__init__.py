"""Web pages: blocks, metadata and the story in them."""
