"""How an article becomes a document of Qt, and where its words stand in it."""
