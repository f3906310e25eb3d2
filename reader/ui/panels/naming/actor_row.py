"""One actor of the Naming panel: its name and kind, and a line of wordings for each voice."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.core.lexicon.findings import Voice
from reader.core.sources.naming import Naming, NamingLabel
from reader.core.text.spans import Span
from reader.ui.marks.voice_swatch import voice_icon
from reader.ui.panels.naming.drop_place import DropPlace
from reader.ui.panels.naming.flow_row import FlowRow
from reader.ui.panels.naming.name_button import NameButton, NamedPlaces
from reader.ui.panels.naming.name_words import kind_words, places_words, voice_words
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons

_VOICES: tuple[Voice, ...] = ("narrator", "direct", "indirect")
_GRIP = "⠿"
_LEAST_NAME = 60  # pixels


class ActorRow(DropPlace):
    """Shows an actor; a name of another actor can be dropped on it.

    Signals:
        row_clicked(int): The row of this actor was clicked outside its names.
    """

    row_clicked = Signal(int)

    def __init__(
        self,
        number: int,
        naming: Naming,
        speakers: Mapping[str, str],
        yours: frozenset[Span],
        theme: Theme,
        icons: Icons | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.number, self.naming = number, naming
        self._speakers, self._yours = speakers, yours
        self._theme, self._icons = theme, icons
        self.buttons: list[NameButton] = []
        self.setObjectName("actor_row")
        self.setAccessibleName(f"{naming.actor}, {kind_words(naming)}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(11, 5, 12, 6)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        for voice in _VOICES:
            labels = [label for label in naming.labels if label.voice == voice]
            if labels:
                layout.addLayout(self._line(voice, labels))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        naming = self.naming
        spans = tuple(sorted(span for label in naming.labels for span in label.spans))
        grip = QLabel(_GRIP, self)
        grip.setProperty("role", "small")
        row.addWidget(grip)
        told = f"{kind_words(naming)}, {places_words(self._places())}"
        actor = self._button(
            NamedPlaces(self.number, naming.actor, spans, told, is_actor=True), ""
        )
        actor.setMinimumWidth(_LEAST_NAME)  # a long name is cut, and the panel is not too wide
        row.addWidget(actor)
        row.addWidget(_Kind(kind_words(naming), self), 1)
        if self._yours & set(spans):
            row.addWidget(self._pencil())
        places = QLabel(places_words(self._places()), self)
        places.setProperty("role", "small")
        row.addWidget(places)
        return row

    def _places(self) -> int:
        """Return how often the actor is meant, pronouns included."""
        places = {span for spans in self.naming.places.values() for span in spans}
        return len(places) or len({span for label in self.naming.labels for span in label.spans})

    def _pencil(self) -> QLabel:
        sign = QLabel(self)
        if self._icons is not None:
            sign.setPixmap(self._icons.icon("pencil", self._theme.accent).pixmap(QSize(13, 13)))
        told = self.tr("Grouped by you")
        sign.setToolTip(told)
        sign.setAccessibleName(told)
        return sign

    def _line(self, voice: Voice, labels: Sequence[NamingLabel]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(6)
        swatch = QLabel(self)
        swatch.setPixmap(voice_icon(self._theme, voice).pixmap(QSize(18, 12)))
        swatch.setAccessibleName(voice_words(voice))
        swatch.setToolTip(voice_words(voice))
        swatch.setFixedHeight(26)
        row.addWidget(swatch, 0, Qt.AlignmentFlag.AlignTop)
        flow = FlowRow(self)
        items: list[QWidget] = []
        for label in labels:
            items.append(self._name(label, flow))
            speaker = self._speakers.get(label.speaker or "")
            if speaker:
                items.append(_small(speaker, flow))
        flow.show_items(items)
        row.addWidget(flow, 1)
        return row

    def _name(self, label: NamingLabel, parent: QWidget) -> NameButton:
        speaker = self._speakers.get(label.speaker or "")
        count = len(label.spans)
        told = [voice_words(label.voice), speaker, places_words(count)]
        spoken = ", ".join(part for part in told if part)
        places = NamedPlaces(self.number, label.text, label.spans, spoken)
        return self._button(places, f"×{count}" if count > 1 else "", parent)

    def _button(
        self, places: NamedPlaces, count: str, parent: QWidget | None = None
    ) -> NameButton:
        button = NameButton(places, count, parent or self)
        self.buttons.append(button)
        return button

    def set_chosen(self, is_chosen: bool) -> None:  # noqa: FBT001 -- a setter
        """Show that this is the actor whose names the page marks."""
        self.setProperty("chosen", "true" if is_chosen else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the actor."""
        super().mousePressEvent(event)
        self.row_clicked.emit(self.number)


class _Kind(QLabel):
    """Says what an actor is, cut with an ellipsis where there is little room."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._words = words
        self.setProperty("role", "small")
        self.setMinimumWidth(10)
        self.setAccessibleName(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the room there is now; a tip has them whole."""
        super().resizeEvent(event)
        room = event.size().width()
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip(self._words if shown != self._words else "")


def _small(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("role", "small")
    label.setFixedHeight(26)
    label.setToolTip(words)
    return label
