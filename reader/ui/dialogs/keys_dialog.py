"""All keys at a glance."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.ui.actions import COMMANDS


class KeysDialog(QDialog):
    """Lists every command that has a key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys_dialog")
        self.setWindowTitle(self.tr("Keys"))
        self.resize(480, 560)
        layout = QVBoxLayout(self)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        page = QWidget(area)
        form = QFormLayout(page)
        for command in COMMANDS.values():
            if command.key:
                words = QCoreApplication.translate("Actions", command.text)
                form.addRow(command.key, QLabel(words.replace("&", "").rstrip("…"), page))
        form.addRow("Enter", QLabel(self.tr("Show the card of a mark"), page))
        form.addRow("Esc", QLabel(self.tr("Close the card"), page))
        area.setWidget(page)
        layout.addWidget(area)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
