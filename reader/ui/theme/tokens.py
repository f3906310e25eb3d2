"""The tokens of the design: which colours there are, and what each is for."""

from typing import Literal

from PySide6.QtGui import QColor

from reader.values import frozen

ThemeName = Literal["light", "dark", "sepia", "contrast-light", "contrast-dark"]


@frozen
class Theme:
    """One set of colours, as `#rrggbb`; the names are the design's.

    Attributes:
        name: light, dark, sepia, or one of high contrast.
        slots: The eight wording colours.
        tint: Opacity of a tint, 0 to 1.
        hatch: Opacity of a hatch line, 0 to 1.
    """

    name: ThemeName
    page: str
    chrome: str
    panel: str
    raised: str
    text: str
    text2: str
    line: str
    line2: str
    accent: str
    on: str
    accent_wash: str
    hover: str
    focus: str
    band: str
    hedge: str
    warn: str
    warn_wash: str
    swatch: str
    slots: tuple[str, ...]
    tint: float
    hatch: float

    @property
    def is_dark(self) -> bool:
        """Tell whether text is light on dark."""
        return self.name in {"dark", "contrast-dark"}

    @property
    def is_contrast(self) -> bool:
        """Tell whether it is a theme of high contrast, where voices wear a frame."""
        return self.name.startswith("contrast")

    def slot(self, number: int) -> QColor:
        """Return the colour of a wording slot, 1 to 8."""
        return QColor(self.slots[number - 1])

    def tint_of(self, color: QColor) -> QColor:
        """Return a colour at the opacity of a tint."""
        tinted = QColor(color)
        tinted.setAlphaF(self.tint)
        return tinted
