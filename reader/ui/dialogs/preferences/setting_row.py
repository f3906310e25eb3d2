"""One line of Preferences: what it is called, what it does, and the field that changes it."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QWidget,
)

from reader.settings import Settings
from reader.ui.dialogs.preferences.setting_search import PreferenceEntry, pieces
from reader.ui.theme import Theme

_FIELDS: Mapping[str, Mapping[str, Any]] = {item.name: item.metadata for item in fields(Settings)}


class PreferenceRow(QFrame):
    """A line with words that can be lit, and room for a field at the right."""

    def __init__(self, theme: Theme, entry: PreferenceEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self._theme = theme
        self._now, self._words = "", ""  # how things are; what is looked for
        self.setObjectName("preference_row")
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(16, 9, 16, 9)
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(3)
        self.grid.setColumnStretch(0, 1)
        self._label, self._told = QLabel(self), QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._told.setTextFormat(Qt.TextFormat.RichText)
        self._told.setWordWrap(True)
        self._told.setProperty("role", "small")
        self._told.setVisible(bool(entry.told))
        self.grid.addWidget(self._label, 0, 0)
        self.grid.addWidget(self._told, 1, 0, 1, 2)
        self.light("")

    def light(self, words: str) -> None:
        """Show the words that were looked for on a wash."""
        self._words = words
        told = " ".join(filter(None, (self._now, _tr(self.entry.told) if self.entry.told else "")))
        self._label.setText(self._lit(self.label, words))
        self._told.setText(self._lit(told, words))

    def tell(self, words: str) -> None:
        """Say how things are now, before what is always said."""
        self._now = words
        self.light(self._words)

    @property
    def label(self) -> str:
        """What the line is called."""
        return _tr(self.entry.label)

    def _lit(self, text: str, words: str) -> str:
        wash = f"background-color: {self._theme.accent_wash}; font-weight: 600"
        return "".join(
            f'<span style="{wash}">{escape(piece)}</span>' if is_hit else escape(piece)
            for piece, is_hit in pieces(text, words)
        )


class SettingRow(PreferenceRow):
    """The line of a setting.

    Signals:
        changed(str, object): The setting's name, and what the reader chose.
    """

    changed = Signal(str, object)

    def __init__(
        self, theme: Theme, entry: PreferenceEntry, value: object, parent: QWidget
    ) -> None:
        super().__init__(theme, entry, parent)
        self._metadata = _FIELDS[entry.name]
        self.editor = self._make_editor(value)
        self.editor.setObjectName(f"preference_{entry.name}")
        self.editor.setAccessibleName(self.label)
        if entry.told:
            self.editor.setAccessibleDescription(_tr(entry.told))
        self.grid.addWidget(self.editor, 0, 1, Qt.AlignmentFlag.AlignRight)
        self.show_value(value)

    def _make_editor(self, value: object) -> QWidget:
        if isinstance(value, bool):
            box = QCheckBox(self)
            box.toggled.connect(self._tell)
            return box
        if isinstance(value, int):
            number = QSpinBox(self)
            number.setRange(self._metadata["least"], self._metadata["most"])
            number.setSingleStep(self._metadata.get("step", 1))
            number.setSuffix(_tr(self._metadata.get("unit", "")))
            number.setSpecialValueText(_tr(self._metadata.get("none", "")))
            number.setFixedWidth(112)
            number.lineEdit().setTextMargins(6, 0, 0, 0)
            number.valueChanged.connect(self._tell)
            return number
        choice = QComboBox(self)
        for name, words in zip(self._metadata["choices"], self._metadata["words"], strict=True):
            choice.addItem(_tr(words), name)
        choice.setMinimumWidth(168)
        choice.currentIndexChanged.connect(self._tell)
        return choice

    def offer(self, choices: Sequence[tuple[str, str]], value: object) -> None:
        """Offer further choices, each with its words, and show what is chosen."""
        editor = self.editor
        if not isinstance(editor, QComboBox):
            return
        with QSignalBlocker(editor):
            for name, words in choices:
                if editor.findData(name) < 0:
                    editor.addItem(words, name)
        self.show_value(value)

    def show_value(self, value: object) -> None:
        """Show what is chosen, without telling that it changed."""
        editor = self.editor
        with QSignalBlocker(editor):
            if isinstance(editor, QCheckBox):
                editor.setChecked(bool(value))
            elif isinstance(editor, QSpinBox) and isinstance(value, int):
                editor.setValue(value)
            elif isinstance(editor, QComboBox):
                editor.setCurrentIndex(max(0, editor.findData(value)))

    def value(self) -> object:
        """Return what the field says."""
        editor = self.editor
        if isinstance(editor, QCheckBox):
            return editor.isChecked()
        return editor.value() if isinstance(editor, QSpinBox) else editor.property("currentData")

    def _tell(self) -> None:
        self.changed.emit(self.entry.name, self.value())


class KeyRowOfPreferences(PreferenceRow):
    """The line of a command with its key; the button leads to the editor of keys.

    Signals:
        asked(str): The key of this command is to be changed.
    """

    asked = Signal(str)

    def __init__(self, theme: Theme, entry: PreferenceEntry, key: str, parent: QWidget) -> None:
        super().__init__(theme, entry, parent)
        self.button = QPushButton(key or _tr("none"), self)
        self.button.setAutoDefault(False)
        self.button.setAccessibleName(
            _tr("Key for {command}: {key}").format(command=self.label, key=key or _tr("none"))
        )
        self.button.clicked.connect(self._ask)
        self.grid.addWidget(self.button, 0, 1, Qt.AlignmentFlag.AlignRight)

    def _ask(self) -> None:
        self.asked.emit(self.entry.name)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Preferences", words) if words else ""
