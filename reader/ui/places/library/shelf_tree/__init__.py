"""The tree at the left: the library, feeds, collections, tags, kept searches, the trash."""
