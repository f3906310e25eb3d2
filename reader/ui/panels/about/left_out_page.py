"""Left out: the pieces of the input that are not part of the article, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.core.analysis.places import Places
from reader.core.text.article import Article, Removed
from reader.core.text.spans import Span
from reader.ui.marks.places import place_words
from reader.ui.panels.about.fact_page import FactPage

_LONGEST_PIECE = 160  # characters shown of one


class LeftOutPage(FactPage):
    """Lists every piece with its reason.

    Signals:
        restore_requested(int): Put one piece back.
        restore_all_requested(): Put all of them back.
        stubs_toggled(bool): Show on the page where pieces were left out, or not.
    """

    restore_requested = Signal(int)
    restore_all_requested = Signal()
    stubs_toggled = Signal(bool)

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
            self._buttons()
        places = Places(article)
        for index, piece in enumerate(article.removed):
            self.rule()
            self._row(article, piece, index, places)
        self.line(
            self.tr("Not covered by any count: which facts were chosen, pictures, placement."),
            "small",
        )
        self.finish()

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

    def _buttons(self) -> None:
        row = QHBoxLayout()
        every = QPushButton(self.tr("Put all back"), self.inner)
        every.setObjectName("restore_all")
        every.clicked.connect(self.restore_all_requested)
        stubs = QPushButton(self.tr("Show them on the page"), self.inner)
        stubs.setObjectName("show_left_out")
        stubs.setCheckable(True)
        stubs.setChecked(self._are_shown)
        stubs.toggled.connect(self._show_stubs)
        for button in (every, stubs):
            button.setStyleSheet("padding: 3px 8px; font-size: 12px;")
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)

    def _show_stubs(self, are_shown: bool) -> None:  # noqa: FBT001 -- a slot
        self._are_shown = are_shown
        self.stubs_toggled.emit(are_shown)


def shortened(text: str) -> str:
    """Return words on one line, cut where they get too long."""
    words = " ".join(text.split())
    is_long = len(words) > _LONGEST_PIECE
    return words[:_LONGEST_PIECE].rsplit(" ", 1)[0] + " …" if is_long else words
