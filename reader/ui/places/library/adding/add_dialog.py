"""The dialog that adds articles: one field for whatever it is, and what would be added below."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.errors import ReaderError
from reader.storage.library.articles.feeds import SCHEDULES, Schedule
from reader.ui.jobs import Jobs
from reader.ui.messages.plain_dialog import foot_of, head_of, lay_out
from reader.ui.places.library.adding.adding_work import Kind, Offer, OfferedItem, kind_of, look_at
from reader.ui.theme import Theme
from reader.ui.theme.segment_ends import round_ends
from reader.ui.widgets.icons import Icons
from reader.values import frozen

if TYPE_CHECKING:
    from reader.storage.library.library import Library

_KINDS: tuple[tuple[Kind, str], ...] = (
    ("address", "link"),
    ("file", "file-text"),
    ("folder", "folder-open"),
    ("feed", "rss"),
    ("watched", "folder-sync"),
    ("text", "clipboard-paste"),
)


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
    """

    offer: Offer
    chosen: tuple[OfferedItem, ...]
    tags: tuple[str, ...]
    collections: tuple[str, ...]
    schedule: Schedule
    wants_page: bool
    folder: str = ""


class AddDialog(QDialog):
    """Looks at what is named, and hands on what is to be added. Nothing is fetched before Enter.

    Signals:
        wished(Wish): Add this.
        files_wanted(): Choose files.
        folder_wanted(): Choose a folder.
    """

    wished = Signal(object)
    files_wanted = Signal()
    folder_wanted = Signal()

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
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._show_offer)
        self._jobs.failed.connect(self._fail)
        head, self.kinds = self._make_head(), self._make_kinds()
        lay_out(self, head, self.kinds, self._make_content(), self._make_foot())
        self._show_kind()
        self.field.setFocus()

    # -- building ------------------------------------------------------------------------------

    def _make_head(self) -> QWidget:
        head, column = head_of(self, QBoxLayout.Direction.TopToBottom)
        self.field = QLineEdit(head)
        self.field.setObjectName("add_field")
        self.field.setAccessibleName(self.tr("Address, file, folder or text"))
        self.field.setMinimumHeight(34)
        self.field.setClearButtonEnabled(True)
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

    def _make_kinds(self) -> QListWidget:
        kinds = QListWidget(self)
        kinds.setObjectName("add_kinds")
        kinds.setAccessibleName(self.tr("What it is"))
        kinds.setFixedWidth(168)
        kinds.setFrameShape(QFrame.Shape.NoFrame)
        words = {
            "address": self.tr("Address"),
            "file": self.tr("File"),
            "folder": self.tr("Folder"),
            "feed": self.tr("Feed"),
            "watched": self.tr("Watched folder"),
            "text": self.tr("Clipboard"),
        }
        for kind, icon in _KINDS:
            item = QListWidgetItem(self._icons.icon(icon, self._theme.text), words[kind], kinds)
            item.setData(Qt.ItemDataRole.UserRole, kind)
        kinds.setCurrentRow(0)
        kinds.currentRowChanged.connect(self._show_kind)
        return kinds

    def _make_content(self) -> QWidget:
        content = QWidget(self)
        content.setObjectName("add_content")
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        self.title = QLabel(content)
        self.title.setStyleSheet('font: 600 18px "Source Serif 4";')
        self.title.setWordWrap(True)
        self.told = QLabel(content)
        self.told.setProperty("role", "quiet")
        self.told.setWordWrap(True)
        self.note = self._make_note(content)
        self.items = QListWidget(content)
        self.items.setObjectName("add_items")
        self.items.setAccessibleName(self.tr("What would be added"))
        self.items.itemChanged.connect(self._count)
        self.choose = QPushButton(self.tr("Choose…"), content)
        self.choose.setObjectName("add_choose")
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        for widget in (self.title, self.told, self.note):
            column.addWidget(widget)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.items, 1)
        column.addStretch(0)
        column.addWidget(self._make_options(content))
        return content

    def _make_note(self, parent: QWidget) -> QFrame:
        note = QFrame(parent)
        note.setObjectName("add_note")
        note.setProperty("role", "warning")
        inner = QVBoxLayout(note)
        self.cause = QLabel(note)
        self.cause.setWordWrap(True)
        self.cause.setTextFormat(Qt.TextFormat.PlainText)
        inner.addWidget(self.cause)
        note.hide()
        return note

    def _make_options(self, parent: QWidget) -> QWidget:
        options = QWidget(parent)
        form = QFormLayout(options)
        form.setContentsMargins(0, 6, 0, 0)
        self.schedules = self._make_schedules(options)
        self.full_pages = QCheckBox(self.tr("fetch the whole page"), options)
        self.full_pages.setObjectName("add_full_pages")
        self.tags, self.collection = QLineEdit(options), QLineEdit(options)
        for field, name, words in (
            (self.tags, "add_tags", self.tr("Tags, with commas between them")),
            (self.collection, "add_collection", self.tr("Collection")),
        ):
            field.setObjectName(name)
            field.setAccessibleName(words)
            field.setPlaceholderText(self.tr("none"))
        form.addRow(self.tr("From now on"), self.schedules)
        form.addRow(self.tr("Beginnings only"), self.full_pages)
        form.addRow(self.tr("Tags"), self.tags)
        form.addRow(self.tr("Collection"), self.collection)
        self._form = form
        return options

    def _make_schedules(self, parent: QWidget) -> QWidget:
        segments = QWidget(parent)
        row = QHBoxLayout(segments)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._schedule_group = QButtonGroup(self)
        words = (self.tr("Only by hand"), self.tr("Every day"), self.tr("Every hour"))
        for number, name in enumerate(words):
            button = QToolButton(segments)
            button.setText(name)
            button.setCheckable(True)
            button.setProperty("segment", "true")
            button.setObjectName(f"add_schedule_{SCHEDULES[number]}")
            self._schedule_group.addButton(button, number)
            row.addWidget(button)
        round_ends(self._schedule_group.buttons())
        self._schedule_group.button(0).setChecked(True)
        row.addStretch(1)
        return segments

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
        row.addWidget(cancel)
        row.addWidget(self.main)
        return foot

    # -- what it is ----------------------------------------------------------------------------

    def kind(self) -> Kind:
        """Return the kind that is chosen."""
        return _KINDS[max(0, self.kinds.currentRow())][0]

    def choose_kind(self, kind: Kind) -> None:
        """Choose what it is."""
        self.kinds.setCurrentRow([name for name, _ in _KINDS].index(kind))

    def _guess_kind(self, typed: str) -> None:
        self._pasted = ""
        if typed.strip() and self.kind() not in {"feed", "watched"}:
            self.choose_kind(kind_of(typed))

    def _show_kind(self) -> None:
        kind = self.kind()
        for field, is_shown in (
            (self.schedules, kind == "feed"),
            (self.full_pages, kind == "feed"),
            (self.tags, kind not in {"feed", "watched"}),
            (self.collection, kind not in {"feed", "watched"}),
        ):
            self._form.setRowVisible(field, is_shown)
        self.choose.setVisible(kind in {"file", "folder", "watched"})
        self._clear()
        if kind == "text":
            self._take_clipboard()
        elif self.field.text().strip():
            self.told.setText(self.tr("Press Enter to look there."))

    def _take_clipboard(self) -> None:
        words = QGuiApplication.clipboard().text()
        if words.strip():
            self.look_at("text", words)

    def _clear(self) -> None:
        self._jobs.cancel()
        self._offer = None
        self.title.clear()
        self.told.clear()
        self.note.hide()
        self.items.clear()
        self._count()

    def _choose(self) -> None:
        (self.files_wanted if self.kind() == "file" else self.folder_wanted).emit()

    # -- looking -------------------------------------------------------------------------------

    def _enter(self) -> None:
        """Look at what is named; add it when Enter is pressed again on the same words."""
        typed = self._pasted or self.field.text().strip()
        if typed == self._looked_at and self.main.isEnabled():
            self._wish()
        else:
            self.look()

    def look(self) -> None:
        """Look at what is named in the field."""
        typed = self._pasted or self.field.text().strip()
        if typed:
            self.look_at(self.kind(), typed)

    def look_at(self, kind: Kind, typed: str) -> None:
        """Look at something, on a worker."""
        self._clear()
        self._looked_at = typed
        self.told.setText(self.tr("Looking…"))
        self._jobs.start(partial(look_at, self._library, kind, typed))

    def take_files(self, paths: Sequence[str]) -> None:
        """Look at files that were chosen or dropped."""
        self.choose_kind("file")
        self._pasted = "\n".join(paths)
        self.field.setText(
            paths[0] if len(paths) == 1 else self.tr("{n} files").format(n=len(paths))
        )
        self.look()

    def take_folder(self, path: str) -> None:
        """Look at a folder that was chosen."""
        if self.kind() != "watched":
            self.choose_kind("folder")
        self._pasted = ""
        self.field.setText(path)
        self.look()

    def _show_offer(self, offer: Offer) -> None:
        if offer.kind != self.kind():  # an address that turned out to be a feed's
            self.choose_kind(offer.kind)
        self._offer = offer
        self.title.setText(offer.title)
        self.told.setText(offer.told)
        if offer.error is not None:
            self._tell(offer.error)
            return
        for item in offer.items:
            self._add_item(item)
        self._count()

    def _add_item(self, item: OfferedItem) -> None:
        title = item.title or self.tr("Untitled")
        detail = self.tr("here already") if item.is_here else item.detail
        row = QListWidgetItem(f"{title}   {detail}".rstrip(), self.items)
        row.setData(Qt.ItemDataRole.UserRole, item)
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(Qt.CheckState.Unchecked if item.is_here else Qt.CheckState.Checked)

    def _tell(self, error: ReaderError) -> None:
        self.cause.setText(f"{error.message} {error.hint or ''}".strip())
        self.note.show()
        self._count()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self._tell(error)

    # -- adding --------------------------------------------------------------------------------

    def chosen(self) -> tuple[OfferedItem, ...]:
        """Return what is ticked."""
        rows = (self.items.item(number) for number in range(self.items.count()))
        return tuple(
            row.data(Qt.ItemDataRole.UserRole)
            for row in rows
            if row.checkState() == Qt.CheckState.Checked
        )

    def _count(self) -> None:
        count = len(self.chosen()) if self._offer is not None else 0
        words = {
            "feed": self.tr("Follow {n}"),
            "watched": self.tr("Watch it and add {n}"),
        }.get(self.kind(), self.tr("Add {n}"))
        can_watch = self.kind() == "watched" and self._offer is not None
        self.main.setText(words.format(n=count))
        self.main.setEnabled(count > 0 or (can_watch and self._offer.error is None))  # type: ignore[union-attr]  # there is one
        self.main.setToolTip("" if self.main.isEnabled() else self.tr("Nothing is chosen yet."))

    def _wish(self) -> None:
        if self._offer is None:
            return
        tags = tuple(filter(None, (tag.strip() for tag in self.tags.text().split(","))))
        name = self.collection.text().strip()
        is_watched = self.kind() == "watched"
        self.wished.emit(
            Wish(
                self._offer,
                self.chosen(),
                tags,
                (name,) if name else (),
                SCHEDULES[max(0, self._schedule_group.checkedId())],
                self.full_pages.isChecked(),
                self.field.text().strip() if is_watched else "",
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
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        data = event.mimeData()
        event.acceptProposedAction()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.take_files(files)
            return
        self.field.setText(data.text().strip())
        self._guess_kind(data.text())
        self.look()
