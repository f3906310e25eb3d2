"""The list of the library over the page: the same articles, in the same order, to read on with."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.places.library.article_list.article_model import COLUMNS, ArticleModel
from reader.ui.places.library.article_list.article_painter import ROW_HEIGHT, ArticlePainter
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons

WIDTH = 320
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ShelfList(QTableView):
    """The rows of the library's list, with titles only.

    Signals:
        article_requested(str): Open this article.
    """

    article_requested = Signal(str)

    def __init__(self, model: ArticleModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shelf_list")
        self.setAccessibleName(self.tr("Articles of the list"))
        self._model = model
        self.painter = ArticlePainter(theme, self)
        self.painter.shows_day = True
        self.setModel(model)
        self.setItemDelegate(self.painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(COLUMNS)):
            self.setColumnHidden(column, True)  # noqa: FBT003 -- Qt's own method
        self.clicked.connect(self._open)

    def show_article(self, article_id: str) -> None:
        """Choose an article and bring it into view, where it is in the list."""
        line = self._model.line_of(article_id)
        if line >= 0:
            self.setCurrentIndex(self._model.index(line, 0))

    def _open(self, index: QModelIndex) -> None:
        self.article_requested.emit(self._model.id_at(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)


class Shelf(QFrame):
    """Lies over the left of the page until it is closed.

    Signals:
        article_requested(str): Open this article.
        library_requested(): Go to the whole library.
        closed(): The shelf is gone, and the page is to have the focus.
    """

    article_requested = Signal(str)
    library_requested = Signal()
    closed = Signal()

    def __init__(
        self, model: ArticleModel, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shelf")
        self._icons = icons
        self.name = QLabel(self)
        self.name.setProperty("role", "heading")
        self.cross = QToolButton(self)
        self.cross.setObjectName("shelf_close")
        self.cross.setAccessibleName(self.tr("Close the list"))
        self.cross.setToolTip(self.tr("Close the list (Esc)"))
        self.cross.clicked.connect(self.close_shelf)
        self.list = ShelfList(model, theme, self)
        self.list.article_requested.connect(self.article_requested)
        self.whole = QPushButton(self.tr("Whole library  Ctrl+L"), self)
        self.whole.setObjectName("shelf_library")
        self.whole.setProperty("flat", "true")
        self.whole.clicked.connect(self.library_requested)
        self.count = QLabel(self)
        self.count.setProperty("role", "small")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(14, 8, 8, 8)
        foot.setContentsMargins(6, 6, 14, 6)
        head.addWidget(self.name, 1)
        head.addWidget(self.cross)
        foot.addWidget(self.whole)
        foot.addStretch(1)
        foot.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.list.painter.theme = theme
        self.cross.setIcon(self._icons.icon("x", theme.text))
        self.list.viewport().update()

    def open_shelf(self, name: str, article_id: str, count: int) -> None:
        """Show the list, with one article chosen.

        Args:
            name: What the list is called.
            article_id: The article on the page, or "".
            count: How many articles are in the list.
        """
        self.name.setText(name)
        self.count.setText(f"{count:,}")
        self.show()
        self.raise_()
        self.list.show_article(article_id)
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_shelf(self) -> None:
        """Go away, and give the page the focus."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_shelf()
        else:
            super().keyPressEvent(event)
