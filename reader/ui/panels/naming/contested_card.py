"""A contested set as a card: words here with their voices, rivals, practice, objection."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.core.text.spans import Span
from reader.core.views.contested import ContestedSet, ContestedWord
from reader.ui.marks.letter_badge import LetterBadge
from reader.ui.marks.look import Look
from reader.ui.marks.voice_swatch import voice_icon
from reader.ui.panels.naming.flow_row import FlowRow
from reader.ui.panels.naming.name_button import NameButton, NamedPlaces
from reader.ui.panels.naming.name_words import places_words, voice_words
from reader.ui.theme import Theme

_NAMED = 3  # words of a set in its title


class ContestedCard(QFrame):
    """Shows rival words as equals; none of them is called right.

    Signals:
        place_chosen(Span): A place of one of the words was chosen.
    """

    place_chosen = Signal(object)

    def __init__(
        self, shown: ContestedSet, look: Look, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._next: dict[tuple[Span, ...], int] = {}
        self.setObjectName("contested_card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(self._head(shown, look))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, 82)
        self._row(grid, 0, self.tr("In this article"), self._words(shown.words))
        rivals = ", ".join(shown.rivals) or self.tr("All of them are in this article.")
        self._row(grid, 1, self.tr("Rival words"), self._text(rivals, is_serif=bool(shown.rivals)))
        practice = shown.practice or self.tr("Not looked up yet.")
        self._row(grid, 2, self.tr("Practice"), self._text(practice))
        objection = shown.objection or self.tr("The list does not say.")
        self._row(grid, 3, self.tr("Objection"), self._text(objection))
        layout.addLayout(grid)

    def _head(self, shown: ContestedSet, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        badge = LetterBadge(self._theme, look, self)
        row.addWidget(badge)
        names = dict.fromkeys(word.text.lower() for word in shown.words)
        title = ", ".join([*names][:_NAMED]) + ("…" if len(names) > _NAMED else "")
        label = QLabel(self.tr("Contested: {words}").format(words=title), self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setStyleSheet("font-weight: 600;")
        row.addWidget(label, 1)
        count = QLabel(self.tr("{n} words").format(n=len(names) + len(shown.rivals)), self)
        count.setProperty("role", "small")
        row.addWidget(count)
        self.setAccessibleName(label.text())
        return row

    def _row(self, grid: QGridLayout, number: int, title: str, value: QWidget) -> None:
        name = QLabel(title, self)
        name.setProperty("role", "small")
        name.setContentsMargins(0, 4 if number == 0 else 0, 0, 0)
        grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, number, 1)

    def _text(self, words: str, *, is_serif: bool = False) -> QLabel:
        label = QLabel(words, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        family = 'font: 400 15px "Source Serif 4";' if is_serif else "font-size: 12px;"
        label.setStyleSheet(family)
        return label

    def _words(self, words: Sequence[ContestedWord]) -> FlowRow:
        flow = FlowRow(self)
        items: list[QWidget] = []
        for word in words:
            who = ", ".join(part for part in (voice_words(word.voice), word.speaker) if part)
            spoken = f"{who}, {places_words(len(word.spans))}"
            count = f"×{len(word.spans)}" if len(word.spans) > 1 else ""
            button = NameButton(NamedPlaces(-1, word.text, word.spans, spoken), count, flow)
            button.chosen.connect(self._lead)
            swatch = QLabel(flow)
            swatch.setPixmap(voice_icon(self._theme, word.voice).pixmap(QSize(18, 12)))
            swatch.setFixedSize(20, 26)
            swatch.setToolTip(who)
            speaker = QLabel(word.speaker or "", flow)
            speaker.setProperty("role", "small")
            speaker.setFixedHeight(26)
            speaker.setVisible(bool(word.speaker))
            items += [button, swatch, *([speaker] if word.speaker else [])]
        flow.show_items(items)
        return flow

    def _lead(self, places: NamedPlaces) -> None:
        """Lead to the next place of a word, round at the end."""
        number = self._next.get(places.spans, 0)
        self._next[places.spans] = (number + 1) % len(places.spans)
        self.place_chosen.emit(places.spans[number])
