"""Asks where the entries of a category go that is to be deleted."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from reader.core.lexicon.lexicon import Category
from reader.ui.messages.plain_dialog import PlainDialog


class CategoryGone(PlainDialog):
    """Names the category and how many entries it has, and offers the others."""

    def __init__(
        self, gone: Category, count: int, others: Sequence[Category], parent: QWidget | None
    ) -> None:
        self.gone = gone
        title = self.tr("Delete “{name}”?").format(name=gone.name)
        words = self.tr("It has {n} entries. They stand in this one from now on:")
        if count == 1:
            words = self.tr("It has 1 entry, which stands in this one from now on:")
        super().__init__(title, words.format(n=f"{count:,}"), self.tr("Delete"), parent)
        self.setObjectName("category_gone")
        self.add_cancel(self.tr("Cancel"))
        self._others = QComboBox(self)
        self._others.setObjectName("category_instead")
        self._others.setAccessibleName(self.tr("Their category from now on"))
        for one in others:
            self._others.addItem(one.name, one.id)
        self.body.addWidget(self._others)
        self._others.setFocus()

    def instead(self) -> str:
        """Return the id of the category that takes the entries."""
        return str(self._others.currentData())
