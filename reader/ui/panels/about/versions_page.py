"""Versions: which texts of one address are kept, and what changed from one to another."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)

from reader.ui.panels.about.fact_page import FactPage
from reader.values import frozen

_MOST = 40  # changes that are listed
_LONGEST = 90  # characters shown of one


@frozen
class KeptVersion:
    """One text of an address.

    Attributes:
        id: The id of the article.
        when: The day and time at which it was kept, in words.
        detail: What else is told of it.
    """

    id: str
    when: str
    detail: str


@frozen
class ListedChange:
    """One change between two versions.

    Attributes:
        place: Where it stands, as places are cited.
        gone: The words that are gone, or "".
        new: The words that are new, or "".
    """

    place: str
    gone: str
    new: str


class VersionsPage(FactPage):
    """Lets two versions be chosen, and lists what changed.

    Signals:
        chosen(str, str): Show what changed from the version with one id to that with another.
        change_requested(int): Go to the change of this number.
        read_requested(str): Read this version.
        compare_requested(str, str): Compare the two as articles.
    """

    chosen = Signal(str, str)
    change_requested = Signal(int)
    read_requested = Signal(str)
    compare_requested = Signal(str, str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__("about_versions", title, parent)
        self._versions: tuple[KeptVersion, ...] = ()
        self._ends = ("", "")
        self._here = ""

    @property
    def ends(self) -> tuple[str, str]:
        """Return the ids of the version from which, and of that to which changes are shown."""
        return self._ends

    def set_versions(self, versions: Sequence[KeptVersion], here: str) -> None:
        """Take the versions, the newest first, and the id of the one on the page."""
        self._versions, self._here = tuple(versions), here
        ids = [one.id for one in versions]
        place = ids.index(here) if here in ids else 0
        earlier = min(place + 1, len(ids) - 1)
        self._ends = (ids[earlier], ids[earlier - 1]) if len(ids) > 1 else ("", "")
        self.show_changes((), "", "")

    def show_changes(self, changes: Sequence[ListedChange], title: str, told: str) -> None:
        """List what changed, below the choice of versions.

        Args:
            changes: The changes, in reading order.
            title: How many there are.
            told: How many words are new and gone.
        """
        self.begin()
        self.line(title or self.tr("Versions of this address"), "heading")
        if told:
            self.line(told, "quiet")
        self._choice()
        self.rule()
        if changes:
            self.section(self.tr("What changed"))
        for number, change in enumerate(changes[:_MOST]):
            self._row(number, change)
        if len(changes) > _MOST:
            self.line(self.tr("{n} more on the page.").format(n=len(changes) - _MOST), "small")
        self._buttons()
        self.line(
            self.tr("Marks are off while changes are shown. F8 goes on, Esc goes back."), "small"
        )
        self.finish()

    def _choice(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(2, 1)
        groups = (QButtonGroup(self.inner), QButtonGroup(self.inner))
        heads = (self.tr("from"), self.tr("to"))
        spoken = (self.tr("from the version of {when}"), self.tr("to the version of {when}"))
        for column, words in enumerate(heads):
            label = QLabel(words, self.inner)
            label.setProperty("role", "small")
            grid.addWidget(label, 0, column)
        for number, version in enumerate(self._versions):
            for column, group in enumerate(groups):
                button = QRadioButton(self.inner)
                button.setObjectName(f"about_version_{column}_{number}")
                button.setAccessibleName(spoken[column].format(when=version.when))
                button.setChecked(version.id == self._ends[column])
                group.addButton(button, number)
                grid.addWidget(button, number + 1, column)
            grid.addWidget(self._version_words(number, version), number + 1, 2)
        groups[0].idClicked.connect(self._choose_from)
        groups[1].idClicked.connect(self._choose_to)
        self.column.addLayout(grid)

    def _version_words(self, number: int, version: KeptVersion) -> QLabel:
        sign = self.tr("on the page") if version.id == self._here else ""
        if not number:
            sign = ", ".join(filter(None, (self.tr("newest"), sign)))
        detail = ", ".join(filter(None, (version.detail, sign)))
        label = QLabel(f"<b>{escape(version.when)}</b><br>{escape(detail)}", self.inner)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        return label

    def _row(self, number: int, change: ListedChange) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        go = QPushButton(change.place, self.inner)
        go.setObjectName(f"about_change_{number}")
        go.setProperty("link", "true")
        go.setProperty("change", number)
        go.setFixedWidth(64)
        go.setStyleSheet("text-align: left; padding: 1px 0;")
        gone, new = _shortened(change.gone), _shortened(change.new)
        told = [self.tr("gone: {words}").format(words=gone) if gone else ""]
        told.append(self.tr("new: {words}").format(words=new) if new else "")
        go.setAccessibleName(", ".join(filter(None, (change.place, *told))))
        go.clicked.connect(self._go)
        parts = (f"<s>{escape(gone)}</s>" if gone else "", f"<b>{escape(new)}</b>" if new else "")
        words = QLabel(" ".join(filter(None, parts)), self.inner)
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setWordWrap(True)
        words.setStyleSheet('font: 400 14px "Source Serif 4";')
        row.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self.column.addLayout(row)

    def _buttons(self) -> None:
        row = QHBoxLayout()
        read = QPushButton(self.tr("Read this version"), self.inner)
        read.setObjectName("about_read_version")
        read.setEnabled(self._ends[1] != self._here)
        tip = self.tr("It is on the page already.") if not read.isEnabled() else ""
        read.setToolTip(tip)
        read.clicked.connect(self._read)
        compare = QPushButton(self.tr("Compare as articles"), self.inner)
        compare.setObjectName("about_compare_versions")
        compare.setEnabled(self._ends[0] != self._ends[1])
        compare.clicked.connect(self._compare)
        for button in (read, compare):
            button.setStyleSheet("padding: 3px 8px; font-size: 12px;")
            row.addWidget(button)
        row.addStretch(1)
        self.column.addSpacing(6)
        self.column.addLayout(row)

    def _choose_from(self, number: int) -> None:
        self._choose(self._versions[number].id, self._ends[1])

    def _choose_to(self, number: int) -> None:
        self._choose(self._ends[0], self._versions[number].id)

    def _choose(self, old: str, new: str) -> None:
        self._ends = (old, new)
        self.chosen.emit(old, new)

    def _go(self) -> None:
        button = self.sender()
        if button is not None:
            self.change_requested.emit(int(button.property("change")))

    def _read(self) -> None:
        self.read_requested.emit(self._ends[1])

    def _compare(self) -> None:
        self.compare_requested.emit(*self._ends)


def _shortened(words: str) -> str:
    """Return words on one line, cut where they get too long."""
    line = " ".join(words.split())
    return f"{line[:_LONGEST].rsplit(' ', 1)[0]} …" if len(line) > _LONGEST else line
