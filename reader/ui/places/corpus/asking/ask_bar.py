"""The bar in which a question is put: sets, whose words, which word."""

from collections.abc import Iterable
from itertools import pairwise
from typing import get_args

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from reader.core.across.corpora.voiced_text import EVERYBODY, VOICES, Whose
from reader.core.sources.source import SourceKind
from reader.ui.marks.voice_swatch import voice_icon
from reader.ui.marks.words import source_kind_words, voice_words
from reader.ui.places.corpus.asking.questions import SetChoice
from reader.ui.places.corpus.asking.set_field import SetField
from reader.ui.theme import Theme

_FIELD = 110  # pixels at least
_SHARES = (3, 3, 2)  # of the room, for each column


class AskBar(QWidget):
    """Two sets, a voice or a kind of source, and a word.

    Signals:
        changed(): Something else is asked.
        count_requested(): It is to be counted now, again if it has been.
        folder_wanted(SetField): A folder is to be named for a set.
        stop_requested(): What is being counted is no longer wanted.
    """

    changed = Signal()
    count_requested = Signal()
    folder_wanted = Signal(object)
    stop_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("corpus_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.one = SetField("corpus_set", self)
        self.other = SetField("corpus_other_set", self)
        self.whose = QComboBox(self)
        self.whose.setObjectName("corpus_whose")
        self.whose.setIconSize(QSize(18, 12))
        self.whose.setMaxVisibleItems(20)
        self.words = QLineEdit(self)
        self.words.setObjectName("corpus_words")
        self.words.setPlaceholderText(self.tr("A word, a phrase, govern*"))
        self.words.setClearButtonEnabled(True)
        self.count = QPushButton(self.tr("C&ount"), self)
        self.count.setObjectName("corpus_count")
        self.count.setProperty("main", "true")
        self.stop = QPushButton(self.tr("&Stop"), self)
        self.stop.setObjectName("corpus_stop")
        self._fill_whose(theme)
        self._lay_out()
        self.show_busy(is_busy=False)
        self._connect()

    def _fill_whose(self, theme: Theme) -> None:
        self.whose.addItem(self.tr("All words"), EVERYBODY)
        for voice in VOICES:
            self.whose.addItem(voice_words(voice), Whose((voice,)))
        self.whose.addItem(self.tr("quoted and reported"), Whose(VOICES[1:]))
        self.whose.insertSeparator(self.whose.count())
        for kind in get_args(SourceKind):
            told = self.tr("said by: {kind}").format(kind=source_kind_words(kind))
            self.whose.addItem(told, Whose(kind=kind))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the swatches of the voices in other colours."""
        for place, voice in enumerate(VOICES, start=1):
            self.whose.setItemIcon(place, voice_icon(theme, voice, self.devicePixelRatioF()))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 8, 14, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        self._labels: list[QLabel] = []
        fields: Iterable[tuple[str, QWidget, int]] = (  # the second set, or the word
            (self.tr("Articles"), self.one, 0),
            (self.tr("Beside"), self.other, 1),
            (self.tr("Word"), self.words, 1),
            (self.tr("Whose words"), self.whose, 2),
        )
        for words, field, column in fields:
            label = QLabel(words, self)
            label.setProperty("role", "small")
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.setMinimumWidth(_FIELD)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            self._labels.append(label)
        for column, share in enumerate(_SHARES):
            grid.setColumnStretch(column, share)
        buttons = QHBoxLayout()
        buttons.addWidget(self.count)
        buttons.addWidget(self.stop)
        grid.addLayout(buttons, 1, len(_SHARES))
        order = (self.one, self.other, self.words, self.whose, self.count, self.stop)
        for first, second in pairwise(order):
            self.setTabOrder(first, second)

    def _connect(self) -> None:
        for field in (self.one, self.other):
            field.set_chosen.connect(self.changed)
        self.one.folder_wanted.connect(self._name_first)
        self.other.folder_wanted.connect(self._name_second)
        self.whose.activated.connect(self.changed)
        self.words.returnPressed.connect(self.count_requested)
        self.count.clicked.connect(self.count_requested)
        self.stop.clicked.connect(self.stop_requested)

    def _name_first(self) -> None:
        self.folder_wanted.emit(self.one)

    def _name_second(self) -> None:
        self.folder_wanted.emit(self.other)

    def show_needs(self, *, has_other: bool) -> None:
        """Ask for a second set, or for a word."""
        for label, field, is_shown in (
            (self._labels[1], self.other, has_other),
            (self._labels[2], self.words, not has_other),
        ):
            label.setVisible(is_shown)
            field.setVisible(is_shown)

    def show_busy(self, *, is_busy: bool) -> None:
        """Offer to count, or to stop."""
        had_focus = self.count.hasFocus() or self.stop.hasFocus()
        self.count.setVisible(not is_busy)
        self.stop.setVisible(is_busy)
        if had_focus:
            (self.stop if is_busy else self.count).setFocus()

    def show_choices(self, choices: tuple[SetChoice, ...]) -> None:
        """Offer these sets in both fields."""
        self.one.show_choices(choices)
        self.other.show_choices(choices)

    def asked_whose(self) -> Whose:
        """Return whose words are asked for."""
        whose = self.whose.currentData()
        return whose if isinstance(whose, Whose) else EVERYBODY
