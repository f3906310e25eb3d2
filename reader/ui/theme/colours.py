"""The colours of the themes, one row a token, as the table in the design has them."""

from reader.ui.theme.contrast_colours import CONTRAST_SLOTS, CONTRAST_TOKENS
from reader.ui.theme.tokens import Theme, ThemeName

_NAMES: tuple[ThemeName, ...] = ("light", "dark", "sepia")
_TINTS = (0.15, 0.24, 0.15)
_HATCHES = (0.34, 0.3, 0.34)
_TOKENS: dict[str, tuple[str, str, str]] = {  # light, dark, sepia
    "page": ("#FCFBF8", "#1B1B1C", "#F5EAD5"),
    "chrome": ("#EFEDE8", "#141415", "#E6D8BC"),
    "panel": ("#F6F4F0", "#222224", "#EEE1C9"),
    "raised": ("#FFFFFF", "#2C2C2F", "#FBF3E2"),
    "text": ("#1F1D1A", "#E6E2D9", "#2E2418"),
    "text2": ("#55514A", "#B1ACA2", "#544632"),
    "line": ("#D9D5CC", "#3B3A39", "#CFBF9F"),
    "line2": ("#8A857A", "#85807A", "#84745A"),
    "accent": ("#1F4F82", "#8DB9EA", "#1D4A75"),
    "on": ("#FFFFFF", "#10202F", "#FFFFFF"),
    "accent_wash": ("#E1E9F2", "#26374A", "#D9DCD8"),
    "hover": ("#E7E4DD", "#313135", "#E2D3B4"),
    "focus": ("#1B5FB0", "#7DB4F2", "#1A56A0"),
    "band": ("#EDE8DC", "#2F2C27", "#E6D5B2"),
    "hedge": ("#55606C", "#C3C5C8", "#302C21"),
    "warn": ("#7A4B00", "#F0C676", "#6E4300"),
    "warn_wash": ("#FBF0DA", "#3A3020", "#F3DFB2"),
    "swatch": ("#DCD4C2", "#4A4436", "#D9C497"),
}
_SLOTS: tuple[tuple[str, str, str], ...] = (  # of the wording palette: light, dark, sepia
    ("#8F2402", "#F79469", "#8A2000"),  # rust
    ("#9E651D", "#FBCC3F", "#8C5A12"),  # ochre
    ("#47552C", "#8E9305", "#424F27"),  # olive
    ("#00564A", "#399D8D", "#00564A"),  # teal
    ("#007C9D", "#92DCFB", "#00718F"),  # azure
    ("#0B4FAB", "#8B8FBE", "#0B4BA3"),  # indigo
    ("#68266E", "#D090FE", "#66246C"),  # violet
    ("#C10F66", "#FA447D", "#B80D60"),  # rose
)


def _theme(column: int) -> Theme:
    tokens = {token: colours[column] for token, colours in _TOKENS.items()}
    return Theme(
        name=_NAMES[column],
        slots=tuple(colours[column] for colours in _SLOTS),
        tint=_TINTS[column],
        hatch=_HATCHES[column],
        **tokens,
    )


def _contrast_theme(name: ThemeName, column: int) -> Theme:
    tokens = {token: colours[column] for token, colours in CONTRAST_TOKENS.items()}
    slots = tuple(colours[column] for colours in CONTRAST_SLOTS)
    return Theme(name=name, slots=slots, tint=_TINTS[column], hatch=_HATCHES[column], **tokens)


LIGHT, DARK, SEPIA = (_theme(column) for column in range(3))
CONTRAST_LIGHT = _contrast_theme("contrast-light", 0)
CONTRAST_DARK = _contrast_theme("contrast-dark", 1)
THEMES: dict[ThemeName, Theme] = {
    theme.name: theme for theme in (LIGHT, DARK, SEPIA, CONTRAST_LIGHT, CONTRAST_DARK)
}
