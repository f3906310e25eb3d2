"""The dialog that adds articles: one field for whatever it is, and what would be added below."""

import contextlib
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.errors import ReaderError
from reader.intake.feeds.feed import FeedLink
from reader.storage.library.articles.feeds import Schedule
from reader.ui.jobs import Jobs
from reader.ui.messages.plain_dialog import foot_of, head_of, lay_out
from reader.ui.places.library.adding.add_field import AddField
from reader.ui.places.library.adding.add_options import AddOptions
from reader.ui.places.library.adding.difference_dialog import DifferenceDialog
from reader.ui.places.library.adding.kind_list import KindList
from reader.ui.places.library.adding.offered.offer import Kind, Offer, OfferedItem, Way
from reader.ui.places.library.adding.offered.offer_page import OfferPage
from reader.ui.places.library.adding.offered.offer_words import adding_words, found_words
from reader.ui.places.library.adding.offered.offers import kind_of, look_at
from reader.ui.theme import Theme
from reader.ui.widgets.fields.dropping import take_as_copy
from reader.ui.widgets.icons import Icons
from reader.values import frozen

if TYPE_CHECKING:
    from reader.storage.library.library import Library


@frozen
class Wish:
    """What the reader wants to be added.

    Attributes:
        offer: What was looked at.
        chosen: Which of its items.
        tags: Tags for all of it.
        collections: Collections for all of it.
        schedule: When a feed is asked.
        wants_page: Whether the whole page of each entry is fetched.
        folder: The folder to watch, or "".
        said: What the reader knows better of a pasted text, by the names of facts.
    """

    offer: Offer
    chosen: tuple[OfferedItem, ...]
    tags: tuple[str, ...]
    collections: tuple[str, ...]
    schedule: Schedule
    wants_page: bool
    folder: str = ""
    said: tuple[tuple[str, str], ...] = ()

    def followed(self) -> tuple[tuple[FeedLink, ...], dict[str, bool]]:
        """Return the feeds to follow, and which entries are wanted where these were offered."""
        words = {item.word for item in self.chosen}
        if self.offer.has_entries:
            return self.offer.links, {one.word: one.word in words for one in self.offer.items}
        return tuple(link for link in self.offer.links if link.address in words), {}


