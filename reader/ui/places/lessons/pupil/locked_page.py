"""What stands in the place of an article whose step is not open yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reader.ui.places.lessons.pupil.mark_form import plain_label


class LockedPage(QWidget):
    """Says when the step opens, and takes the word that opens it.

    Signals:
        word_given(str): A word was typed.
    """

    word_given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("locked_page")
        rows = QVBoxLayout(self)
        rows.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lock = plain_label("", "lock")
        self._word = QLineEdit()
        self._word.setObjectName("word")
        self._word.setAccessibleName(self.tr("The word that your teacher says"))
        self._word.setMaximumWidth(260)
        self._word.returnPressed.connect(self._give)
        self._told = plain_label("", "missing")
        self._told.setObjectName("word_told")
        for widget in (self._lock, self._word, self._told):
            rows.addWidget(widget)

    def show_words(self, words: str, *, asks_word: bool) -> None:
        """Show when the step opens, with a field where a word opens it."""
        self._lock.setText(words)
        self._word.setVisible(asks_word)
        self._told.clear()

    def tell(self, words: str) -> None:
        """Say under the field what was wrong with the word."""
        self._told.setText(words)
        self._word.selectAll()

    def clear(self) -> None:
        """Empty the field."""
        self._word.clear()

    def _give(self) -> None:
        self.word_given.emit(self._word.text())
