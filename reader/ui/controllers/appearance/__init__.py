"""How the window looks and which keys it takes, as the reader has chosen."""
