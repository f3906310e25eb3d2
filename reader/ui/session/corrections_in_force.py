"""Holds the corrections of the article on the page, and keeps them on disk."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.core.corrections import Correction, History
from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.storage.user_data.corrections_file import load_corrections, save_corrections


class CorrectionsInForce(QObject):
    """The reader's corrections of one article at a time.

    Signals:
        changed(): Other corrections are in force.
        failed(ReaderError): They could not be written.

    Attributes:
        problem: What is wrong with the file of this article's corrections, or None.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._article: Article | None = None
        self._history = History()
        self.problem: ReaderError | None = None

    @property
    def done(self) -> tuple[Correction, ...]:
        """Return what is in force."""
        return self._history.done

    @property
    def undone(self) -> tuple[Correction, ...]:
        """Return what was taken back and can come again."""
        return self._history.undone

    def begin(self, article: Article | None, carried: tuple[Correction, ...] = ()) -> None:
        """Take up the corrections of another article.

        Args:
            article: The article, or None for an empty window.
            carried: Corrections of the same article as it was before, for a text that changed
                under the reader's hands and has none of its own yet.
        """
        self._article = article
        self._history, self.problem = History(), None
        if article is None:
            return
        loaded = load_corrections(self._folder, article)
        self._history, self.problem = History(loaded.corrections), loaded.problem
        if carried and not loaded.corrections:
            self._change(History(carried))

    def add(self, *corrections: Correction) -> None:
        """Put corrections in force that were made together."""
        self._change(self._history.with_new(*corrections))

    def undo(self) -> None:
        """Take the last correction back."""
        self._change(self._history.undo())

    def redo(self) -> None:
        """Put what was taken back last in force again."""
        self._change(self._history.redo())

    def _change(self, history: History) -> None:
        if history == self._history or self._article is None:
            return
        self._history = history
        try:
            save_corrections(self._folder, self._article, history.done)
        except ReaderError as error:
            self.failed.emit(error)
        self.changed.emit()
