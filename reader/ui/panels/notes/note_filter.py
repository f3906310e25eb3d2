"""Which notes are listed: all, those of one pen, those with one tag."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QActionGroup, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QWidget

from reader.core.notes import PENS, Note, Pen
from reader.ui.marks.pen_words import draw_bar, pen_words
from reader.ui.theme import Theme
from reader.ui.theme.segment_ends import round_ends

_ALL = "all"
_BAR = 16  # pixels of the picture of a bar


class NoteFilter(QWidget):
    """Buttons for the pens, and a menu of tags; hidden while there is nothing to choose.

    Signals:
        changed(): Others are to be listed.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pen = _ALL
        self._tag = ""
        self._known: tuple[object, ...] = ()
        self.setObjectName("note_filter")
        self.setAccessibleName(self.tr("Which notes are listed"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 4, 14, 8)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._choose_pen)
        self.buttons: dict[str, QPushButton] = {}
        self._row.addStretch(1)
        self.tags = QPushButton(self.tr("Tags"), self)
        self.tags.setObjectName("note_filter_tags")
        self._menu = QMenu(self.tags)
        self.tags.setMenu(self._menu)
        self._row.addWidget(self.tags)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of the bars, when notes are listed next."""
        self._theme = theme
        self._known = ()

    def passes(self, note: Note) -> bool:
        """Tell whether a note is listed."""
        is_penned = self._pen in {_ALL, note.pen}
        return is_penned and (not self._tag or self._tag in note.tags)

    def offer(self, notes: Sequence[Note]) -> None:
        """Offer the pens and tags that some notes have; what has none any more counts no more."""
        pens = Counter(note.pen for note in notes)
        tags = sorted({tag for note in notes for tag in note.tags}, key=str.casefold)
        if self._known == (pens, tags):
            return
        self._known = (pens, tags)
        if self._pen not in {_ALL, *pens}:
            self._pen = _ALL
        if self._tag not in tags:
            self._tag = ""
        self._offer_pens(pens)
        self._offer_tags(tags)
        self.setVisible(len(notes) > 1 and (len(pens) > 1 or bool(tags)))

    def _offer_pens(self, pens: "Counter[Pen]") -> None:
        for button in self.buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()  # it is seen until it is deleted
            button.deleteLater()
        self.buttons = {}
        if len(pens) < 2:  # nothing to choose
            return
        self._add(_ALL, self.tr("All {n}").format(n=pens.total()), self.tr("All pens"))
        for pen in PENS:
            if pens[pen]:
                self._add(pen, str(pens[pen]), f"{pen_words(pen)}: {pens[pen]}")

    def _add(self, name: str, words: str, spoken: str) -> None:
        button = QPushButton(words, self)
        button.setProperty("segment", "true")
        button.setCheckable(True)
        button.setAutoExclusive(True)  # one of several, as a screen reader says
        button.setChecked(name == self._pen)
        button.setObjectName(f"note_filter_{name}")
        button.setAccessibleName(spoken)
        button.setToolTip(spoken)
        if name != _ALL:
            button.setIcon(self._bar(name))
        self._group.addButton(button)
        self._row.insertWidget(len(self.buttons), button)
        self.buttons[name] = button
        round_ends(tuple(self.buttons.values()))

    def _bar(self, name: str) -> QIcon:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(_BAR * ratio), round(_BAR * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        pen = next(pen for pen in PENS if pen == name)
        draw_bar(painter, pen, QRectF(6, 1, 4, _BAR - 2), QColor(self._theme.text))
        painter.end()
        return QIcon(picture)

    def _offer_tags(self, tags: Sequence[str]) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        group.triggered.connect(self._choose_tag)
        for tag in ("", *tags):
            action = self._menu.addAction(tag.replace("&", "&&") or self.tr("All tags"))
            action.setData(tag)
            action.setCheckable(True)
            action.setChecked(tag == self._tag)
            group.addAction(action)
        self.tags.setVisible(bool(tags))
        self._name_tags()

    def _name_tags(self) -> None:
        self.tags.setText(self._tag.replace("&", "&&") or self.tr("Tags"))

    def _choose_pen(self) -> None:
        self._pen = next(name for name, one in self.buttons.items() if one.isChecked())
        self.changed.emit()

    def _choose_tag(self) -> None:
        chosen = (action for action in self._menu.actions() if action.isChecked())
        self._tag = str(next(chosen).data())
        self._name_tags()
        self.changed.emit()
