"""The form beside the table: one entry, checked as it is typed, with its examples and places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.guards import format_guards, parse_guards
from reader.core.lexicon import Category, Confidence, Entry, Match, Part
from reader.core.lexicon_layers import Field, Row, differing_fields
from reader.ui.editor.entry_checks import guards_text, phrase_text
from reader.ui.editor.entry_places import EntryPlaces
from reader.ui.editor.entry_table import CHOICES, choice_text
from reader.ui.editor.mark_samples import letter_icon
from reader.ui.theme import Theme
from reader.ui.widgets.mark_look import Look

_WAIT_MS = 120  # after the last key


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """What the form shows besides the row.

    Attributes:
        categories: The categories of the list, each with its look.
        title: The title of the list.
    """

    categories: Sequence[tuple[Category, Look]]
    title: str


class EntryForm(QWidget):
    """Shows one row, and says what was typed.

    Signals:
        entry_changed(Row, Entry, str): The row is to say this; the field that was typed in.
        reset_requested(Row): The row is to be as shipped.
    """

    entry_changed = Signal(object, object, str)
    reset_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row: Row | None = None
        self._field = ""
        self._is_filling = False
        self._taken: Mapping[str, bool] = {}
        self.setObjectName("entry_form")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._hand_on)
        self._build()
        self.show_row(None, None)

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.heading = QLabel(self)
        self.heading.setProperty("role", "heading")
        self.subheading = QLabel(self)
        self.subheading.setProperty("role", "quiet")
        self.difference = QLabel(self)
        self.difference.setProperty("role", "small")
        for label in (self.heading, self.subheading, self.difference):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.phrase = self._line("phrase", self.tr("Phrase"), is_serif=True)
        self.match = self._choice("match", self.tr("Matches"))
        self.part = self._choice("part", self.tr("Part of speech"))
        self.category = QComboBox(self)
        self.category.setObjectName("entry_category")
        self.category.setAccessibleName(self.tr("Category"))
        self.category.activated.connect(self._chosen_category)
        self.category_words = QLabel(self)
        self.category_words.setProperty("role", "small")
        self.category_words.setWordWrap(True)
        self.confidence = self._choice("confidence", self.tr("Sure"))
        self.guards = self._line("guards", self.tr("Not when"))
        self.guards.setPlaceholderText(self.tr("after:lives; before:insurance; name"))
        self.plainer = self._line("alternatives", self.tr("Plainer"))
        self.plainer.setPlaceholderText(self.tr("say | state"))
        self.counterpart = self._line("counterpart", self.tr("Other side"))
        self.note = QPlainTextEdit(self)
        self.note.setObjectName("entry_note")
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(46)
        self.note.textChanged.connect(self._typed_note)
        self.note.installEventFilter(self)
        self._build_examples()
        self.problem = self._problem_box()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 8)
        layout.setSpacing(4)
        for label in (self.heading, self.subheading, self.difference):
            layout.addWidget(label)
        layout.addLayout(self._fields())
        layout.addWidget(self._rule())
        self.places = EntryPlaces(self._theme, self)
        layout.addWidget(self.places, 1)
        layout.addLayout(self._foot())

    def _build_examples(self) -> None:
        self.example = self._line("example", self.tr("Example"), is_serif=True)
        self.counterexample = self._line("counterexample", self.tr("Not this"), is_serif=True)
        self.example_sign, self.counterexample_sign = self._sign("yes"), self._sign("no")
        self.sign_words = QLabel(self)
        self.sign_words.setObjectName("entry_sign_words")
        self.sign_words.setProperty("role", "small")
        self.sign_words.setWordWrap(True)

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, 66)
        grid.setColumnStretch(1, 1)
        pair = QHBoxLayout()
        pair.addWidget(self.match, 1)
        pair.addWidget(self.part, 1)
        looks = QHBoxLayout()
        looks.addWidget(self.category, 2)
        looks.addWidget(self.confidence, 1)
        lines: tuple[tuple[str, QWidget | QHBoxLayout], ...] = (
            (self.tr("Phrase"), self.phrase),
            (self.tr("Matches"), pair),
            (self.tr("Category"), looks),
            ("", self.category_words),
            (self.tr("Not when"), self.guards),
            ("", self.problem),
            (self.tr("Plainer"), self.plainer),
            (self.tr("Other side"), self.counterpart),
            (self.tr("Note"), self.note),
            (self.tr("Example"), _beside(self.example, self.example_sign)),
            (self.tr("Not this"), _beside(self.counterexample, self.counterexample_sign)),
            ("", self.sign_words),
        )
        for number, (text, item) in enumerate(lines):
            if text:
                label = QLabel(text, self)
                label.setProperty("role", "quiet")
                grid.addWidget(label, number, 0)
            if isinstance(item, QWidget):
                grid.addWidget(item, number, 1)
            else:
                grid.addLayout(item, number, 1)
        return grid

    def _line(self, name: str, title: str, *, is_serif: bool = False) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(f"entry_{name}")
        field.setAccessibleName(title)
        field.setMaxLength(4000)
        if is_serif:
            field.setStyleSheet('font: 15px "Source Serif 4"; padding: 2px 7px;')
        field.textEdited.connect(self._typed)
        field.editingFinished.connect(self.flush)
        return field

    def _choice(self, name: str, title: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(f"entry_{name}")
        box.setAccessibleName(title)
        for value in CHOICES[name]:  # type: ignore[index]  # the three names are columns
            box.addItem(choice_text(value), value)
        box.activated.connect(self._typed)
        return box

    def _sign(self, name: str) -> QLabel:
        sign = QLabel(self)
        sign.setObjectName(f"entry_sign_{name}")
        sign.setFixedWidth(20)
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return sign

    def _problem_box(self) -> QFrame:
        box = QFrame(self)
        box.setProperty("role", "warning")
        self.problem_words = QLabel(box)
        self.problem_words.setObjectName("entry_problem")
        self.problem_words.setWordWrap(True)
        self.problem_words.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(self.problem_words)
        return box

    def _rule(self) -> QFrame:
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        return rule

    def _foot(self) -> QHBoxLayout:
        self.saved = QLabel(self)
        self.saved.setProperty("role", "small")
        self.saved.setWordWrap(True)
        self.reset = QPushButton(self.tr("Reset to shipped"), self)
        self.reset.setObjectName("entry_reset")
        self.reset.clicked.connect(self._reset)
        row = QHBoxLayout()
        row.addWidget(self.saved, 1)
        row.addWidget(self.reset)
        return row

    # -- showing -------------------------------------------------------------------------------

    @property
    def row(self) -> Row | None:
        """Return the row that is shown."""
        return self._row

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self.places.set_theme(theme)

    def show_row(self, row: Row | None, facts: EntryFacts | None) -> None:
        """Show a row in all fields; None for none."""
        self._timer.stop()
        self._is_filling = True
        self._row = row
        self.setEnabled(row is not None)
        entry = row.shown if row else Entry("", "forms", None, "", "confident")
        self.heading.setText(entry.phrase or self.tr("Nothing is chosen"))
        self._fill_categories(facts, entry)
        self.phrase.setText(entry.phrase)
        for box, value in (
            (self.match, entry.match),
            (self.part, entry.part or ""),
            (self.confidence, entry.confidence),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        self.guards.setText(format_guards(entry.guards))
        self.plainer.setText(" | ".join(entry.alternatives))
        self.counterpart.setText(entry.counterpart)
        self.note.setPlainText(entry.note)
        self.example.setText(entry.example)
        self.counterexample.setText(entry.counterexample)
        for field in (self.phrase, self.guards, self.plainer, self.example, self.counterexample):
            field.setCursorPosition(0)
        self._is_filling = False
        self.show_origin(row, facts.title if facts else "")
        self.show_problem("")

    def _fill_categories(self, facts: EntryFacts | None, entry: Entry) -> None:
        self.category.clear()
        words = ""
        for category, look in facts.categories if facts else ():
            self.category.addItem(letter_icon(self._theme, look), category.name, category.id)
            if category.id == entry.category:
                words = f"{category.explanation} {category.question}"
        self.category.setCurrentIndex(max(0, self.category.findData(entry.category)))
        self.category_words.setText(words)

    def show_origin(self, row: Row | None, title: str) -> None:
        """Say whose entry it is, and where it differs from the shipped one."""
        self._row = row
        texts = {
            "shipped": self.tr("Shipped in {title}. Your change makes a copy on top."),
            "changed": self.tr("Your copy of an entry in {title}."),
            "muted": self.tr("Muted by you. It is shipped in {title}."),
            "added": self.tr("Yours, in {title}."),
        }
        self.subheading.setText(texts[row.state].format(title=title) if row else "")
        told: list[str] = []
        if row and row.base and row.entry:
            fields = differing_fields(row.base, row.entry)
            told = [self._difference(row.base, field) for field in fields]
        self.difference.setText("\n".join(told))
        self.difference.setVisible(bool(told))
        self.reset.setEnabled(row is not None and row.state in {"changed", "muted"})
        is_live = row is not None and row.entry is not None
        for field in self._editors():
            field.setEnabled(is_live)

    def _difference(self, base: Entry, field: Field) -> str:
        names: dict[Field, str] = {
            "phrase": self.tr("Phrase"),
            "match": self.tr("Matches"),
            "part": self.tr("Part of speech"),
            "category": self.tr("Category"),
            "confidence": self.tr("Sure"),
            "alternatives": self.tr("Plainer"),
            "guards": self.tr("Not when"),
            "counterpart": self.tr("Other side"),
            "note": self.tr("Note"),
            "source": self.tr("Source"),
            "example": self.tr("Example"),
            "counterexample": self.tr("Not this"),
        }
        shipped = _as_text(base, field)
        return self.tr("{field}, as shipped: {text}").format(
            field=names[field], text=shipped or self.tr("nothing")
        )

    def _editors(self) -> tuple[QWidget, ...]:
        return (
            self.phrase,
            self.match,
            self.part,
            self.category,
            self.confidence,
            self.guards,
            self.plainer,
            self.counterpart,
            self.note,
            self.example,
            self.counterexample,
        )

    def show_problem(self, text: str) -> None:
        """Say what is not in order, and what happens meanwhile; "" for nothing."""
        self.problem_words.setText(text)
        self.problem.setVisible(bool(text))
        if not text:
            self._frame(None)

    def _frame(self, field: QLineEdit | None) -> None:
        for line in (self.phrase, self.guards):
            sheet = line.styleSheet().split("/*")[0]
            mark = f"/**/border: 2px solid {self._theme.warn};" if line is field else ""
            line.setStyleSheet(sheet + mark)

    def show_signs(self, *, example: bool | None, counterexample: bool | None) -> None:
        """Say whether the examples hold; None where there is none."""
        words = []
        for sign, holds, told in (
            (self.example_sign, example, self.tr("The entry is not found in its example.")),
            (
                self.counterexample_sign,
                counterexample,
                self.tr("The entry is found in “Not this” too."),
            ),
        ):
            if holds is False:
                words.append(told)
            sign.setText("" if holds is None else "✓" if holds else "⚠")
            sign.setToolTip(told if holds is False else "")
            sign.setAccessibleName(told if holds is False else "")
            color = self._theme.warn if holds is False else self._theme.accent
            sign.setStyleSheet(f"color: {color}; font-weight: 600;")
        self.sign_words.setText(" ".join(words))
        self.sign_words.setVisible(bool(words))

    # -- typing --------------------------------------------------------------------------------

    def _typed(self) -> None:
        sender = self.sender()
        if not self._is_filling and isinstance(sender, QObject):
            self._begin(sender.objectName())

    def _typed_note(self) -> None:
        if not self._is_filling:
            self._begin("entry_note")

    def _chosen_category(self) -> None:
        if not self._is_filling:
            self._begin("entry_category")
            self.flush()

    def _begin(self, field: str) -> None:
        if self._field != field:
            self.flush()
        self._field = field
        self._timer.start()
        self._check()

    def check_again(self, *, is_taken: bool) -> bool:
        """Say what is wrong with what is typed; tell whether the phrase can be used."""
        phrase = phrase_text(_plain(self.phrase.text()), is_taken=is_taken)
        guards = guards_text(self.guards.text())
        self.show_problem(phrase or guards)
        if phrase or guards:
            self._frame(self.phrase if phrase else self.guards)
        return not phrase

    def _check(self) -> None:
        self.check_again(is_taken=False)

    def flush(self) -> None:
        """Hand on what was typed, without waiting longer."""
        if self._timer.isActive():
            self._timer.stop()
            self._hand_on()

    def _hand_on(self) -> None:
        row = self._row
        if row is not None and row.entry is not None:
            self.entry_changed.emit(row, self._draft(row.entry), self._field)

    def _draft(self, entry: Entry) -> Entry:
        guards, _problems = parse_guards(self.guards.text())
        options = self.plainer.text().split("|")
        return replace(
            entry,
            phrase=_plain(self.phrase.text()),
            match=cast("Match", self.match.currentData()),
            part=cast("Part | None", self.part.currentData() or None),
            category=str(self.category.currentData() or entry.category),
            confidence=cast("Confidence", self.confidence.currentData()),
            guards=guards,
            alternatives=tuple(filter(None, map(str.strip, options))),
            counterpart=self.counterpart.text().strip(),
            note=self.note.toPlainText().strip(),
            example=self.example.text().strip(),
            counterexample=self.counterexample.text().strip(),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand the note on when the field is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _reset(self) -> None:
        if self._row is not None:
            self.reset_requested.emit(self._row)


def _beside(field: QWidget, sign: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2)
    row.addWidget(field, 1)
    row.addWidget(sign)
    return row


def _plain(phrase: str) -> str:
    return " ".join(phrase.replace("...", "…").split())


def _as_text(entry: Entry, field: Field) -> str:
    if field == "guards":
        return format_guards(entry.guards)
    if field == "alternatives":
        return " | ".join(entry.alternatives)
    value = getattr(entry, field)
    return str(value) if value else ""
