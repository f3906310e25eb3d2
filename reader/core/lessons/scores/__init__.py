"""The scores of a class: how far pupils agree with the reference and with one another."""
