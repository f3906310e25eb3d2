"""Pages written as PDF, in the window and, without a display, on the command line."""

import os
from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from reader.errors import ReaderError
from reader.paths import default_paths
from reader.storage.reports.html.article_markup import title_of
from reader.storage.reports.report_format import Choices, Report
from reader.ui.marks.paper.pages import Pages
from reader.ui.marks.paper.sheet import POINT
from reader.ui.theme import load_fonts

_UNITS_AN_INCH = round(72 * POINT)


def pdf(reports: Sequence[Report], choices: Choices) -> bytes:
    """Return articles as a PDF; a Qt application must be there.

    Raises:
        ReaderError: Qt cannot write it.
    """
    pages = Pages(reports, choices)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    size = QSizeF(pages.sheet.width / POINT, pages.sheet.height / POINT)
    paper = QPageSize(size, QPageSize.Unit.Point, choices.paper)
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setResolution(_UNITS_AN_INCH)
    writer.setTitle(title_of(reports))
    writer.setCreator("Close Reader")
    painter = QPainter()
    if not painter.begin(writer):
        raise ReaderError("The PDF could not be made.", hint="Choose another format.")
    for page in range(len(pages)):
        if page:
            writer.newPage()
        pages.paint(painter, page)
    painter.end()
    return bytes(buffer.data().data())


def write_offscreen(reports: Sequence[Report], choices: Choices) -> bytes:
    """Return articles as a PDF from a program without a window and without a display.

    Raises:
        ReaderError: Qt cannot write it.
    """
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        application = QGuiApplication(["close-reader"])
        load_fonts(default_paths().resources)
        made = pdf(reports, choices)
        del application
        return made
    return pdf(reports, choices)
