"""The formats an article can be read from, one module each."""
