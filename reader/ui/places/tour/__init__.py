"""The tour: five short cards beside the real things of the window."""
