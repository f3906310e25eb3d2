"""The inks of paper: the colours of the light theme, or black and greys."""

from PySide6.QtGui import QColor

from reader.core.notes import Pen
from reader.ui.theme import LIGHT
from reader.values import frozen

_PENS: dict[Pen, str] = {"lemon": "#FFEB5C", "apricot": "#FFC77D", "lilac": "#D9B0FF"}


@frozen
class Inks:
    """Which colour is used for what; with `is_black` every one is black or a grey."""

    is_black: bool

    @property
    def text(self) -> QColor:
        """Return the ink of the article."""
        return QColor("#000000")

    @property
    def quiet(self) -> QColor:
        """Return the ink of numbers and small print."""
        return QColor("#333333" if self.is_black else LIGHT.text2)

    @property
    def edge(self) -> QColor:
        """Return the ink of rules and roofs."""
        return QColor("#555555" if self.is_black else LIGHT.line2)

    @property
    def band(self) -> QColor:
        """Return the ground of quoted words."""
        return QColor("#E8E8E8" if self.is_black else LIGHT.band)

    def mark(self, slot: int) -> QColor:
        """Return the ink of a wording slot, or of hedges for slot 0."""
        if self.is_black:
            return QColor("#222222")
        return LIGHT.slot(slot) if slot else QColor(LIGHT.hedge)

    def tint(self, slot: int) -> QColor:
        """Return the ground of a mark in the narrator's words."""
        tint = self.mark(slot)
        tint.setAlphaF(0.15 if self.is_black else LIGHT.tint)
        return tint

    def hatch(self, slot: int) -> QColor:
        """Return the ink of the hatching of a mark in a source's words."""
        ink = self.mark(slot)
        ink.setAlphaF(0.45 if self.is_black else LIGHT.hatch)
        return ink

    def pen(self, pen: Pen) -> QColor | None:
        """Return the ground of a highlight, None for a mere bar."""
        if pen == "bar":
            return None
        return QColor("#D4D4D4" if self.is_black else _PENS[pen])
