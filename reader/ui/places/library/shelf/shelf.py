"""The list of the library over the page: the same articles, in the same order, to read on with."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.places.library.article_list.article_model import COLUMNS, ArticleModel
from reader.ui.places.library.article_list.article_painter import ROW_HEIGHT, ArticlePainter
from reader.ui.theme import Theme
from reader.ui.widgets.centred_words import CentredWords
from reader.ui.widgets.icons import Icons

WIDTH = 320
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NONE = Qt.KeyboardModifier.NoModifier


class ShelfList(QTableView):
    """The rows of the library's list, with titles only.

    Signals:
        article_requested(str): Open this article.
        typed(str): A letter was typed, to be looked for.
    """

    article_requested = Signal(str)
    typed = Signal(str)

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

    def event(self, event: QEvent) -> bool:
        """Keep letters for the field above; one of them would else hide the marks of the page."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _is_typed(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; a letter is looked for."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif _is_typed(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class ShelfField(QLineEdit):
    """Looks for words of titles and outlets in the list; Esc empties it.

    Signals:
        left(): The reader wants to be in the list.
    """

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shelf_field")
        self.setPlaceholderText(self.tr("In this list"))
        self.setAccessibleName(self.tr("Words of a title or outlet in this list"))
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field with Esc; go to the list with Down or Enter."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, *_ENTER}:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Shelf(QFrame):
    """Lies over the left of the page until it is closed.

    Signals:
        article_requested(str): Open this article.
        library_requested(): Go to the whole library.
        closed(): The shelf is gone, and the page is to have the focus.
        places_wanted(): The menu of other lists is about to open.
        place_chosen(object): Show this list; what was given with its name.
        named(str): Only what has these words in title or outlet; "" for all.

    Attributes:
        name: The button that names the list, with a menu of the others.
        field: What is looked for in the list.
        list: The articles.
    """

    article_requested = Signal(str)
    library_requested = Signal()
    closed = Signal()
    places_wanted = Signal()
    place_chosen = Signal(object)
    named = Signal(str)

    def __init__(
        self, model: ArticleModel, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shelf")
        self._icons = icons
        self.name = self._make_name()
        self.cross = QToolButton(self)
        self.cross.setObjectName("shelf_close")
        self.cross.setAccessibleName(self.tr("Close the list"))
        self.cross.setToolTip(self.tr("Close the list (Esc)"))
        self.cross.clicked.connect(self.close_shelf)
        self.field = ShelfField(self)
        self.field.textChanged.connect(self.named)
        self.list = ShelfList(model, theme, self)
        self.field.left.connect(self._go_to_list)
        self.list.typed.connect(self._look_for)
        self.list.article_requested.connect(self.article_requested)
        self.nothing = CentredWords("shelf_nothing", self)
        self.nothing.sentence.setStyleSheet('font: 400 16px "Source Serif 4";')
        self.nothing.hide()
        self.whole = QPushButton(self.tr("Whole library"), self)
        self.whole.setObjectName("shelf_library")
        self.whole.setProperty("link", "true")
        self.whole.clicked.connect(self.library_requested)
        self.count = QLabel(self)
        self.count.setProperty("role", "small")
        self._lay_out()
        self.set_theme(theme)
        self.hide()

    def _lay_out(self) -> None:
        key = QLabel(self.tr("Ctrl+L"), self)
        key.setProperty("role", "key")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(6, 8, 8, 8)
        foot.setContentsMargins(6, 6, 14, 6)
        head.addWidget(self.name)
        head.addStretch(1)
        head.addWidget(self.cross)
        foot.addWidget(self.whole)
        foot.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addStretch(1)
        foot.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        looked = QHBoxLayout()
        looked.setContentsMargins(12, 0, 12, 10)
        looked.addWidget(self.field)
        column.addLayout(looked)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1)
        column.addLayout(foot)

    def _make_name(self) -> QPushButton:
        name = QPushButton(self)
        name.setObjectName("shelf_name")
        name.setProperty("flat", "true")
        name.setStyleSheet("QPushButton { font-size: 15px; font-weight: 600; padding: 3px 8px; }")
        name.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign after the words
        name.setToolTip(self.tr("Show another list"))
        self.places = QMenu(name)
        self.places.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.places.aboutToShow.connect(self.places_wanted)
        name.clicked.connect(self._show_places)
        return name

    def _show_places(self) -> None:
        """Open the menu below the left edge of the name; Qt would take its right one."""
        self.places.popup(self.name.mapToGlobal(self.name.rect().bottomLeft()))

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.list.painter.theme = theme
        self.cross.setIcon(self._icons.icon("x", theme.text))
        self.name.setIcon(self._icons.icon("chevron-down", theme.text2))
        self.list.viewport().update()

    def _go_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if self.list.model().rowCount() and not self.list.currentIndex().isValid():
            self.list.selectRow(0)

    def _look_for(self, letter: str) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.insert(letter)

    def offer_places(self, places: Sequence[tuple[str, object]]) -> None:
        """Fill the menu of lists with names, and what each stands for."""
        self.places.clear()
        for name, place in places:
            entry = self.places.addAction(name.replace("&", "&&"))
            entry.setData(place)
            entry.triggered.connect(self._choose_place)

    def _choose_place(self) -> None:
        entry = self.sender()
        if isinstance(entry, QAction):
            self.place_chosen.emit(entry.data())

    def tell(self, name: str, count: int, articles: int) -> None:
        """Say what the list is called, how many rows it has, and how many articles there are."""
        self.name.setText(name.replace("&", "&&"))
        self.name.setAccessibleName(self.tr("List: {name}").format(name=name))
        told = self.tr("{n} of {all}").format(n=f"{count:,}", all=f"{articles:,}")
        self.count.setText(told)
        self._tell_nothing(name, is_empty=not count)

    def _tell_nothing(self, name: str, *, is_empty: bool) -> None:
        """Say so where nothing is shown, and what can be done."""
        looked = self.field.text().strip()
        self.list.setVisible(not is_empty)
        self.nothing.setVisible(is_empty)
        if looked:
            told = self.tr("No title or outlet in “{list}” has “{words}”.")
            self.nothing.sentence.setText(told.format(list=name, words=looked))
            self.nothing.advice.setText(
                self.tr("Ctrl+Shift+F looks in the words of all articles.")
            )
        else:
            self.nothing.sentence.setText(self.tr("There is no article here."))
            self.nothing.advice.setText(self.tr("The name above shows another list."))

    def open_shelf(self, article_id: str) -> None:
        """Show the list, with one article chosen.

        Args:
            article_id: The article on the page, or "".
        """
        self.show()
        self.raise_()
        self.list.show_article(article_id)
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_shelf(self) -> None:
        """Go away, and give the page the focus; the next time all of the list is there."""
        self.field.clear()
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_shelf()
        else:
            super().keyPressEvent(event)


def _is_typed(event: QKeyEvent) -> bool:
    """Tell whether a key is a letter or another sign, with nothing held but Shift."""
    is_plain = event.modifiers() in {_NONE, Qt.KeyboardModifier.ShiftModifier}
    return is_plain and event.text().isprintable() and bool(event.text().strip())
