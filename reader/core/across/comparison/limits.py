"""How many articles can be compared, and how they are called."""

FEWEST, MOST = 2, 6
LETTERS = "ABCDEF"  # in the order of the articles
