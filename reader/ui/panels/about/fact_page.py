"""A scrolling page of the About panel: lines, sections, and rows with a line below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget


class FactPage(QScrollArea):
    """Holds one column of labels and rows, made anew for each article."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._before: QWidget | None = None
        self.begin()

    def begin(self) -> None:
        """Start an empty column, out of sight until it is finished."""
        self.inner = QWidget()
        self.column = QVBoxLayout(self.inner)
        self.column.setContentsMargins(14, 8, 14, 14)
        self.column.setSpacing(6)

    def line(self, text: str, role: str = "") -> QLabel:
        """Add a line of words and return it."""
        label = QLabel(text, self.inner)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            label.setProperty("role", role)
        self.column.addWidget(label)
        return label

    def section(self, text: str) -> None:
        """Add the title of a part."""
        self.column.addSpacing(8)
        self.line(text, "section")

    def rule(self) -> None:
        """Add a thin line."""
        rule = QFrame(self.inner)
        rule.setProperty("role", "rule")
        self.column.addWidget(rule)

    def finish(self) -> None:
        """Show what was added in place of the column before."""
        self.column.addStretch(1)
        self._before = self.takeWidget()  # kept: a button of it may be in the middle of a click
        if self._before is not None:
            self._before.setParent(None)
            self._before.deleteLater()
        self.setWidget(self.inner)
        self.inner.show()
