"""The keys editor: all commands with their keys, sorted, searchable, changeable."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.dialogs.keys.clash_note import ClashNote
from reader.ui.dialogs.keys.key_field import KeyField
from reader.ui.dialogs.keys.key_painter import ROW_ROLE, KeyPainter
from reader.ui.dialogs.keys.key_search_field import KeySearchField
from reader.ui.dialogs.keys.key_table import (
    KeyRow,
    holder_of,
    kept_keys,
    rows_found,
    with_key,
    with_keys,
)
from reader.ui.messages.plain_dialog import foot_of, head_of
from reader.ui.theme import Theme
from reader.ui.theme.segment_ends import round_ends

_KEY_COLUMN = 210


class KeysDialog(QDialog):
    """Lists every key. A click or Enter on a row, then the key: it counts at once.

    Signals:
        keys_changed(tuple): What the settings are to keep, as "command=key".
    """

    keys_changed = Signal(object)

    def __init__(
        self, theme: Theme, rows: Sequence[KeyRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("keys_dialog")
        self.setWindowTitle(self.tr("Keys"))
        self.resize(616, 560)  # fits a screen 600 high; the list in it scrolls
        self._theme = theme
        self._rows = tuple(rows)
        self._before: list[tuple[KeyRow, ...]] = []
        self._asked: KeyRow | None = None
        self._wanted = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_head())
        self.tree = self._make_tree()
        layout.addWidget(self.tree, 1)
        self.nothing = QLabel(self.tr("No command is called that, and none has this key."), self)
        self.nothing.setProperty("role", "quiet")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.nothing, 1)
        self.clash = ClashNote(self)
        self.clash.taken.connect(self._take)
        self.clash.dropped.connect(self._ask_again)
        beside = QVBoxLayout()
        beside.setContentsMargins(14, 8, 14, 8)
        beside.addWidget(self.clash)
        layout.addLayout(beside)
        layout.addWidget(self._make_foot())
        QShortcut(QKeySequence.StandardKey.Undo, self, self.undo)
        self._fill()
        self.search.setFocus()

    def _make_head(self) -> QWidget:
        head, row = head_of(self, QBoxLayout.Direction.LeftToRight)
        row.setSpacing(8)
        self.search = KeySearchField(head)
        self.search.setObjectName("key_search")
        self.search.setPlaceholderText(self.tr("A command, or press a key"))
        self.search.setAccessibleName(self.tr("Look for a command or a key"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        row.addWidget(self.search, 1)
        segments = QHBoxLayout()
        segments.setSpacing(0)
        group = QButtonGroup(self)
        self.all, self.changed = QToolButton(head), QToolButton(head)
        for button, name in ((self.all, "keys_all"), (self.changed, "keys_changed")):
            button.setObjectName(name)
            button.setCheckable(True)
            button.setProperty("segment", "true")
            group.addButton(button)
            segments.addWidget(button)
        round_ends((self.all, self.changed))
        self.all.setChecked(True)
        self.changed.toggled.connect(self._fill)
        row.addLayout(segments)
        return head

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setObjectName("key_list")
        tree.setAccessibleName(self.tr("Commands and their keys"))
        tree.setColumnCount(2)
        tree.setHeaderHidden(True)
        tree.setIndentation(0)
        tree.setRootIsDecorated(False)
        tree.setFrameShape(QFrame.Shape.NoFrame)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        tree.header().resizeSection(1, _KEY_COLUMN)
        tree.setItemDelegate(KeyPainter(self._theme, self.tr("none"), tree))
        tree.itemActivated.connect(self._ask)
        tree.itemClicked.connect(self._ask)
        tree.currentItemChanged.connect(self._show_usual)
        return tree

    def _make_foot(self) -> QWidget:
        foot, row = foot_of(self)
        told = QLabel(self.tr("Single letters act only when no field has focus."), foot)
        told.setProperty("role", "small")
        told.setWordWrap(True)
        row.addWidget(told, 1)
        self.usual = QPushButton(self.tr("Usual key"), foot)
        self.usual_all = QPushButton(self.tr("Usual keys"), foot)
        self.copy = QPushButton(self.tr("Copy the list"), foot)
        self.close_button = QPushButton(self.tr("Close"), foot)
        for button, name, slot in (
            (self.usual, "key_usual", self._give_usual),
            (self.usual_all, "keys_usual", self._give_all_usual),
            (self.copy, "keys_copy", self._copy),
            (self.close_button, "keys_close", self.accept),
        ):
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        self.close_button.setProperty("main", "true")
        return foot

    # -- the list ------------------------------------------------------------------------------

    def _fill(self) -> None:
        """Show the rows that are looked for, under their headings; the place stays."""
        self._end_asking()
        chosen = self._row_of(self.tree.currentItem())
        self.tree.clear()
        words, only_changed = self.search.text(), self.changed.isChecked()
        found = rows_found(self._rows, words, only_changed=only_changed)
        for section, rows in groupby(found, key=lambda row: row.section):
            heading = QTreeWidgetItem(self.tree, [section])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            heading.setFirstColumnSpanned(True)
            for row in rows:
                self._add(row, is_chosen=chosen is not None and row.name == chosen.name)
        self.tree.setVisible(bool(found))
        self.nothing.setVisible(not found)
        changed = sum(row.is_changed for row in self._rows)
        self.all.setText(self.tr("All {n}").format(n=len(self._rows)))
        self.changed.setText(self.tr("Changed {n}").format(n=changed))
        self.usual_all.setEnabled(changed > 0)
        self._show_usual()

    def _add(self, row: KeyRow, *, is_chosen: bool) -> None:
        item = QTreeWidgetItem(self.tree, [row.text, row.key])
        for column in (0, 1):
            item.setData(column, ROW_ROLE, row)
        words = self.tr("{command}, {key}").format(
            command=row.text, key=row.key or self.tr("no key")
        )
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, words)
        if is_chosen and row.name:
            self.tree.setCurrentItem(item)

    def _row_of(self, item: QTreeWidgetItem | None) -> KeyRow | None:
        row = item.data(0, ROW_ROLE) if item is not None else None
        return row if isinstance(row, KeyRow) else None

    def show_command(self, name: str) -> None:
        """Choose the row of a command, by its name in the program."""
        row = next((row for row in self._rows if row.name == name), None)
        if row is not None:
            self.search.setText(row.text)
            item = self.tree.topLevelItem(1)
            if item is not None:
                self.tree.setCurrentItem(item)
                self.tree.setFocus()

    # -- changing ------------------------------------------------------------------------------

    def _ask(self, item: QTreeWidgetItem) -> None:
        """Wait for the key of a row."""
        self._end_asking()
        row = self._row_of(item)
        if row is None or not row.name:
            return
        self._asked = row
        field = KeyField(self.tree)
        field.setAccessibleName(self.tr("New key of {command}").format(command=row.text))
        field.pressed.connect(self._pressed)
        field.left.connect(self._leave)
        self.tree.setItemWidget(item, 1, field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_asking(self) -> None:
        self._asked, self._wanted = None, ""
        self.clash.hide()
        for number in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(number)
            if item is not None and self.tree.itemWidget(item, 1) is not None:
                self.tree.removeItemWidget(item, 1)

    def _leave(self) -> None:
        self._end_asking()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pressed(self, key: str) -> None:
        """Take a key that is free; name who has one that is not."""
        if self._asked is None:
            return
        self._wanted = key
        holder = holder_of(self._rows, key, self._asked.name)
        if holder is None:
            self._take()
            return
        self.clash.show_clash(
            escape(key),
            escape(self._asked.text),
            escape(holder.text),
            can_take=bool(holder.name),
        )

    def _take(self) -> None:
        if self._asked is not None:
            self._change(with_key(self._rows, self._asked.name, self._wanted))
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_again(self) -> None:
        item = self.tree.currentItem()
        if item is not None:
            self._ask(item)

    def _change(self, rows: tuple[KeyRow, ...]) -> None:
        if rows != self._rows:
            self._before.append(self._rows)
            self._use(rows)

    def _use(self, rows: tuple[KeyRow, ...]) -> None:
        self._rows = rows
        self._fill()
        self.keys_changed.emit(kept_keys(rows))

    def undo(self) -> None:
        """Take the last change back."""
        if self._before:
            self._use(self._before.pop())

    def _show_usual(self) -> None:
        row = self._row_of(self.tree.currentItem())
        self.usual.setEnabled(row is not None and row.is_changed)

    def _give_usual(self) -> None:
        """Give the chosen command its usual key back, asking where another has it by now."""
        item = self.tree.currentItem()
        row = self._row_of(item)
        if row is not None:
            self._asked = row
            self._pressed(row.usual)

    def _give_all_usual(self) -> None:
        self._change(with_keys(self._rows, {}))

    def _copy(self) -> None:
        lines = (f"{row.section}\t{row.text}\t{row.key}" for row in self._rows)
        QGuiApplication.clipboard().setText("\n".join(lines))
