"""One of a few choices, side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget


class Segments(QWidget):
    """Buttons of which one is down.

    Signals:
        chosen(str): The name of another one.
    """

    chosen = Signal(str)

    def __init__(self, name: str, told: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(told)
        self._told = told
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._tell)
        self._names: dict[str, QToolButton] = {}

    def show_choices(self, choices: Sequence[tuple[str, str]], now: str) -> None:
        """Show choices, each with its name and its words, and which one counts."""
        if [(name, one.text()) for name, one in self._names.items()] == list(choices):
            self.choose(now)
            return
        for button in self._names.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.setObjectName("")
            button.deleteLater()
        self._names = {}
        for place, (name, words) in enumerate(choices):
            button = QToolButton(self)
            button.setText(words)
            button.setObjectName(f"{self.objectName()}_{name}")
            button.setAccessibleName(f"{self._told}: {words}")
            button.setCheckable(True)
            ends = ("first" if place == 0 else "", "last" if place == len(choices) - 1 else "")
            button.setProperty("end", " ".join(filter(None, ends)) or "none")
            self._group.addButton(button)
            self._row.addWidget(button)
            self._names[name] = button
        self.choose(now)

    def choose(self, name: str) -> None:
        """Put a choice down without telling."""
        if name in self._names:
            self._names[name].setChecked(True)

    @property
    def now(self) -> str:
        """Return the name of the one that counts, or "" without choices."""
        return next((name for name, one in self._names.items() if one.isChecked()), "")

    def _tell(self) -> None:
        self.chosen.emit(self.now)
