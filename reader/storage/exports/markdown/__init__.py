"""Files in Markdown: articles with their marks and notes, and the method sheet."""
