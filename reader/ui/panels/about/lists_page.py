"""Lists: what the article is marked with, each list with a switch and its known limits."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from reader.core.analysis.analysis import Analysis
from reader.core.lexicon.lexicon import Lexicon
from reader.ui.marks.measured_words import measured_words
from reader.ui.panels.about.fact_page import FactPage


class ListsPage(FactPage):
    """Shows all lists.

    Signals:
        lexicon_switched(str, bool): Mark with the list of this id, or without it.
    """

    lexicon_switched = Signal(str, bool)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__("about_lists", title, parent)

    def fill(self, analysis: Analysis | None, known: Iterable[Lexicon]) -> None:
        """Show all lists; those that an analysis used are on."""
        self.begin()
        self.line(self.tr("What the article is marked with"), "heading")
        used = {lexicon.id for lexicon in analysis.lexicons} if analysis else set()
        lists = tuple(known) or (analysis.lexicons if analysis else ())
        for lexicon in lists:
            self._list(lexicon, is_on=lexicon.id in used)
        self.section(self.tr("What marks do not show"))
        self.line(
            self.tr(
                "Words show a part only. Not covered: which facts were chosen, pictures, "
                "placement, what was left out."
            )
        )
        self.line(self.tr("Works without network. Nothing is sent anywhere."), "small")
        self.finish()

    def _list(self, lexicon: Lexicon, *, is_on: bool) -> None:
        words = self.tr("{title} {version}, {n} entries, by {authors}, {licence}.").format(
            title=lexicon.title,
            version=lexicon.version,
            n=f"{len(lexicon.entries):,}",
            authors=", ".join(lexicon.authors),
            licence=lexicon.licence,
        )
        if lexicon.panel != "sourcing":  # without cues nobody would speak
            box = QCheckBox(self.tr("Mark with {title}").format(title=lexicon.title), self.inner)
            box.setObjectName(f"lexicon_{lexicon.id}")
            box.setChecked(is_on)
            box.toggled.connect(partial(self.lexicon_switched.emit, lexicon.id))
            self.column.addWidget(box)
        self.line(words)
        if lexicon.limits:
            self.line(lexicon.limits, "small")
        if lexicon.precision is not None:
            self.line(f"{measured_words(lexicon)} {lexicon.measured_how}".strip(), "small")
