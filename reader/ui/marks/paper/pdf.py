"""Pages written as PDF, in the window and, without a display, on the command line."""

import os
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from reader.errors import ReaderError
from reader.paths import default_paths
from reader.storage.reports.html.article_markup import title_of
from reader.storage.reports.report_format import Choices, Report
from reader.ui.marks.paper.pages import Pages
from reader.ui.marks.paper.sheet import POINT, Sheet
from reader.ui.theme import load_fonts

_UNITS_AN_INCH = round(72 * POINT)


class Painted(Protocol):
    """Pages that paint themselves, each of the size of a sheet."""

    sheet: Sheet

    def __len__(self) -> int:
        """Return how many pages there are."""

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page, counted from 0; the painter's unit is a twentieth of a point."""


def pdf(reports: Sequence[Report], choices: Choices) -> bytes:
    """Return articles as a PDF; a Qt application must be there.

    Raises:
        ReaderError: Qt cannot write it.
    """
    return pages_pdf(Pages(reports, choices), title_of(reports), choices.paper)


def pages_pdf(pages: Painted, title: str, paper_name: str) -> bytes:
    """Return pages as a PDF; a Qt application must be there.

    Raises:
        ReaderError: Qt cannot write it.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    size = QSizeF(pages.sheet.width / POINT, pages.sheet.height / POINT)
    paper = QPageSize(size, QPageSize.Unit.Point, paper_name)
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setResolution(_UNITS_AN_INCH)
    writer.setTitle(title)
    writer.setCreator("Close Reader")
    painter = QPainter()
    if not painter.begin(writer):
        hint = _tr("Choose another format.")
        raise ReaderError(_tr("The PDF could not be made."), hint=hint)
    for page in range(len(pages)):
        if page:
            writer.newPage()
        pages.paint(painter, page)
    painter.end()
    return bytes(buffer.data().data())


def as_bytes(draw: Callable[[QPdfWriter], None]) -> bytes:
    """Return what is drawn on a PDF writer as bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("Close Reader")
    draw(writer)
    del writer  # it writes the end of the file
    return bytes(buffer.data().data())


def write_offscreen(reports: Sequence[Report], choices: Choices) -> bytes:
    """Return articles as a PDF from a program without a window and without a display.

    Raises:
        ReaderError: Qt cannot write it.
    """
    return without_display(lambda: pdf(reports, choices))


def without_display(make: Callable[[], bytes]) -> bytes:
    """Return what is made where a Qt application is there; one is begun if there is none.

    Raises:
        ReaderError: What is to be made cannot be made.
    """
    if QGuiApplication.instance() is not None:
        return make()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(["close-reader"])
    load_fonts(default_paths().resources)
    made = make()
    del application
    return made


def _tr(words: str) -> str:
    return QCoreApplication.translate("Paper", words)
