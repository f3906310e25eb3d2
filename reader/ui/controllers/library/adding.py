"""Adding articles: the dialog, the work in the background, feeds by hand and by schedule."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.settings import EACH
from reader.ui.controllers.program_parts import ProgramParts
from reader.ui.jobs import Jobs

if TYPE_CHECKING:
    from reader.storage.library.library import Library
    from reader.ui.places.library.adding.add_dialog import AddDialog, Wish
    from reader.ui.places.library.adding.adding_work import AddingReport, FeedRules
    from reader.ui.places.library.library_place import LibraryPlace

_TOLD_EVERY = 10  # articles after which lists are shown anew
_DUE_MS = 600_000  # between two looks at which feeds are due
_FIRST_DUE_MS = 20_000  # after the library was opened
PlaceLoader = Callable[[], Any] | None


class Adding(QObject):
    """Takes in one batch after another, and tells how far it is.

    Signals:
        finished(AddingReport): A batch is done, or the reader has stopped it.
        opened(str, int): Open this article of the library.

    Attributes:
        dialog: The dialog, once it was opened.
        reports: What the batches of this session did.
    """

    finished = Signal(object)
    opened = Signal(str, int)

    def __init__(self, parts: ProgramParts, load: PlaceLoader) -> None:
        super().__init__(parts.window)
        self._window, self._messages = parts.window, parts.messages
        self._door, self._settings = parts.session.door, parts.session.settings
        self._load = load
        self._place: LibraryPlace | None = None
        self._waiting: list[Callable[[Library], None]] = []
        self.dialog: AddDialog | None = None
        self.reports: list[AddingReport] = []
        self._jobs = Jobs(self)
        self._jobs.progressed.connect(self._progress)
        self._jobs.finished.connect(self._finish)
        self._jobs.failed.connect(self._fail)
        self._due = QTimer(self)
        self._due.setInterval(_DUE_MS)
        self._due.timeout.connect(self._ask_due)
        parts.session.door.opened.connect(self._begin_schedule)
        parts.session.door.changed.connect(self._show_sources)
        parts.window.status.cancel.clicked.connect(self.cancel)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands do, by their name."""
        return {
            "add": self.open,
            "look_for_new": self.refresh,
            "reports": self.show_reports,
            "save_feeds": self.save_feeds,
        }

    @property
    def _parts(self) -> Any:  # noqa: ANN401 -- LibraryPlaceParts, loaded late
        assert self._load is not None  # there is a library, so there are its parts
        return self._load()

    def connect_place(self, place: "LibraryPlace") -> None:
        """Serve the page of the library."""
        self._place = place
        self._show_sources()

    # -- the dialog ----------------------------------------------------------------------------

    def open(self, kind: str = "") -> None:
        """Open the dialog as soon as the library is open."""
        self._door.when_open(partial(self._open, kind if isinstance(kind, str) else ""))

    def open_feeds(self) -> None:
        """Open the dialog for a feed."""
        self.open("feed")

    def open_files(self, paths: Sequence[str]) -> None:
        """Open the dialog, and look at some files in it."""
        self._door.when_open(partial(self._open_with, paths))

    def _open_with(self, paths: Sequence[str], library: "Library") -> None:
        self._open("", library)
        if self.dialog is not None:
            self.dialog.take_files(paths)

    def _open(self, kind: str, library: "Library") -> None:
        window = self._window
        dialog: AddDialog = self._parts.dialog(library, window.theme, window.icons, window)
        self.dialog = dialog
        dialog.options.follow_rules(self._rules())
        dialog.wished.connect(self._add)
        dialog.files_wanted.connect(self._choose_files)
        dialog.folder_wanted.connect(self._choose_folder)
        dialog.article_requested.connect(self._open_kept)
        if kind:
            dialog.kinds.choose(kind)  # type: ignore[arg-type]  # one of its kinds
        dialog.open()

    def _open_kept(self, article_id: str) -> None:
        self.opened.emit(article_id, -1)

    def _choose_files(self) -> None:
        paths = self._messages.ask_files(self.tr("Choose files"), "")
        if paths and self.dialog is not None:
            self.dialog.take_files(paths)

    def _choose_folder(self) -> None:
        path = self._messages.ask_folder(self.tr("Choose a folder"))
        if path and self.dialog is not None:
            self.dialog.take_folder(path)

    def _add(self, wish: "Wish") -> None:
        """Add what is wished for: one article that was read, files, feeds, or a folder."""
        work, words = self._parts.work, [item.word for item in wish.chosen]
        if wish.offer.links:
            links, entries = wish.followed()
            change = partial(work.follow, links, wish.schedule, wish.wants_page, entries)
            self._door.write(change, self._followed)
        elif wish.offer.article is not None and wish.offer.kind != "file":
            article, data = wish.offer.article, wish.offer.data
            shelves = (wish.tags, wish.collections)
            change = partial(work.keep_article, article, data, *shelves, wish.said)
            self._door.write(change, self._kept_one)
        else:
            if wish.folder:
                self._door.write(partial(_watch, Path(wish.folder)))
            self.take_in(words, wish.collections, wish.tags)

    def _followed(self, addresses: Sequence[str]) -> None:
        self._queue(partial(self._ask_feeds, addresses))

    def _kept_one(self, article_id: str) -> None:
        self._window.status.tell(self.tr("It is in the library now."))
        if self._place is not None:
            self._place.refresh()
            self._place.list.show_article(article_id)

    # -- the work ------------------------------------------------------------------------------

    def take_in(
        self, words: Sequence[str], collections: Sequence[str] = (), tags: Sequence[str] = ()
    ) -> None:
        """Take in files, folders and addresses in the background."""
        self._queue(partial(self._take_in, tuple(words), (tuple(collections), tuple(tags))))

    def refresh(self) -> None:
        """Read feeds and watched folders now."""
        self._queue(partial(self._ask, False))  # noqa: FBT003 -- bound by partial

    def _ask_due(self) -> None:
        if self._door.library is not None and not self._jobs.is_busy:  # not after it was closed
            self._queue(partial(self._ask, True))  # noqa: FBT003 -- bound by partial

    def _begin_schedule(self) -> None:
        self._due.start()
        QTimer.singleShot(_FIRST_DUE_MS, self, self._ask_due)

    def _queue(self, begin: "Callable[[Library], None]") -> None:
        self._waiting.append(begin)
        self._door.when_open(self._next)

    def _next(self, library: "Library") -> None:
        if self._waiting and not self._jobs.is_busy:
            self._waiting.pop(0)(library)

    def _take_in(
        self,
        words: Sequence[str],
        shelves: tuple[Sequence[str], Sequence[str]],
        library: "Library",
    ) -> None:
        report = self._new_report(len(words))
        self._jobs.start(partial(self._parts.work.take_in, library, words, shelves, report))

    def _ask(self, only_due: bool, library: "Library") -> None:  # noqa: FBT001 -- bound by partial
        rules = self._rules()
        if only_due:
            try:
                if not library.feeds.due(rules.schedule) and not library.watched.all():
                    return
            except ReaderError:  # nobody asked, so nothing is told: it is looked at later
                return
        report = self._new_report(0)
        report.is_asked_for = not only_due
        work = partial(self._parts.work.ask_sources, library, report, rules, only_due=only_due)
        self._jobs.start(work)

    def _ask_feeds(self, addresses: Sequence[str], library: "Library") -> None:
        report = self._new_report(0)
        work = partial(self._parts.work.ask_feeds, library, addresses, report, self._rules())
        self._jobs.start(work)

    def _rules(self) -> "FeedRules":
        """Return what Preferences say of all feeds."""
        settings = self._settings.now
        schedule = None if settings.feed_schedule == EACH else settings.feed_schedule
        wants_page = None if settings.feed_pages == EACH else settings.feed_pages == "yes"
        rules: FeedRules = self._parts.work.FeedRules(schedule, wants_page)
        return rules

    def _new_report(self, total: int) -> "AddingReport":
        report: AddingReport = self._parts.report(total=total)
        self.reports.append(report)
        return report

    def cancel(self) -> None:
        """Stop; what is finished stays."""
        if self._jobs.is_busy:
            self._jobs.cancel()
            self._end(self.reports[-1])

    def _progress(self, step: str) -> None:
        report = self.reports[-1]
        if not step:
            return
        done = len(report.done)
        if done % _TOLD_EVERY == 0:
            self._door.tell_changed()
        total = max(report.total, done)
        self._window.status.show_import(
            self.tr("Reading {n} of {total}").format(n=done, total=total)
        )

    def _finish(self, report: "AddingReport") -> None:
        self._end(report)
        if self._door.library is not None:
            self._next(self._door.library)

    def _end(self, report: "AddingReport") -> None:
        self._door.tell_changed()
        self._window.status.show_import("")
        if report.done or report.total:
            words = self._parts.report_words(report)
            where = self.tr("{words} See Library > Reports.").format(words=words)
            self._window.status.tell(where if report.to_look_at() else words)
        elif report.is_asked_for:
            self._window.status.tell(self.tr("Nothing new."))
        self.finished.emit(report)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self._door.failed.emit(error)
        self._end(self.reports[-1])

    # -- what is followed ----------------------------------------------------------------------

    def _show_sources(self) -> None:
        """Show feeds and watched folders in the tree."""
        library, place = self._door.library, self._place
        if library is None or place is None:
            return
        kind = self._parts.tree_place
        try:
            feeds = [
                kind("feed", feed.title, None, feed.new, "", feed.number, feed.problem)
                for feed in library.feeds.all()
            ]
            folders = [kind("folder", str(one.path)) for one in library.watched.all()]
        except ReaderError as error:
            self._door.failed.emit(error)
            return
        place.set_sources(feeds, folders)

    def save_feeds(self) -> None:
        """Write the list of feeds for other programs."""
        library = self._door.library
        if library is None:
            self._door.open()
            return
        path = self._messages.ask_place(
            self.tr("Save feeds as OPML"), "feeds.opml", self.tr("Lists of feeds (*.opml)")
        )
        if path:
            try:
                self._parts.work.save_feeds(library, Path(path))
            except ReaderError as error:
                self._door.failed.emit(error)

    def show_reports(self) -> None:
        """Show what came of the imports of this session."""
        if self._load is None:
            return
        dialog = self._parts.reports(self.reports, self._window)
        dialog.article_requested.connect(self.opened)
        dialog.open()

    def stop(self) -> None:
        """End all work, as the window does when it closes."""
        self._due.stop()
        self._waiting.clear()
        self._jobs.cancel()
        self._jobs.wait()


def _watch(path: Path, library: "Library") -> None:
    library.watched.watch(path)
    library.watched.looked(path, library.watched.time())
