"""Measures: length, time and the words in a sentence; the others when they are asked for."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.readability import Measure
from reader.ui.panels.about.fact_page import FactPage

_FIRST = ("words", "reading_minutes", "words_per_sentence")


class MeasuresPage(FactPage):
    """Shows three figures that say something by themselves, and a button for the rest."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__("about_measures", title, parent)
        self._shows_all = False
        self._analysis: Analysis | None = None
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

    def fill(self, analysis: Analysis | None) -> None:
        """Show the figures of an analysis; None shows that they are to come."""
        self._analysis = analysis
        self.begin()
        self.line(self.tr("How long and how hard to read"), "heading")
        measures = {measure.id: measure for measure in analysis.readability} if analysis else {}
        if analysis is not None and not measures:
            self._rows([Measure("words", analysis.words, None)])
        if not measures:
            self.line(self.tr("The measures are being worked out."), "small")
            self.finish()
            return
        self._rows(measures[name] for name in _FIRST if name in measures)
        more = QPushButton(self.tr("All measures"), self.inner)
        more.setObjectName("all_measures")
        more.setCheckable(True)
        more.setChecked(self._shows_all)
        more.setStyleSheet("padding: 3px 8px; font-size: 12px;")
        more.toggled.connect(self._show_all)
        self.column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if self._shows_all:
            self._rows(item for name, item in measures.items() if name not in _FIRST)
            self.line(self.tr("Formulas count letters and syllables, not sense."), "small")
        self.finish()

    def _show_all(self, shows_all: bool) -> None:  # noqa: FBT001 -- a slot
        self._shows_all = shows_all
        self.fill(self._analysis)

    def _rows(self, measures: Iterable[Measure]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for line, measure in enumerate(measures):
            name = QLabel(self._names.get(measure.id, measure.id), self.inner)
            name.setWordWrap(True)
            number = QLabel("–" if measure.value is None else _number(measure.value), self.inner)
            number.setStyleSheet("font-weight: 600;")
            note = QLabel(self._direction(measure), self.inner)
            note.setProperty("role", "small")
            grid.addWidget(name, line, 0)
            grid.addWidget(number, line, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(note, line, 2)
        self.column.addLayout(grid)

    def _direction(self, measure: Measure) -> str:
        if measure.higher_is_harder is None:
            return ""
        return (
            self.tr("higher is harder")
            if measure.higher_is_harder
            else self.tr("higher is easier")
        )


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
