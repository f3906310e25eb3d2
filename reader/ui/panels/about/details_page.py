"""Details: every fact about the article with where it stands, and what kind of text it is."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QPushButton, QWidget

from reader.core.analysis.analysis import Analysis
from reader.core.text.article import Article
from reader.core.views.article_facts import Detail, article_details
from reader.core.views.text_kinds import TEXT_KINDS, KindOfText, guessed_kind, kind_of_text
from reader.ui.marks.dates import date_text
from reader.ui.marks.words import text_kind_words
from reader.ui.panels.about.fact_page import FactPage

_IN_THE_DATA = ("JSON-LD ", "meta ", "itemprop ")
_IN_A_ROW = 3  # kinds of text


class DetailsPage(FactPage):
    """Shows facts, the kind of text and what the program was unsure of.

    Signals:
        kind_requested(str): The reader says what kind of text this is.
    """

    kind_requested = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__("about_details", title, parent)
        self._names = {
            "title": self.tr("Title"),
            "author": self.tr("Author"),
            "outlet": self.tr("Outlet"),
            "date": self.tr("Published"),
            "language": self.tr("Language"),
            "address": self.tr("Read from"),
        }

    def fill(self, article: Article, analysis: Analysis | None) -> None:
        """Fill the page; the kind of text is known once there is an analysis."""
        self.begin()
        for detail in article_details(article):
            self._row(detail)
            self.rule()
        if analysis is not None:
            self._kind(analysis)
            if analysis.caveats:
                self.section(self.tr("What the program was unsure of"))
                for caveat in analysis.caveats:
                    self.line(caveat)
        self.finish()

    def _row(self, detail: Detail) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        grid.setColumnMinimumWidth(0, 64)
        grid.setColumnStretch(1, 1)
        name = QLabel(self._names[detail.name], self.inner)
        name.setProperty("role", "quiet")
        value = QLabel(self._value(detail), self.inner)
        value.setObjectName(f"detail_{detail.name}")
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(name, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, 0, 1)
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
        lines = [line for line in told if line[0]]
        for number, (words, role) in enumerate(lines, start=1):
            label = QLabel(words, self.inner)
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(label, number, 1)
        value.setWordWrap(True)
        value.setTextFormat(Qt.TextFormat.PlainText)
        self.column.addLayout(grid)

    def _value(self, detail: Detail) -> str:
        if detail.name == "language":
            return language_words(detail.value) or self.tr("not known")
        if detail.name == "date":
            return date_text(detail.value) or self.tr("none named")
        return detail.value or self.tr("none named")

    def _where(self, detail: Detail) -> str:
        """Return where a fact stands in what was read."""
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
            self.line(words, "small")

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


def language_words(code: str) -> str:
    """Return the name of a language, or its code where Qt knows no name."""
    language = QLocale(code).language()
    is_known = code and language != QLocale.Language.C
    return QLocale.languageToString(language) if is_known else code
