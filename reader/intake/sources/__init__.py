"""Where the bytes of an article come from: files, standard input, the web."""
