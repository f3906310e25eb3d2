"""The shelf: the list of the library, laid over the page."""
