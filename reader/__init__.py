"""Close Reader: read a news article closely, offline and explained."""

__version__ = "0.1.0"
