"""Words in rounded frames that flow over lines."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class ChipRow(QWidget):
    """Words in rounded frames, broken over lines where they must be."""

    _GAP = 6

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[QLabel] = []
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, words: Sequence[str]) -> None:
        """Show these words; a dash for none."""
        for chip in self._chips:
            chip.setParent(None)
            chip.deleteLater()
        self._chips = [QLabel(word, self) for word in words] or [QLabel("–", self)]
        for chip in self._chips:
            chip.setTextFormat(Qt.TextFormat.PlainText)
            chip.setProperty("role", "chip" if words else "small")
            chip.show()
        self._arrange(self.width())
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all chips in a width."""
        return self._arrange(width, is_trial=True)

    def sizeHint(self) -> QSize:
        """Return the size that the width at hand asks for."""
        return QSize(120, self.heightForWidth(max(120, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines again."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int, *, is_trial: bool = False) -> int:
        left, top, height = 0, 0, 0
        for chip in self._chips:
            size = chip.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, top + height + 4
            if not is_trial:
                chip.setGeometry(left, top, min(size.width(), max(40, width)), size.height())
            left += size.width() + self._GAP
            height = size.height()
        return top + height
