"""The card of a mark: what it is, what to ask, who speaks, plainer wordings, whose list."""

from html import escape

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.lexicon.findings import Finding
from reader.paths import default_paths
from reader.ui.marks.letter_badge import LetterBadge
from reader.ui.marks.look import Look
from reader.ui.marks.voice_swatch import voice_icon
from reader.ui.reading_view.card.card_facts import CardFacts
from reader.ui.reading_view.typesetting.columns import CARD_WIDTH
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons

_SWATCH = QSize(18, 12)
_APART = 4  # pixels between two of the further facts


class MarkCard(QFrame):
    """Shows the facts of one mark beside the page.

    Signals:
        mute_here_requested(Finding): Do not mark this place any more.
        mute_everywhere_requested(Finding): Do not mark this entry any more.
        edit_requested(Finding): Change the entry behind it.
        closed(): The reader closed the card.
    """

    mute_here_requested = Signal(object)
    mute_everywhere_requested = Signal(object)
    edit_requested = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = Icons(default_paths().resources / "icons")
        self._finding: Finding | None = None
        self._facts: CardFacts | None = None
        self.setObjectName("mark_card")
        self.setAccessibleName(self.tr("Card of a mark"))
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(CARD_WIDTH)
        self._layout = QVBoxLayout(self)
        self._build()
        self.set_theme(theme)
        self.hide()

    def _build(self) -> None:
        layout = self._layout
        layout.setContentsMargins(13, 11, 13, 10)
        layout.setSpacing(5)
        layout.addLayout(self._head())
        self._words = self._label('font: 600 17px "Source Serif 4";')
        self._explanation = self._label("")
        self._question = self._label('font: italic 400 15.5px "Source Serif 4";')
        for label in (self._words, self._explanation, self._question):
            layout.addWidget(label)
        self._rule = QFrame(self)
        self._rule.setProperty("role", "rule")
        layout.addWidget(self._rule)
        speaker = QHBoxLayout()
        speaker.setSpacing(7)
        self._swatch = QLabel(self)
        self._speaker = self._label("")
        speaker.addWidget(self._swatch, 0, Qt.AlignmentFlag.AlignTop)
        speaker.addWidget(self._speaker, 1)
        layout.addLayout(speaker)
        self._more = self._label("")
        self._more.setTextFormat(Qt.TextFormat.RichText)
        layout.addWidget(self._more)
        layout.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._badge = LetterBadge(self._theme, Look(1, "thick", "E"), self)
        self._category = QLabel(self)
        self._category.setStyleSheet("font-weight: 600;")
        self._pin = QToolButton(self)
        self._pin.setCheckable(True)
        self._pin.setObjectName("card_pin")
        self._pin.setToolTip(self.tr("Keep this card open"))
        self._pin.setAccessibleName(self.tr("Keep this card open"))
        self._pin.setStyleSheet("padding: 2px;")
        row.addWidget(self._badge)
        row.addWidget(self._category, 1)
        row.addWidget(self._pin)
        return row

    def _label(self, style: str) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setStyleSheet(style)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self.mute = self._text_button(self.tr("Mute…"), "card_mute")
        menu = QMenu(self.mute)
        menu.setObjectName("card_mute_menu")
        menu.addAction(self.tr("At this place")).triggered.connect(self._mute_here)
        menu.addAction(self.tr("In every article")).triggered.connect(self._mute_everywhere)
        self.mute.setMenu(menu)
        self.edit = self._text_button(self.tr("Edit…"), "card_edit")
        self.edit.clicked.connect(self._edit)
        self._origin = QLabel(self)
        self._origin.setProperty("role", "small")
        self._origin.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self.mute)
        row.addWidget(self.edit)
        row.addStretch(1)
        row.addWidget(self._origin)
        return row

    def _text_button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setProperty("link", "true")
        return button

    @property
    def is_pinned(self) -> bool:
        """Return whether the reader wants the card to stay."""
        return self._pin.isChecked()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self._pin.setIcon(self._icons.icon("pin", theme.text2))
        if self._facts is not None:
            self.show_facts(self._facts)

    def show_facts(self, facts: CardFacts) -> None:
        """Fill the card and size it to its words."""
        self._finding, self._facts = facts.finding, facts
        self._badge.show_look(self._theme, facts.look, facts.finding)
        self._category.setText(facts.category)
        self._words.setText(facts.words)
        self._explanation.setText(facts.explanation)
        self._explanation.setVisible(bool(facts.explanation))
        self._question.setText(facts.question)
        swatch = voice_icon(self._theme, facts.finding.voice, self.devicePixelRatioF())
        self._swatch.setPixmap(swatch.pixmap(_SWATCH))
        self._speaker.setText(facts.speaker)
        more = self._more_words(facts)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._origin.setText(facts.origin)
        self._origin.setToolTip(facts.authors)
        for button in (self.mute, self.edit):
            button.setVisible(facts.can_mute)
        self.setAccessibleDescription(
            f"{facts.words}, {facts.category}. {facts.question} {facts.speaker}"
        )
        self.fit(self.width())

    def _more_words(self, facts: CardFacts) -> str:
        """Return note, plainer words, those of others and what was measured, a line each."""
        quiet = f'<span style="color: {self._theme.text2};">'
        lines = [f"{quiet}{escape(facts.note)}</span>"] if facts.note else []
        if facts.options:
            options = escape(", ".join(facts.options))
            lines.append(f"{quiet}{self.tr('Plainer:')}</span> {options}")
        if facts.others:
            lines.append(f"{quiet}{self.tr('Others say:')}</span> {escape(facts.others)}")
        for title, words in (
            (self.tr("Handbooks:"), facts.practice),
            (self.tr("Against it:"), facts.objection),
        ):
            if words:
                lines.append(f"{quiet}{title}</span> {escape(words)}")
        if facts.measured:
            lines.append(f"{quiet}{escape(facts.measured)}</span>")
        apart = f'<p style="margin: {_APART}px 0 0 0">'
        first = lines[0] if lines else ""
        return "".join((first, *(f"{apart}{line}</p>" for line in lines[1:])))

    def fit(self, width: int) -> None:
        """Take a width, and the height that the words need in it."""
        self.setFixedWidth(width)
        self._layout.activate()
        self.setFixedHeight(self._layout.totalHeightForWidth(width))

    def take_focus(self) -> None:
        """Take the keyboard; Tab leads to the buttons."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the card with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep clicks on the card from reaching the page below."""
        if event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease}:
            event.accept()
            return True
        return super().event(event)

    def _mute_here(self) -> None:
        self.mute_here_requested.emit(self._finding)

    def _edit(self) -> None:
        self.edit_requested.emit(self._finding)

    def _mute_everywhere(self) -> None:
        self.mute_everywhere_requested.emit(self._finding)
