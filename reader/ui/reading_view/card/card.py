"""The card of a mark: what it is, what to ask, who speaks, plainer wordings, whose list."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.lexicon.findings import Finding
from reader.ui.marks.letter_badge import LetterBadge
from reader.ui.marks.look import Look
from reader.ui.reading_view.card.card_facts import CardFacts
from reader.ui.reading_view.columns import CARD_WIDTH
from reader.ui.theme import Theme
from reader.ui.widgets.chip_row import ChipRow


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
        self._finding: Finding | None = None
        self.setObjectName("mark_card")
        self.setAccessibleName(self.tr("Card of a mark"))
        self.setProperty("role", "card")
        self.setFixedWidth(CARD_WIDTH)
        self._layout = QVBoxLayout(self)
        self._build()
        self.hide()

    def _build(self) -> None:
        layout = self._layout
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(6)
        top = QHBoxLayout()
        self._badge = LetterBadge(self._theme, Look(1, "thick", "E"), self)
        self._category = QLabel(self)
        self._category.setStyleSheet("font-weight: 600;")
        self._pin = QToolButton(self)
        self._pin.setCheckable(True)
        self._pin.setObjectName("card_pin")
        self._pin.setText(self.tr("Pin"))
        self._pin.setToolTip(self.tr("Keep this card open"))
        self._pin.setStyleSheet("padding: 1px 6px; font-size: 12px;")
        top.addWidget(self._badge)
        top.addWidget(self._category, 1)
        top.addWidget(self._pin)
        layout.addLayout(top)
        self._words = self._label('font: 600 17px "Source Serif 4";')
        self._explanation = self._label("")
        self._question = self._label('font: italic 400 15.5px "Source Serif 4";')
        self._note = self._label(f"color: {self._theme.text2};")
        for label in (self._words, self._explanation, self._question, self._note):
            layout.addWidget(label)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(10)
        self._rows.setColumnStretch(1, 1)
        _, self._speaker = self._row(0, self.tr("Who speaks"))
        self._options = ChipRow(self)
        self._plainer = QLabel(self.tr("Plainer"), self)
        self._plainer.setProperty("role", "small")
        self._rows.addWidget(self._plainer, 1, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(self._options, 1, 1)
        self._others_name, self._others = self._row(2, self.tr("Others say"))
        self._origin_name, self._origin = self._row(3, self.tr("List"))
        layout.addLayout(self._rows)
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        layout.addWidget(rule)
        layout.addLayout(self._buttons())

    def _label(self, style: str) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setStyleSheet(style)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _row(self, number: int, title: str) -> tuple[QLabel, QLabel]:
        name = QLabel(title, self)
        name.setProperty("role", "small")
        value = self._label("")
        self._rows.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(value, number, 1)
        return name, value

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.mute_here = QPushButton(self.tr("Mute here"), self)
        self.mute_here.setObjectName("card_mute_here")
        self.mute_here.clicked.connect(self._mute_here)
        self.mute_everywhere = QPushButton(self.tr("Mute everywhere"), self)
        self.mute_everywhere.setObjectName("card_mute_everywhere")
        self.mute_everywhere.clicked.connect(self._mute_everywhere)
        for button in (self.mute_here, self.mute_everywhere):
            button.setStyleSheet("padding: 3px 8px; font-size: 12px;")
            row.addWidget(button)
        self.edit = QPushButton(self.tr("Edit…"), self)
        self.edit.setObjectName("card_edit")
        self.edit.setProperty("flat", "true")
        self.edit.setStyleSheet("padding: 3px 8px; font-size: 12px;")
        self.edit.clicked.connect(self._edit)
        row.addWidget(self.edit)
        row.addStretch(1)
        return row

    @property
    def is_pinned(self) -> bool:
        """Return whether the reader wants the card to stay."""
        return self._pin.isChecked()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self._note.setStyleSheet(f"color: {theme.text2};")

    def show_facts(self, facts: CardFacts) -> None:
        """Fill the card and size it to its words."""
        self._finding = facts.finding
        self._badge.show_look(self._theme, facts.look, facts.finding)
        self._category.setText(facts.category)
        self._words.setText(facts.words)
        self._explanation.setText(facts.explanation)
        self._question.setText(facts.question)
        self._note.setText(facts.note)
        self._note.setVisible(bool(facts.note))
        self._speaker.setText(facts.speaker)
        self._options.show_words(facts.options)
        self._others.setText(facts.others)
        for label in (self._others_name, self._others):
            label.setVisible(bool(facts.others))
        self._origin.setText(facts.origin)
        is_list = facts.can_mute
        self._origin_name.setText(self.tr("List") if is_list else self.tr("Found by the rule"))
        self._explanation.setVisible(bool(facts.explanation))
        for widget in (
            self._plainer,
            self._options,
            self.mute_here,
            self.mute_everywhere,
            self.edit,
        ):
            widget.setVisible(facts.can_mute)
        self.setAccessibleDescription(f"{facts.words}, {facts.category}. {facts.speaker}")
        self._layout.activate()
        self.setFixedHeight(self._layout.totalHeightForWidth(CARD_WIDTH))

    def take_focus(self) -> None:
        """Take the keyboard: on the first button, or the pin of a card without buttons."""
        first = self._pin if self.mute_here.isHidden() else self.mute_here
        first.setFocus(Qt.FocusReason.OtherFocusReason)

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
