"""Buttons that stand as one, each a choice: the first and the last have the round corners."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def round_ends(buttons: Sequence[QWidget]) -> None:
    """Say which of some buttons in a row are at its ends; the style sheet does the rest."""
    for place, button in enumerate(buttons):
        ends = ("first" if place == 0 else "", "last" if place == len(buttons) - 1 else "")
        words = " ".join(filter(None, ends))
        if button.property("end") != words:
            button.setProperty("end", words)
            if button.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                button.style().polish(button)
