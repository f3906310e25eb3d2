"""The button that puts an entry into further categories beside the one that leads."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QToolButton, QWidget


class FurtherCategories(QToolButton):
    """Shows how many further categories there are, and lets the reader tick them in a menu.

    Signals:
        chosen(): Another category was ticked, or one was cleared.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry_further_categories")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._menu = QMenu(self)
        self._menu.setObjectName("entry_further_categories_menu")
        self._menu.triggered.connect(self._tell)
        self.setMenu(self._menu)
        self.show_choices((), "", ())

    def show_choices(
        self, choices: Sequence[tuple[str, str, QIcon]], leading: str, further: Sequence[str]
    ) -> None:
        """Offer all categories but the one that leads.

        Args:
            choices: Id, name and letter of each category.
            leading: The id of the one that leads.
            further: The ids of those that the entry stands in besides.
        """
        self._menu.clear()
        for name, title, icon in choices:
            if name != leading:
                action = self._menu.addAction(icon, title)
                action.setData(name)
                action.setCheckable(True)
                action.setChecked(name in further)
        self._say()

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the categories that are ticked."""
        return tuple(str(action.data()) for action in self._ticked())

    def _ticked(self) -> list[QAction]:
        return [action for action in self._menu.actions() if action.isChecked()]

    def _tell(self) -> None:
        self._say()
        self.chosen.emit()

    def _say(self) -> None:
        ticked = self._ticked()
        self.setText(f"+{len(ticked)}" if ticked else "+")
        names = ", ".join(action.text() for action in ticked)
        words = self.tr("Also in: {names}").format(names=names)
        title = words if ticked else self.tr("Put the entry into further categories")
        self.setToolTip(title)
        self.setAccessibleName(title)
