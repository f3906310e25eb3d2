"""The parts of export and print in one place, for those who load them late."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from reader.core.text.article import Article
from reader.paths import Paths
from reader.storage.exports.others.note_files import read_note_file
from reader.storage.exports.others.notes_file import NotesFile
from reader.storage.exports.registry import export_format, written
from reader.storage.reports.choosing import chosen
from reader.storage.reports.report_format import Choices, Report, ReportFormat
from reader.ui.marks.paper.pdf import pdf
from reader.ui.places.export import printing, scopes
from reader.ui.places.export.export_dialog import ExportDialog, Subject
from reader.values import frozen


def file_of(one: ReportFormat, reports: Sequence[Report], choices: Choices) -> bytes:
    """Return the bytes of a file on some articles, with what was chosen of each.

    Raises:
        ReaderError: It cannot be made.
    """
    return written(one, reports, choices, pdf)


@frozen
class ExportParts:
    """What the controllers need, once a reader wants to take something away, or notes in.

    Attributes:
        dialog: The dialog.
        subject: What it is told of the article.
        format_of: Returns a format by its name.
        file_of: Returns the bytes of a file.
        collection_names: Returns the names of the collections.
        kept_reports: Returns what is written of articles of the library; for a worker.
        from_library: Says which these are.
        ask_printer: Lets the reader choose a printer.
        print_pages: Prints articles.
        chosen: Returns what was chosen of an article.
        notes_in: Returns the notes in a file of another program; for a worker.
    """

    dialog: type[ExportDialog] = ExportDialog
    subject: type[Subject] = Subject
    format_of: Callable[[str], ReportFormat] = export_format
    file_of: Callable[[ReportFormat, Sequence[Report], Choices], bytes] = file_of
    collection_names: Callable[[Paths], tuple[str, ...]] = scopes.collection_names
    kept_reports: Callable[[Paths, scopes.FromLibrary, Callable[[str], None]], list[Report]] = (
        scopes.kept_reports
    )
    from_library: type[scopes.FromLibrary] = scopes.FromLibrary
    ask_printer: Callable[..., Any] = printing.ask_printer
    print_pages: Callable[..., None] = printing.print_pages
    chosen: Callable[[Report, Choices], Report] = chosen
    notes_in: Callable[[Path, Article], NotesFile] = read_note_file
