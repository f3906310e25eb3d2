"""What the menu of a feed offers: when it is checked, and whether whole pages are fetched."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from reader.settings import EACH
from reader.ui.controllers.library.acts.library_changes import Change
from reader.ui.session.session import Session

if TYPE_CHECKING:
    from reader.storage.library.articles.feeds import FeedRow, Schedule
    from reader.storage.library.library import Library

Do = Callable[[str, Change, Change], None]


class FeedMenu:
    """Changes how one feed is asked; what Preferences say of all feeds counts more."""

    def __init__(self, session: Session, do: Do) -> None:
        """Take the session, and what makes a change that can be taken back."""
        self._session, self._do = session, do

    def add_to(self, menu: QMenu, number: int) -> None:
        """Add the entries for the feed with a number."""
        library = self._session.door.library
        feeds = library.feeds.all() if library is not None else ()
        feed = next((one for one in feeds if one.number == number), None)
        if feed is None:
            return
        below = menu.addMenu(_tr("&Check it"))
        words: dict[Schedule, str] = {
            "by-hand": _tr("Only by &hand"),
            "daily": _tr("Every &day"),
            "hourly": _tr("Every h&our"),
        }
        for schedule, name in words.items():
            choose = partial(self._ask, feed, schedule, wants_page=feed.wants_page)
            action = below.addAction(name, choose)
            action.setCheckable(True)
            action.setChecked(schedule == feed.schedule)
        turn = partial(self._ask, feed, feed.schedule, wants_page=not feed.wants_page)
        page = menu.addAction(_tr("Fetch whole &pages"), turn)
        page.setCheckable(True)
        page.setChecked(feed.wants_page)

    def _ask(self, feed: "FeedRow", schedule: "Schedule", *, wants_page: bool) -> None:
        settings = self._session.settings.now
        is_of_page = wants_page != feed.wants_page
        told = _tr("{name} is checked as you say from now on.")
        if (settings.feed_pages if is_of_page else settings.feed_schedule) != EACH:
            told = _tr("Kept for {name}. Preferences say otherwise for all feeds.")
        self._do(
            told.format(name=feed.title),
            partial(_asked, feed.number, schedule, wants_page),
            partial(_asked, feed.number, feed.schedule, feed.wants_page),
        )


def _asked(
    number: int,
    schedule: "Schedule",
    wants_page: bool,  # noqa: FBT001 -- bound by partial
    library: "Library",
) -> None:
    library.feeds.ask(number, schedule, wants_page=wants_page)


def _tr(words: str) -> str:
    return QCoreApplication.translate("FeedMenu", words)
