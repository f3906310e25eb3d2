"""The guide for teachers, and the notes of a ready lesson: pages to read and to print."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from reader.errors import ReaderError
from reader.storage.files.atomic_files import write_atomically
from reader.ui.marks.paper.pdf import as_bytes
from reader.ui.messages import Messages
from reader.ui.theme import serif

_DOTS = 96  # an inch
_BELOW, _ABOVE_HEADING = 9.0, 16.0  # pixels


class GuideWindow(QDialog):
    """Shows a page of Markdown that comes with the program."""

    def __init__(self, title: str, markdown: str, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._markdown, self._messages = title, markdown, messages
        self.setObjectName("guide_window")
        self.setWindowTitle(title)
        self.resize(820, 700)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 8)
        page = QTextBrowser()
        page.setObjectName("guide_page")
        page.setAccessibleName(title)
        page.setOpenLinks(False)
        page.setStyleSheet('font: 400 16px "Source Serif 4"')
        page.document().setDocumentMargin(28)
        page.setMarkdown(markdown)
        _give_room(page.document())
        rows.addWidget(page)
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 14, 0)
        row.addStretch()
        save = QPushButton(self.tr("Save to print…"))
        save.setObjectName("guide_print")
        save.clicked.connect(self._save)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        for button in (save, close):
            row.addWidget(button)
        rows.addLayout(row)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        kinds = self.tr("PDF (*.pdf)")
        place = self._messages.ask_place(self._title, f"{self._title}.pdf", kinds)
        if not place:
            return
        try:
            write_atomically(Path(place), guide_pdf(self._title, self._markdown))
        except ReaderError as error:
            self._messages.tell(self._title, str(error))


def guide_pdf(title: str, markdown: str) -> bytes:
    """Return a page of Markdown as a PDF of A4 pages."""
    document = QTextDocument()
    document.setDefaultFont(serif(14))
    document.setMarkdown(markdown)
    _give_room(document)

    def draw(writer: QPdfWriter) -> None:
        writer.setTitle(title)
        writer.setResolution(_DOTS)  # the fonts are measured in pixels of a screen
        margins = QMarginsF(18, 18, 18, 18)
        portrait = QPageLayout.Orientation.Portrait
        paper = QPageSize(QPageSize.PageSizeId.A4)
        writer.setPageLayout(QPageLayout(paper, portrait, margins, QPageLayout.Unit.Millimeter))
        document.print_(writer)

    return as_bytes(draw)


def _give_room(document: QTextDocument) -> None:
    """Set paragraphs and headings apart, which Markdown alone does not."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        is_row = block.textList() is not None or QTextCursor(block).currentTable() is not None
        form.setBottomMargin(2 if is_row else _BELOW)
        if form.headingLevel():
            form.setTopMargin(_ABOVE_HEADING)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(form)
        block = block.next()
