"""Counting over many articles: the page, what it begins with, its lines, its files."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.storage.files.atomic_files import write_atomically
from reader.storage.library.rows import is_id
from reader.ui.controllers.library.desk import Desk
from reader.ui.controllers.program_parts import ProgramParts
from reader.ui.jobs import Jobs
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.storage.library.library import Library
    from reader.ui.places.corpus.asking.questions import Answer, ArticleSpan
    from reader.ui.places.corpus.asking.set_field import SetField
    from reader.ui.places.corpus.corpus_place import CorpusPlace
    from reader.ui.places.library.shelf_tree.tree_places import TreePlace

_KINDS = {"collection", "tag", "search", "feed"}  # places of the library's tree that are sets


class Corpora(QObject):
    """Makes the page of counts when it is first wanted, and serves it.

    Attributes:
        place: The page, once it was wanted.
        saving: Writes tables to files, on a worker.
    """

    def __init__(
        self,
        parts: ProgramParts,
        load: Callable[[], Any] | None,
        desk: Desk,
    ) -> None:
        super().__init__(parts.window)
        self._window, self._session = parts.window, parts.session
        self._messages, self._paths = parts.messages, parts.paths
        self._desk = desk
        self._load = load
        self._parts: Any = None
        self._wanted: ArticleSpan | None = None  # in an article that is still being read
        self._saved_as = ""
        self._loading = Jobs(self)
        self._loading.finished.connect(self._take_parts)
        self._loading.failed.connect(self._fail)
        self._then: Callable[[], object] = self._show_again
        self.place: CorpusPlace | None = None
        self.saving = Jobs(self)
        self.saving.finished.connect(self._tell_saved)
        self.saving.failed.connect(self._fail)
        parts.session.article.changed.connect(self._reveal)
        desk.corpus_requested.connect(self._show_again)
        desk.menus.counting_requested.connect(self.count_place)
        parts.window.actions_by_name["corpus"].setEnabled(load is not None)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands of counting do."""
        return {"corpus": self.open}

    # -- the page ------------------------------------------------------------------------------

    def open(self) -> None:
        """Show the page: on what is chosen in the library, where that is in front, else as it was.

        What is found there is a set, or two articles and more that are chosen; else the place of
        the tree is.
        """
        library_page = self._desk.page
        if library_page.is_in_front and library_page.place is not None:
            ids, query = library_page.place.chosen_ids(), library_page.place.query()
            if query:
                self._begin("search", query, query)
            elif len(ids) > 1:
                self.count_articles(ids)
            else:
                self.count_place(library_page.place.place())
        elif self.place is None:
            self._begin(None)
        else:
            self._show_again()

    def count_articles(self, ids: Sequence[str]) -> None:
        """Show the page on some articles of the library."""
        self._begin("chosen", ids=tuple(ids))

    def count_place(self, place: "TreePlace") -> None:
        """Show the page on a place of the library's tree."""
        if place.kind in _KINDS:
            detail = place.query if place.kind == "search" else str(place.feed or "")
            self._begin(place.kind, place.name, detail)
        elif place.kind == "folder":
            self._begin("folder", Path(place.name).name, place.name)
        elif place.kind == "all" or self._desk.page.place is None:
            self._begin("all")
        else:
            self.count_articles(self._desk.page.place.ids_of(place))

    def _begin(
        self, kind: str | None, name: str = "", detail: str = "", ids: tuple[str, ...] = ()
    ) -> None:
        if self._load is None:
            return
        show = partial(self._show, kind, name, detail, ids)
        if not self._session.door.is_there:
            self._when_loaded(show, None)
            return
        self._window.status.stand(self.tr("Opening the library"))
        self._session.door.when_open(partial(self._when_loaded, show))

    def _when_loaded(
        self, show: "Callable[[Library | None], object]", library: "Library | None"
    ) -> None:
        """Show the page as soon as its parts are there; a worker loads them."""
        if self._parts is not None:
            show(library)
        elif self._load is not None:
            self._then = partial(show, library)
            load = self._load
            self._loading.start(lambda _tell: load())

    def _take_parts(self, parts: object) -> None:
        self._parts = parts
        self._then()

    def _show(
        self,
        kind: str | None,
        name: str,
        detail: str,
        ids: tuple[str, ...],
        library: "Library | None",
    ) -> None:
        place = self._made(library)
        self._bring(place)
        choice = self._parts.choice(kind, name, detail, ids) if kind is not None else None
        try:
            place.begin(choice)
        except ReaderError as error:
            self._fail(error)

    def _show_again(self) -> None:
        place = self.place
        if place is None:
            self._begin(None)
            return
        self._bring(place)
        try:
            place.refresh()
        except ReaderError as error:
            self._fail(error)
        place.take_focus()

    def _bring(self, place: "CorpusPlace") -> None:
        self._window.show_place(place, self.tr("Words counted"))
        self._window.status.stand(self.tr("Counts are questions, not verdicts."))
        self._desk.note_corpus()

    def _made(self, library: "Library | None") -> "CorpusPlace":
        """Return the page, made when it is first wanted."""
        if self.place is None:
            parts = self._parts
            shelf = parts.shelf(library, self._paths, self._tools)
            window = self._window
            place: CorpusPlace = parts.place(
                library, shelf, parts.load_measure, window.theme, window
            )
            place.folder_wanted.connect(self._name_folder)
            place.span_requested.connect(self._open_article)
            place.save_requested.connect(self._save)
            window.add_place(place)
            self.place = place
        return self.place

    def _tools(self) -> Any:  # noqa: ANN401 -- AnalysisTools or None, which this room loads late
        return self._session.lexicons.tools

    def _name_folder(self, field: "SetField") -> None:
        field.choose_folder(self._messages.ask_folder(self.tr("A folder of articles")))

    # -- opening a line ------------------------------------------------------------------------

    def _open_article(self, wanted: "ArticleSpan") -> None:
        """Open an article at the span of a line."""
        if not wanted.article:
            told = self.tr("This text is one of several in a file. Open the file to read it.")
            self._window.status.tell(told)
        elif not is_id(wanted.article):
            self._wanted = wanted
            self._session.article.open(wanted.article)
        else:
            self._desk.page.open_article(wanted.article)
            if self._session.article.kept_id == wanted.article:  # else it is gone, as was told
                self._window.view.show_place(wanted.span)

    def _reveal(self, article: Article | None) -> None:
        """Show the wanted place, now that its article is on the page."""
        wanted, self._wanted = self._wanted, None
        if article is not None and wanted is not None and article.origin == wanted.article:
            self._window.view.show_place(wanted.span)

    # -- files ---------------------------------------------------------------------------------

    def _save(self, answer: "Answer") -> None:
        """Write a table to a file that the reader names."""
        formats = self._parts.formats
        kinds = ";;".join(f"{self.tr(one.title)} (*{one.suffix})" for one in formats)
        title = self.tr("Save the table")
        path = self._messages.ask_place(title, f"{answer.table.name}.csv", kinds)
        if not path:
            return
        fitting = (one for one in formats if path.lower().endswith(one.suffix))
        chosen = next(fitting, None)
        if chosen is None:
            chosen, path = formats[0], f"{path}{formats[0].suffix}"
        self._saved_as = path
        table = self._parts.file_table(answer)
        self.saving.start(partial(_written, chosen.write, table, answer.facts, Path(path)))

    def _tell_saved(self, _done: object) -> None:
        if self.place is not None:
            told = self.tr("Saved as {name}.").format(name=Path(self._saved_as).name)
            self.place.pages.show_step(told)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self._messages.tell(self.tr("Words counted"), f"{error.message} {error.hint}".strip())

    # -- the window ----------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of the page."""
        if self.place is not None:
            self.place.set_theme(theme)

    def stop(self) -> None:
        """End all work, as the window does when it closes."""
        if self.place is not None:
            self.place.stop()
        self._loading.cancel()
        self._loading.wait()
        self.saving.wait()


def _written(
    write: Callable[..., bytes],
    table: object,
    facts: object,
    path: Path,
    _tell: Callable[[str], None],
) -> None:
    write_atomically(path, write(table, facts))
