"""The form of the mark that is looked at, and the list of all marks so far."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.lessons.answer import LONGEST_WORDS
from reader.core.lessons.lesson import Pen
from reader.core.lessons.placing import PlacedMark
from reader.ui.places.lessons.page.layer_painter import paint_sign
from reader.ui.theme import Theme
from reader.ui.theme.segment_ends import round_ends

_SURE = ("not sure", "fairly", "sure")
_REASON_HEIGHT = 62
_SIGN = 20
_SHORT = 24  # letters


def plain_label(words: str, role: str = "") -> QLabel:
    """Return a label that shows words as they are, never as markup."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label


def short(title: str) -> str:
    """Return a title that fits a button, with a sign where it is cut."""
    return title if len(title) <= _SHORT else f"{title[: _SHORT - 1].rstrip()}…"


def swap_body(area: QScrollArea, body: QWidget) -> None:
    """Show another body in a scroll area; the old one may be telling something just now."""
    old = area.takeWidget()
    area.setWidget(body)
    if old is not None:
        old.hide()
        old.deleteLater()


class PenSign(QWidget):
    """The sign of a pen: its letter in its form."""

    def __init__(self, pen: Pen, theme: Theme) -> None:
        super().__init__()
        self._pen, self._theme = pen, theme
        self.setFixedSize(QSize(_SIGN, _SIGN))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign."""
        painter = QPainter(self)
        box = QRectF(1, 1, _SIGN - 2, _SIGN - 2)
        paint_sign(painter, box, self._pen.form, self._pen.id[:1], self._theme)


def pen_icon(pen: Pen, theme: Theme, ratio: float) -> QIcon:
    """Return the sign of a pen as an icon, for a screen with so many dots a pixel."""
    picture = QPixmap(round(_SIGN * ratio), round(_SIGN * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_sign(painter, QRectF(1, 1, _SIGN - 2, _SIGN - 2), pen.form, pen.id[:1], theme)
    painter.end()
    return QIcon(picture)


class MarkForm(QWidget):
    """Asks about one mark: why, a plainer word, what it would lose, how sure.

    Signals:
        written(str, str): A field of the mark was written: its name and the words.
        remove_requested(str): The mark is to go; the reason, or "".
    """

    written = Signal(str, str)
    remove_requested = Signal(str)

    def __init__(
        self, words: str, place: str, asked: Sequence[str], mark: PlacedMark, *, is_frozen: bool
    ) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._rows.addWidget(plain_label(_tr("Your mark, {place}").format(place=place), "heading"))
        self._rows.addWidget(plain_label(words, "quoted"))
        self._first: QWidget | None = None
        makers: dict[str, Callable[[], None]] = {
            "reason": partial(self._add_reason, mark.mark.reason),
            "plainer": partial(
                self._add_line, "plainer", _tr("A plainer word"), mark.mark.plainer
            ),
            "loses": partial(
                self._add_line, "loses", _tr("What would be lost with it?"), mark.mark.loses
            ),
            "sure": partial(self._add_sure, mark.mark.sure),
        }
        for name in asked:
            makers[name]()
        if not is_frozen:
            self._add_removal()
        self.setEnabled(not is_frozen)

    def focus_first(self) -> None:
        """Give the first field the focus."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _label(self, words: str, buddy: QWidget, name: str) -> None:
        label = plain_label(words, "section")
        label.setBuddy(buddy)
        buddy.setAccessibleName(words)
        buddy.setObjectName(f"mark_{name}")
        self._rows.addWidget(label)
        self._rows.addWidget(buddy)
        if self._first is None:
            self._first = buddy

    def _add_reason(self, words: str) -> None:
        box = QPlainTextEdit(words)
        box.setProperty("read", True)  # noqa: FBT003 -- Qt's call
        box.setFixedHeight(_REASON_HEIGHT)
        box.setTabChangesFocus(True)
        box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box.textChanged.connect(partial(self._tell_reason, box))
        self._label(_tr("Why did you mark it?"), box, "reason")

    def _tell_reason(self, box: QPlainTextEdit) -> None:
        self.written.emit("reason", box.toPlainText()[:LONGEST_WORDS])

    def _add_line(self, field: str, label: str, words: str) -> None:
        line = QLineEdit(words)
        line.setMaxLength(LONGEST_WORDS)
        line.textEdited.connect(partial(self.written.emit, field))
        self._label(label, line, field)

    def _add_sure(self, chosen: str | None) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        asked = plain_label(_tr("How sure are you?"), "small")
        asked.setWordWrap(False)
        row.addWidget(asked)
        row.addSpacing(8)
        group = QButtonGroup(self)
        for words in _SURE:
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setProperty("segment", True)  # noqa: FBT003 -- Qt's call
            button.setChecked(words == chosen)
            button.setAccessibleName(_tr("How sure: {words}").format(words=words))
            button.clicked.connect(partial(self._tell_sure, words))
            group.addButton(button)
            row.addWidget(button)
        round_ends(group.buttons())
        row.addStretch()
        self._rows.addLayout(row)

    def _tell_sure(self, words: str) -> None:
        self.written.emit("sure", words)

    def _add_removal(self) -> None:
        row = QHBoxLayout()
        why = QLineEdit()
        why.setObjectName("mark_withdrawn")
        why.setPlaceholderText(_tr("If you take it back: why?"))
        why.setAccessibleName(_tr("Why you take it back"))
        button = QPushButton(_tr("Take back"))
        button.clicked.connect(partial(self._tell_removal, why))
        row.addWidget(why, 1)
        row.addWidget(button)
        self._rows.addSpacing(4)
        self._rows.addLayout(row)

    def _tell_removal(self, why: QLineEdit) -> None:
        self.remove_requested.emit(why.text())


class MarkList(QListWidget):
    """All marks so far, in reading order.

    Signals:
        mark_chosen(int): The number of a mark in the list.
    """

    mark_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mark_list")
        self.setAccessibleName(_tr("Your marks so far"))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setProperty("rows", True)  # noqa: FBT003 -- Qt's call
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._tell)
        self.itemClicked.connect(self._tell)

    def show_marks(
        self, rows: Sequence[tuple[str, Pen, str, str]], chosen: int, theme: Theme
    ) -> None:
        """Show rows of place, pen, words, and what is told about the reason."""
        self.clear()
        for place, pen, words, told in rows:
            item = QListWidgetItem(self)
            item.setSizeHint(QSize(0, 30))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{place}, {pen.name}, {words}, {told}"
            )
            self.setItemWidget(item, _row(place, pen, words, told, theme))
        self.setCurrentRow(chosen)
        self.setFixedHeight(30 * max(1, len(rows)) + 4)

    def _tell(self, item: QListWidgetItem) -> None:
        self.mark_chosen.emit(self.row(item))


def _row(place: str, pen: Pen, words: str, told: str, theme: Theme) -> QWidget:
    row = QWidget()
    row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    cells = QHBoxLayout(row)
    cells.setContentsMargins(2, 0, 2, 0)
    where = plain_label(place, "small")
    where.setWordWrap(False)
    where.setFixedWidth(66)
    said = plain_label(words, "read")
    said.setWordWrap(False)
    said.setMinimumWidth(40)
    state = plain_label(told, "missing" if told == _tr("reason missing") else "small")
    state.setWordWrap(False)
    for cell in (where, PenSign(pen, theme)):
        cells.addWidget(cell)
    cells.addWidget(said, 1)
    cells.addWidget(state)
    return row


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)
