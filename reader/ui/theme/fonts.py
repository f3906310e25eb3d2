"""The two fonts of the design: a serif to read, a sans for everything around it."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

_SERIF = "Source Serif 4"
_SANS = "IBM Plex Sans"
_LEAST = 6  # pixels of the smallest number


def load_fonts(resources: Path) -> None:
    """Make the shipped fonts known to Qt; without them Qt falls back on the system's."""
    for path in sorted((resources / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def serif(size_px: float, *, weight: int = 400, italic: bool = False) -> QFont:
    """Return the reading font."""
    return _font(_SERIF, size_px, weight, italic=italic)


def sans(size_px: float, *, weight: int = 400, italic: bool = False) -> QFont:
    """Return the interface font."""
    return _font(_SANS, size_px, weight, italic=italic)


def sans_within(words: str, size_px: int, room: float) -> QFont:
    """Return the interface font for a number, smaller where it would not fit into some room."""
    font = sans(size_px, weight=600)
    while font.pixelSize() > _LEAST and QFontMetricsF(font).horizontalAdvance(words) > room:
        font.setPixelSize(font.pixelSize() - 1)
    return font


def _font(family: str, size_px: float, weight: int, *, italic: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(round(size_px))
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    return font
