"""Comparing articles: which ones, the work in the background, the window, and its files."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.core.corrections import without_muted
from reader.errors import ReaderError
from reader.storage.files.atomic_files import write_atomically
from reader.ui.controllers.library.from_library import ask_kept
from reader.ui.controllers.program_parts import ProgramParts
from reader.ui.jobs import Jobs
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons

if TYPE_CHECKING:
    from reader.core.across.comparison.comparison import Comparison
    from reader.ui.dialogs.kept_articles import KeptTitle
    from reader.ui.places.comparison.choosing import ChooseArticles
    from reader.ui.places.comparison.comparison_window import ComparisonWindow
    from reader.ui.places.library.library_place import LibraryPlace


class Comparing(QObject):
    """Answers the command that compares articles.

    Attributes:
        chooser: The dialog in which articles are chosen, while it is open.
        comparison_window: The window of the last comparison, or None.
    """

    def __init__(
        self,
        parts: ProgramParts,
        load: Callable[[], Any] | None,
    ) -> None:
        super().__init__(parts.window)
        self._window, self._session = parts.window, parts.session
        self._messages, self._paths = parts.messages, parts.paths
        self._load = load
        self._parts: Any = None
        self._is_hidden = True
        self._compared: tuple[Any, ...] = ()
        self.chooser: ChooseArticles | None = None
        self.comparison_window: ComparisonWindow | None = None
        self.jobs = Jobs(self)
        self.jobs.finished.connect(self._show)
        self.jobs.failed.connect(self._fail)
        self.jobs.progressed.connect(parts.window.status.show_step)
        self._place: LibraryPlace | None = None
        parts.window.actions_by_name["compare"].setEnabled(load is not None)
        parts.window.welcome.compare_requested.connect(self._compare_samples)

    def _compare_samples(self, origins: Sequence[str]) -> None:
        self.compare(origins, is_hidden=False)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands of comparing do."""
        return {"compare": self.choose}

    def connect_place(self, place: "LibraryPlace") -> None:
        """Compare what is chosen in the library."""
        self._place = place
        place.compare_requested.connect(self._compare_chosen)

    def choose(self) -> None:
        """Compare what is chosen in the library, or ask which articles.

        The open article, or what is chosen, is in the list already.
        """
        parts = self._made()
        if parts is None:
            return
        place = self._place
        in_library = place is not None and self._window.pages.currentWidget() is place
        if in_library and place is not None and place.compare():
            return
        if in_library and place is not None:
            titles = place.chosen_titles()
            self._ask([parts.article(name, title) for name, title in titles], self._window)
        else:
            self._ask(self._open_one(parts), self._window)

    def _ask(self, offered: Iterable[Any], over: QWidget, *, is_hidden: bool = True) -> None:
        """Ask which articles are compared; those that are offered are in the list already."""
        chooser = self.chooser = self._parts.chooser(over)
        chooser.add(offered)
        chooser.hides.setChecked(is_hidden)
        chooser.files_wanted.connect(self._add_file)
        chooser.library_wanted.connect(self._add_kept)
        chooser.library.setEnabled(self._session.door.is_there)
        chooser.accepted.connect(self._begin)
        chooser.open()

    def _add_article(self) -> None:
        """Ask for one more article in the comparison that is open; none of it is read again."""
        window = self.comparison_window
        if window is not None:
            self._ask(self._compared, window, is_hidden=window.hides.isChecked())

    def _open_one(self, parts: Any) -> list[Any]:  # noqa: ANN401 -- as `_made`
        """Return the open article with its analysis, as its reader corrected and muted it."""
        article, analysis = self._session.article.current, self._session.analysis.current
        if article is None:
            return []
        title = article.name
        if analysis is not None:
            analysis = without_muted(analysis, self._session.analysis.corrections.done)
        return [parts.article(article.origin or title, title, analysis)]

    def compare(self, origins: Sequence[str], *, is_hidden: bool = True) -> None:
        """Compare articles by their paths, addresses or ids, as the library has them chosen."""
        parts = self._made()
        if parts is not None:
            self._start([parts.article(origin, origin) for origin in origins], is_hidden)

    def _compare_chosen(self, ids: Sequence[str], is_hidden: bool) -> None:  # noqa: FBT001 -- a slot
        self.compare(ids, is_hidden=is_hidden)

    def _made(self) -> Any:  # noqa: ANN401 -- loaded late, as `ComparisonParts` describes it
        if self._parts is None and self._load is not None:
            self._parts = self._load()
        return self._parts

    def _add_file(self) -> None:
        path = self._messages.ask_file(self.tr("Add an article"), "")
        if path and self.chooser is not None:
            self.chooser.add_files([path])

    def _add_kept(self) -> None:
        if self.chooser is not None:
            ask_kept(self._session.door, self.chooser, self._take_kept)

    def _take_kept(self, kept: "tuple[KeptTitle, ...]") -> None:
        if self.chooser is not None:
            self.chooser.add(self._parts.article(one.id, one.title) for one in kept)

    def _begin(self) -> None:
        chooser = self.chooser
        if chooser is not None:
            self._start(chooser.chosen(), chooser.hides.isChecked())

    def _start(self, chosen: Sequence[object], is_hidden: bool) -> None:  # noqa: FBT001 -- own use
        self._is_hidden, self._compared = is_hidden, tuple(chosen)
        tools = self._session.lexicons.tools
        self.jobs.start(partial(self._parts.compare, chosen, tools, self._paths))

    def _show(self, comparison: "Comparison") -> None:
        """Show what was found, in the one window of comparisons."""
        self._window.status.show_step("")
        self._compared = tuple(
            replace(one, title=item.analysis.article.name, analysis=item.analysis)
            for one, item in zip(self._compared, comparison.articles, strict=True)
        )
        shown = self.comparison_window
        if shown is None:
            icons = Icons(self._paths.resources / "icons")
            shown = self.comparison_window = self._parts.window(
                self._window.theme, icons, self._window
            )
            shown.add_requested.connect(self._add_article)
            shown.export_requested.connect(self._export)
            shown.print_requested.connect(self._print)
        shown.set_theme(self._window.theme)
        shown.show_comparison(comparison, is_hidden=self._is_hidden)
        if not shown.isVisible():
            self._window.fit_beside(shown)
        shown.show()
        shown.raise_()
        shown.activateWindow()

    def _fail(self, error: Exception) -> None:
        self._window.status.show_step("")
        if not isinstance(error, ReaderError):
            raise error
        over = self.comparison_window
        if over is not None and over.isVisible():  # the note would stand in the window behind
            self._messages.tell(self.tr("Compare articles"), f"{error.message} {error.hint}")
            return
        buttons = ("", self.tr("Close"))
        self._window.notes.error.show_note(error.message, error.hint, buttons, is_warning=True)

    def _export(self) -> None:
        """Write the comparison as it is shown to a file."""
        shown = self.comparison_window.shown if self.comparison_window is not None else None
        if shown is None:
            return
        formats = self._parts.formats
        kinds = ";;".join(f"{self.tr(one.title)} (*{one.suffix})" for one in reversed(formats))
        path = self._messages.ask_place(self.tr("Export comparison"), "comparison.html", kinds)
        if not path:
            return
        fitting = (one for one in formats if path.lower().endswith(one.suffix))
        chosen = next(fitting, formats[-1])
        try:
            write_atomically(Path(path), chosen.write(shown).encode())
        except ReaderError as error:
            self._messages.tell(self.tr("Export comparison"), f"{error.message} {error.hint}")

    def _print(self) -> None:
        """Show the table on paper, and print it."""
        window = self.comparison_window
        shown = window.shown if window is not None else None
        if shown is not None:
            html = self._parts.paper_html(shown)
            self._parts.paper(html, self.tr("Print the comparison"), window).exec()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of the window."""
        if self.comparison_window is not None:
            self.comparison_window.set_theme(theme)

    def close(self) -> None:
        """Close the window and end its work."""
        self.jobs.cancel()
        self.jobs.wait()
        if self.comparison_window is not None:
            self.comparison_window.close()
