"""The card of a mark: what it is, what to ask, who speaks, plainer wordings, whose list."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
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

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import panel_categories, source_of
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Category
from reader.core.sources.sources import Source
from reader.ui.marks.letters import LetterPainter
from reader.ui.marks.look import Look, look_of
from reader.ui.theme import Theme

CARD_WIDTH = 288
_MOST_OPTIONS = 4


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What a card says, in words."""

    finding: Finding
    look: Look
    category: str
    words: str
    explanation: str
    question: str
    speaker: str
    options: tuple[str, ...]
    origin: str
    note: str
    can_mute: bool = True


def card_facts(analysis: Analysis, finding: Finding) -> CardFacts:
    """Gather what there is to say about a finding."""
    if finding.panel == "sourcing":
        return _cue_facts(analysis, finding)
    lexicon = next((item for item in analysis.lexicons if item.id == finding.lexicon), None)
    category = _category(analysis, finding)
    title = lexicon.title if lexicon else QCoreApplication.translate("Card", finding.lexicon)
    version = lexicon.version if lexicon else ""
    authors = ", ".join(lexicon.authors) if lexicon else ""
    return CardFacts(
        finding=finding,
        look=look_of(category, is_hedge=finding.panel == "hedging"),
        category=category.name,
        words=" ".join(finding.span.of(analysis.article.text).split()),
        explanation=category.explanation,
        question=category.question,
        speaker=_speaker(analysis, finding),
        options=finding.entry.alternatives[:_MOST_OPTIONS],
        origin=f"{title} {version}, {authors}".strip(" ,"),
        note=finding.entry.note,
    )


def _cue_facts(analysis: Analysis, finding: Finding) -> CardFacts:
    """Gather what there is to say about an attribution: who, with which verb, by which rule."""

    def tr(words: str) -> str:
        return QCoreApplication.translate("Card", words)

    category = _category(analysis, finding)
    said = next(item for item in analysis.attributions if item.id == finding.attribution)
    numbers = {source.id: number for number, source in enumerate(analysis.sources, start=1)}
    source = source_of(analysis, finding)
    is_known = category.id != "no-cue" and bool(category.name)
    return CardFacts(
        finding=finding,
        look=Look(0, "thin", str(numbers[source.id]) if source else "?"),
        category=category.name if is_known else tr("Somebody’s words"),
        words=" ".join(finding.span.of(analysis.article.text).split()),
        explanation=category.explanation,
        question=category.question or tr("Who says it, and how do they know?"),
        speaker=_speaker(analysis, finding),
        options=(),
        origin=rule_text(said.rule),
        note="",
        can_mute=False,
    )


def rule_text(rule: str) -> str:
    """Return in words how an attribution was found; a rule is one name or two, outer first."""

    def tr(words: str) -> str:
        return QCoreApplication.translate("Card", words)

    told = {
        "participle": tr("a verb in -ing"),
        "to": tr("a verb after “to”"),
        "that": tr("“that” follows the verb"),
        "clause": tr("a whole clause follows the verb"),
        "wh-clause": tr("a question word follows the verb"),
        "noun phrase": tr("the thing named after the verb"),
        "preposition": tr("“about”, “of” or “against” follows the verb"),
        "infinitive": tr("“to” and a verb follow"),
        "told to": tr("the one addressed stands between"),
        "quotation": tr("a quotation follows the verb"),
        "colon": tr("a name and a colon"),
        "colon after the cue": tr("a colon follows the verb"),
        "after its content": tr("the speaker stands after the words"),
        "inverted": tr("the verb stands before the speaker"),
        "any verb": tr("the verb is in no list"),
        "source phrase": tr("a phrase such as “according to”"),
        "state": tr("what somebody is said to feel"),
        "verb and noun": tr("a verb and a noun such as “made the claim”"),
        "gerund": tr("a verb in -ing follows"),
        "study": tr("“In a poll …”"),
        "impression": tr("it seems so; nobody is named"),
        "passive": tr("the passive"),
        "relative clause": tr("“which critics say …”"),
        "as": tr("“as … said”"),
        "asked": tr("a question without its asker"),
        "announced": tr("the sentence announces a quotation"),
        "transcript": tr("a name at the head of a paragraph"),
        "noun": tr("a noun such as “claim”"),
        "noun with its object": tr("a noun such as “criticism of”"),
        "refusal": tr("a refusal to speak"),
        "set by the reader": tr("you"),
    }
    return ", ".join(told.get(part, part) for part in rule.split(", "))


def _speaker(analysis: Analysis, finding: Finding) -> str:
    told = speaker_text(finding, source_of(analysis, finding))
    if analysis.marks.is_attribution_corrected(finding.attribution or 0):
        return f"{told} {QCoreApplication.translate('Card', 'Corrected by you.')}"
    return told


def _category(analysis: Analysis, finding: Finding) -> Category:
    for category in panel_categories(analysis, finding.panel):
        if category.id == finding.category:
            return category
    name = "" if finding.panel == "sourcing" else finding.category
    return Category(finding.category, name, "", "", "?", 1, "thin")


def speaker_text(finding: Finding, source: Source | None) -> str:
    """Return who speaks at a finding, in words."""

    def tr(words: str) -> str:
        return QCoreApplication.translate("Card", words)

    if finding.voice == "narrator":
        return tr("The narrator. No source found.")
    name = (source.name if source else None) or tr("a source that is not named")
    if source is not None and not source.is_resolved:
        name = tr("{name} (not resolved)").format(name=name)
    quoted = tr("{name}, quoted.") if finding.voice == "direct" else tr("{name}, reported.")
    return quoted.format(name=name)


class ChipRow(QWidget):
    """Words in rounded frames, broken over lines where they must be."""

    _GAP = 6

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[QLabel] = []
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, words: Sequence[str]) -> None:
        """Show these words; a dash for none."""
        for chip in self._chips:
            chip.setParent(None)
            chip.deleteLater()
        self._chips = [QLabel(word, self) for word in words] or [QLabel("–", self)]
        for chip in self._chips:
            chip.setTextFormat(Qt.TextFormat.PlainText)
            chip.setProperty("role", "chip" if words else "small")
            chip.show()
        self._arrange(self.width())
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all chips in a width."""
        return self._arrange(width, is_trial=True)

    def sizeHint(self) -> QSize:
        """Return the size that the width at hand asks for."""
        return QSize(120, self.heightForWidth(max(120, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int, *, is_trial: bool = False) -> int:
        left, top, height = 0, 0, 0
        for chip in self._chips:
            size = chip.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, top + height + 4
            if not is_trial:
                chip.setGeometry(left, top, min(size.width(), max(40, width)), size.height())
            left += size.width() + self._GAP
            height = size.height()
        return top + height


class LetterBadge(QWidget):
    """The square with the letter of a category."""

    def __init__(self, theme: Theme, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self._finding: Finding | None = None
        self.setFixedSize(QSize(18, 18))

    def show_look(self, theme: Theme, look: Look, finding: Finding | None = None) -> None:
        """Show another letter, in the voice of a finding if one is given."""
        self._theme, self._look, self._finding = theme, look, finding
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the letter."""
        painter = QPainter(self)
        voice = self._finding.voice if self._finding else "narrator"
        is_possible = bool(self._finding and self._finding.confidence == "possible")
        drawer = LetterPainter(painter, self._theme, self.devicePixelRatioF())
        drawer.draw(QRectF(0, 0, 18, 18), self._look, voice, is_possible=is_possible)
        painter.end()


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
        self._origin_name, self._origin = self._row(2, self.tr("List"))
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
        """Tell whether the reader wants the card to stay."""
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
