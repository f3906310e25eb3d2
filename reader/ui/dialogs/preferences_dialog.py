"""Preferences, built from the settings that have a label."""

from dataclasses import Field, fields, replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.settings import Settings


class PreferencesDialog(QDialog):
    """Shows one field for each setting with a label."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._editors: dict[str, QWidget] = {}
        self.setObjectName("preferences_dialog")
        self.setWindowTitle(self.tr("Preferences"))
        self.setMinimumWidth(480)
        layout = QVBoxLayout(self)
        form = QFormLayout()
        for item in fields(settings):
            if "label" in item.metadata:
                label = QCoreApplication.translate("Preferences", item.metadata["label"])
                editor = self._editor(item, getattr(settings, item.name))
                editor.setObjectName(f"preference_{item.name}")
                editor.setAccessibleName(label)
                self._editors[item.name] = editor
                form.addRow("" if isinstance(editor, QCheckBox) else label, editor)
        layout.addLayout(form)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Save | standard.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _editor(self, item: "Field[Any]", value: object) -> QWidget:
        if isinstance(value, bool):
            label = QCoreApplication.translate("Preferences", item.metadata["label"])
            box = QCheckBox(label, self)
            box.setChecked(value)
            return box
        if isinstance(value, int):
            number = QSpinBox(self)
            number.setRange(item.metadata["least"], item.metadata["most"])
            number.setValue(value)
            return number
        choice = QComboBox(self)
        for name in item.metadata["choices"]:
            words = QCoreApplication.translate("Preferences", name)
            choice.addItem(words[:1].upper() + words[1:], name)
        choice.setCurrentIndex(max(0, choice.findData(value)))
        return choice

    def settings(self) -> Settings:
        """Return the settings as the fields say."""
        changed: dict[str, Any] = {}
        for name, editor in self._editors.items():
            if isinstance(editor, QCheckBox):
                changed[name] = editor.isChecked()
            elif isinstance(editor, QSpinBox):
                changed[name] = editor.value()
            elif isinstance(editor, QComboBox):
                changed[name] = editor.currentData()
        return replace(self._settings, **changed)
