"""What stands in the table when there is nothing to show: why, and the way on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

_WIDTH = 420


class EmptyNote(QWidget):
    """One sentence, one line of advice and one button, in the middle of a widget.

    Signals:
        chosen(): The button was pressed.
    """

    chosen = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("empty_note")
        self.sentence, self.advice = QLabel(self), QLabel(self)
        self.sentence.setStyleSheet('font: 19px "Source Serif 4";')
        self.advice.setProperty("role", "quiet")
        self.button = QPushButton(self)
        self.button.setObjectName("empty_button")
        self.button.clicked.connect(self.chosen)
        self.button.hide()
        self._column = column = QVBoxLayout(self)
        column.setSpacing(8)
        for label in (self.sentence, self.advice):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(6)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        over.installEventFilter(self)
        self.hide()

    def show_words(self, sentence: str, advice: str, verb: str) -> None:
        """Show why there is nothing, and what to do."""
        self.sentence.setText(sentence)
        self.advice.setText(advice)
        self.button.setText(verb)
        self.button.show()
        self.setAccessibleName(f"{sentence} {advice}")
        self._place()
        self.show()

    def _place(self) -> None:
        over = self.parentWidget()
        if over is not None:
            width = min(_WIDTH, over.width() - 20)
            height = self._column.totalHeightForWidth(width)
            self.setGeometry((over.width() - width) // 2, over.height() // 4, width, height)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
