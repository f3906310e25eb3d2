"""People and bodies by name: full and shorter names, and what stands beside a name."""
