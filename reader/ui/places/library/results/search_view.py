"""The results of a search, with what stands over them; the search itself runs on a worker."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.core.across.query import read_query
from reader.core.lexicon.findings import Voice
from reader.errors import ReaderError
from reader.ui.jobs import Jobs
from reader.ui.places.library.results.result_head import ResultHead
from reader.ui.places.library.results.result_lines import (
    Copies,
    FoundText,
    ResultLine,
    counts_by_voice,
    folded,
    result_lines,
)
from reader.ui.places.library.results.result_list import ResultList
from reader.ui.places.library.results.search_work import Found, search
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.storage.library.library import Library

_TYPING_MS = 150
_VOICES: dict[str, Voice] = {"narrator": "narrator", "direct": "direct", "indirect": "indirect"}


class SearchView(QWidget):
    """Looks for what is typed, and shows it as it is found.

    Signals:
        shown(bool): What was found is shown; False when that is nothing.
        counted(dict): How many places each voice has; where one is typed, that one alone.
        failed(ReaderError): The library could not be read.
        status_changed(str): A line about what was found.
    """

    shown = Signal(bool)
    counted = Signal(object)
    failed = Signal(object)
    status_changed = Signal(str)

    def __init__(self, library: "Library", theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.query, self._voice = "", "all"
        self.told_keys = ""  # what is to be said of keys that mean nothing
        self._found = Found("")
        self._opened: frozenset[str] = frozenset()
        self._unfolded: frozenset[str] = frozenset()
        self._is_folded = True
        self._looked_at: object = None  # the state of the library that was looked into
        self.head = ResultHead(self)
        self.results = ResultList(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.results, 1)
        self._jobs = Jobs(self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._start)
        self._jobs.finished.connect(self._take)
        self._jobs.failed.connect(self._fail)
        self.results.end_reached.connect(self._search_on)
        self.results.more_requested.connect(self._open)
        self.results.fold_requested.connect(self._fold)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.results.set_theme(theme)

    def look_for(self, query: str) -> None:
        """Look for something once typing rests; "" ends the search."""
        self.query = query
        if query:
            self._typing.start()
            return
        self._typing.stop()
        self._jobs.cancel()
        self._found, self._opened, self._unfolded = Found(""), frozenset(), frozenset()

    def refresh(self) -> None:
        """Look again where the library has changed; a long list of results stays as it is."""
        if not self.query or self._found.query != self.query:
            return
        has_changed = self._looked_at != self._library.change_number()
        if has_changed and self._found.is_whole and not self._jobs.is_busy:
            self._look()
        else:
            self._tell()

    def show_voice(self, voice: str) -> None:
        """Show only places in a voice, or "all"."""
        self._voice = voice
        self._show()

    def set_folded(self, is_on: bool) -> None:  # noqa: FBT001 -- a setter
        """Fold copies under the article in front of them, or show each of them."""
        self._is_folded = is_on
        self._show()

    def lines(self) -> tuple[ResultLine, ...]:
        """Return what is shown."""
        return self.results.lines()

    @property
    def is_settled(self) -> bool:
        """Tell whether what is shown answers what is looked for now."""
        return self._found.query == self.query and not self._typing.isActive()

    @property
    def error(self) -> ReaderError | None:
        """What was wrong with the question, or None."""
        return self._found.error

    def stop(self) -> None:
        """End all work, as the window does when it closes."""
        self._typing.stop()
        self._jobs.cancel()
        self._jobs.wait()

    def _start(self) -> None:
        self._opened = self._unfolded = frozenset()
        self._look()

    def _look(self) -> None:
        try:
            self._looked_at = self._library.change_number()
        except ReaderError as error:
            self._fail(error)
        self._jobs.start(partial(search, self._library, self.query, ()))

    def _search_on(self) -> None:
        is_wanted = self._found.query == self.query and not self._found.is_whole
        if is_wanted and not self._jobs.is_busy:
            work = partial(search, self._library, self._found.query, self._found.texts)
            self._jobs.start(work)

    def _take(self, found: Found) -> None:
        if found.query == self.query:
            self._found = found
            self._show()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self.failed.emit(error)

    def _show(self) -> None:
        """Show what was found in the voice that is chosen."""
        found = self._found
        if not self.query or found.query != self.query:
            return
        counts = counts_by_voice(found.texts, is_folded=self._is_folded)
        typed, voice = read_query(self.query).voice, _VOICES.get(self._voice)
        fronts, copies = self._in_front()
        lines = result_lines(fronts, voice, self._opened, copies, self._unfolded)
        shown = counts.get(self._voice, 0)
        self.counted.emit(counts if typed is None else {typed: counts[typed]})
        self.told_keys = self.head.show_keys(self.query)
        self.head.show_found(fronts, shown, is_whole=found.is_whole)
        self.results.show_lines(lines)
        self.shown.emit(bool(lines))
        self._tell()

    def _in_front(self) -> tuple[tuple[FoundText, ...], Copies]:
        """Return what was found in the voice that is chosen, and what is folded under each."""
        voice = _VOICES.get(self._voice)
        if self._is_folded:
            return folded(self._found.texts, voice)
        return tuple(one for one in self._found.texts if not voice or one.in_voice(voice)), {}

    def _tell(self) -> None:
        fronts, copies = self._in_front()
        counts = counts_by_voice(self._found.texts, is_folded=self._is_folded)
        told = self.head.counted(counts.get(self._voice, 0), len(fronts))
        left = sum(map(len, copies.values()))
        if left:
            more = self.tr("1 copy folded") if left == 1 else self.tr("{n} copies folded")
            told = f"{told}    {more.format(n=f'{left:,}')}"
        self.status_changed.emit(told)

    def _fold(self, article_id: str, is_open: bool) -> None:  # noqa: FBT001 -- a slot
        """Show what is folded under an article, or fold it again."""
        if is_open:
            self._unfolded |= {article_id}
        else:
            self._unfolded -= {article_id}
        self._show()
        self.results.choose_title(article_id)

    def _open(self, article_id: str) -> None:
        self._opened |= {article_id}
        self._show()
