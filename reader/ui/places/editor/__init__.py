"""The lexicon editor: a window with a table over all lexicons and a form beside it."""
