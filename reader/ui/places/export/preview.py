"""What the file will look like: pages of paper, a reading page, or the first lines of a text."""

import io
import re
import zipfile
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.storage.exports.book.chapters import STYLE, chapter
from reader.storage.exports.rows.tidy import filled_tables
from reader.storage.reports.report_format import Choices, Report, ReportFormat
from reader.ui.marks.paper.pages import Pages
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons

_MOST_LINES = 30
_MOST_CHARACTERS = 6_000


class PaperPage(QWidget):
    """Shows one page of paper, as large as there is room.

    Attributes:
        theme: The colours around the page.
        pages: All pages, or None before there are any.
        number: The page that is shown, from 0.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paper_page")
        self.theme = theme
        self.pages: Pages | None = None
        self.number = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(200, 240))

    def show_page(self, pages: Pages, number: int) -> None:
        """Show a page, counted from 0."""
        self.pages, self.number = pages, min(number, len(pages) - 1)
        told = self.tr("Page {page} of {pages}").format(page=self.number + 1, pages=len(pages))
        self.setAccessibleName(told)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page, with a border that tells its edge."""
        if self.pages is None:
            return
        sheet = self.pages.sheet
        scale = min(self.width() / sheet.width, self.height() / sheet.height)
        painter = QPainter(self)
        painter.translate((self.width() - sheet.width * scale) / 2, 0)
        painter.scale(scale, scale)
        painter.setPen(QColor(self.theme.line2))
        painter.setBrush(QColor(Qt.GlobalColor.white))
        painter.drawRect(0, 0, round(sheet.width - 1 / scale), round(sheet.height - 1 / scale))
        self.pages.paint(painter, self.number)
        painter.end()


class Preview(QWidget):
    """Shows what would be written now.

    Signals:
        larger_requested(): The page is to be seen larger.
    """

    larger_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("export_preview")
        self._is_example = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 14, 22, 14)
        layout.setSpacing(8)
        self._stack = QStackedWidget(self)
        layout.addWidget(self._stack, 1)
        self.page = PaperPage(theme, self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setObjectName("export_text")
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(self.tr("The first lines of the file"))
        self.reading = QTextBrowser(self)
        self.reading.setObjectName("export_reading")
        self.reading.setOpenLinks(False)
        self.reading.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reading.setAccessibleName(self.tr("The beginning of the page"))
        for shown in (self.page, self.text, self.reading):
            self._stack.addWidget(shown)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.previous = self._button(icons, theme, "chevron-left", self.tr("Previous page"))
        self.previous.clicked.connect(self._go_back)
        self.told = QLabel(self)
        self.told.setProperty("role", "small")
        self.next = self._button(icons, theme, "chevron-right", self.tr("Next page"))
        self.next.clicked.connect(self._go_on)
        self.larger = self._button(icons, theme, "zoom-in", self.tr("Larger"))
        self.larger.setText(self.tr("Larger"))
        self.larger.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.larger.clicked.connect(self.larger_requested)
        for one in (self.previous, self.told, self.next, self.larger):
            foot.addWidget(one)
        foot.addStretch(1)
        layout.addLayout(foot)

    def _button(self, icons: Icons, theme: Theme, icon: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon(icon, theme.text))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setObjectName(f"preview_{icon}")
        return button

    def show_file(
        self,
        one: ReportFormat,
        reports: Sequence[Report],
        choices: Choices,
        *,
        is_example: bool = False,
    ) -> None:
        """Show what a format would write of some articles, of which all is chosen already.

        Args:
            one: The format.
            reports: The articles.
            choices: What goes in.
            is_example: The file will hold others; these are one of them, or one like them.
        """
        self._is_example = is_example
        is_paper = one.write is None
        for button in (self.previous, self.next, self.larger):
            button.setVisible(is_paper)
        if is_paper:
            self.page.show_page(Pages(reports, choices), self.page.number)
            self._stack.setCurrentWidget(self.page)
            self._tell_page()
        elif one.name in {"html", "epub"}:
            self.reading.setHtml(_reading_page(reports[0], choices))
            self._stack.setCurrentWidget(self.reading)
            self._tell(self.tr("A browser draws lines and colours too."))
        else:
            self.text.setPlainText(first_lines(one, reports, choices))
            self._stack.setCurrentWidget(self.text)
            self._tell(self.tr("The first lines"))

    def _tell(self, words: str) -> None:
        example = self.tr("One article, as an example")
        self.told.setText(example if self._is_example else words)

    def _tell_page(self) -> None:
        pages, number = self.page.pages, self.page.number
        count = len(pages) if pages is not None else 0
        told = self.tr("Page {page} of {pages}").format(page=number + 1, pages=count)
        self.told.setText(
            self.tr("{told} (example)").format(told=told) if self._is_example else told
        )
        self.previous.setEnabled(number > 0)
        self.next.setEnabled(number + 1 < count)

    def _turn(self, by: int) -> None:
        if self.page.pages is not None:
            self.page.show_page(self.page.pages, self.page.number + by)
            self._tell_page()

    def _go_back(self) -> None:
        self._turn(-1)

    def _go_on(self) -> None:
        self._turn(1)


def first_lines(one: ReportFormat, reports: Sequence[Report], choices: Choices) -> str:
    """Return the first thirty lines of what a format would write; of a pack, of its main part."""
    if one.name == "xlsx":
        rows = (
            "\t".join(map(str, row))
            for filled in filled_tables(reports)
            for row in ((filled.table.name.upper(),), filled.table.columns, *filled.rows, ())
        )
        return _cut("\n".join(rows))
    data = one.write(reports, choices) if one.write is not None else b""
    if one.name == "brat":
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            data = pack.read(next(name for name in pack.namelist() if name.endswith(".ann")))
    return _cut(data[: 4 * _MOST_CHARACTERS].decode("utf-8", "replace"))


def _cut(words: str) -> str:
    lines = words[:_MOST_CHARACTERS].split("\n")
    return "\n".join(lines[:_MOST_LINES]) + ("\n…" if len(lines) > _MOST_LINES else "")


def _reading_page(report: Report, choices: Choices) -> str:
    """Return an article in the few signs that Qt can draw, as a browser would begin to show it."""
    page = chapter(report, choices)
    body = page[page.index("<body>") :]
    body = re.sub(r'<section epub:type="footnotes">.*</section>', "", body, flags=re.DOTALL)
    body = re.sub(r"<(/?)mark\b[^>]*>", r"<\1u>", body)
    body = re.sub(r"<a [^>]*>(.*?)</a>", r"\1", body)
    return f"<html><head><style>{STYLE} body, p {{ color: #111 }}</style></head>{body}"
