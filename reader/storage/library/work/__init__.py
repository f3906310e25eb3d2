"""What the reader made of articles (corrections, mutes, notes), in the database of the library."""
