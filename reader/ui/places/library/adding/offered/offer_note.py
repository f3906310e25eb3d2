"""A remark on what was found, or why nothing was: a sign, the words, and the ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.places.library.adding.offered.offer import Kind, Remark, Way
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons


class OfferNote(QFrame):
    """Shows a remark in a box, with a button for each way on.

    Attributes:
        cause: The first sentence.
        advice: What follows it.
        buttons: The button of each way.

    Signals:
        chosen(str): The reader takes this way.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("add_note")
        self._theme, self._icons = theme, icons
        self._sign = QLabel(self)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.cause, self.advice = QLabel(self), QLabel(self)
        self.cause.setStyleSheet("font-weight: 600;")
        for label in (self.cause, self.advice):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons: dict[Way, QPushButton] = {way: self._button(way) for way in self._words()}
        self._lay_out()
        self.hide()

    def _words(self) -> dict[Way, str]:
        return {
            "again": self.tr("Try again"),
            "edit": self.tr("Edit the address"),
            "choose": self.tr("Choose another…"),
            "yours": self.tr("Open the one you have"),
            "differences": self.tr("Show differences"),
            "type": self.tr("Type it in"),
        }

    def _button(self, way: Way) -> QPushButton:
        button = QPushButton(self._words()[way], self)
        button.setObjectName(f"add_way_{way}")
        button.setAutoDefault(False)
        button.setStyleSheet("padding: 3px 9px; font-size: 12px;")
        button.clicked.connect(self._choose)
        return button

    def _choose(self) -> None:
        way = next(way for way, button in self.buttons.items() if button is self.sender())
        self.chosen.emit(way)

    def _lay_out(self) -> None:
        outer, column, row = QHBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        outer.setContentsMargins(12, 10, 14, 10)
        outer.setSpacing(10)
        column.setSpacing(2)
        outer.addWidget(self._sign)
        outer.addLayout(column, 1)
        column.addWidget(self.cause)
        column.addWidget(self.advice)
        row.setSpacing(6)
        row.setContentsMargins(0, 6, 0, 0)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        self._row = row
        column.addLayout(row)

    def show_remark(self, remark: Remark, kind: Kind) -> None:
        """Show a remark on something of a kind."""
        warns, theme = remark.is_warning, self._theme
        self.setProperty("role", "warning" if warns else "note")
        self.style().unpolish(self)
        self.style().polish(self)
        sign = ("triangle-alert", theme.warn) if warns else ("info", theme.accent)
        self._sign.setPixmap(self._icons.icon(*sign).pixmap(16, 16))
        self.cause.setText(remark.cause)
        self.advice.setText(remark.advice)
        self.advice.setVisible(bool(remark.advice))
        saved = self.tr("Choose the saved page…")
        self.buttons["choose"].setText(saved if kind == "address" else self._words()["choose"])
        for way, button in self.buttons.items():
            button.setVisible(way in remark.ways)
            button.setFlat(bool(remark.ways) and way != remark.ways[0])
            button.setProperty("flat", "true" if button.isFlat() else "")
            button.style().unpolish(button)
            button.style().polish(button)
        self._row.setContentsMargins(0, 6 if remark.ways else 0, 0, 0)
        self.setAccessibleName(remark.cause)
        self.setAccessibleDescription(remark.advice)
        self.show()
