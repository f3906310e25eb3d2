"""Whether chosen articles tell of one event: what they share, and what else may tell of it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QObject, QTimer

from reader.core.across.comparison.limits import FEWEST, LETTERS, MOST
from reader.core.across.shared_names import (
    may_be_one_event,
    names_and_figures,
    shared_with_others,
)
from reader.errors import ReaderError
from reader.storage.library.library import Library
from reader.storage.library.rows import ArticleRow, Wanted
from reader.ui.places.library.article_list.article_list import ArticleList
from reader.ui.places.library.pane.article_pane import ArticlePane

_REST_MS = 700  # after one article was chosen: nobody walks on
_LATER_MS = 250  # after the last change of what is chosen
_NEAR = 8  # articles looked at before and after a chosen one, by date
_MOST_READ = 12  # of them are read
_DAYS = timedelta(days=4)
_MOST_SHOWN = 3


class OneEvent(QObject):
    """Tells what the chosen articles share, and offers up to three others of those days.

    Of one that is chosen alone it tells which other may be of the same event.
    """

    def __init__(
        self, library: Library, articles: ArticleList, pane: ArticlePane, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library, self._list, self._pane = library, articles, pane
        self._chosen = chosen = pane.chosen
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        articles.selection_changed.connect(self._wait)
        chosen.order_changed.connect(self._wait)
        chosen.add_requested.connect(self._add)
        pane.same_requested.connect(articles.show_article)

    def _wait(self) -> None:
        self._chosen.show_event("", ())
        number = len(self._list.chosen_ids())
        if number == 1 or FEWEST <= number <= MOST:
            self._timer.start(_REST_MS if number == 1 else _LATER_MS)
        else:
            self._timer.stop()

    def look(self) -> None:
        """Look at the texts of what is chosen now, and show what they share."""
        ids = self._chosen.ids()
        if not FEWEST <= len(ids) <= MOST:
            self._look_at_one()
            return
        try:
            words = [self._words(one) for one in ids]
            listed = self._library.ids(Wanted(is_folded=True))
            shared = frozenset().union(*words)
            others = self._others(ids, shared, listed) if len(ids) < MOST else ()
        except ReaderError:
            return  # the list tells what is wrong with the library
        self._chosen.show_event(self._told(words), [row for _, row in others])

    def _look_at_one(self) -> None:
        """Show in the pane which article of the list may be of the same event as the chosen."""
        ids = self._list.chosen_ids()
        if len(ids) != 1 or not self._pane.isVisible() or not self._pane.shows(ids[0]):
            return  # among the results of a search another article is shown
        try:
            others = self._others(ids, self._words(ids[0]), self._list.articles.ids())
        except ReaderError:
            return  # the list tells what is wrong with the library
        for number, row in others[:1]:
            self._pane.show_same(row.id, row.name, number)

    def _words(self, article_id: str) -> frozenset[str]:
        return names_and_figures(self._library.articles.article(article_id).text)

    def _told(self, words: Sequence[frozenset[str]]) -> str:
        first, *rest = shared_with_others(words)
        number = self.tr("A and B share {n} names and figures").format(n=first)
        told = [self.tr("A and B share 1 name or figure") if first == 1 else number]
        further = self.tr("{letter} shares {n} with them")
        told += [
            further.format(letter=LETTERS[place], n=number)
            for place, number in enumerate(rest, start=2)
        ]
        return self.tr("{told}. You decide.").format(told=", ".join(told))

    def _others(
        self, ids: Sequence[str], words: frozenset[str], listed: Sequence[str]
    ) -> tuple[tuple[int, ArticleRow], ...]:
        """Return articles of those days that share much with the chosen ones, the most first.

        Args:
            ids: What is chosen.
            words: Its names and figures.
            listed: Where to look, in an order of which those near to what is chosen are taken.
        """
        near = list(dict.fromkeys(self._near(ids, listed)))
        days = [day for row in self._library.rows_of(ids) if (day := _day(row))]
        rows = [
            row
            for row in self._library.rows_of(near)
            if (day := _day(row)) and any(abs(day - one) <= _DAYS for one in days)
        ][:_MOST_READ]
        read = [(self._words(row.id), row) for row in rows]
        much = [(len(words & own), row) for own, row in read if may_be_one_event(words, own)]
        much.sort(key=lambda one: -one[0])
        return tuple(much[:_MOST_SHOWN])

    def _near(self, ids: Sequence[str], listed: Sequence[str]) -> Iterator[str]:
        for one in ids:
            place = listed.index(one) if one in listed else 0
            around = listed[max(0, place - _NEAR) : place + _NEAR + 1]
            yield from (other for other in around if other not in ids)

    def _add(self, article_id: str) -> None:
        self._list.choose((*self._list.chosen_ids(), article_id))


def _day(row: ArticleRow) -> date | None:
    try:
        return date.fromisoformat((row.published or row.added)[:10])
    except ValueError:
        return None
