"""What the lexicon editor's window is built of: commands, tools, table, form and side lists."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.places.editor.form.entry_form import EntryForm
from reader.ui.places.editor.lists.list_filters import FilterList
from reader.ui.places.editor.table.empty_note import EmptyNote
from reader.ui.places.editor.table.entry_model import EntryModel
from reader.ui.places.editor.table.entry_table import EntryTable
from reader.ui.places.editor.table.row_order import Whose
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons
from reader.ui.widgets.note_bar import NoteBar
from reader.ui.widgets.panes import go_on

COMMANDS: dict[str, tuple[str, str, str]] = {  # text, key, icon
    "new": ("New entry", "Ctrl+N", "plus"),
    "duplicate": ("Duplicate", "Ctrl+D", "copy"),
    "delete": ("Delete, or mute what is shipped", "Del", "trash-2"),
    "undo": ("Undo", "Ctrl+Z", "undo-2"),
    "redo": ("Redo", "Ctrl+Shift+Z", "redo-2"),
    "reset": ("Reset to shipped", "", "rotate-cw"),
    "search": ("Search", "Ctrl+F", "search"),
    "new_list": ("New list…", "", ""),
    "list_details": ("About this list…", "Ctrl+I", ""),
    "versions": ("Versions and merge…", "Ctrl+Shift+M", ""),
    "delete_list": ("Delete the list", "", ""),
    "deleted_lists": ("Deleted lists…", "", ""),
    "word_tables": ("Tables of words…", "", ""),
    "categories": ("Categories…", "", ""),
    "delete_category": ("Delete the category…", "", ""),
    "import": ("Import…", "", "download"),
    "export": ("Export…", "", "upload"),
    "close": ("Close", "Ctrl+W", ""),
}


_LIST_COMMANDS = (
    "new_list",
    "list_details",
    "versions",
    "delete_list",
    "deleted_lists",
    "word_tables",
)
_CATEGORY_COMMANDS = ("categories", "delete_category")
_ICON = 16  # pixels
_NARROW = 1_050  # pixels of the window


class EditorFrame(QMainWindow):
    """Builds and places the parts; what they do is decided elsewhere."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self.more_buttons: list[QToolButton] = []
        self._exchange: list[QWidget] = []  # the buttons at the end of the bar
        self._was_narrow: bool | None = None
        self.setObjectName("lexicon_editor")
        self.setWindowTitle(self.tr("Lexicons – Close Reader"))
        self.resize(1366, 768)
        self._make_actions()
        self._build_bar()
        self._build_body()
        self._build_status()
        self._build_menu()
        QShortcut(QKeySequence(Qt.Key.Key_F6), self, self.next_pane)
        self.table.setFocus()

    def next_pane(self) -> None:
        """Move the keyboard on between tools, lists, categories, table and form."""
        parts = (self._tools, self.lists, self.categories, self.table, self.form)
        go_on([part for part in parts if part.isVisible()], self.focusWidget())

    def _make_actions(self) -> None:
        self.actions_by_name: dict[str, QAction] = {}
        for name, (text, key, _icon) in COMMANDS.items():
            action = QAction(self.tr(text), self)
            action.setObjectName(f"editor_{name}")
            action.setToolTip(f"{action.text()} ({key})" if key else action.text())
            if key:
                action.setShortcut(QKeySequence(key))
            self.actions_by_name[name] = action
            self.addAction(action)

    def _build_bar(self) -> None:
        self._tools = bar = QToolBar(self.tr("Tools"), self)
        bar.setAccessibleName(self.tr("Tools"))
        bar.setObjectName("editor_toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(_ICON, _ICON))
        for name in ("new", "duplicate", "delete", "", "undo", "redo", ""):
            if name:
                bar.addAction(self.actions_by_name[name])
                button = bar.widgetForAction(self.actions_by_name[name])
                button.setAccessibleName(self.actions_by_name[name].text())
            else:
                bar.addSeparator()
        self.new_button = bar.widgetForAction(self.actions_by_name["new"])
        self.new_button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.search = QLineEdit(self)
        self.search.setObjectName("editor_search")
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setPlaceholderText(self.tr("Search phrase or plainer wording"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(130)
        self.search.setMaximumWidth(250)
        bar.addWidget(self.search)
        self.whose: dict[Whose, QToolButton] = {}
        for name in ("all", "mine", "changed"):
            self._add_whose(bar, cast("Whose", name))
        self.whose["all"].setChecked(True)
        self.sure = QComboBox(self)
        self.sure.setObjectName("editor_sure")
        self.sure.setAccessibleName(self.tr("Sure"))
        for text, value in (
            (self.tr("Sure or not"), ""),
            (self.tr("Confident"), "confident"),
            (self.tr("Possible"), "possible"),
        ):
            self.sure.addItem(text, value)
        bar.addWidget(self.sure)
        spacer = QWidget(self)
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        bar.addWidget(spacer)
        for name in ("import", "export"):
            bar.addAction(self.actions_by_name[name])
            button = bar.widgetForAction(self.actions_by_name[name])
            button.setAccessibleName(self.actions_by_name[name].text())
            self._exchange.append(button)
        self._reach_buttons(bar)
        self.addToolBar(bar)

    def _reach_buttons(self, bar: QToolBar) -> None:
        """Let the keyboard reach all buttons, Qt's own for what finds no room among them."""
        for button in bar.findChildren(QToolButton):
            if not (button.accessibleName() or button.text()):
                button.setAccessibleName(self.tr("More tools"))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _add_whose(self, bar: QToolBar, name: Whose) -> None:
        button = QToolButton(self)
        button.setObjectName(f"editor_{name}")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        self.whose[name] = button
        bar.addWidget(button)

    def _build_body(self) -> None:
        self.model = EntryModel(self)
        self.table = EntryTable(self._theme, self.model, self)
        self.empty = EmptyNote(self.table.viewport())
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        for part in (self._left(), self._middle(), self._right()):
            splitter.addWidget(part)
        splitter.setStretchFactor(1, 1)
        self._columns = splitter
        splitter.setAccessibleName(self.tr("Lists, entries and the entry that is chosen"))
        names = (self.tr("Width of the lists"), self.tr("Width of the entry"))
        for number, name in enumerate(names, start=1):
            splitter.handle(number).setAccessibleName(name)
        self.setCentralWidget(splitter)

    def _left(self) -> QWidget:
        left = QWidget(self)
        left.setMinimumWidth(180)
        column = QVBoxLayout(left)
        column.setContentsMargins(10, 12, 6, 8)
        self.lists = FilterList(self._theme, "editor_lists", self.tr("Lexicons"), left)
        self.categories = FilterList(self._theme, "editor_categories", self.tr("Categories"), left)
        for title, side, share, names in (
            (self.tr("Lexicons"), self.lists, 2, _LIST_COMMANDS),
            (self.tr("Categories"), self.categories, 5, _CATEGORY_COMMANDS),
        ):
            actions = [self.actions_by_name[name] for name in names]
            column.addLayout(self._side_heading(title, actions))
            column.addWidget(side, share)
            side.addActions(actions)
            side.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        column.addStretch(0)
        below = QLabel(self.tr("Your lists lie on top. Shipped lists stay as they are."), left)
        below.setProperty("role", "small")
        below.setWordWrap(True)
        column.addWidget(below)
        return left

    def _middle(self) -> QWidget:
        middle = QWidget(self)
        self.trouble = NoteBar("editor_trouble", middle)
        self.trouble.first_chosen.connect(self.trouble.hide)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.trouble)
        column.addWidget(self.table, 1)
        return middle

    def _right(self) -> QWidget:
        self.form = EntryForm(self._theme, self)
        self.form.setMinimumWidth(320)
        right = QScrollArea(self)  # a low window scrolls the form
        for bar in (right.verticalScrollBar(), right.horizontalScrollBar()):
            bar.setAccessibleName(self.tr("The entry"))
        right.setWidgetResizable(True)
        right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take it
        right.setMinimumWidth(330)
        right.setWidget(self.form)
        return right

    def show_trouble(self, cause: str, advice: str = "") -> None:
        """Say above the table what is not in order, until it is; "" when it is."""
        if cause:
            buttons = (self.tr("Close"), "")
            self.trouble.show_note(cause, advice, buttons, is_warning=True)
        else:
            self.trouble.hide()

    def _side_heading(self, title: str, actions: Sequence[QAction]) -> QHBoxLayout:
        """Return a heading with its first command as a button, and all of them in a menu."""
        heading = QLabel(title, self)
        heading.setProperty("role", "section")
        action = actions[0]
        button = QPushButton(action.text(), self)
        button.setObjectName(f"{action.objectName()}_button")
        button.setProperty("flat", "true")
        button.setStyleSheet("padding: 1px 6px; font-size: 12px;")
        button.clicked.connect(action.trigger)
        row = QHBoxLayout()
        more = QToolButton(self)
        more.setObjectName(f"{action.objectName()}_more")
        more.setAccessibleName(self.tr("{part}: more").format(part=title))
        more.setToolTip(more.accessibleName())
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        more.setProperty("bare", "true")
        menu = QMenu(more)
        menu.addActions(list(actions))
        more.setMenu(menu)
        self.more_buttons.append(more)
        row.setSpacing(0)
        row.addWidget(heading, 1)
        row.addWidget(button)
        row.addWidget(more)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a narrow window's room to the table, and its bar signs in place of words."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        if is_narrow == self._was_narrow:
            return  # what the reader has drawn wider stays
        self._was_narrow = is_narrow
        left, right = (204, 330) if is_narrow else (226, 372)
        self._columns.setSizes([left, self.width() - left - right, right])
        styles = Qt.ToolButtonStyle
        style = styles.ToolButtonIconOnly if is_narrow else styles.ToolButtonTextBesideIcon
        for button in self._exchange:
            button.setProperty("toolButtonStyle", style)

    def _build_status(self) -> None:
        self.counted = QLabel(self)
        self.counted.setObjectName("editor_counted")
        self.sorted_by = QLabel(self)
        self.statusBar().setAccessibleName(self.tr("State of the lists"))
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.counted)
        self.statusBar().addWidget(self.sorted_by)
        self.chosen = QLabel(self)
        self.chosen.setObjectName("editor_chosen")
        self.statusBar().addPermanentWidget(self.chosen)

    def _build_menu(self) -> None:
        self.move_menu = QMenu(self.tr("Move to category"), self)
        self.move_list_menu = QMenu(self.tr("Move to list"), self)
        names = ("duplicate", "delete", "reset")
        self.table.addActions([self.actions_by_name[name] for name in names])
        self.table.addAction(self.move_menu.menuAction())
        self.table.addAction(self.move_list_menu.menuAction())

    @property
    def theme(self) -> Theme:
        """Return the colours in use."""
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        for name, (_text, _key, icon) in COMMANDS.items():
            if icon:
                self.actions_by_name[name].setIcon(self._icons.icon(icon, theme.text))
        for part in (self.table, self.form, self.lists, self.categories):
            part.set_theme(theme)
        for button in self.more_buttons:
            button.setIcon(self._icons.icon("ellipsis", theme.text))
        new = self.actions_by_name["new"]
        new.setIcon(self._icons.icon("plus", theme.on))
        self.new_button.setStyleSheet(
            f"QToolButton {{ background: {theme.accent}; color: {theme.on}; font-weight: 600;"
            f" padding: 4px 12px; }} QToolButton:focus {{ border: 2px solid {theme.text};"
            " padding: 3px 11px; }"
        )
