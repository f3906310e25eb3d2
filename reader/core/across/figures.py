"""Figures as tables of text show them."""


def two_digits(value: float | None) -> str:
    """Return a figure with two digits behind the point, or a dash where it is not known."""
    return "–" if value is None else f"{value:.2f}"
