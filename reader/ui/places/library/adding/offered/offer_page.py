"""What was found where the reader pointed: its title, remarks, and what can be ticked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.text.article import Removed
from reader.errors import ReaderError
from reader.ui.places.library.adding.offered.offer import Kind, Offer, OfferedItem, remark_of
from reader.ui.places.library.adding.offered.offer_note import OfferNote
from reader.ui.places.library.adding.offered.offered_rows import OfferedRows
from reader.ui.places.library.adding.text_fields import TextFields
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons


class OfferPage(QWidget):
    """Shows an offer, and the ways on from it.

    Attributes:
        title: What it is called.
        told: What can be said of it in a line.
        note: What is to be known before, or why nothing can be added.
        text: A pasted text, and what is known of it.
        items: What would be added, to be ticked; of one article there is no list.
        pieces: What was left out of the one article.
        look: Shows and hides these pieces.
        also: Leads to the feed of a page, or to the page itself.
        choose: Asks for files or a folder.

    Signals:
        ticked(): Something was ticked, or is no longer.
        choose_requested(): Choose files or a folder.
        also_requested(): Look at the same page in the other way.
    """

    ticked = Signal()
    choose_requested = Signal()
    also_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind: Kind = "address"
        self._removed: tuple[Removed, ...] = ()
        self.title, self.told, self._left_out = QLabel(self), QLabel(self), QLabel(self)
        self.title.setStyleSheet('font: 600 18px "Source Serif 4";')
        for label in (self.title, self.told):
            label.setWordWrap(True)
        for label in (self.told, self._left_out):
            label.setProperty("role", "quiet")
        self.note = OfferNote(theme, icons, self)
        self.text = TextFields(self)
        self.also, self.look = self._link("add_also"), self._link("add_look")
        self.also.clicked.connect(self.also_requested)
        self.look.clicked.connect(self._show_pieces)
        self.choose = QPushButton(self)
        self.choose.setObjectName("add_choose")
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self.choose_requested)
        self.items = self._list("add_items", self.tr("What would be added"))
        self.items.itemChanged.connect(self.ticked)
        self.items.setItemDelegate(OfferedRows(theme, self.items))
        self.pieces = self._list("add_pieces", self.tr("What was left out"))
        self.pieces.setProperty("rows", "true")
        self._lay_out()
        self.clear()

    def _list(self, name: str, spoken: str) -> QListWidget:
        made = QListWidget(self)
        made.setObjectName(name)
        made.setAccessibleName(spoken)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return made

    def _lay_out(self) -> None:
        column, pieces = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for label in (self.title, self.told):
            column.addWidget(label)
        pieces.setSpacing(4)
        pieces.addWidget(self._left_out)
        pieces.addWidget(self.look)
        pieces.addStretch(1)
        column.addLayout(pieces)
        column.addWidget(self.note)
        for button in (self.also, self.choose):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.text, 1)
        column.addWidget(self.items, 1)
        column.addWidget(self.pieces, 1)
        self._rest = QWidget(self)  # takes the room where there is no list
        column.addWidget(self._rest, 1)

    def _link(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setProperty("link", "true")
        button.setStyleSheet("padding: 2px 0;")
        button.setAutoDefault(False)
        button.hide()
        return button

    def show_kind(self, kind: Kind) -> None:
        """Offer to choose files or a folder, where the kind has any; or take a text."""
        self._kind = kind
        self.choose.setVisible(kind in {"file", "folder", "feed", "watched"})
        is_feed = kind == "feed"
        self.choose.setText(self.tr("Feeds from OPML…") if is_feed else self.tr("Choose…"))

    def tell(self, words: str) -> None:
        """Say something in place of an offer."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def clear(self) -> None:
        """Show nothing."""
        self._set_words("", "")
        self._removed = ()
        for widget in (self.note, self.also, self.look, self._left_out, self.pieces):
            widget.hide()
        self.items.clear()
        self._show_lists(has_items=False)

    def _show_lists(self, *, has_items: bool) -> None:
        self.text.setVisible(self._kind == "text")
        self.items.setVisible(has_items)
        has_pieces = not self.pieces.isHidden()
        self._rest.setVisible(not (has_items or has_pieces or self._kind == "text"))

    def _set_words(self, title: str, told: str, *, is_article: bool = False) -> None:
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.told.setStyleSheet('font: italic 400 15px "Source Serif 4";' if is_article else "")
        self.tell(told)

    def show_offer(self, offer: Offer) -> None:
        """Show what was found, or why nothing can be added."""
        if offer.error is not None:
            self.show_error(offer.error)
            return
        is_text, article = offer.kind == "text", offer.article
        if is_text:
            self.text.show_found(article)
        else:
            self._set_words(offer.title, offer.told, is_article=article is not None)
        if offer.kind == "feed":
            self.choose.hide()
        if offer.remark is not None:
            self.note.show_remark(offer.remark, offer.kind)
        if article is not None and not is_text:
            self._tell_removed(article.removed)
        self._show_ways(offer)
        for item in offer.items:
            self._add_item(item)
        self._show_lists(has_items=bool(offer.items) and article is None)

    def show_error(self, error: ReaderError) -> None:
        """Say why nothing can be added."""
        self._set_words("", "")
        self.note.show_remark(remark_of(self._kind, error), self._kind)
        self.choose.hide()

    def _show_ways(self, offer: Offer) -> None:
        """Offer the feed that a page names, or the page itself."""
        words = {
            "address": self.tr("The page names a feed. Look at it…"),
            "feed": self.tr("Or add the page itself as one article…"),
        }
        self.also.setText(words.get(offer.kind, ""))
        self.also.setVisible(bool(offer.page))

    def _tell_removed(self, removed: Sequence[Removed]) -> None:
        self._removed = tuple(removed)
        count = len(removed)
        told = self.tr("1 piece left out.")
        if count != 1:
            told = self.tr("{n} pieces left out.").format(n=count)
        self._left_out.setText(told)
        self._left_out.setVisible(bool(count))
        self.look.setText(self.tr("Look at them") if count != 1 else self.tr("Look at it"))
        self.look.setVisible(bool(count))

    def _show_pieces(self) -> None:
        """Show what was left out with its reason, or hide it again."""
        if self.pieces.isVisible():
            self.pieces.hide()
        else:
            self.pieces.clear()
            for piece in self._removed:
                words = " ".join(piece.text.split())
                item = QListWidgetItem(f"“{words}”, {piece.reason}", self.pieces)
                item.setToolTip(words)
            self.pieces.show()
        self._show_lists(has_items=False)

    def _add_item(self, item: OfferedItem) -> None:
        title = item.title or self.tr("Untitled")
        detail = self.tr("here already") if item.is_here else item.detail
        row = QListWidgetItem(f"{title}   {detail}".rstrip(), self.items)
        row.setData(Qt.ItemDataRole.UserRole, item)
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        is_ticked = item.is_wanted and not item.is_here
        row.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)

    def chosen(self) -> tuple[OfferedItem, ...]:
        """Return what is ticked; the one article where it is not here already."""
        rows = (self.items.item(number) for number in range(self.items.count()))
        return tuple(
            row.data(Qt.ItemDataRole.UserRole)
            for row in rows
            if row.checkState() == Qt.CheckState.Checked
        )
