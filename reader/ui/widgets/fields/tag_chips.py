"""Tags as chips, with a line for the next one; a comma ends a tag."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from reader.core.notes import read_tags

_GAP = 4  # pixels between chips
_ROW = 24
_LINE = 76  # least width of the line


class TagChips(QWidget):
    """Shows tags, takes one away at a click, and adds those that are typed.

    Attributes:
        line: Where the next tag is typed; Backspace in the empty line takes the last chip back.

    Signals:
        changed(): Tags were added, taken away or typed.
    """

    changed = Signal()

    def __init__(self, name: str, spoken: str, parent: QWidget, row: int = _ROW) -> None:
        """Build it.

        Args:
            name: The object name of the line.
            spoken: What a screen reader says of it.
            parent: What it stands in.
            row: Pixels of a chip from top to bottom.
        """
        super().__init__(parent)
        self._chips: list[QPushButton] = []
        self._row = row
        self.line = QLineEdit(self)
        self.line.setObjectName(name)
        self.line.setAccessibleName(spoken)
        self.line.setPlaceholderText(self.tr("tag…"))
        self.line.textEdited.connect(self._typed)
        self.line.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tags(self) -> tuple[str, ...]:
        """Return all tags, what stands in the line included."""
        return read_tags(", ".join((*map(_tag_of, self._chips), self.line.text())))

    def set_tags(self, tags: tuple[str, ...]) -> None:
        """Show these tags, and an empty line."""
        self.line.clear()
        self._show(tags)

    def _show(self, tags: tuple[str, ...]) -> None:
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(tag) for tag in tags]
        self._place()

    def _chip(self, tag: str) -> QPushButton:
        chip = QPushButton(f"{tag}  ×".replace("&", "&&"), self)
        chip.setProperty("chip", "true")
        chip.setProperty("tag", tag)
        told = self.tr("Take the tag %1 away").replace("%1", tag)
        chip.setAccessibleName(told)
        chip.setToolTip(told)
        chip.clicked.connect(self._take_away)
        chip.show()
        return chip

    def _take_away(self) -> None:
        gone = self.sender()
        self._show(tuple(_tag_of(chip) for chip in self._chips if chip is not gone))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _typed(self, words: str) -> None:
        before, comma, rest = words.rpartition(",")
        if comma:
            self.line.setText(rest.lstrip())
            self._show(read_tags(", ".join((*map(_tag_of, self._chips), before))))
        self.changed.emit()

    def _place(self) -> None:
        """Put chips and line side by side, in as many rows as they need."""
        left, top, width = 0, 0, max(self.width(), _LINE)
        for chip in self._chips:
            wide = min(chip.sizeHint().width(), width)
            if left and left + wide > width:
                left, top = 0, top + self._row + _GAP
            chip.setGeometry(left, top, wide, self._row)
            left += wide + _GAP
        if left and left + _LINE > width:
            left, top = 0, top + self._row + _GAP
        self.line.setGeometry(left, top, width - left, self._row)
        if self.height() != top + self._row:
            self.setFixedHeight(top + self._row)

    def sizeHint(self) -> QSize:
        """Ask for the rows that are needed."""
        return QSize(_LINE, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the chips out anew in the new width."""
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Make the last chip words again with Backspace in the empty line."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        is_back = event.key() == Qt.Key.Key_Backspace
        if not is_back or self.line.text() or not self._chips:
            return False
        tags = tuple(map(_tag_of, self._chips))
        self._show(tags[:-1])
        self.line.setText(tags[-1])
        self.changed.emit()
        return True


def _tag_of(chip: QPushButton) -> str:
    return str(chip.property("tag"))
