"""Preferences: sections at the left, settings at the right, one search over all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.settings import Settings
from reader.ui.dialogs.preferences.portable_row import (
    PORTABLE,
    DataPlace,
    PortableRow,
    portable_entry,
)
from reader.ui.dialogs.preferences.setting_row import (
    KeyRowOfPreferences,
    PreferenceRow,
    SettingRow,
)
from reader.ui.dialogs.preferences.setting_search import (
    KEYS_SECTION,
    PreferenceEntry,
    counts_by_section,
    entries_found,
    setting_entries,
)
from reader.ui.messages.chosen_rows import ChosenRows
from reader.ui.messages.plain_dialog import add_buttons, foot_of, head_of, lay_out
from reader.ui.theme import Theme

KeyEntry = tuple[str, str, str]  # a command's name, what it is called, its key


class PreferencesDialog(QDialog):
    """Shows every setting with a label. A change counts at once; Ctrl+Z takes the last one back.

    Signals:
        settings_changed(Settings): The settings as they are to be from now on.
        keys_requested(str): The key of this command is to be changed; "" for the editor alone.
        portable_requested(bool): Everything is to lie beside the program, or no longer.
    """

    settings_changed = Signal(object)
    keys_requested = Signal(str)
    portable_requested = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        keys: Sequence[KeyEntry],
        place: DataPlace | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._place = place
        self._theme, self._settings, self._keys = theme, settings, tuple(keys)
        self._before: list[Settings] = []
        self._rows: list[PreferenceRow] = []
        self._headings: dict[str, QLabel] = {}
        self.setObjectName("preferences_dialog")
        self.setWindowTitle(self.tr("Preferences"))
        self.resize(680, 560)  # fits a screen 600 high; the page in it scrolls
        head, self.sections = self._make_head(), self._make_sections()
        lay_out(self, head, self.sections, self._make_page(), self._make_foot())
        QShortcut(QKeySequence.StandardKey.Undo, self, self.undo)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        self._find("")
        self.search.setFocus()

    # -- building ------------------------------------------------------------------------------

    def _make_head(self) -> QWidget:
        head, row = head_of(self, QBoxLayout.Direction.LeftToRight)
        self.search = QLineEdit(head)
        self.search.setObjectName("preference_search")
        self.search.setAccessibleName(self.tr("Look for a setting"))
        self.search.setPlaceholderText(self.tr("Look for a setting"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.found = QLabel(head)
        self.found.setProperty("role", "small")
        row.addWidget(self.search, 1)
        row.addWidget(self.found)
        return head

    def _make_sections(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setObjectName("preference_sections")
        tree.setAccessibleName(self.tr("Sections"))
        tree.setFixedWidth(176)
        tree.setColumnCount(2)
        tree.setHeaderHidden(True)
        tree.setIndentation(0)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setFrameShape(QFrame.Shape.NoFrame)
        tree.setItemDelegate(ChosenRows(tree))
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        tree.header().resizeSection(1, 40)
        present = counts_by_section(self._entries())
        for section in (name for name, count in present.items() if count):
            item = QTreeWidgetItem(tree, [_tr(section), ""])
            item.setData(0, Qt.ItemDataRole.UserRole, section)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        tree.setCurrentIndex(tree.model().index(0, 0))
        tree.currentItemChanged.connect(self._choose_section)
        return tree

    def _make_page(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setObjectName("preference_page")
        area.setAccessibleName(self.tr("Settings"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        page = QWidget(area)
        page.setObjectName("preference_rows")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        shown = ""
        for entry in self._entries():
            if entry.section != shown:
                shown = entry.section
                self._headings[shown] = self._make_heading(shown, page)
                column.addWidget(self._headings[shown])
            row = self._make_row(entry, page)
            self._rows.append(row)
            column.addWidget(row)
        self.nothing = QLabel(self.tr("No setting is called that."), page)
        self.nothing.setProperty("role", "quiet")
        self.nothing.setMargin(16)
        column.addWidget(self.nothing)
        column.addStretch(1)
        area.setWidget(page)
        self._area = area
        return area

    def _make_heading(self, section: str, parent: QWidget) -> QLabel:
        heading = QLabel(_tr(section), parent)
        heading.setProperty("role", "section")
        heading.setContentsMargins(16, 12, 16, 4)
        return heading

    def _make_row(self, entry: PreferenceEntry, parent: QWidget) -> PreferenceRow:
        if entry.section == KEYS_SECTION:
            key = next(key for name, _, key in self._keys if name == entry.name)
            line = KeyRowOfPreferences(self._theme, entry, key, parent)
            line.asked.connect(self.keys_requested)
            return line
        if entry.name == PORTABLE and self._place is not None:
            box = PortableRow(self._theme, entry, self._place, parent)
            box.asked.connect(self.portable_requested)
            return box
        row = SettingRow(self._theme, entry, getattr(self._settings, entry.name), parent)
        row.changed.connect(self._change)
        return row

    def _make_foot(self) -> QWidget:
        foot, row = foot_of(self)
        told = QLabel(self.tr("Changes count at once. Ctrl+Z takes the last one back."), foot)
        told.setProperty("role", "small")
        row.addWidget(told, 1)
        buttons = (
            (self.tr("Usual settings"), "preferences_usual", self._give_usual),
            (self.tr("All keys…"), "preferences_keys", self._ask_keys),
            (self.tr("Close"), "preferences_close", self.accept),
        )
        add_buttons(row, buttons).setProperty("main", "true")
        return foot

    def _entries(self) -> tuple[PreferenceEntry, ...]:
        keys = (PreferenceEntry(name, KEYS_SECTION, text) for name, text, _ in self._keys)
        portable = (portable_entry(self._place),) if self._place is not None else ()
        return (*setting_entries(), *portable, *keys)

    # -- finding -------------------------------------------------------------------------------

    def _find(self, words: str) -> None:
        """Show what is found in all sections, or the chosen section when nothing is sought."""
        is_sought = bool(words.split())
        found = entries_found(self._entries(), words)
        counts = counts_by_section(found)
        for number in range(self.sections.topLevelItemCount()):
            item = self.sections.topLevelItem(number)
            if item is not None:
                count = counts[item.data(0, Qt.ItemDataRole.UserRole)]
                item.setText(1, f"{count}  " if is_sought and count else "")
        if is_sought and found:
            self._point_at(counts)
        chosen = self._chosen_section()
        visible = found if is_sought else [one for one in found if one.section == chosen]
        self._show_only(visible, words)
        told = self.tr("{n} found") if len(found) != 1 else self.tr("1 found")
        self.found.setText(told.format(n=len(found)) if is_sought else "")
        self.nothing.setVisible(not visible)

    def _point_at(self, counts: Mapping[str, int]) -> None:
        """Choose the first section that has what is sought, unless the chosen one has some."""
        if counts.get(self._chosen_section()):
            return
        blocker = QSignalBlocker(self.sections)
        for number in range(self.sections.topLevelItemCount()):
            item = self.sections.topLevelItem(number)
            if item is not None and counts.get(item.data(0, Qt.ItemDataRole.UserRole)):
                self.sections.setCurrentItem(item)
                break
        blocker.unblock()

    def _show_only(self, entries: Sequence[PreferenceEntry], words: str) -> None:
        sections = {entry.section for entry in entries}
        for section, heading in self._headings.items():
            heading.setVisible(section in sections)
        for row in self._rows:
            row.setVisible(row.entry in entries)
            row.light(words)

    def _chosen_section(self) -> str:
        item = self.sections.currentItem()
        return str(item.data(0, Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _choose_section(self) -> None:
        """Show a section; among results, go to the first of it."""
        if self.search.text().split():
            heading = self._headings[self._chosen_section()]
            if not heading.isHidden():
                self._area.ensureWidgetVisible(heading, 0, 0)
            return
        self._find("")
        self._area.verticalScrollBar().setValue(0)

    def tell(self, name: str, words: str) -> None:
        """Say something of a setting besides what is always said: how things are now."""
        for row in self._rows:
            if row.entry.name == name:
                row.tell(words)

    def offer(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        """Offer further choices of a setting, each with its words; those there stay."""
        for row in self._rows:
            if isinstance(row, SettingRow) and row.entry.name == name:
                row.offer(choices, getattr(self._settings, name))

    # -- changing ------------------------------------------------------------------------------

    def _change(self, name: str, value: object) -> None:
        changed: dict[str, Any] = {name: value}
        self._take(replace(self._settings, **changed))

    def _take(self, settings: Settings) -> None:
        if settings != self._settings:
            self._before.append(self._settings)
            self._use(settings)

    def _use(self, settings: Settings) -> None:
        self._settings = settings
        for row in self._rows:
            if isinstance(row, SettingRow):
                row.show_value(getattr(settings, row.entry.name))
        self.settings_changed.emit(settings)

    def undo(self) -> None:
        """Take the last change back."""
        if self._before:
            self._use(self._before.pop())

    def _give_usual(self) -> None:
        """Give every setting that stands here its usual value."""
        usual = {entry.name: getattr(Settings(), entry.name) for entry in setting_entries()}
        self._take(replace(self._settings, **usual))

    def _ask_keys(self) -> None:
        self.keys_requested.emit("")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Preferences", words)
