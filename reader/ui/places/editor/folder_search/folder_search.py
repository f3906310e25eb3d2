"""Looks for one entry in a folder of articles while it is typed; the window never waits."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.languages.language import Language
from reader.core.text.tagging import Tagger
from reader.errors import ReaderError
from reader.intake.article_folder import LibraryFile, LibraryText
from reader.ui.jobs import Jobs
from reader.ui.places.editor.folder_search.search_steps import (
    Found,
    Hits,
    LibraryCount,
    LibraryPlace,
    Listed,
    Read,
    SearchTools,
    Wanted,
    list_files,
    read_files,
    search_texts,
)

MOST_CHARACTERS = 12_000_000  # kept of all texts together: some 2,000 articles
_MOST_PLACES = 40
_REST_MS = 250  # after the last key
_READ_AT_ONCE, _SEARCHED_AT_ONCE = 12, 60  # texts: short steps, so that nothing is held up


class LibrarySearch(QObject):
    """Reads the library in small steps, and looks through it in small steps for each entry.

    Signals:
        counted(LibraryCount | None): What is known so far; None when nothing is looked for.

    Attributes:
        is_listing: Whether the files of the library are being listed just now.
    """

    counted = Signal(object)

    def __init__(
        self,
        load_tagger: Callable[[], Tagger],
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools = SearchTools(load_tagger, language)
        self._folder, self._recent = "", tuple[str, ...]()
        self._is_listed = True
        self.is_listing = False
        self._files: tuple[LibraryFile, ...] = ()
        self._unread: list[LibraryFile] = []
        self._kept: dict[LibraryFile, LibraryText] = {}
        self._texts: list[LibraryText] = []  # those that can be searched, in the order of reading
        self._wanted: Wanted | None = None
        self._is_searching = False
        self._searched = 0
        self._hits: list[Hits] = []
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._finished)
        self._jobs.failed.connect(self._failed)
        self._rest_timer = QTimer(self)
        self._rest_timer.setSingleShot(True)
        self._rest_timer.setInterval(_REST_MS)
        self._rest_timer.timeout.connect(self._step)

    # -- requests ----------------------------------------------------------------------

    def look_in(self, folder: str, recent: Sequence[str]) -> None:
        """Take the library from here; what has been read and is unchanged stays."""
        if self.is_listing:  # of the folder before: its files are no answer for this one
            self._jobs.cancel()
            self.is_listing = False
        self._folder, self._recent = folder, tuple(recent)
        self._is_listed = False
        self._rest_timer.start()

    def seek(self, wanted: Wanted | None) -> None:
        """Look for an entry; what was looked for before is given up."""
        if wanted is not None and wanted.is_like(self._wanted):
            return
        if self._is_searching:
            self._jobs.cancel()
            self._is_searching = False
        self._wanted = wanted
        self._begin_search()
        self.counted.emit(None if wanted is None else self._count())
        self._rest_timer.start()

    def close(self) -> None:
        """Stop all work; what has been read stays for the next time."""
        self._rest_timer.stop()
        self._jobs.cancel()
        self._jobs.wait()
        self._is_searching = self.is_listing = False

    # -- steps -------------------------------------------------------------------------------

    def _step(self) -> None:
        """Begin what is to be done next, unless something is under way or keys are pressed."""
        if self._jobs.is_busy or self._rest_timer.isActive():
            return
        if not self._is_listed:
            self.is_listing = True
            self._jobs.start(partial(list_files, self._folder, self._recent))
        elif self._wanted is not None and self._searched < len(self._texts):
            some = tuple(self._texts[self._searched : self._searched + _SEARCHED_AT_ONCE])
            self._is_searching = True
            self._jobs.start(partial(search_texts, self._tools, self._wanted, some))
        elif self._unread:
            self._jobs.start(partial(read_files, tuple(self._unread[:_READ_AT_ONCE])))

    def _finished(self, result: object) -> None:
        match result:
            case Listed(files):
                self._take_files(files)
            case Read(texts):
                self._take_texts(texts)
            case Found(count, hits):
                self._is_searching = False
                self._searched += count
                self._hits += hits
        if self._wanted is not None:
            self.counted.emit(self._count())
        self._step()

    def _failed(self, error: Exception) -> None:
        self._is_searching = self.is_listing = False
        if not isinstance(error, ReaderError):
            raise error
        self._wanted = None  # without language data nothing can be counted; the session reports it

    def _take_files(self, files: tuple[LibraryFile, ...]) -> None:
        self._is_listed, self.is_listing = True, False
        if files != self._files:
            self._files = files
            self._kept = {file: self._kept[file] for file in files if file in self._kept}
            self._unread = [file for file in files if file not in self._kept]
            self._texts = [text for text in self._kept.values() if not text.problem]
            self._begin_search()
            self._drop_too_many()

    def _take_texts(self, texts: Sequence[LibraryText]) -> None:
        for file, text in zip(self._unread, texts, strict=False):
            self._kept[file] = text
        del self._unread[: len(texts)]
        self._texts += [text for text in texts if not text.problem]
        self._drop_too_many()

    def _drop_too_many(self) -> None:
        if sum(len(text.text) for text in self._texts) > MOST_CHARACTERS:
            self._unread = []

    def _begin_search(self) -> None:
        self._searched = 0
        self._hits = []

    def _count(self) -> LibraryCount:
        places = [
            LibraryPlace(text.path, text.title, text.text, span)
            for text, spans in self._hits[:_MOST_PLACES]
            for span in spans
        ]
        unread = len(self._kept) - len(self._texts)
        left_out = len(self._files) - len(self._kept) - len(self._unread)
        is_read = self._is_listed and not self._unread
        return LibraryCount(
            hits=sum(len(spans) for _text, spans in self._hits),
            articles=len(self._hits),
            searched=self._searched,
            total=len(self._files) - unread - left_out,
            left_out=left_out,
            unread=unread,
            places=tuple(places[:_MOST_PLACES]),
            is_done=is_read and self._searched == len(self._texts),
        )