class AddDialog(QDialog):
    """Looks at what is named, and hands on what is to be added. Nothing is fetched before Enter.

    Signals:
        wished(Wish): Add this.
        files_wanted(): Choose files.
        folder_wanted(): Choose a folder.
        article_requested(str): Open this article of the library.
    """

    wished = Signal(object)
    files_wanted = Signal()
    folder_wanted = Signal()
    article_requested = Signal(str)

    def __init__(
        self, library: "Library", theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("add_dialog")
        self.setWindowTitle(self.tr("Add articles"))
        self.resize(800, 600)
        self.setAcceptDrops(True)
        self._library, self._theme, self._icons = library, theme, icons
        self._offer: Offer | None = None
        self._looked_at = ""  # what the offer is of
        self._pasted = ""
        self._is_found = False  # the kind came of what was found, not of the reader
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._show_offer)
        self._jobs.failed.connect(self._fail)
        head, self.kinds = self._make_head(), KindList(icons, theme, self)
        self.kinds.currentRowChanged.connect(self._show_kind)
        self.kinds.clicked.connect(self._go_on_typing)
        lay_out(self, head, self.kinds, self._make_content(), self._make_foot())
        self._show_kind()
        self._offer_names()
        self.field.setFocus()

    def _offer_names(self) -> None:
        shelves = self._library.shelves
        with contextlib.suppress(ReaderError):  # what is typed needs none of them
            self.options.offer(
                [one.name for one in shelves.tags()], [one.name for one in shelves.collections()]
            )

    # -- building ------------------------------------------------------------------------------

    def _make_head(self) -> QWidget:
        head, column = head_of(self, QBoxLayout.Direction.TopToBottom)
        self.field = AddField(head)
        self.field.textEdited.connect(self._guess_kind)
        self.field.returnPressed.connect(self._enter)
        told = QLabel(
            self.tr(
                "An address, a file, a folder or a text: type, paste or drop it here, then press "
                "Enter. The kind is chosen by itself; choose another at the left."
            ),
            head,
        )
        told.setProperty("role", "small")
        told.setWordWrap(True)
        column.addWidget(self.field)
        column.addWidget(told)
        return head

    def _make_content(self) -> QWidget:
        content = QWidget(self)
        content.setObjectName("add_content")
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        self.page = OfferPage(self._theme, self._icons, content)
        self.options = AddOptions(content)
        self.page.ticked.connect(self._count)
        self.page.choose_requested.connect(self._choose)
        self.page.also_requested.connect(self._look_otherwise)
        self.page.note.chosen.connect(self._take_way)
        self.page.text.text_changed.connect(self._text_typed)
        self.page.text.words.textChanged.connect(self._count)
        self.page.text.facts_changed.connect(self._count)
        column.addWidget(self.page, 1)
        column.addWidget(self.options)
        return content

    def _make_foot(self) -> QWidget:
        foot, row = foot_of(self)
        told = QLabel(self.tr("Pictures and scripts are not fetched."), foot)
        told.setProperty("role", "small")
        row.addWidget(told, 1)
        cancel = QPushButton(self.tr("Cancel"), foot)
        cancel.setObjectName("add_cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.main = QPushButton(self.tr("Add"), foot)
        self.main.setObjectName("add_main")
        self.main.setProperty("main", "true")
        self.main.setAutoDefault(False)
        self.main.clicked.connect(self._wish)
        for field in (self.options.tags, self.options.collection):
            field.returnPressed.connect(self.main.click)
        row.addWidget(cancel)
        row.addWidget(self.main)
        return foot

    # -- what it is ----------------------------------------------------------------------------

    def _go_on_typing(self) -> None:
        """Go back to the field after a click on a kind: what is typed next is meant for it."""
        if self.kinds.kind() != "text":
            self.field.setFocus()

    def _guess_kind(self, typed: str) -> None:
        self._pasted = ""
        is_by_hand = self.kinds.kind() in {"feed", "watched"} and not self._is_found
        if typed.strip() and not is_by_hand:
            self.kinds.choose(kind_of(typed))

    def _show_kind(self) -> None:
        kind, self._is_found = self.kinds.kind(), False
        self.options.show_kind(kind)
        self.page.show_kind(kind)
        self._clear()
        if kind == "text":
            typed = self.field.text()
            is_typed = bool(typed.strip()) and kind_of(typed) == "text"
            self.page.text.set_text(typed if is_typed else QGuiApplication.clipboard().text())
            self._text_typed()
        elif self.field.text().strip():
            self.page.tell(self.tr("Press Enter to look there."))
        elif kind == "watched":
            self.page.tell(
                self.tr(
                    "What is put into the folder later comes in too, whenever new articles are "
                    "looked for (F5 in the library). Nothing is kept before you say so."
                )
            )
        else:
            self.page.tell(self.tr("Nothing is fetched or kept before you say so."))

    def _text_typed(self) -> None:
        """Look at the text as it is now."""
        words = self.page.text.words.toPlainText()
        self._clear()
        if words.strip():
            self.look_at("text", words)

    def _clear(self) -> None:
        self._jobs.cancel()
        self._offer = None
        self.field.tell("")
        self.page.clear()
        self._count()

    def _choose(self) -> None:
        is_file = self.kinds.kind() in {"file", "feed"}
        (self.files_wanted if is_file else self.folder_wanted).emit()

    # -- looking -------------------------------------------------------------------------------

    def _enter(self) -> None:
        """Look at what is named; add it when Enter is pressed again on the same words."""
        typed = self._named()
        if typed == self._looked_at and self.main.isEnabled():
            self._wish()
        else:
            self.look()

    def _named(self) -> str:
        """Return what stands in the field; of a text, what is pasted where the field is empty."""
        named = self._pasted or self.field.text().strip()
        is_text = self.kinds.kind() == "text"
        return named or (self.page.text.words.toPlainText() if is_text else "")

    def look(self) -> None:
        """Look at what is named in the field."""
        typed = self._named()
        if typed and self.kinds.kind() == "text" and typed != self.page.text.words.toPlainText():
            self.page.text.set_text(typed)
        if typed:
            self.look_at(self.kinds.kind(), typed)

    def look_at(self, kind: Kind, typed: str) -> None:
        """Look at something, on a worker."""
        self._clear()
        self._looked_at = typed
        if kind != "text":
            self.page.tell(self.tr("Looking…"))
        self._jobs.start(partial(look_at, self._library, kind, typed))

    def take_files(self, paths: Sequence[str]) -> None:
        """Look at files that were chosen or dropped."""
        if self.kinds.kind() != "feed":
            self.kinds.choose("file")
        self._pasted = "\n".join(paths)
        self.field.setText(
            paths[0] if len(paths) == 1 else self.tr("{n} files").format(n=len(paths))
        )
        self.look()

    def take_folder(self, path: str) -> None:
        """Look at a folder that was chosen."""
        if self.kinds.kind() != "watched":
            self.kinds.choose("folder")
        self._pasted = ""
        self.field.setText(path)
        self.look()

    def _show_offer(self, offer: Offer) -> None:
        if offer.kind != self.kinds.kind():  # an address that turned out to be a feed's
            self.kinds.choose(offer.kind)
            self._is_found = True
        self._offer = offer
        self.page.show_offer(offer)
        self.field.tell("" if offer.error is not None else found_words(offer))
        self._count()

    def _take_way(self, way: Way) -> None:
        """Go on from a remark as the reader chose."""
        if way == "again":
            self.look()
        elif way == "edit":
            self.field.setFocus()
            self.field.selectAll()
        elif way == "type":
            self.kinds.choose("text")
            self.page.text.words.setFocus()
        elif way == "yours":
            self._open_yours()
        elif way == "differences":
            self._show_differences()
        else:
            if self.kinds.kind() == "address":
                self.kinds.choose("file")
            self._choose()

    def _show_differences(self) -> None:
        """Show what changed from the text that is kept to this one."""
        offer = self._offer
        if offer is None or offer.article is None:
            return
        try:
            kept = self._library.articles.article(offer.kept_id, is_edited=False)
        except ReaderError as error:
            self._fail(error)
            return
        DifferenceDialog(kept.text, offer.article, self._theme, self).open()

    def _look_otherwise(self) -> None:
        """Look at the same page as a feed, or as an article."""
        self.kinds.choose("feed" if self.kinds.kind() == "address" else "address")
        self.look()

    def _open_yours(self) -> None:
        if self._offer is not None:
            self.article_requested.emit(self._offer.kept_id)
            self.reject()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self.page.show_error(error)
        self._count()

    # -- adding --------------------------------------------------------------------------------

    def _count(self) -> None:
        offer = self._offer
        count = len(self.page.chosen()) if offer is not None else 0
        is_whole = (  # nothing need be ticked
            offer is not None
            and offer.error is None
            and (self.kinds.kind() == "watched" or offer.has_entries)
        )
        text = self.page.text
        is_done = self.kinds.kind() != "text" or (text.is_day() and not text.is_waiting())
        self.main.setText(adding_words(self._offer, self.kinds.kind(), count))
        self.main.setEnabled((count > 0 or is_whole) and is_done)
        self.main.setToolTip("" if self.main.isEnabled() else self.tr("Nothing is chosen yet."))

    def _wish(self) -> None:
        if self._offer is None:
            return
        is_watched = self.kinds.kind() == "watched"
        self.wished.emit(
            Wish(
                self._offer,
                self.page.chosen(),
                self.options.tag_names(),
                self.options.collection_names(),
                self.options.schedule(),
                self.options.full_pages.isChecked(),
                self.field.text().strip() if is_watched else "",
                tuple(self.page.text.said().items()) if self.kinds.kind() == "text" else (),
            )
        )
        self.accept()

    def done(self, result: int) -> None:
        """End all work as the dialog closes."""
        self._jobs.cancel()
        super().done(result)

    # -- dropping ------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, addresses and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            take_as_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        if not take_as_copy(event):
            return
        data = event.mimeData()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.take_files(files)
            return
        words = data.text().strip()
        if kind_of(words) == "text":
            self.kinds.choose("text")
            self.page.text.set_text(words)
            self._text_typed()
            return
        self.field.setText(words)
        self._guess_kind(words)
        self.look()
