"""Counting over many articles as a page of the window: sets, whose words, tables, charts."""
