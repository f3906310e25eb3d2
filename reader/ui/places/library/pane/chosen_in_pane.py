"""What the pane tells of: an article that is chosen, several, or a place that was found."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.across.comparison.limits import FEWEST, LETTERS, MOST
from reader.core.analysis.places import Places
from reader.errors import ReaderError
from reader.ui.places.library.article_list.article_list import ArticleList
from reader.ui.places.library.pane.article_pane import ArticlePane
from reader.ui.places.library.results.result_lines import PlaceLine, ResultLine

if TYPE_CHECKING:
    from reader.storage.library.library import Library


class ChosenInPane(QObject):
    """Shows in the pane what is chosen in the list or among the results.

    Signals:
        article_requested(str, int): Open an article where a place begins; -1 for its kept place.
        article_behind_requested(str): Open an article in a tab behind.
        compare_requested(tuple, bool): Compare these articles, in this order; True to hide the
            outlets at first.
    """

    article_requested = Signal(str, int)
    article_behind_requested = Signal(str)
    compare_requested = Signal(object, bool)

    def __init__(
        self, library: "Library", articles: ArticleList, pane: ArticlePane, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library, self._list, self._pane = library, articles, pane
        pane.article_requested.connect(self.article_requested)
        pane.chosen.order_changed.connect(self._take)
        pane.chosen.tabs_requested.connect(self._open_tabs)

    def show(self) -> None:
        """Show what is chosen in the list."""
        ids = self._list.chosen_ids()
        if len(ids) > 1:
            self._pane.show_several(self._library.rows_of(ids[:MOST]), len(ids))
            can_compare = FEWEST <= len(ids) <= MOST
            letters = zip(self._pane.chosen.ids(), LETTERS, strict=False) if can_compare else ()
            self._list.show_letters(dict(letters))
            return
        self._pane.chosen.show_rows((), 0)
        self._list.show_letters({})
        row = self._list.current_row() if ids else None
        if row is None:
            self._pane.show_nothing()
            return
        try:
            article = self._library.articles.article(row.id)
            place = self._library.reading.place(row.id)
            notes = self._library.notes_on(article) if row.notes else ()
        except ReaderError:
            self._pane.show_article(row, None, "")
            return
        name = str(Places(article).at(place.start)) if place and place.start else ""
        self._pane.show_article(row, article, name, notes)

    def show_line(self, line: ResultLine | None) -> None:
        """Show a place that was found with its paragraph, or the article of a title."""
        if isinstance(line, PlaceLine):
            paragraph = f"{line.before}{line.place.text}{line.after}"
            start = len(line.before)
            self._pane.show_place(line, paragraph, (start, start + len(line.place.text)))
            return
        row = self._library.row(line.article.id) if line is not None else None
        if row is None:
            self._pane.show_nothing()
        else:
            article = self._library.articles.article(row.id)
            notes = self._library.notes_on(article) if row.notes else ()
            self._pane.show_article(row, article, "", notes)

    def compare(self, ids: tuple[str, ...]) -> bool:
        """Ask to compare what is chosen, where it is two to six articles; return whether it is."""
        chosen = self._pane.chosen
        can_compare = FEWEST <= len(ids) <= MOST
        if can_compare:
            self.compare_requested.emit(chosen.ids(), chosen.hides.isChecked())
        return can_compare

    def _take(self) -> None:
        """Choose in the list what is left in the pane, and letter both alike."""
        ids, kept = self._list.chosen_ids(), self._pane.chosen.ids()
        gone = set(ids[:MOST]).difference(kept)
        left = tuple(one for one in ids if one not in gone)
        self._list.choose(left, kept[0] if gone and kept else None)
        self.show()

    def _open_tabs(self) -> None:
        """Open each chosen article in a tab, the first in front."""
        ids = self._pane.chosen.ids()
        for one in ids:
            self.article_behind_requested.emit(one)
        self.article_requested.emit(ids[0], -1)
