"""One of the compared articles: its letter, what is told of it, and its page."""

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.core.analysis.analysis import Analysis
from reader.core.text.article import count_words
from reader.core.text.spans import Span
from reader.ui.reading_view.mark_filter import MarkFilter
from reader.ui.reading_view.marked_page import MarkedPage
from reader.ui.theme import Theme

_SIZE = 17  # pixels; columns are narrow here
_NARROWEST = 320  # pixels in which no line of a page is cut


class ArticlePane(QWidget):
    """Shows one article with its marks.

    Signals:
        scrolled(ArticlePane): The reader moved the page.
    """

    scrolled = Signal(object)

    def __init__(self, letter: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letter = letter
        self._is_led = False
        self.setMinimumWidth(_NARROWEST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 16, 4)
        head.setSpacing(10)
        sign = QLabel(letter, self)
        sign.setObjectName("article_letter")
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign.setFixedSize(20, 20)
        self._facts, self._words = QLabel(self), QLabel(self)
        for label in (self._facts, self._words):
            label.setProperty("role", "small")
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setWordWrap(True)  # six articles leave little room, and no date is cut
        head.addWidget(sign)
        head.addWidget(self._facts, 1)
        head.addWidget(self._words)
        layout.addLayout(head)
        self.page = MarkedPage(theme, self)
        self.page.setObjectName(f"page_{letter}")
        self.page.set_text_size(_SIZE)
        self.page.setAccessibleName(self.tr("Article {letter}").format(letter=letter))
        self.page.set_filter(MarkFilter())
        layout.addWidget(self.page, 1)
        self.page.verticalScrollBar().valueChanged.connect(self._moved)

    def show_analysis(self, analysis: Analysis, *, is_hidden: bool) -> None:
        """Show an article; with outlets hidden its analysis does not name one."""
        article = analysis.article
        outlet = self.tr("outlet hidden") if is_hidden else article.outlet
        date = QDate.fromString(article.published or "", Qt.DateFormat.ISODate)
        told = QLocale().toString(date, self.tr("d MMMM yyyy")) if date.isValid() else ""
        self._facts.setText(", ".join(part for part in (outlet, told) if part))
        self._facts.setToolTip(self._facts.text())
        self._words.setText(self.tr("{n} words").format(n=f"{count_words(article.text):,}"))
        place = self.page.top_place() if self.isVisible() and self.page.toPlainText() else 0
        self.page.show_article(article)
        self.page.show_analysis(analysis)
        if place:
            self.lead_to(place)

    def show_passage(self, span: Span) -> None:
        """Bring a passage into view, and mark its sentence."""
        self.page.show_place(span)

    def lead_to(self, place: int) -> None:
        """Scroll to a place without telling that the reader did."""
        self._is_led = True
        self.page.put_at_top(place)
        self._is_led = False

    def _moved(self) -> None:
        if not self._is_led:
            self.scrolled.emit(self)
