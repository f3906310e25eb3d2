"""The Notes panel: what the reader marked and wrote, in reading order; lost places on top."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.core.notes import Note
from reader.core.text.spans import Span
from reader.ui.panels.notes.note_filter import NoteFilter
from reader.ui.panels.notes.note_row import NoteRow
from reader.ui.theme import Theme
from reader.ui.widgets.panel_shape.panel import Panel, PanelView

ShownNote = tuple[str, Span | None, Note]  # what its place is called, the place, the note

_MOST = 300  # rows, until the reader asks for all


class NotesPanel(Panel):
    """Lists the reader's highlights and notes.

    Signals:
        edit_requested(Note): Write in a note.
        removal_requested(Note): Take a note away.
        article_note_requested(): Begin a note on the whole article.
        import_requested(): Take in the notes of a file.
    """

    id = "notes"
    title = "Notes"
    command = "No&tes"
    key = "Ctrl+6"
    icon = "notebook-pen"
    layer = None
    needs_marks = False

    edit_requested = Signal(object)
    removal_requested = Signal(object)
    article_note_requested = Signal()
    import_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._shown: Sequence[ShownNote] = ()
        self.rows: list[NoteRow] = []
        self._current: Note | None = None  # where the page is
        self._most = _MOST
        self.filter = NoteFilter(theme, self)
        self.filter.changed.connect(self._list)
        self.body.addWidget(self.filter)
        self._area = QScrollArea(self)
        self._area.setObjectName("notes_rows")
        self._area.setAccessibleName(self.tr("Your notes"))
        self._area.setWidgetResizable(True)
        self.body.addWidget(self._area, 1)
        self.article_note = QPushButton(self.tr("Note on the article"), self)
        self.article_note.clicked.connect(self.article_note_requested)
        self.copy_all = QPushButton(self.tr("Copy all"), self)
        self.copy_all.setProperty("link", "true")
        self.copy_all.clicked.connect(self._copy)
        self.take_in = QPushButton(self.tr("From a file…"), self)
        self.take_in.setProperty("link", "true")
        self.take_in.clicked.connect(self.import_requested)
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 14, 8)
        row.addWidget(self.article_note)
        row.addWidget(self.copy_all)
        row.addWidget(self.take_in)
        row.addStretch(1)
        self.body.addLayout(row)
        self.foot(
            self.tr(
                "Left of the text: yours. Right of it: the program’s letters. A highlight has no "
                "line under it, a mark always has."
            )
        )
        self.show_notes(())

    def show_analysis(self, _view: PanelView) -> None:
        """Show the notes, which no analysis changes."""
        self.show_body()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours; rows are made again, for they wear the pens."""
        super().set_theme(theme)
        self._theme = theme
        self.filter.set_theme(theme)
        self.show_notes(self._shown)

    def show_notes(self, notes: Sequence[ShownNote]) -> None:
        """List notes: those whose place was not found, those on the article, then by place."""
        self._shown = notes
        count = len(notes)
        one, many = self.tr("1 note of yours"), self.tr("{n} notes of yours")
        none = self.tr("No notes yet")
        self.heading.setText((one if count == 1 else many).format(n=count) if count else none)
        advice = self.tr("Select words and press Y to highlight them, N to write a note.")
        self.subheading.setText(self.tr("They stay when the marks are off.") if count else advice)
        self.copy_all.setEnabled(bool(count))
        self.filter.offer([note for _, _, note in notes])
        self._list()
        self.show_body()

    def mark_current(self, note: Note) -> str:
        """Show that the page is at a note, and return what is said of it."""
        self._current = note
        told = ""
        for row in self.rows:
            row.set_current(row.note == note)
            if row.note == note:
                self._area.ensureWidgetVisible(row, 0, 20)
                told = row.accessibleName()
        return told

    def _list(self) -> None:
        focused = next((n for n, row in enumerate(self.rows) if row.hasFocus()), None)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        listed = [(note, place) for place, _, note in self._shown if self.filter.passes(note)]
        shown = listed[: self._most]  # a row takes a thousandth of a second, at every change
        self.rows = [NoteRow(self._theme, note, place, page) for note, place in shown]
        for row in self.rows:
            row.chosen.connect(self._show_place)
            row.edit_requested.connect(self.edit_requested)
            row.removal_requested.connect(self.removal_requested)
            row.set_current(row.note == self._current)
            layout.addWidget(row)
        if len(listed) > len(shown):
            words = self.tr("Show the other {n}").format(n=len(listed) - len(shown))
            more = QPushButton(words, page)
            more.setObjectName("more_notes")
            more.setProperty("link", "true")
            more.clicked.connect(self._show_more)
            layout.addWidget(more, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        before = self._area.takeWidget()
        if before is not None:
            before.deleteLater()  # one of its rows may be asking for this just now
        self._area.setWidget(page)
        if focused is not None:  # the row is gone, and the keyboard stays in the list
            heirs: Sequence[QWidget] = self.rows[: focused + 1][-1:] or [self.article_note]
            heirs[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_more(self) -> None:
        self._most = len(self._shown)
        self._list()

    def _show_place(self, note: Note) -> None:
        for _, span, other in self._shown:
            if other == note and span is not None:
                self.place_activated.emit(span)

    def _copy(self) -> None:
        lines = []
        for place, _, note in self._shown:
            quote = f"“{' '.join(note.anchor.quote.split())}”" if note.anchor else ""
            parts = (place, quote, note.text, ", ".join(note.tags))
            lines.append(" · ".join(filter(None, parts)))
        QGuiApplication.clipboard().setText("\n".join(lines))
