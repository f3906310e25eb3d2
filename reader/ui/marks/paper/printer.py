"""Pages that paint themselves, on a printer."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from reader.errors import ReaderError
from reader.storage.reports.report_format import PaperSize
from reader.ui.marks.paper.pdf import Painted
from reader.ui.marks.paper.sheet import POINT


def ask_printer(parent: QWidget, paper: PaperSize = "A4") -> QPrinter | None:
    """Let the reader choose a printer; None when nothing is to be printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize.PageSizeId.A4 if paper == "A4" else QPageSize.PageSizeId.Letter
    printer.setPageSize(QPageSize(size))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
    return printer if is_wanted else None


def print_painted(printer: QPrinter, pages: Painted) -> None:
    """Print pages, those that were chosen only.

    Raises:
        ReaderError: The printer takes nothing.
    """
    painter = QPainter()
    if not painter.begin(printer):
        hint = _tr("Look whether it is on, or save a PDF and print that.")
        raise ReaderError(_tr("The printer does not answer."), hint=hint)
    scale = printer.resolution() / (72 * POINT)
    first = max(1, printer.fromPage()) if printer.fromPage() else 1
    last = min(len(pages), printer.toPage()) if printer.toPage() else len(pages)
    for number in range(first, last + 1):
        if number > first:
            printer.newPage()
        painter.save()
        painter.scale(scale, scale)
        pages.paint(painter, number - 1)
        painter.restore()
    painter.end()


def _tr(words: str) -> str:
    return QCoreApplication.translate("Paper", words)
