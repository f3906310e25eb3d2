"""The lists that were deleted, each with the way back."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtWidgets import QListWidget, QWidget

from reader.storage.lexicons.kept_lists import KeptList
from reader.ui.marks.dates import date_text
from reader.ui.messages.plain_dialog import PlainDialog

_ROWS_PX = 180


class DeletedLists(PlainDialog):
    """Lists what was deleted in the last 30 days; one of it is put back."""

    def __init__(self, deleted: Sequence[KeptList], parent: QWidget | None) -> None:
        words = self.tr("They are deleted for good after 30 days.")
        if not deleted:
            words = self.tr("No list was deleted in the last 30 days.")
        title = self.tr("Deleted lists")
        super().__init__(title, words, self.tr("Put back"), parent)
        self.setObjectName("deleted_lists")
        self.add_cancel(self.tr("Close"))
        self._deleted = tuple(deleted)
        self.rows = QListWidget(self)
        self.rows.setObjectName("deleted_rows")
        self.rows.setAccessibleName(title)
        self.rows.setProperty("rows", "true")
        self.rows.setFixedHeight(_ROWS_PX)
        told = self.tr("{title} (entries: {n}), deleted {day}")
        for one in deleted:
            day = datetime.fromtimestamp(one.time, UTC).date().isoformat()
            self.rows.addItem(
                told.format(
                    title=one.lexicon.title,
                    n=f"{len(one.lexicon.entries):,}",
                    day=date_text(day),
                )
            )
        self.rows.setVisible(bool(deleted))
        self.main.setEnabled(bool(deleted))
        self.rows.setCurrentRow(0)
        self.rows.itemActivated.connect(self.accept)
        self.body.addWidget(self.rows)
        self.rows.setFocus()

    def chosen(self) -> KeptList | None:
        """Return the list that is to be put back, or None."""
        number = self.rows.currentRow()
        return self._deleted[number] if 0 <= number < len(self._deleted) else None
