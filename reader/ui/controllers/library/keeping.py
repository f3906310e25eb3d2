"""What is read is kept: article, analysis and reading place, unless the reader says no."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.analysis.analysis import Analysis
from reader.core.corrections import Corrections, without_muted
from reader.core.corrections.text_actions import said_of_text
from reader.core.text.article import Article, is_web_address
from reader.errors import ReaderError
from reader.intake.read import is_same_whole, read_with_bytes
from reader.ui.session.background_work import Remembered
from reader.ui.session.session import Session
from reader.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.storage.library.library import Library
    from reader.storage.library.rows import Added

_LATE_MS = 3_000  # after the text was shown: it is kept then even if its marks still wait
_STILL_MS = 2_000  # after the page was scrolled last: its place outlasts the end of the program
_GLANCE_MS = 15_000  # that an article is in front before its reading has begun
_LARGEST = 25_000_000  # bytes of an original that is kept
_QUOTE = 60  # characters that a reading place is found again by
_NEARLY_ALL = 0.98


class Keeping(QObject):
    """Keeps the article on the page, after its marks are there: the page never waits for it.

    Signals:
        kept(str): The article on the page is in the library under this id.
        kept_behind(object, str): An article in a tab behind is in the library under this id.
        question_asked(): Nobody has said yet whether anything is to be kept.
        wanted(): The reader has just said that what is opened is to be kept.
    """

    kept = Signal(str)
    kept_behind = Signal(object, str)
    question_asked = Signal()
    wanted = Signal()

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session, self._door = window, session, session.door
        self._is_off = False  # for this time
        self._kept_now: tuple[str, Article] | None = None  # the article on the page, with its id
        self._kept_before: tuple[str, Article] | None = None  # what was read again as this one
        self._is_pending = False
        self._known: Any = None
        self._known_of: object = None
        self._shown: Analysis | None = None  # as it came from the library
        self._stale: Analysis | None = None  # the same, where another one is about to follow
        self._was_corrected = False  # what was kept last
        self._said: dict[str, str] = {}  # of the article's facts, as the library knows them
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_LATE_MS)
        self._late.timeout.connect(self.keep_pending)
        self._glance = QTimer(self)
        self._glance.setSingleShot(True)
        self._glance.setInterval(_GLANCE_MS)
        self._glance.timeout.connect(self._note_reading)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(_STILL_MS)
        self._still.timeout.connect(self._keep_place_meanwhile)
        self._place_kept = -1  # by `_keep_place_meanwhile`, of the article on the page
        window.view.place_changed.connect(self._scrolled)
        session.article.leaving.connect(self.keep_place)
        session.article.changed.connect(self._begin)
        session.analysis.changed.connect(self._take_analysis)
        session.analysis.corrections.mutes_changed.connect(self._take_mutes)

    # -- whether -------------------------------------------------------------------------------

    @property
    def is_wanted(self) -> bool:
        """Tell whether what is read now is to be kept."""
        return self._session.settings.now.keeps == "yes" and not self._is_off

    def set_off(self, is_off: bool) -> None:  # noqa: FBT001 -- a slot
        """Keep nothing for this time, or keep again; what is kept already stays."""
        self._is_off = is_off
        told = (
            self.tr("What you open now is not kept.")
            if is_off
            else self.tr("What you open now is kept.")
        )
        self._window.status.tell(told)

    def answer(self, *, keeps: bool) -> None:
        """Remember whether what is read is to be kept, and begin with what is on the page."""
        settings = self._session.settings
        settings.change(replace(settings.now, keeps="yes" if keeps else "no"))
        if keeps and settings.now.recent and self._door.is_there:
            self._door.write(partial(_recent_taken, settings.now.recent))
        self.keep_pending()
        if keeps:
            self.wanted.emit()

    # -- the article ---------------------------------------------------------------------------

    def _begin(self, article: Article | None) -> None:
        open_article = self._session.article
        before, self._kept_before = self._kept_now, None
        if open_article.is_read_again and article is not None:
            self._kept_before = before
        self._kept_now = None
        self._shown = self._stale = None
        self._was_corrected = False
        self._said = said_of_text(self._session.analysis.corrections.done)
        for timer in (self._late, self._glance, self._still):
            timer.stop()
        self._place_kept = -1
        is_kept = bool(open_article.kept_id)
        self._is_pending = article is not None and not is_kept and self._door.is_there
        if article is None:
            return
        if open_article.kept_id:
            self._take_up(article, open_article.kept_id)
        elif self._is_pending:
            self._late.start()

    def _take_up(self, article: Article, article_id: str) -> None:
        """Go on with an article of the library where it was left."""
        self._kept_now = article_id, article
        library = self._door.library
        if self._session.article.is_restored:
            self._door.write(partial(_replaced, article_id, article))
            return
        if library is not None:
            place = library.reading.place(article_id)
            if place is not None and place.share < _NEARLY_ALL:
                self._window.view.put_at_top(_found_again(article.text, place.start, place.quote))
        self._door.write(partial(_opened, article_id))
        self._glance.start()

    def keep_pending(self) -> None:
        """Keep the article on the page, where it is not kept yet and is to be."""
        self._late.stop()
        article = self._session.article.current
        if not self._is_pending or article is None or self._is_off:
            return
        if self._session.settings.now.keeps == "ask":
            self.question_asked.emit()
            return
        if not self.is_wanted:
            return
        self._is_pending = False
        self._add(article, self._session.article.data, partial(self._take_added, article))

    def keep_behind(self, article: Article, data: bytes) -> None:
        """Keep an article in a tab behind, where what is opened is to be kept."""
        if self.is_wanted and self._door.is_there:
            self._add(article, data, partial(self._take_added_behind, article))

    def _add(self, article: Article, data: bytes, then: "Callable[[Added], object]") -> None:
        original = None
        if data and len(data) <= _LARGEST:
            original = self._door.parts.original(_name_of(article), data)
        self._door.write(partial(_added, article, original, self._same_before(article)), then)

    def _same_before(self, article: Article) -> str:
        """Return the id of the article from before that this is, read again; "" for none."""
        if self._kept_before is None:
            return ""
        article_id, before = self._kept_before
        return article_id if is_same_whole(before, article) else ""

    def _take_added_behind(self, article: Article, added: "Added") -> None:
        self.kept_behind.emit(article, added.id)

    def _take_added(self, article: Article, added: "Added") -> None:
        if self._session.article.current is not article:
            self.kept_behind.emit(article, added.id)
            return
        self._session.article.kept_id = added.id
        self._kept_now = added.id, article
        self._said = {}
        self._keep_said()
        self._door.write(partial(_opened, added.id))
        self._glance.start()
        self.kept.emit(added.id)
        if self._session.analysis.current is not None:
            self._keep_analysis()

    # -- its analysis --------------------------------------------------------------------------

    def remember(self) -> Remembered | None:
        """Return the kept analysis of the article on the page, or None."""
        article, library = self._session.article, self._door.library
        tools = self._session.lexicons.tools
        if not article.kept_id or article.current is None or library is None or tools is None:
            return None
        try:
            kept = library.analyses.get(
                article.kept_id, article.current, self._lexicons(tools.lexicons), tools.language
            )
        except ReaderError:
            return None  # it is made anew
        if kept is None:
            return None
        self._shown = None if kept.is_stale else kept.analysis
        self._stale = kept.analysis if kept.is_stale else None
        return Remembered(kept.analysis, kept.is_stale)

    def _lexicons(self, lexicons: object) -> Any:  # noqa: ANN401 -- KnownLexicons, loaded late
        if self._known_of is not lexicons:
            self._known_of = lexicons
            self._known = self._door.parts.known_lexicons(lexicons)
        return self._known

    def _take_analysis(self, _analysis: Analysis) -> None:
        if self._is_pending:
            self.keep_pending()
        elif self._session.article.kept_id:
            self._keep_said()
            self._keep_analysis()

    def _take_mutes(self) -> None:
        """Let lists count without what has just been muted, as the page does."""
        if self._session.article.kept_id:
            self._keep_analysis()

    def _keep_said(self) -> None:
        """Let lists and search know what the reader says of title, author and the like."""
        said = said_of_text(self._session.analysis.corrections.done)
        if said != self._said:
            changed = {name: said.get(name) for name in {**self._said, **said}}
            self._said = said
            self._door.write(partial(_edited, self._session.article.kept_id, changed))

    def _keep_analysis(self) -> None:
        """Keep the analysis with the reader's corrections, unless it is kept as it is.

        A stale one is not kept again: it would seem made with the lists of today.
        """
        analysis, tools = self._session.analysis, self._session.lexicons.tools
        found, current = analysis.found, analysis.current
        if found is None or current is None or tools is None:
            return
        is_unfinished = bool(found.words) and not found.readability
        done = analysis.corrections.done
        is_as_kept = found is self._shown and not done and not self._was_corrected
        if is_unfinished or is_as_kept or found is self._stale:
            return
        self._shown, self._was_corrected = found, bool(done)
        corrected = without_muted(current, done) if done else None
        known = self._lexicons(tools.lexicons)
        article_id = self._session.article.kept_id
        self._door.write(partial(_kept_analysis, article_id, found, known, corrected, done))

    # -- its place -----------------------------------------------------------------------------

    def keep_place(self) -> None:
        """Keep how far the article on the page was read."""
        self._keep_place(is_told=True)

    def _scrolled(self) -> None:
        if self._session.article.kept_id:
            self._still.start()

    def _keep_place_meanwhile(self) -> None:
        """Keep the place while the article is read on; lists are shown anew when it is left."""
        place = self._window.view.top_place()
        if place != self._place_kept and self._door.library is not None:  # as in `_note_reading`
            self._place_kept = place
            self._keep_place(is_told=False)

    def _keep_place(self, *, is_told: bool) -> None:
        article = self._session.article
        text = article.current.text if article.current is not None else ""
        if not article.kept_id or not text:
            return
        start, end = self._window.view.top_place(), self._window.view.lines_in_view().end
        if start:  # somebody has gone on from its top
            self._door.write(partial(_begun, article.kept_id), is_told=is_told)
        quote = " ".join(text[start : start + _QUOTE].split())
        place = self._door.parts.reading_place(start, quote, end / len(text))
        self._door.write(partial(_placed, article.kept_id, place), is_told=is_told)

    def _note_reading(self) -> None:
        """Note that the article on the page is being read, no longer only glanced at."""
        article_id = self._session.article.kept_id
        if not self._window.is_page_in_front:
            self._glance.start()
        elif article_id and self._door.library is not None:  # None once the window has closed
            self._door.write(partial(_begun, article_id))

    def finish(self) -> None:
        """Keep what is still to be kept, as the window closes."""
        self._glance.stop()
        self._still.stop()
        if self.is_wanted:
            self.keep_pending()
        self.keep_place()


def _found_again(text: str, start: int, quote: str) -> int:
    """Return where a line begins that was kept with its words, or its old place."""
    if not quote or " ".join(text[start : start + 2 * _QUOTE].split()).startswith(quote):
        return start
    found = text.find(quote)
    return found if found >= 0 else min(start, len(text))


def _name_of(article: Article) -> str:
    if not article.origin:
        return "pasted.html"
    is_web = is_web_address(article.origin)
    return article.origin if is_web else Path(article.origin).name


def _added(
    article: Article,
    original: Any,  # noqa: ANN401 -- Original, loaded late
    before: str,
    library: "Library",
) -> "Added":
    """Keep an article; where it is a kept one that was read again, it stays that one."""
    with library.change():
        if before and library.row(before) is not None:
            library.articles.replace(before, article)
        return library.articles.add(article, original)


def _edited(article_id: str, changed: "Mapping[str, str | None]", library: "Library") -> None:
    with library.change():
        for name, value in changed.items():
            library.articles.edit(article_id, name, value)


def _replaced(article_id: str, article: Article, library: "Library") -> None:
    library.articles.replace(article_id, article)


def _recent_taken(recent: tuple[str, ...], library: "Library") -> None:
    library.upkeep.take_over_recent(recent, read_with_bytes)


def _opened(article_id: str, library: "Library") -> None:
    library.reading.opened(article_id)


def _begun(article_id: str, library: "Library") -> None:
    library.reading.begun(article_id)


def _placed(article_id: str, place: Any, library: "Library") -> None:  # noqa: ANN401 -- ReadingPlace, loaded late
    library.reading.keep_place(article_id, place)


def _kept_analysis(
    article_id: str,
    found: Analysis,
    known: Any,  # noqa: ANN401 -- KnownLexicons, loaded late
    corrected: Analysis | None,
    done: Corrections,
    library: "Library",
) -> None:
    """Keep an analysis; where another window has said more of it, it is to be made anew."""
    with library.change():
        is_kept = library.analyses.keep(article_id, found, known, corrected)
        if is_kept and set(library.corrections_on(found.article)) != set(done):
            library.analyses.note_to_recount(article_id)
