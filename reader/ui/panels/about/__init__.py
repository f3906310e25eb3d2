"""The About panel."""
