"""From the markup of a page to its blocks of words."""
