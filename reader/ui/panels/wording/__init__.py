"""The Wording panel."""
