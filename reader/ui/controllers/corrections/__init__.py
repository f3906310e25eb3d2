"""How the reader corrects the program: what menus offer, and how it is told."""
