"""What the program found in the articles of a lesson, asked for when it is first looked for."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.core.analysis.analysis import Analysis
from reader.storage.lessons.filled_table import Cells
from reader.ui.places.lessons.pupil.step_form import Found


class ProgramFound(QObject):
    """Holds the program's analyses and how it fills the comparison table.

    Signals:
        wanted(str): The program's work on an article is not there yet.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._analyses: dict[str, Analysis] = {}
        self._filled: Cells | None = None

    def take_analysis(self, article: str, analysis: Analysis) -> None:
        """Take over the analysis of an article."""
        self._analyses[article] = analysis

    def take_table(self, cells: Cells) -> None:
        """Take over how the program fills the comparison table."""
        self._filled = cells

    def analysis(self, article: str) -> Analysis | None:
        """Return the analysis of an article; None, and it is asked for, where it is not there."""
        if article not in self._analyses:
            self.wanted.emit(article)
        return self._analyses.get(article)

    def of(self, article: str) -> Found:
        """Return what a step of an article may look up, asked for only then."""
        return Found(partial(self.analysis, article), partial(self._table, article))

    def _table(self, article: str) -> Cells | None:
        if self._filled is None:
            self.wanted.emit(article)
        return self._filled
