"""The table of a comparison: tabs for its sections, and cells that lead to their passages."""

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabBar, QTextBrowser, QVBoxLayout, QWidget

from reader.core.across.comparison.table import Section, SectionId
from reader.core.text.spans import Span
from reader.ui.places.comparison.table_html import TableHtml, section_title
from reader.ui.theme import Theme

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
        self._html = TableHtml(theme, 2)
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
        self.page = QTextBrowser(self)
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
        self._html = TableHtml(self._theme, self._columns)
        self._next = {}
        self.page.setHtml(self._html.page(shown))
        self.legend.setText(self._html.legend())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the legend out where the tabs need the room."""
        super().resizeEvent(event)
        room = self.tabs.sizeHint().width() + self.legend.sizeHint().width() + _MARGIN
        self.legend.setVisible(room <= self.width())

    def _follow(self, link: QUrl) -> None:
        """Lead to the next passage of a piece, round at the end."""
        number = int(link.toString())
        article, piece = self._html.pieces[number]
        if piece.spans:
            place = self._next.get(number, 0)
            self._next[number] = (place + 1) % len(piece.spans)
            span: Span = piece.spans[place]
            self.passage_chosen.emit(article, span)
