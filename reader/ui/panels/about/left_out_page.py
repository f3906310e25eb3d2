"""Left out: the pieces of the input that are not part of the article, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.core.analysis.places import Places
from reader.core.text.article import Article, Removed, is_web_address
from reader.core.text.spans import Span
from reader.ui.marks.places import place_words
from reader.ui.panels.about.fact_page import FactPage

_SMALL = "padding: 3px 8px; font-size: 12px;"
_LONGEST_PIECE = 160  # characters shown of one


class LeftOutPage(FactPage):
    """Lists every piece with its reason.

    Signals:
        restore_requested(int): Put one piece back.
        restore_all_requested(): Put all of them back.
        stubs_toggled(bool): Show on the page where pieces were left out, or not.
        more_requested(): Leave out the paragraphs that are selected on the page.
        again_requested(): Read the page again, as something of it may be missing.
    """

    restore_requested = Signal(int)
    restore_all_requested = Signal()
    stubs_toggled = Signal(bool)
    more_requested = Signal()
    again_requested = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__("about_left_out", title, parent)
        self._are_shown = False

    def fill(self, article: Article) -> None:
        """List the pieces of an article."""
        self.begin()
        count = len(article.removed)
        told = self.tr("{n} pieces were left out").format(n=count)
        told = self.tr("1 piece was left out") if count == 1 else told
        self.line(told if count else self.tr("Nothing was left out"), "heading")
        if count:
            self.line(self._sizes(article), "quiet")
        places = Places(article)
        for index, piece in enumerate(article.removed):
            self.rule()
            self._row(article, piece, index, places)
        self.rule()
        self._buttons(count)
        self._told = self.line("", "small")
        self._told.hide()
        if article.caveats:
            self._missing(article)
        self.line(
            self.tr("Not covered by any count: which facts were chosen, pictures, placement."),
            "small",
        )
        self.finish()

    def tell(self, words: str) -> None:
        """Say what the last press of a button needs, or came to."""
        self._told.setText(words)
        self._told.show()

    def _missing(self, article: Article) -> None:
        """Say what reading was unsure of, with a way to read the page again."""
        note = QFrame(self.inner)
        note.setObjectName("about_missing")
        note.setProperty("role", "warning")
        column = QVBoxLayout(note)
        column.setContentsMargins(12, 10, 12, 10)
        for number, caveat in enumerate(article.caveats):
            label = QLabel(caveat, note)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setStyleSheet("" if number else "font-weight: 600;")
            column.addWidget(label)
        if is_web_address(article.origin):
            again = QPushButton(self.tr("Read the page again"), note)
            again.setObjectName("read_page_again")
            again.setStyleSheet(_SMALL)
            again.clicked.connect(self.again_requested)
            column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(note)

    def _sizes(self, article: Article) -> str:
        left_out = sum(len(piece.text) for piece in article.removed)
        words = self.tr("The article has {a} characters, what was left out {b}. Nothing is lost.")
        return words.format(a=f"{len(article.text):,}", b=f"{left_out:,}")

    def _row(self, article: Article, piece: Removed, index: int, places: Places) -> None:
        row, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(1)
        text = QLabel(f"“{shortened(piece.text)}”", self.inner)
        text.setStyleSheet('font: 400 14px "Source Serif 4";')
        reason = QLabel(self._reason(article, piece, places), self.inner)
        reason.setProperty("role", "small")
        for label in (text, reason):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            words.addWidget(label)
        row.addLayout(words, 1)
        button = QPushButton(self.tr("Put back"), self.inner)
        button.setObjectName(f"restore_{index}")
        button.setProperty("link", "true")
        button.setProperty("piece", index)
        button.setAccessibleName(self.tr("Put back: {words}").format(words=shortened(piece.text)))
        button.clicked.connect(self._restore)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def _reason(self, article: Article, piece: Removed, places: Places) -> str:
        """Return where a piece stood and why it was left out."""
        if not piece.position or not article.text:
            return self.tr("at the beginning · {reason}").format(reason=piece.reason)
        place = place_words(places, Span(piece.position - 1, piece.position))
        return self.tr("after {place} · {reason}").format(place=place, reason=piece.reason)

    def _restore(self) -> None:
        button = self.sender()
        if button is not None:
            self.restore_requested.emit(int(button.property("piece")))

    def _buttons(self, count: int) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        every = QPushButton(self.tr("Put all back"), self.inner)
        every.setObjectName("restore_all")
        every.clicked.connect(self.restore_all_requested)
        stubs = QPushButton(self.tr("Show them on the page"), self.inner)
        stubs.setObjectName("show_left_out")
        stubs.setCheckable(True)
        stubs.setChecked(self._are_shown)
        stubs.toggled.connect(self._show_stubs)
        more = QPushButton(self.tr("Leave more out…"), self.inner)
        more.setObjectName("leave_more_out")
        more.setProperty("flat", "true")
        more.setToolTip(self.tr("The paragraphs of what is selected on the page"))
        more.clicked.connect(self.more_requested)
        for button in (every, stubs, more):
            button.setStyleSheet(_SMALL)
        for button in (every, stubs):
            button.setVisible(bool(count))
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_stubs(self, are_shown: bool) -> None:  # noqa: FBT001 -- a slot
        self._are_shown = are_shown
        self.stubs_toggled.emit(are_shown)


def shortened(text: str) -> str:
    """Return words on one line, cut where they get too long."""
    words = " ".join(text.split())
    is_long = len(words) > _LONGEST_PIECE
    return words[:_LONGEST_PIECE].rsplit(" ", 1)[0] + " …" if is_long else words
