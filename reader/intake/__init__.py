"""Turn a file, a page or pasted text into an Article."""
