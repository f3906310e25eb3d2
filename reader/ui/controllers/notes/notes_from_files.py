"""Notes from files of other programs: asked for, taken in, and what became of them told."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.core.notes.taking_in import TakenIn, quotes_of, take_in
from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.ui.controllers.notes.noting import Noting
from reader.ui.controllers.program_parts import ProgramParts
from reader.ui.jobs import Jobs

if TYPE_CHECKING:
    from reader.storage.exports.others.notes_file import NotesFile
    from reader.ui.places.export.parts import ExportParts

_ENDINGS = "*.jsonld *.json *.annotations *.annotation *.ann *.zip"
_QUOTED = 5  # lost notes


class NotesFromFiles(QObject):
    """Answers the wish to take in the notes of a file."""

    def __init__(
        self,
        parts: ProgramParts,
        noting: Noting,
        load_parts: "Callable[[], ExportParts] | None",
    ) -> None:
        super().__init__(parts.window)
        self._window, self._session = parts.window, parts.session
        self._messages = parts.messages
        self._noting, self._loader = noting, load_parts
        self._article: Article | None = None  # that the file is read for
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._take)
        self._jobs.failed.connect(self._tell_failure)
        noting.panel.import_requested.connect(self.choose)
        self._session.article.changed.connect(self._show_state)
        self._show_state()

    @property
    def is_busy(self) -> bool:
        """Tell whether a file is being read."""
        return self._jobs.is_busy

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the command does."""
        return {"import_notes": self.choose}

    def stop(self) -> None:
        """End what is still read, as the window does when it closes."""
        self._jobs.cancel()
        self._jobs.wait()

    def choose(self) -> None:
        """Ask for a file and take in its notes."""
        self._article = self._session.article.current
        if self._article is None or self._loader is None:
            return
        told = self.tr("Web Annotations, brat ({endings});;All files (*)")
        kinds = told.format(endings=_ENDINGS)
        given = self._messages.ask_file(self.tr("Notes from a file"), kinds)
        if given:
            self._read(Path(given), self._article)

    def _read(self, path: Path, article: Article) -> None:
        parts = self._loader() if self._loader is not None else None

        def read(_tell: Callable[[str], None]) -> "NotesFile | None":
            return parts.notes_in(path, article) if parts is not None else None

        self._jobs.start(read)

    def _show_state(self) -> None:
        is_possible = self._session.article.current is not None and self._loader is not None
        self._window.actions_by_name["import_notes"].setEnabled(is_possible)
        self._noting.panel.take_in.setEnabled(is_possible)

    def _take(self, held: "NotesFile") -> None:
        article = self._session.article.current
        if article is None or article != self._article:  # another one was opened meanwhile
            return
        taken = take_in(self._noting.notes.now, held.notes, article.text)
        if taken.new:
            self._noting.take_in(taken.new)
        first, *more = self._told(taken, held.elsewhere)
        if more:
            self._messages.tell(first, "\n".join(more))
        else:
            can_undo = bool(taken.new)
            self._window.toast.show_words(
                first, can_undo=can_undo, take_back=self._noting.latest.undo
            )

    def _told(self, taken: TakenIn, elsewhere: int) -> Iterator[str]:
        """Yield what became of the notes of a file, a sentence each."""
        yield self._count(self.tr("1 note added"), self.tr("{n} notes added"), taken.new)
        if taken.known:
            yield self.tr("Already here, not added again: {n}.").format(n=taken.known)
        if taken.lost:
            told = self.tr("Without a place, since the article does not have their words: {n}.")
            yield told.format(n=len(taken.lost))
            yield from self._quoted(taken)
            yield self.tr("They are kept, and head the list in the Notes panel.")
        if elsewhere:
            yield self.tr("About other articles, and left out: {n}.").format(n=elsewhere)

    def _count(self, one: str, many: str, notes: tuple[object, ...]) -> str:
        return one if len(notes) == 1 else many.format(n=len(notes))

    def _quoted(self, taken: TakenIn) -> Iterator[str]:
        yield from (f"    {quote}" for quote in quotes_of(taken.lost[:_QUOTED]))
        if len(taken.lost) > _QUOTED:
            yield self.tr("    and {n} more").format(n=len(taken.lost) - _QUOTED)

    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self._window.notes.error.show_note(
            error.message, error.hint, ("", self.tr("Close")), is_warning=True
        )
