"""The list of muted words and places, each with a way back."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.corrections import EVERYWHERE, Scope
from reader.core.text.article import in_quotes
from reader.storage.user_data.store import Kept

_AROUND = 24  # characters of context beside muted words


class MutedDialog(QDialog):
    """Lists every mute, of entries first, and takes back the one that is chosen.

    Signals:
        unmute_requested(Kept): Mark the place or the entry again.
    """

    unmute_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("muted_dialog")
        self.setWindowTitle(self.tr("Muted"))
        self.setMinimumWidth(480)
        self._mutes: tuple[Kept, ...] = ()
        self._here = EVERYWHERE
        layout = QVBoxLayout(self)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.setProperty("role", "quiet")
        layout.addWidget(self.note)
        self.list = QListWidget(self)
        self.list.setObjectName("muted_list")
        self.list.setAccessibleName(self.tr("Muted words and places"))
        self.list.setWordWrap(True)
        self.list.setProperty("rows", "true")
        self.list.itemSelectionChanged.connect(self._enable)
        layout.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.unmute = QPushButton(self.tr("Unmute"), self)
        self.unmute.setObjectName("muted_unmute")
        self.unmute.setProperty("main", "true")
        self.unmute.clicked.connect(self._request)
        done = QPushButton(self.tr("Close"), self)
        done.setObjectName("muted_close")
        done.clicked.connect(self.accept)
        row.addWidget(self.unmute)
        row.addWidget(done)
        layout.addLayout(row)
        self.show_mutes(())

    def show_mutes(self, mutes: Sequence[Kept], here: Scope = EVERYWHERE) -> None:
        """Show these mutes; the place in the list stays.

        Args:
            mutes: All there are.
            here: The article on the page, whose places are not to be named by its title.
        """
        row = max(0, self.list.currentRow())
        self._mutes, self._here = tuple(mutes), here
        self.list.clear()
        for mute in self._mutes:
            self.list.addItem(QListWidgetItem(self._words(mute)))
        self.list.setCurrentRow(min(row, len(self._mutes) - 1))
        if self._mutes:
            self.note.setText(self.tr("Muted words are not marked. Nothing else changes."))
        else:
            self.note.setText(self.tr("Nothing is muted."))
        self._enable()

    def _words(self, kept: Kept) -> str:
        mute = kept.correction
        if not mute.places:
            return self.tr("“{words}”, in every article").format(words=mute.value)
        place = mute.places[0]
        before, after = place.prefix[-_AROUND:].lstrip(), place.suffix[:_AROUND].rstrip()
        words = self.tr("“{words}”, {where}: …{before}{words}{after}…")
        quote = " ".join(place.quote.split())
        where = self._where(kept.scope)
        shown = words.format(words=quote, where=where, before=before, after=after)
        return " ".join(shown.split())

    def _where(self, scope: Scope) -> str:
        """Return which article a place is in."""
        is_of_page = scope.place == self._here.place and bool(scope.origin)
        if self._here.text and (scope.text == self._here.text or is_of_page):
            return self.tr("here")
        if scope.title:
            return self.tr("in {title}").format(title=in_quotes(scope.title))
        name = PurePath(scope.origin).name or scope.origin
        return self.tr("in {title}").format(title=name) if name else self.tr("in a pasted text")

    def _enable(self) -> None:
        self.unmute.setEnabled(0 <= self.list.currentRow() < len(self._mutes))

    def _request(self) -> None:
        number = self.list.currentRow()
        if 0 <= number < len(self._mutes):
            self.unmute_requested.emit(self._mutes[number])
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
