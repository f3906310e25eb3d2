"""A page of HTML on a printer, looked at first."""

import re
from base64 import b64encode

from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

_DRAWING = re.compile(r"<svg width='(\d+)' height='(\d+)'(.*?</svg>)", re.DOTALL)
_SHARP = 6  # dots of a drawing for one of its pixels
_OWN_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
# Points instead of the pixels of a screen, and black on white.
_STYLE = """
h1{font-size:15pt;margin:4px 0} h2{font-size:11pt;margin:8px 0 2px} p{margin:6px 0 0}
td,th{padding:3px 8px 3px 0;border-bottom:1px solid #999}
th{text-align:left} .note,.who,.foot,.facts,.quiet,.none{color:#444;font-size:8pt}
.label,.quote,.sentence,.hedge{font-family:"Source Serif 4"} .verb,.cue{font-style:italic}
.direct .w{background:#e6e2d8} .indirect .w{text-decoration:overline}
a{color:#444;font-size:7pt;text-decoration:none} th a{font-size:9pt;color:#000}
"""


def paper_document(html: str) -> QTextDocument:
    """Return a page as it is printed: its own style, which is for screens, is left out."""
    document = QTextDocument()
    document.setDefaultFont(QFont("IBM Plex Sans", 9))
    document.setDefaultStyleSheet(_STYLE)
    document.setHtml(_DRAWING.sub(_as_image, _OWN_STYLE.sub("", html)))
    return document


def _as_image(drawing: re.Match[str]) -> str:
    """Return a drawing as an image, which rich text can hold; sharp enough for paper."""
    wide, high = int(drawing[1]), int(drawing[2])
    head = f"<svg xmlns='http://www.w3.org/2000/svg' width='{wide * _SHARP}'"
    told = f"{head} height='{high * _SHARP}'{drawing[3]}"
    data = b64encode(told.encode()).decode()
    return f'<img src="data:image/svg+xml;base64,{data}" width="{wide}" height="{high}">'


class PaperPreview(QPrintPreviewDialog):
    """Shows how a page of HTML is printed, and prints it."""

    def __init__(self, html: str, title: str, parent: QWidget | None = None) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        super().__init__(printer, parent)
        self._printer = printer  # Qt does not keep it, and draws on it as long as this is open
        self.setWindowTitle(title)
        self.setObjectName("paper_preview")
        self._document = paper_document(html)
        self.paintRequested.connect(self._paint)

    def _paint(self, printer: QPrinter) -> None:
        self._document.print_(printer)
