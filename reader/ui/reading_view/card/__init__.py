"""The card of a mark: what it says, how it looks, where it stands."""
