"""The main window: its commands, its panel dock and its first page."""
