"""The About panel: readability, left-out pieces, lexicons, and the limits of marks."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.readability import Measure
from reader.core.lexicon.lexicon import Lexicon
from reader.core.text.article import Article
from reader.ui.marks.measured_words import measured_words
from reader.ui.theme import Theme
from reader.ui.widgets.panel_shape.panel import Panel, PanelView

_LONGEST_PIECE = 160


class AboutPanel(Panel):
    """Shows how the text was read and what it was measured with.

    Signals:
        restore_requested(int): Put one left-out piece back.
        restore_all_requested(): Put all of them back.
        lexicon_switched(str, bool): Mark with the list of this id, or without it.
    """

    id = "about_article"
    title = "About this article"
    command = "&About this article"
    key = "Ctrl+4"
    icon = "info"
    has_tab_title = False
    needs_marks = False

    restore_requested = Signal(int)
    restore_all_requested = Signal()
    lexicon_switched = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.heading.hide()
        self.subheading.hide()
        self.body.setContentsMargins(0, 0, 0, 0)
        self._area = QScrollArea(self)
        self._area.setObjectName("about_page")
        self._area.setAccessibleName(self.tr("About this article"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._area, 1)
        self._names = {
            "words": self.tr("Words"),
            "sentences": self.tr("Sentences"),
            "reading_minutes": self.tr("Minutes to read"),
            "flesch_reading_ease": self.tr("Flesch reading ease"),
            "flesch_kincaid_grade": self.tr("Flesch-Kincaid grade"),
            "gunning_fog": self.tr("Gunning fog"),
            "smog_index": self.tr("SMOG index"),
            "coleman_liau_index": self.tr("Coleman-Liau index"),
            "automated_readability_index": self.tr("Automated readability index"),
            "dale_chall": self.tr("Dale-Chall"),
            "words_per_sentence": self.tr("Words in a sentence"),
            "syllables_per_word": self.tr("Syllables in a word"),
            "difficult_words": self.tr("Difficult words"),
        }
        self._shown: tuple[Article | None, Analysis | None] = (None, None)
        self._is_stale = False
        self._known: tuple[Lexicon, ...] = ()
        self._layout = self._fresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the page, which is left alone while nobody looks at it."""
        super().showEvent(event)
        if self._is_stale:
            self._fill(*self._shown)

    def _fresh(self) -> QVBoxLayout:
        self._page_of_facts = QWidget(self._area)
        layout = QVBoxLayout(self._page_of_facts)
        layout.setContentsMargins(14, 12, 14, 14)
        layout.setSpacing(6)
        self._area.setWidget(self._page_of_facts)
        return layout

    def show_waiting(self, article: Article) -> None:
        """Show origin and left-out pieces before the article is analysed."""
        self._show(article, None, self._known)

    def show_analysis(self, view: PanelView) -> None:
        """Show readability and lexicons too, once the article is analysed."""
        self._show(view.analysis.article, view.analysis, view.lexicons)

    def _show(
        self, article: Article, analysis: Analysis | None, known: tuple[Lexicon, ...]
    ) -> None:
        shown = (article, analysis)
        is_same = all(new is old for new, old in zip(shown, self._shown, strict=True))
        if is_same and known == self._known:
            return
        self._shown, self._known = shown, known
        self._is_stale = True
        if self.isVisible():
            self._fill(article, analysis)

    def _fill(self, article: Article | None, analysis: Analysis | None) -> None:
        self._is_stale = False
        self._layout = self._fresh()
        self._line(self.tr("About this article"), "heading")
        if article is not None:
            self._origin(article)
            self._removed(article)
        if analysis is not None:
            self._caveats(analysis)
            self._readability(analysis)
            self._lexicons(analysis)
        self._section(self.tr("What marks do not show"))
        self._line(
            self.tr(
                "Words show a part only. Not covered: which facts were chosen, pictures, "
                "placement, what was left out."
            )
        )
        self._line(self.tr("Works without network. Nothing is sent anywhere."), "small")
        self._layout.addStretch(1)

    def _line(self, text: str, role: str = "") -> QLabel:
        label = QLabel(text, self._page_of_facts)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            label.setProperty("role", role)
        self._layout.addWidget(label)
        return label

    def _section(self, text: str) -> None:
        self._layout.addSpacing(8)
        self._line(text, "section")

    def _pairs(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Add a table of name, value and, in quiet letters, how to read the value."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for line, (name, value, hint) in enumerate(rows):
            label = QLabel(name, self._page_of_facts)
            label.setWordWrap(True)
            number = QLabel(value, self._page_of_facts)
            number.setStyleSheet("font-weight: 600;")
            note = QLabel(hint, self._page_of_facts)
            note.setProperty("role", "small")
            grid.addWidget(label, line, 0)
            grid.addWidget(number, line, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(note, line, 2)
        self._layout.addLayout(grid)

    def _origin(self, article: Article) -> None:
        for name, value in (
            (self.tr("Read from"), article.origin),
            (self.tr("Outlet"), article.outlet),
            (self.tr("Byline"), article.byline),
            (self.tr("Date"), article.published),
            (self.tr("Language"), _language(article.language)),
        ):
            if value:
                self._line(f"{name}: {value}", "quiet")

    def _removed(self, article: Article) -> None:
        self._section(self.tr("Left out of the article"))
        if not article.removed:
            self._line(self.tr("Nothing was left out."))
            return
        for index, piece in enumerate(article.removed):
            words = " ".join(piece.text.split())
            if len(words) > _LONGEST_PIECE:
                words = words[:_LONGEST_PIECE].rsplit(" ", 1)[0] + " …"
            self._line(f"{piece.reason}: {words}")
            button = _RestoreButton(self.tr("Put back"), index, self._page_of_facts)
            button.wanted.connect(self.restore_requested)
            self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        every = QPushButton(self.tr("Put all back"), self._page_of_facts)
        every.setObjectName("restore_all")
        every.clicked.connect(self.restore_all_requested)
        self._layout.addWidget(every, 0, Qt.AlignmentFlag.AlignLeft)

    def _caveats(self, analysis: Analysis) -> None:
        if analysis.caveats:
            self._section(self.tr("What the program was unsure of"))
            for caveat in analysis.caveats:
                self._line(caveat)

    def _readability(self, analysis: Analysis) -> None:
        self._section(self.tr("How hard it is to read"))
        if not analysis.readability:
            self._pairs([(self.tr("Words"), f"{analysis.words:,}", "")])
            self._line(self.tr("The measures follow."), "small")
        self._pairs(
            (
                self._names.get(measure.id, measure.id),
                "–" if measure.value is None else _number(measure.value),
                self._direction(measure),
            )
            for measure in analysis.readability
        )

    def _direction(self, measure: Measure) -> str:
        if measure.higher_is_harder is None:
            return ""
        return (
            self.tr("higher is harder")
            if measure.higher_is_harder
            else self.tr("higher is easier")
        )

    def _lexicons(self, analysis: Analysis) -> None:
        self._section(self.tr("Lexicons"))
        used = {lexicon.id for lexicon in analysis.lexicons}
        for lexicon in self._known or analysis.lexicons:
            words = self.tr("{title} {version}, {n} entries, by {authors}, {licence}.").format(
                title=lexicon.title,
                version=lexicon.version,
                n=f"{len(lexicon.entries):,}",
                authors=", ".join(lexicon.authors),
                licence=lexicon.licence,
            )
            if lexicon.panel != "sourcing":  # without cues nobody would speak
                self._switch(lexicon, is_on=lexicon.id in used)
            self._line(words)
            if lexicon.limits:
                self._line(lexicon.limits, "small")
            if lexicon.precision is not None:
                self._line(f"{measured_words(lexicon)} {lexicon.measured_how}".strip(), "small")

    def _switch(self, lexicon: Lexicon, *, is_on: bool) -> None:
        box = QCheckBox(
            self.tr("Mark with {title}").format(title=lexicon.title), self._page_of_facts
        )
        box.setObjectName(f"lexicon_{lexicon.id}")
        box.setChecked(is_on)
        box.toggled.connect(partial(self.lexicon_switched.emit, lexicon.id))
        self._layout.addWidget(box)


class _RestoreButton(QPushButton):
    """A button that says which piece it puts back."""

    wanted = Signal(int)

    def __init__(self, text: str, index: int, parent: QWidget | None) -> None:
        super().__init__(text, parent)
        self._index = index
        self.setObjectName(f"restore_{index}")
        self.setStyleSheet("padding: 2px 8px; font-size: 12px;")
        self.clicked.connect(self._want)

    def _want(self) -> None:
        self.wanted.emit(self._index)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def _language(code: str | None) -> str:
    """Return the name of a language, or its code where Qt knows no name."""
    language = QLocale(code or "").language()
    is_known = code and language != QLocale.Language.C
    return QLocale.languageToString(language) if is_known else code or ""
