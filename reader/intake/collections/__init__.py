"""What reading programs and browsers export: addresses, texts, tags, dates, highlights."""
