"""The fonts of paper: those of the window, in letters that a reader of the PDF can copy."""

from PySide6.QtGui import QFont

from reader.ui import theme

# Qt names a glyph in a PDF by looking each character up; one that a feature put there for it has
# no name, and copying or reading aloud would lose it.
_SWITCHED_OFF = ("locl", "liga", "clig", "calt")


def serif(size: float, *, weight: int = 400, italic: bool = False) -> QFont:
    """Return the reading font at a size in units of paper."""
    return _plain(theme.serif(size, weight=weight, italic=italic))


def sans(size: float, *, weight: int = 400) -> QFont:
    """Return the interface font at a size in units of paper."""
    return _plain(theme.sans(size, weight=weight))


def _plain(font: QFont) -> QFont:
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in _SWITCHED_OFF:
        font.setFeature(QFont.Tag(feature), 0)
    return font
