"""Qt item models, one for each table."""
