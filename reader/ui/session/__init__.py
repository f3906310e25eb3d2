"""The open article, the lexicons in use, the analysis of the one with the other, the settings."""
