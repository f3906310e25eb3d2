"""The colours of the reader's pens; their form, a bar at the left, tells them apart without."""

from PySide6.QtGui import QColor

from reader.core.notes import Pen
from reader.ui.theme.tokens import Theme, ThemeName

_LIGHT = ("#FFEB5C", "#FFC77D", "#D9B0FF")
_COLOURS: dict[ThemeName, tuple[str, str, str]] = {  # lemon, apricot, lilac
    "light": _LIGHT,
    "dark": ("#645E00", "#7A4A00", "#57399A"),
    "sepia": ("#FFDF2E", "#FFB054", "#D2A4FF"),
    "contrast-light": _LIGHT,
    "contrast-dark": ("#4F4A00", "#633C00", "#452B80"),
}
_PLACES: dict[Pen, int] = {"lemon": 0, "apricot": 1, "lilac": 2}


def pen_color(theme: Theme, pen: Pen) -> QColor | None:
    """Return what a pen colours words with; None for the pen that only draws a bar."""
    place = _PLACES.get(pen)
    return None if place is None else QColor(_COLOURS[theme.name][place])
