"""What was found where the reader pointed: its title, remarks, and what can be ticked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.errors import ReaderError
from reader.ui.places.library.adding.offered_rows import OfferedRows
from reader.ui.places.library.adding.offers import Kind, Offer, OfferedItem
from reader.ui.theme import Theme


class OfferPage(QWidget):
    """Shows an offer, and the ways on from it.

    Attributes:
        title: What it is called.
        told: What can be said of it in a line.
        note: Says why nothing can be added.
        cause: Its words.
        items: What would be added, to be ticked.
        also: Leads to the feed of a page, or to the page itself.
        yours: Leads to what is kept already.
        choose: Asks for files or a folder.

    Signals:
        ticked(): Something was ticked, or is no longer.
        choose_requested(): Choose files or a folder.
        also_requested(): Look at the same page in the other way.
        yours_requested(): Open what is kept already.
    """

    ticked = Signal()
    choose_requested = Signal()
    also_requested = Signal()
    yours_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.title.setStyleSheet('font: 600 18px "Source Serif 4";')
        self.title.setWordWrap(True)
        self.told = QLabel(self)
        self.told.setProperty("role", "quiet")
        self.told.setWordWrap(True)
        self.note = self._make_note()
        self.also, self.yours = self._link("add_also"), self._link("add_yours")
        self.also.clicked.connect(self.also_requested)
        self.yours.setText(self.tr("Open yours"))
        self.yours.clicked.connect(self.yours_requested)
        self.choose = QPushButton(self)
        self.choose.setObjectName("add_choose")
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self.choose_requested)
        self.items = QListWidget(self)
        self.items.setObjectName("add_items")
        self.items.setAccessibleName(self.tr("What would be added"))
        self.items.itemChanged.connect(self.ticked)
        self.items.setItemDelegate(OfferedRows(theme, self.items))
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.title, self.told, self.note):
            column.addWidget(widget)
        for button in (self.yours, self.also, self.choose):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.items, 1)

    def _link(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setFlat(True)
        button.setProperty("link", "true")
        button.setAutoDefault(False)
        button.hide()
        return button

    def _make_note(self) -> QFrame:
        note = QFrame(self)
        note.setObjectName("add_note")
        note.setProperty("role", "warning")
        inner = QVBoxLayout(note)
        self.cause = QLabel(note)
        self.cause.setWordWrap(True)
        self.cause.setTextFormat(Qt.TextFormat.PlainText)
        inner.addWidget(self.cause)
        note.hide()
        return note

    def show_kind(self, kind: Kind) -> None:
        """Offer to choose files or a folder, where the kind has any."""
        self.choose.setVisible(kind in {"file", "folder", "feed", "watched"})
        is_feed = kind == "feed"
        self.choose.setText(self.tr("Feeds from OPML…") if is_feed else self.tr("Choose…"))

    def clear(self) -> None:
        """Show nothing."""
        self.title.clear()
        self.told.clear()
        for widget in (self.note, self.also, self.yours):
            widget.hide()
        self.items.clear()

    def show_offer(self, offer: Offer) -> None:
        """Show what was found, or why nothing can be added."""
        self.title.setText(offer.title)
        self.told.setText(offer.told)
        if offer.error is not None:
            self.show_error(offer.error)
            return
        if offer.kind == "feed":
            self.choose.hide()
        self._show_ways(offer)
        for item in offer.items:
            self._add_item(item)

    def show_error(self, error: ReaderError) -> None:
        """Say why nothing can be added."""
        self.cause.setText(f"{error.message} {error.hint or ''}".strip())
        self.note.show()

    def _show_ways(self, offer: Offer) -> None:
        """Offer the feed that a page names, or the page itself, and what is kept already."""
        words = {
            "address": self.tr("The page names a feed. Look at it…"),
            "feed": self.tr("Or add the page itself as one article…"),
        }
        self.also.setText(words.get(offer.kind, ""))
        self.also.setVisible(bool(offer.page))
        self.yours.setVisible(bool(offer.kept_id))

    def _add_item(self, item: OfferedItem) -> None:
        title = item.title or self.tr("Untitled")
        detail = self.tr("here already") if item.is_here else item.detail
        row = QListWidgetItem(f"{title}   {detail}".rstrip(), self.items)
        row.setData(Qt.ItemDataRole.UserRole, item)
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        is_ticked = item.is_wanted and not item.is_here
        row.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)

    def chosen(self) -> tuple[OfferedItem, ...]:
        """Return what is ticked."""
        rows = (self.items.item(number) for number in range(self.items.count()))
        return tuple(
            row.data(Qt.ItemDataRole.UserRole)
            for row in rows
            if row.checkState() == Qt.CheckState.Checked
        )
