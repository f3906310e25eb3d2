"""Close Reader: read a news article closely, offline and explained."""
