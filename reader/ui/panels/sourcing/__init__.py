"""The Sourcing panel."""
