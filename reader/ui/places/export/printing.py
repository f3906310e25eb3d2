"""Articles on a printer."""

from collections.abc import Sequence

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from reader.storage.reports.report_format import Choices, Report
from reader.ui.marks.paper import printer as paper
from reader.ui.marks.paper.pages import Pages


def ask_printer(parent: QWidget, choices: Choices) -> QPrinter | None:
    """Let the reader choose a printer; None when nothing is to be printed."""
    return paper.ask_printer(parent, choices.paper)


def print_pages(printer: QPrinter, reports: Sequence[Report], choices: Choices) -> None:
    """Print articles, the chosen pages only.

    Raises:
        ReaderError: The printer takes nothing.
    """
    paper.print_painted(printer, Pages(reports, choices))
