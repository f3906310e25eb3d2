"""How marks look and what they are called, wherever they are shown."""
