"""A page of HTML on a printer, looked at first."""

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget


class PaperPreview(QPrintPreviewDialog):
    """Shows how a page of HTML is printed, and prints it."""

    def __init__(self, html: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(QPrinter(QPrinter.PrinterMode.HighResolution), parent)
        self.setWindowTitle(title)
        self.setObjectName("paper_preview")
        self._document = QTextDocument(self)
        self._document.setHtml(html)
        self.paintRequested.connect(self._paint)

    def _paint(self, printer: QPrinter) -> None:
        self._document.print_(printer)
