"""How kept articles are sorted: collections and tags, what is read, lists in an order."""
