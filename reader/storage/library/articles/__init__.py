"""The articles themselves: how one is stored, added, edited and thrown away."""
