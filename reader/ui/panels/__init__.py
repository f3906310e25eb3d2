"""The docked panels, one module each. Panels never import one another."""
