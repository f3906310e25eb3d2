"""What goes with what is added: tags and a collection; how a feed is asked from now on."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from reader.storage.library.articles.feeds import SCHEDULES, Schedule
from reader.ui.places.library.adding.adding_work import FeedRules
from reader.ui.places.library.adding.offered.offer import Kind
from reader.ui.places.library.adding.text_fields import LABELS
from reader.ui.theme.segment_ends import round_ends
from reader.ui.widgets.fields.tag_chips import TagChips

_CHIP = 28  # pixels of a chip from top to bottom


class AddOptions(QWidget):
    """The fields under what would be added; those that serve the chosen kind are shown.

    Attributes:
        full_pages: Whether the whole page of each entry of a feed is fetched.
        tags: Where a tag for all of it is typed.
        collection: A collection for all of it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        form = QFormLayout(self)
        form.setContentsMargins(0, 6, 0, 0)
        form.setHorizontalSpacing(16)
        self._schedules = self._make_schedules()
        self.full_pages = QCheckBox(self.tr("fetch the whole page"), self)
        self.full_pages.setObjectName("add_full_pages")
        told = self.tr("Tags, with commas between them")
        self._chips = TagChips("add_tags", told, self, _CHIP)
        self.tags, self.collection = self._chips.line, QLineEdit(self)
        self.collection.setObjectName("add_collection")
        self.collection.setAccessibleName(self.tr("Collection"))
        self.collection.setPlaceholderText(self.tr("none"))
        for words, widget in (
            (self.tr("Look for new articles"), self._schedules),
            (self.tr("Summaries only"), self.full_pages),
            (self.tr("Tags"), self._chips),
            (self.tr("Collection"), self.collection),
        ):
            label = QLabel(words, self)
            label.setMinimumWidth(LABELS)
            form.addRow(label, widget)
        self._form = form

    def _make_schedules(self) -> QWidget:
        segments = QWidget(self)
        row = QHBoxLayout(segments)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        words = (self.tr("Only by hand"), self.tr("Every day"), self.tr("Every hour"))
        for number, name in enumerate(words):
            button = QToolButton(segments)
            button.setText(name)
            button.setCheckable(True)
            button.setProperty("segment", "true")
            button.setObjectName(f"add_schedule_{SCHEDULES[number]}")
            self._group.addButton(button, number)
            row.addWidget(button)
        round_ends(self._group.buttons())
        self._group.button(0).setChecked(True)
        row.addStretch(1)
        return segments

    def follow_rules(self, rules: FeedRules) -> None:
        """Show what Preferences say of all feeds; that is not chosen here then."""
        told = self.tr("Preferences say it for all feeds.")
        if rules.schedule in SCHEDULES:
            self._group.button(SCHEDULES.index(rules.schedule)).setChecked(True)
            self._schedules.setEnabled(False)
            self._schedules.setToolTip(told)
        if rules.wants_page is not None:
            self.full_pages.setChecked(rules.wants_page)
            self.full_pages.setEnabled(False)
            self.full_pages.setToolTip(told)

    def show_kind(self, kind: Kind) -> None:
        """Show the fields that serve a kind."""
        is_feed, takes_words = kind == "feed", kind not in {"feed", "watched"}
        self._form.setRowVisible(self._schedules, is_feed)
        self._form.setRowVisible(self.full_pages, is_feed)
        self._form.setRowVisible(self._chips, takes_words)
        self._form.setRowVisible(self.collection, takes_words)

    def schedule(self) -> Schedule:
        """Return when a feed is asked."""
        return SCHEDULES[max(0, self._group.checkedId())]

    def tag_names(self) -> tuple[str, ...]:
        """Return the tags."""
        return self._chips.tags()

    def offer(self, tags: Iterable[str], collections: Iterable[str]) -> None:
        """Offer the names that there are, as they are typed."""
        for field, names in ((self.tags, tags), (self.collection, collections)):
            completer = QCompleter(list(names), field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            field.setCompleter(completer)

    def collection_names(self) -> tuple[str, ...]:
        """Return the collection, or nothing."""
        name = self.collection.text().strip()
        return (name,) if name else ()
