"""What a reader takes away: opens the dialog of export and print, writes the file, prints."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.core.text.spans import Span
from reader.errors import ReaderError
from reader.storage.files.atomic_files import write_together
from reader.storage.library.rows import local_day
from reader.storage.reports.report_format import Choices, Report
from reader.ui.controllers.program_parts import ProgramParts
from reader.ui.jobs import Jobs
from reader.ui.session.notes_in_force import NotesInForce
from reader.ui.widgets.icons import Icons

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from reader.ui.controllers.library.library_page import LibraryPage
    from reader.ui.places.export.export_dialog import ExportDialog
    from reader.ui.places.export.parts import ExportParts
    from reader.ui.places.export.scopes import FromLibrary
    from reader.ui.places.library.library_place import LibraryPlace

ExportLoader = Callable[[], "ExportParts"]


class Exporting(QObject):
    """Answers export, print, and save of the analysis; all three are one dialog.

    Attributes:
        dialog: The dialog that is open, or the last one; None before the first.
    """

    def __init__(
        self,
        parts: ProgramParts,
        load_parts: ExportLoader | None,
    ) -> None:
        super().__init__(parts.window)
        self._window, self._session = parts.window, parts.session
        self._messages, self._paths = parts.messages, parts.paths
        self._loader = load_parts
        self._icons = Icons(parts.paths.resources / "icons")
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._take_kept)
        self._jobs.failed.connect(self._tell_failure)
        self._jobs.progressed.connect(self._tell_progress)
        self._then: Callable[[list[Report]], object] | None = None  # done with kept articles
        self._subject: Report | None = None  # what the dialog is about
        self._page: LibraryPage | None = None
        self.dialog: ExportDialog | None = None
        self._notes: NotesInForce | None = None
        parts.session.article.changed.connect(self._show_state)
        parts.session.analysis.changed.connect(self._show_state)
        parts.window.page_changed.connect(self._show_state)
        self._show_state()

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what answers each command, by the command's name."""
        return {
            "export": self.open,
            "print": self.open_paper,
            "export_corrections": self.open_analysis,
        }

    def take_notes_from(self, notes: NotesInForce) -> None:
        """Let the reader's highlights and notes go in, too."""
        self._notes = notes

    def connect_library(self, page: "LibraryPage") -> None:
        """Take what is chosen in the library away, while that is in front."""
        self._page = page
        page.made.connect(self._take_place)

    def _take_place(self, place: "LibraryPlace") -> None:
        place.list.selection_changed.connect(self._show_state)
        place.found.results.line_chosen.connect(self._show_state)

    def _chosen_in_library(self) -> tuple[str, ...] | None:
        """Return what is chosen in the library; None while another page is in front."""
        page = self._page
        if page is None or page.place is None or not page.is_in_front:
            return None
        return page.place.chosen_ids()

    def _show_state(self) -> None:
        chosen = self._chosen_in_library()
        is_open = self._session.analysis.current is not None if chosen is None else bool(chosen)
        is_there = self._loader is not None and is_open
        for name in self.slots():
            self._window.actions_by_name[name].setEnabled(is_there)

    # -- the dialog ----------------------------------------------------------------------------

    def open(self) -> None:
        """Open the dialog at the format that was chosen last."""
        self._open("")

    def open_paper(self) -> None:
        """Open the dialog at PDF, from where one prints."""
        self._open("pdf")

    def open_analysis(self) -> None:
        """Open the dialog at the analysis with the corrections in it."""
        self._open("json")

    def _load_parts(self) -> "ExportParts":
        """Return the parts of export and print, loaded now.

        Raises:
            ReaderError: This program was put together without them.
        """
        if self._loader is None:
            raise ReaderError("Nothing can be taken away here.", hint="Open the window anew.")
        return self._loader()

    def _open(self, name: str) -> None:
        chosen = self._chosen_in_library()
        if chosen is None:
            report = self._report()
            if report is not None:
                self._show_dialog(name, (), report)
        elif chosen:
            self._read_kept(chosen[:1], partial(self._open_chosen, name, chosen))

    def _open_chosen(self, name: str, chosen: tuple[str, ...], reports: list[Report]) -> None:
        if reports and self._chosen_in_library() is not None:
            first = reports[0]
            title = short_name(first.analysis.article.title)
            self._show_dialog(name, chosen, replace(first, name=title))

    def _show_dialog(self, name: str, chosen: tuple[str, ...], report: Report) -> None:
        """Show the dialog at a format.

        Args:
            name: The format; "" for the one that was chosen last.
            chosen: The articles that are chosen in the library; none for the one on the page.
            report: The first of them, or the one on the page.
        """
        parts, settings = self._load_parts(), self._session.settings.now
        selected = Span(0, 0) if chosen else self._window.view.selected_span()
        self._subject = report
        subject = parts.subject(
            report,
            selected if len(selected) else None,
            self._collections(parts),
            shows_possible=settings.shows_possible,
            chosen=chosen if len(chosen) > 1 else (),
        )
        if self.dialog is not None:
            self.dialog.deleteLater()
        theme = self._window.theme
        self.dialog = parts.dialog(
            subject, settings.export_choices, theme, self._icons, self._window
        )
        self.dialog.save_requested.connect(self._save)
        self.dialog.print_requested.connect(self._print)
        self.dialog.choices_kept.connect(self._keep)
        self.dialog.begin(name)

    def _collections(self, parts: "ExportParts") -> tuple[str, ...]:
        try:
            return parts.collection_names(self._paths)
        except ReaderError:  # the library tells its own trouble; an article needs none of it
            return ()

    def _report(self) -> Report | None:
        analysis = self._session.analysis.current
        if analysis is None:
            return None
        corrections = tuple(self._session.analysis.corrections.done)
        notes = self._notes.now if self._notes is not None else ()
        name = short_name(analysis.article.title)
        return Report(analysis, name, corrections, notes, self._accessed())

    def _accessed(self) -> str:
        """Return the day on which the article on the page was fetched, if it is kept."""
        library, kept_id = self._session.door.library, self._session.article.kept_id
        row = library.row(kept_id) if library is not None and kept_id else None
        return local_day(row.added) if row is not None else ""

    def _keep(self, line: str) -> None:
        settings = self._session.settings
        settings.change(replace(settings.now, export_choices=line))

    # -- articles of the library ---------------------------------------------------------------

    def _read_kept(
        self, wanted: "tuple[str, ...] | FromLibrary", then: Callable[[list[Report]], object]
    ) -> None:
        """Read and analyse kept articles on a worker, and do something with them."""
        parts = self._load_parts()
        if isinstance(wanted, tuple):
            wanted = parts.from_library(ids=wanted)
        self._then = then
        self._jobs.start(partial(parts.kept_reports, self._paths, wanted))

    def _take_kept(self, reports: list[Report]) -> None:
        if self._then is not None:
            self._then(reports)

    def _tell_progress(self, count: str) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.show_progress(int(count))

    # -- files ---------------------------------------------------------------------------------

    def _save(self, name: str, choices: Choices, wanted: "FromLibrary | None") -> None:
        parts, report = self._load_parts(), self._subject
        if report is None:
            return
        one = parts.format_of(name)
        title = self.tr("Save as {title}").format(title=one.title)
        kinds = f"{one.title} (*{one.suffix})"
        given = self._messages.ask_place(title, f"{self._stem(wanted, report)}{one.suffix}", kinds)
        if not given:
            return
        path = Path(given if given.lower().endswith(one.suffix) else f"{given}{one.suffix}")
        if wanted is None:
            self._write(path, name, choices, [report])
        else:
            self._read_kept(wanted, partial(self._write, path, name, choices))

    def _stem(self, wanted: "FromLibrary | None", report: Report) -> str:
        """Return what a file is called at first."""
        if wanted is None:
            return short_name(report.analysis.article.title)
        return short_name(wanted.collection) if wanted.collection else self.tr("articles")

    def _write(self, path: Path, name: str, choices: Choices, reports: list[Report]) -> None:
        try:
            write_together(self._files(path, name, _at_least_one(reports), choices))
        except ReaderError as error:
            self._tell_failure(error)
            return
        if self.dialog is not None:
            self.dialog.accept()
        told = self.tr("Saved as {name}.").format(name=path.name)
        self._window.toast.show_words(told, can_undo=False)

    def _files(
        self, path: Path, name: str, reports: list[Report], choices: Choices
    ) -> dict[Path, bytes]:
        """Return what is to be written: a file, and for some formats the text beside it.

        Raises:
            ReaderError: It cannot be made.
        """
        parts = self._load_parts()
        one = parts.format_of(name)
        if not one.has_text_beside:
            return {path: parts.file_of(one, reports, choices)}
        named = replace(reports[0], name=path.name.removesuffix(one.suffix))
        text = named.analysis.article.text.encode("utf-8", "backslashreplace")
        return {path: parts.file_of(one, [named], choices), path.with_suffix(".txt"): text}

    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.show_error(str(error))
        else:
            buttons = ("", self.tr("Close"))
            note = self._window.notes.error
            note.show_note(error.message, error.hint, buttons, is_warning=True)

    # -- paper ---------------------------------------------------------------------------------

    def _print(self, choices: Choices, wanted: "FromLibrary | None") -> None:
        parts, report = self._load_parts(), self._subject
        if report is None or self.dialog is None:
            return
        printer = parts.ask_printer(self.dialog, choices)
        if printer is None:
            return
        if wanted is None:
            self._print_on(printer, choices, [report])
        else:
            self._read_kept(wanted, partial(self._print_on, printer, choices))

    def _print_on(self, printer: "QPrinter", choices: Choices, reports: list[Report]) -> None:
        parts = self._load_parts()
        try:
            pages = [parts.chosen(one, choices) for one in _at_least_one(reports)]
            parts.print_pages(printer, pages, choices)
        except ReaderError as error:
            self._tell_failure(error)
            return
        if self.dialog is not None:
            self.dialog.accept()

    def stop(self) -> None:
        """End what is still made, as the window does when it closes."""
        self._jobs.cancel()
        self._jobs.wait()


def _at_least_one(reports: list[Report]) -> list[Report]:
    """Return articles, if there are any.

    Raises:
        ReaderError: There are none.
    """
    if not reports:
        raise ReaderError("The collection is empty.", hint="Add articles to it first.")
    return reports


def short_name(title: str | None) -> str:
    """Return a short name for a file that every system can write."""
    return "-".join(re.findall(r"[a-z0-9]+", (title or "").lower()))[:60] or "article"
