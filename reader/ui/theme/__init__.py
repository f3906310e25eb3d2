"""The design in code: colours of light, dark and sepia, fonts, and the style sheet."""

from reader.ui.theme.colours import DARK, LIGHT, SEPIA, THEMES
from reader.ui.theme.fonts import load_fonts, sans, sans_within, serif
from reader.ui.theme.qt_palette import palette
from reader.ui.theme.style_sheet import style_sheet
from reader.ui.theme.tokens import Theme, ThemeName

__all__ = [
    "DARK",
    "LIGHT",
    "SEPIA",
    "THEMES",
    "Theme",
    "ThemeName",
    "load_fonts",
    "palette",
    "sans",
    "sans_within",
    "serif",
    "style_sheet",
]
