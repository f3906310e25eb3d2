"""The titles over the two columns of counts: the narrator's and the sources'."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reader.ui.widgets.rows.category_painter import NARRATOR_WIDTH, SOURCES_WIDTH


def count_titles(parent: QWidget, margins: tuple[int, int, int, int], role: str = "") -> QWidget:
    """Return the titles, with margins at left, top, right and bottom."""
    titles = QWidget(parent)
    row = QHBoxLayout(titles)
    row.setContentsMargins(*margins)
    row.setSpacing(0)
    row.addStretch(1)
    for text, style, width in (
        (_tr("narrator"), "font-weight: 600;", NARRATOR_WIDTH),
        (_tr("sources"), "", SOURCES_WIDTH),
    ):
        label = QLabel(text, titles)
        label.setProperty("role", role)
        label.setStyleSheet(style)
        label.setFixedWidth(width)
        label.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(label)
    return titles


def _tr(words: str) -> str:
    return QCoreApplication.translate("Panels", words)
