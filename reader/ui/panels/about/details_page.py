"""Details: every fact about the article with where it stands, and what kind of text it is."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from reader.core.analysis.analysis import Analysis
from reader.core.corrections.text_actions import FACT_NAMES
from reader.core.text.article import Article
from reader.core.views.article_facts import OF_THE_LIBRARY, SHELVES, Detail, article_details
from reader.core.views.text_kinds import TEXT_KINDS, KindOfText, guessed_kind, kind_of_text
from reader.paths import default_paths
from reader.ui.marks.words import text_kind_words
from reader.ui.panels.about.detail_row import DetailRow
from reader.ui.panels.about.fact_page import FactPage
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons

_IN_THE_DATA = ("JSON-LD ", "meta ", "itemprop ")
_IN_A_ROW = 3  # kinds of text


class DetailsPage(FactPage):
    """Shows facts, the kind of text and what the program was unsure of.

    Signals:
        kind_requested(str): The reader says what kind of text this is.
        fact_requested(str, str): The reader says what the fact of this name is.
        fact_undo_requested(str): The fact of this name is to be as it came.
        shelves_requested(str, str): The article is to be in these collections, or to have these
            tags: "collections" or "tags", and their names with commas between them.
    """

    kind_requested = Signal(str)
    fact_requested = Signal(str, str)
    fact_undo_requested = Signal(str)
    shelves_requested = Signal(str, str)

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("about_details", title, parent)
        self._theme, self._icons = theme, Icons(default_paths().resources / "icons")
        self._rows: list[DetailRow] = []
        self._is_analysed = False
        self._waiting: tuple[Article, Analysis | None, tuple[Detail, ...]] | None = None
        self._names = {
            "title": self.tr("Title"),
            "author": self.tr("Author"),
            "outlet": self.tr("Outlet"),
            "date": self.tr("Published"),
            "changed": self.tr("Changed"),
            "place": self.tr("Place"),
            "agency": self.tr("Agency"),
            "language": self.tr("Language"),
            "address": self.tr("Read from"),
            "collections": self.tr("Collections"),
            "tags": self.tr("Tags"),
            "kept": self.tr("Kept"),
        }

    def fill(
        self, article: Article, analysis: Analysis | None, kept: tuple[Detail, ...] = ()
    ) -> None:
        """Fill the page; the kind of text is known once there is an analysis.

        While a fact is typed the page stays as it is, and is filled afterwards.

        Args:
            article: The article.
            analysis: Its analysis, or None.
            kept: What the library says of it, where it is kept.
        """
        if any(row.is_edited for row in self._rows):
            self._waiting = (article, analysis, kept)
            return
        focused = self._focused_name()
        self.begin()
        self._rows, self._waiting = [], None
        self._is_analysed = analysis is not None
        for detail in article_details(article, analysis.marks.facts if analysis else ()):
            pencil = detail.name in FACT_NAMES and self._is_analysed
            self._row(detail, self.fact_requested, has_pencil=pencil)
        if analysis is not None:
            self._kind(analysis)
        if kept:
            self.section(self.tr("In the library"))
            for detail in kept:
                self._row(detail, self.shelves_requested, has_pencil=detail.name in SHELVES)
        if analysis is not None and analysis.caveats:
            self.section(self.tr("What the program was unsure of"))
            for caveat in analysis.caveats:
                self.line(caveat)
        self.finish()
        back = self.inner.findChild(QWidget, focused) if focused else None
        if back is not None:
            back.setFocus()

    def _focused_name(self) -> str:
        """Return the name of what has the focus here, so that it can have it again."""
        focused = self.inner.focusWidget()
        return focused.objectName() if focused is not None and focused.hasFocus() else ""

    def _field_closed(self) -> None:
        if self._waiting is not None:
            self.fill(*self._waiting)

    def set_theme(self, theme: Theme) -> None:
        """Draw the pencils in other colours from the next filling on."""
        self._theme = theme

    def _row(self, detail: Detail, said: SignalInstance, *, has_pencil: bool) -> None:
        told = [(self._where(detail), "small")]
        told += [
            (
                self.tr("{place} says “{value}”").format(
                    place=self._place_words(fact.place), value=fact.value
                ),
                "warn",
            )
            for fact in detail.others
        ]
        lines = tuple(line for line in told if line[0])
        icon = self._icons.icon("pencil", self._theme.text2)
        pencil = icon if has_pencil else QIcon()
        row = DetailRow(detail, self._names[detail.name], lines, pencil, self.inner)
        row.said.connect(said)
        row.taken_back.connect(self.fact_undo_requested)
        row.closed.connect(self._field_closed)
        self._rows.append(row)
        self.column.addWidget(row)
        self.rule()

    def _where(self, detail: Detail) -> str:
        """Return where a fact stands in what was read."""
        if detail.before is not None:
            return self.tr("from you")
        if detail.name in OF_THE_LIBRARY:
            return ""
        if detail.name == "address" and not detail.places:
            return self.tr("as you gave it") if detail.value else ""
        if not detail.value:
            return ""
        if detail.places:
            first, rest = self._place_words(detail.places[0]), len(detail.places) - 1
            words = self.tr("from {place}").format(place=first)
            agree = self.tr("{words}; {n} more agree").format(words=words, n=rest)
            return agree if rest else words
        return self.tr("from the text")

    def _place_words(self, place: str) -> str:
        """Return a place in a page in words that say what it is."""
        if place.startswith(_IN_THE_DATA):
            return self.tr("the page’s data ({place})").format(place=place)
        return self.tr("the page’s heading") if place == "heading" else place

    # -- the kind of text ------------------------------------------------------------------------

    def _kind(self, analysis: Analysis) -> None:
        self.section(self.tr("What kind of text"))
        now, guessed = kind_of_text(analysis), guessed_kind(analysis)
        grid = QGridLayout()
        grid.setSpacing(4)
        self._choices = QButtonGroup(self.inner)
        for number, kind in enumerate(TEXT_KINDS):
            button = QPushButton(text_kind_words(kind), self.inner)
            button.setCheckable(True)
            button.setAutoExclusive(True)  # one of several, as a screen reader says
            button.setChecked(kind == now.kind)
            button.setObjectName(f"kind_{kind}")
            button.setProperty("kind", kind)
            button.setStyleSheet("padding: 3px 8px; font-size: 12px;")
            self._choices.addButton(button)
            grid.addWidget(button, number // _IN_A_ROW, number % _IN_A_ROW)
        self._choices.buttonClicked.connect(self._chosen)
        self.column.addLayout(grid)
        self.line(self._reason(now, guessed), "small").setObjectName("kind_reason")
        if now.kind == "opinion":
            words = self.tr(
                "The marks are the same. Where news lets others speak, an opinion piece says what "
                "its author thinks: the narrator’s words are the author’s own."
            )
        else:
            words = self.tr(
                "The marks are the same for every kind. Only of an opinion piece it is said that "
                "the narrator’s words are the author’s own."
            )
        self.line(words, "small").setObjectName("kind_effect")

    def _chosen(self, button: QPushButton) -> None:
        self.kind_requested.emit(str(button.property("kind")))

    def _reason(self, now: KindOfText, guessed: KindOfText) -> str:
        if now.reason == "reader":
            words = self.tr("As you say. The program would have said: {kind}.")
            return words.format(kind=text_kind_words(guessed.kind).lower())
        reasons = {
            "address": self.tr("From the address ({words})."),
            "label": self.tr("From the label “{words}” over the text."),
            "note": self.tr("From a note on the page: “{words}”."),
            "writer": self.tr("The writer speaks of themselves {words} times."),
            "answers": self.tr("{words} answers were found."),
            "times": self.tr("{words} paragraphs begin with a time of day."),
            "none": self.tr("Nothing in the text or its address says it. You can."),
        }
        return reasons[now.reason].format(words=now.words)
