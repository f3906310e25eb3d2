"""What a reader takes away: opens the dialog of export and print, writes the file, prints."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.errors import ReaderError
from reader.storage.files.atomic_files import write_together
from reader.storage.library.rows import local_day
from reader.storage.reports.report_format import Choices, Report
from reader.ui.controllers.program_parts import ProgramParts
from reader.ui.jobs import Jobs
from reader.ui.session.notes_in_force import NotesInForce
from reader.ui.widgets.icons import Icons

if TYPE_CHECKING:
    from reader.ui.places.export.export_dialog import ExportDialog
    from reader.ui.places.export.parts import ExportParts

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
        self._jobs.finished.connect(self._write_collection)
        self._jobs.failed.connect(self._tell_failure)
        self._wanted: tuple[Path, str, Choices] | None = None
        self.dialog: ExportDialog | None = None
        self._notes: NotesInForce | None = None
        parts.session.article.changed.connect(self._show_state)
        parts.session.analysis.changed.connect(self._show_state)
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

    def _show_state(self) -> None:
        is_there = self._loader is not None and self._session.analysis.current is not None
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
        report = self._report()
        if report is None:
            return
        parts, settings = self._load_parts(), self._session.settings.now
        selected = self._window.view.selected_span()
        subject = parts.subject(
            report,
            selected if len(selected) else None,
            self._collections(parts),
            shows_possible=settings.shows_possible,
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

    # -- files ---------------------------------------------------------------------------------

    def _save(self, name: str, choices: Choices, collection: str) -> None:
        parts, report = self._load_parts(), self._report()
        if report is None:
            return
        one = parts.format_of(name)
        stem = short_name(collection) if collection else report.name
        title = self.tr("Save as {title}").format(title=one.title)
        kinds = f"{one.title} (*{one.suffix})"
        given = self._messages.ask_place(title, f"{stem}{one.suffix}", kinds)
        if not given:
            return
        path = Path(given if given.lower().endswith(one.suffix) else f"{given}{one.suffix}")
        if collection:
            self._wanted = (path, name, choices)
            self._jobs.start(partial(parts.collection_reports, self._paths, collection))
        else:
            self._write(path, name, [report], choices)

    def _write(self, path: Path, name: str, reports: list[Report], choices: Choices) -> None:
        try:
            write_together(self._files(path, name, reports, choices))
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
        if not reports:
            raise ReaderError("The collection is empty.", hint="Add articles to it first.")
        if not one.has_text_beside:
            return {path: parts.file_of(one, reports, choices)}
        named = replace(reports[0], name=path.name.removesuffix(one.suffix))
        text = named.analysis.article.text.encode("utf-8", "backslashreplace")
        return {path: parts.file_of(one, [named], choices), path.with_suffix(".txt"): text}

    def _write_collection(self, reports: list[Report]) -> None:
        if self._wanted is not None:
            path, name, choices = self._wanted
            self._wanted = None
            self._write(path, name, reports, choices)

    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        if self.dialog is not None:
            self.dialog.show_error(str(error))

    # -- paper ---------------------------------------------------------------------------------

    def _print(self, choices: Choices) -> None:
        parts, report = self._load_parts(), self._report()
        if report is None or self.dialog is None:
            return
        printer = parts.ask_printer(self.dialog, choices)
        if printer is None:
            return
        try:
            parts.print_pages(printer, [parts.chosen(report, choices)], choices)
        except ReaderError as error:
            self._tell_failure(error)
            return
        self.dialog.accept()

    def stop(self) -> None:
        """End what is still made, as the window does when it closes."""
        self._jobs.cancel()
        self._jobs.wait()


def short_name(title: str | None) -> str:
    """Return a short name for a file that every system can write."""
    return "-".join(re.findall(r"[a-z0-9]+", (title or "").lower()))[:60] or "article"
