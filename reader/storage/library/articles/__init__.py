"""Articles as they are kept, the trash, and where new ones come from: feeds, folders."""
