"""Documents that are no pages of the web -> Articles: office files, books, mail, PDF."""
