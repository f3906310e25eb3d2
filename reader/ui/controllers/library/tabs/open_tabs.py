"""The open articles: one on the page, the others in tabs behind it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.core.analysis.analysis import Analysis
from reader.core.corrections.text_actions import edited_article
from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.intake import read
from reader.ui.controllers.library.tabs.read_together import ReadTogether
from reader.ui.jobs import JobLine
from reader.ui.session.background_work import Remembered
from reader.ui.session.session import Session
from reader.ui.window.main_window import MainWindow
from reader.values import frozen

_MOST_CLOSED = 10


@frozen
class OpenTab:
    """One open article.

    Attributes:
        title: Its headline.
        outlet: Who published it, or "".
        kept_id: What the library knows it by; "" where it is not kept.
        article: The article; None where it lies in the library and was not shown yet.
        data: The bytes it was read from.
        found: What the program found in it, once it was shown.
        start: Where the view began when it was left; -1 where the library knows better.
    """

    title: str
    outlet: str = ""
    kept_id: str = ""
    article: Article | None = None
    data: bytes = b""
    found: Analysis | None = None
    start: int = -1


class OpenTabs(QObject):
    """Keeps a tab for each open article, and brings one of them to the page.

    Signals:
        read(object, object): An article that was read into a tab behind, and its bytes.
        shown(): Other articles are open, or in another order, or one has another name.
        known(): The library knows one of them that it did not know before.
    """

    read = Signal(object, object)
    shown = Signal()
    known = Signal()

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._tabs: list[OpenTab] = []
        self._front = -1
        self._closed: list[OpenTab] = []
        self._is_switching = False
        self._together: ReadTogether | None = None
        self._reading = JobLine(self)
        self._reading.failed.connect(self._reading_failed)
        self._reading.emptied.connect(self._tell_together)
        session.article.failed.connect(self._first_failed)
        session.article.leaving.connect(self._leave)
        session.article.changed.connect(self._take)
        session.analysis.changed.connect(self._name_front)
        window.article_tabs.chosen.connect(self.bring)
        window.article_tabs.closing_requested.connect(self.close)
        window.article_tabs.others_closing_requested.connect(self.close_others)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands do, by their name."""
        return {
            "close_article": self.close_front,
            "next_tab": self._next,
            "previous_tab": self._previous,
            "reopen_tab": self.reopen,
        }

    @property
    def tabs(self) -> tuple[OpenTab, ...]:
        """Return the open articles, in the order of their tabs."""
        return tuple(self._tabs)

    @property
    def front(self) -> int:
        """Return the number of the tab in front; -1 when nothing is open."""
        return self._front

    # -- following the page --------------------------------------------------------------------

    def _leave(self) -> None:
        """Remember where the article on the page is left, and what was found in it."""
        article = self._session.article.current
        if article is None or self._is_switching or not 0 <= self._front < len(self._tabs):
            return  # while switching, the tab in front is that of the article to come
        self._tabs[self._front] = replace(
            self._tab_of(article),
            found=self._session.analysis.found,
            start=self._window.view.top_place(),
        )

    def _take(self, article: Article | None) -> None:
        """Put the article on the page into the tab in front."""
        self._settle_first()
        if article is None:
            if not self._is_switching:
                self._tabs, self._front = [], -1
        elif self._front < 0:
            self._tabs.append(self._tab_of(article))
            self._front = len(self._tabs) - 1
        elif not self._is_switching:
            self._tabs[self._front] = self._tab_of(article)
        self._show()

    def _tab_of(self, article: Article) -> OpenTab:
        open_article = self._session.article
        title, outlet = self._names(article)
        return OpenTab(title, outlet, open_article.kept_id, article, open_article.data)

    def _names(self, article: Article) -> tuple[str, str]:
        """Return title and outlet of the article on the page, as the reader corrected them."""
        told = edited_article(article, self._session.analysis.corrections.done)
        return told.name, told.outlet or ""

    def _name_front(self) -> None:
        """Give the tab in front the title that the reader gave its article."""
        article = self._session.article.current
        if article is None or not 0 <= self._front < len(self._tabs):
            return
        title, outlet = self._names(article)
        tab = self._tabs[self._front]
        if tab.article is article and (title, outlet) != (tab.title, tab.outlet):
            self._tabs[self._front] = replace(tab, title=title, outlet=outlet)
            self._show()

    def _show(self) -> None:
        names = [(tab.title, tab.outlet) for tab in self._tabs]
        self._window.article_tabs.show_tabs(names, self._front)
        self.shown.emit()

    def remember(self) -> Remembered | None:
        """Return what was found in the article in front when it was left, or None."""
        if not 0 <= self._front < len(self._tabs):
            return None
        tab = self._tabs[self._front]
        is_here = tab.article is not None and tab.article is self._session.article.current
        found = tab.found
        tools = self._session.lexicons.tools
        if not is_here or found is None or tools is None or tab.kept_id:
            return None
        return Remembered(found)

    # -- opening -------------------------------------------------------------------------------

    def open_behind(self, tab: OpenTab) -> None:
        """Add a tab behind the one in front; nothing on the page changes."""
        if not self._tabs and self._session.article.current is None:
            self._tabs.append(tab)
            self.bring(0)
            return
        self._tabs.append(tab)
        self._show()

    def read_behind(self, origins: Sequence[str]) -> None:
        """Read articles but the first one after another on a worker, and give each a tab.

        The first is about to be opened on the page. Which of them all could not be read is told
        at the end.
        """
        self._together = ReadTogether(origins)
        for number, origin in enumerate(origins[1:], start=1):
            done = partial(self._take_read, self._together, number)
            self._reading.start(partial(_read, origin), done)

    def _take_read(
        self, together: ReadTogether, number: int, answer: tuple[Article, bytes] | ReaderError
    ) -> None:
        if isinstance(answer, ReaderError):
            together.fail(number, answer)
            return
        article, data = answer
        self.open_behind(OpenTab(article.name, article.outlet or "", "", article, data))
        if self._session.article.current is not article:
            self.read.emit(article, data)

    def _first_failed(self, error: ReaderError) -> None:
        together = self._together
        if together is not None and not together.is_first_settled:
            together.fail(0, error)
            self._settle_first()

    def _settle_first(self) -> None:
        if self._together is not None:
            self._together.is_first_settled = True
            self._tell_together()

    def _tell_together(self) -> None:
        """Tell which of the files that were opened together could not be read, after the last."""
        together = self._together
        if together is None or not together.is_first_settled or self._reading.is_busy:
            return
        self._together = None
        problem = together.problem()
        if problem is not None:
            self._session.article.failed.emit(problem)

    def offer_unkept(self) -> None:
        """Tell once more of the articles behind that the library does not know yet."""
        for number, tab in enumerate(self._tabs):
            if number != self._front and tab.article is not None and not tab.kept_id:
                self.read.emit(tab.article, tab.data)

    def note_kept_behind(self, article: Article, article_id: str) -> None:
        """Know that an article in a tab behind is in the library now."""
        for number, tab in enumerate(self._tabs):
            if number != self._front and tab.article is article:
                self._tabs[number] = replace(tab, kept_id=article_id)
                self.known.emit()

    def _reading_failed(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self._session.article.failed.emit(error)

    def resume(self, tabs: Sequence[OpenTab], front: int) -> None:
        """Open the articles of the last time, one of them on the page."""
        if not tabs or self._tabs:
            return
        self._tabs, self._front = list(tabs), -1
        self.bring(min(max(0, front), len(tabs) - 1))

    def resume_before(self, tabs: Sequence[OpenTab]) -> None:
        """Put the articles of the last time before those that are open; the page stays."""
        here = [tab for tab in tabs if self.find(tab.kept_id) < 0]
        self._tabs = [*here, *self._tabs]
        if self._front >= 0:
            self._front += len(here)
        self._show()

    # -- going to and fro ----------------------------------------------------------------------

    def bring(self, number: int) -> None:
        """Bring the article of a tab to the page."""
        if number == self._front or not 0 <= number < len(self._tabs):
            return
        self._leave()
        tab = self._tabs[number]
        article = tab.article or self._fetched(tab.kept_id)
        if article is None:
            self._tabs.pop(number)
            self._show()
            return
        self._tabs[number] = replace(tab, article=article)
        self._is_switching, self._front = True, number
        try:
            self._session.article.show(article, tab.kept_id, tab.data)
        finally:
            self._is_switching = False
        if tab.start >= 0:
            self._window.view.put_at_top(tab.start)

    def _fetched(self, article_id: str) -> Article | None:
        library = self._session.door.library
        if library is None or not article_id:
            return None
        try:
            return library.articles.article(article_id, is_edited=False)
        except ReaderError as error:
            self._session.article.failed.emit(error)
            return None

    def _next(self) -> None:
        self.step(1)

    def _previous(self) -> None:
        self.step(-1)

    def step(self, steps: int) -> None:
        """Bring the next tab, or the one before, round at the ends."""
        if len(self._tabs) > 1:
            self.bring((self._front + steps) % len(self._tabs))

    def find(self, article_id: str) -> int:
        """Return the number of the tab that holds an article of the library, or -1."""
        ids = [tab.kept_id for tab in self._tabs]
        return ids.index(article_id) if article_id in ids else -1

    def note_kept(self, article_id: str) -> None:
        """Know that the article in front is in the library; it has one tab, not two."""
        if not 0 <= self._front < len(self._tabs):
            return
        self._tabs[self._front] = replace(self._tabs[self._front], kept_id=article_id)
        other = self.find(article_id)
        if other != self._front:
            del self._tabs[other]
            self._front -= other < self._front
            self._show()
        self.known.emit()

    # -- closing -------------------------------------------------------------------------------

    def close_front(self) -> None:
        """Close the article on the page."""
        self.close(self._front)

    def close(self, number: int) -> None:
        """Close a tab; the one beside it comes to the page."""
        if not 0 <= number < len(self._tabs):
            return
        if number == self._front:
            self._leave()
        self._closed = [*self._closed, self._tabs[number]][-_MOST_CLOSED:]
        if len(self._tabs) == 1:
            self._session.article.close()
            return
        if number != self._front:
            del self._tabs[number]
            self._front -= number < self._front
            self._show()
            return
        beside = number + 1 if number + 1 < len(self._tabs) else number - 1
        self.bring(beside)
        del self._tabs[number]
        self._front = beside - (number < beside)
        self._show()

    def close_others(self, number: int) -> None:
        """Close all tabs but one, which comes to the page."""
        self.bring(number)
        for other in reversed(range(len(self._tabs))):
            if other != self._front:
                self.close(other)

    def reopen(self) -> None:
        """Open the tab that was closed last."""
        if self._closed:
            self._tabs.append(self._closed.pop())
            self.bring(len(self._tabs) - 1)

    def stop(self) -> None:
        """End all work, as the window does when it closes."""
        self._reading.wait(1)


def _read(origin: str, tell: Callable[[str], None]) -> tuple[Article, bytes] | ReaderError:
    try:
        return read.read_with_bytes(origin, still_wanted=partial(tell, "page"))
    except ReaderError as error:
        return error
