"""What answers the reader: each module serves one kind of request."""
