"""The table of a comparison: tabs for its sections, and cells that lead to their passages."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabBar, QTextBrowser, QVBoxLayout, QWidget

from reader.core.across.comparison.forms.table import Block, Section, SectionId
from reader.core.text.spans import Span
from reader.ui.places.comparison.table_html import (
    STRIP,
    STRIP_HEIGHT,
    TableHtml,
    section_title,
)
from reader.ui.theme import Theme
from reader.ui.widgets.position_strip import StripMark, paint_strip

_MARGIN = 28
# The tabs after the first, which shows all: sections that are looked at together.
_TABS: tuple[tuple[SectionId, ...], ...] = (
    ("naming",),
    ("sources",),
    ("claims", "hedges"),
    ("wording",),
    ("quotations", "sentences"),
    ("people", "places", "figures"),
)


class TablePage(QTextBrowser):
    """The table as rich text, with the strips that its links are about.

    Attributes:
        html: What wrote the table that is shown.
        theme: The colours.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.html, self.theme = TableHtml(theme, 2), theme

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        """Draw the strip of a piece; nothing else is loaded by a table."""
        address = QUrl(name)
        if address.scheme() != STRIP:
            return None
        _, piece = self.html.pieces[int(address.path())]
        size = QSize(self.html.strip_width, STRIP_HEIGHT)
        return _strip_image(piece.strip, size, self.theme, self.devicePixelRatioF())


def _strip_image(blocks: Sequence[Block], size: QSize, theme: Theme, ratio: float) -> QImage:
    """Return where a source speaks: filled where it is quoted, an outline where reported."""
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    marks = [StripMark(one.start, one.end, one.is_indirect) for one in blocks]
    painter = QPainter(image)
    rect = QRectF(0, 0, size.width() - 1, size.height())
    paint_strip(painter, rect, theme, marks, QColor(theme.text2))
    painter.end()
    return image


class TableView(QWidget):
    """Shows the sections of a comparison.

    Signals:
        passage_chosen(int, Span): A place in one of the articles was chosen.
    """

    passage_chosen = Signal(int, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sections: Sequence[Section] = ()
        self._columns = 2
        self._next: dict[int, int] = {}
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("comparison_tabs")
        self.tabs.setAccessibleName(self.tr("Parts of the table"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.addTab(self.tr("All on one page"))
        for group in _TABS:
            self.tabs.addTab(section_title(group[0]))
        self.tabs.setTabText(len(_TABS), self.tr("In one only"))
        self.page = TablePage(theme, self)
        self.page.setObjectName("comparison_table")
        self.page.setAccessibleName(self.tr("Comparison"))
        self.page.setOpenLinks(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.legend = QLabel(self)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 14, 0)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.legend)
        layout.addLayout(head)
        layout.addWidget(self.page, 1)
        self.tabs.currentChanged.connect(self._fill)
        self.page.anchorClicked.connect(self._follow)

    def show_sections(self, sections: Sequence[Section], columns: int) -> None:
        """Show the sections of some articles, from the first row on."""
        self._sections, self._columns = sections, columns
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self._fill()

    def _fill(self) -> None:
        index = self.tabs.currentIndex()
        wanted = _TABS[index - 1] if index else None
        shown = [item for item in self._sections if wanted is None or item.id in wanted]
        html = TableHtml(self._theme, self._columns)
        self.page.html, self.page.theme = html, self._theme
        self._next = {}
        self.page.setHtml(html.page(shown))
        self.legend.setText(html.legend())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the legend out where the tabs need the room."""
        super().resizeEvent(event)
        room = self.tabs.sizeHint().width() + self.legend.sizeHint().width() + _MARGIN
        self.legend.setVisible(room <= self.width())

    def _follow(self, link: QUrl) -> None:
        """Lead to the next passage of a piece, round at the end."""
        number = int(link.toString())
        article, piece = self.page.html.pieces[number]
        if piece.spans:
            place = self._next.get(number, 0)
            self._next[number] = (place + 1) % len(piece.spans)
            span: Span = piece.spans[place]
            self.passage_chosen.emit(article, span)
