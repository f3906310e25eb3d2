"""The field in the margin where a note is written; it is kept while typing, Esc ends it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from reader.core.notes import Note
from reader.ui.theme import Theme
from reader.ui.widgets.fields.tag_chips import TagChips

_KEEP_MS = 400  # after the last key
_LONGEST_MS = 900  # of typing without a rest
_HEIGHT = 76  # pixels of the words


class NoteField(QFrame):
    """Holds the words and tags of one note.

    Signals:
        edited(str, tuple): The words and tags as they are now.
        closed(): The reader is done.
    """

    edited = Signal(str, object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("note_field")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        self.words = QPlainTextEdit(self)
        self.words.setObjectName("note_words")
        self.words.setAccessibleName(self.tr("Note"))
        self.words.setPlaceholderText(self.tr("Your note"))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(_HEIGHT)
        self._chips = TagChips(
            "note_tags", self.tr("Tags of the note, with commas between them"), self
        )
        self.tags = self._chips.line
        layout.addWidget(self.words)
        layout.addWidget(self._chips)
        self._is_filling = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEEP_MS)
        self._timer.timeout.connect(self._keep)
        self._longest = QTimer(self)
        self._longest.setSingleShot(True)
        self._longest.setInterval(_LONGEST_MS)
        self._longest.timeout.connect(self._keep)
        self.words.textChanged.connect(self._changed)
        self._chips.changed.connect(self._tagged)
        for field in (self.words, self.tags):
            field.installEventFilter(self)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.setStyleSheet(
            f"#note_field {{ background: {theme.raised}; border: 2px solid {theme.focus};"
            " border-radius: 6px; }"
            '#note_words { font: italic 400 14px "Source Serif 4"; border: 0; }'
        )

    def open(self, note: Note) -> None:
        """Show a note and take the focus."""
        self._is_filling = True
        self.words.setPlainText(note.text)
        self._chips.set_tags(note.tags)
        self._is_filling = False
        self.adjustSize()
        self.show()
        self.raise_()
        self.words.moveCursor(self.words.textCursor().MoveOperation.End)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Keep what was typed last, and close."""
        if self.isVisible():
            self._keep()
            self.closed.emit()  # first: hidden in focus, Qt would look for a next one as Tab does
            self.hide()

    def _changed(self) -> None:
        if not self._is_filling:
            self._timer.start()
            if not self._longest.isActive():
                self._longest.start()

    def _tagged(self) -> None:
        self.adjustSize()
        self._changed()

    def _keep(self) -> None:
        self._timer.stop()
        self._longest.stop()
        self.edited.emit(self.words.toPlainText().strip(), self._chips.tags())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """End with Esc, or with Enter in the line of tags."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            ends = {Qt.Key.Key_Escape}
            if self.tags.hasFocus():
                ends |= {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if event.key() in ends:
                self.end()
                return True
        return False
