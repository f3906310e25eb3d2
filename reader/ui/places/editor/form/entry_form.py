"""The form beside the table: one entry, checked as it is typed, with its examples and places."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.core.languages.language import PLAIN, Language
from reader.core.lexicon.guards import format_guards, parse_guards
from reader.core.lexicon.layering.layers import Row
from reader.core.lexicon.lexicon import (
    Category,
    Confidence,
    Entry,
    Match,
    joined_categories,
)
from reader.core.text.tagging import Part
from reader.ui.marks.look import Look
from reader.ui.marks.samples import letter_icon
from reader.ui.places.editor.entry_checks import guards_text, phrase_text
from reader.ui.places.editor.form.entry_differences import differences_text, shortened
from reader.ui.places.editor.form.entry_fields import EntryFields
from reader.ui.theme import Theme
from reader.values import frozen

_BESIDE_NAMES = 24  # pixels, for a scroll bar
_WAIT_MS = 120  # after the last key


@frozen
class EntryFacts:
    """What the form shows besides the row.

    Attributes:
        categories: The categories of the list, each with its look.
        title: The title of the list.
        language: What is known of its language.
    """

    categories: Sequence[tuple[Category, Look]]
    title: str
    language: Language = PLAIN


class EntryForm(EntryFields):
    """Shows one row, and says what was typed.

    Signals:
        entry_changed(Row, Entry, str): The row is to say this; the field that was typed in.
        reset_requested(): What is chosen is to be as shipped.
    """

    entry_changed = Signal(object, object, str)
    reset_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._row: Row | None = None
        self._field = ""
        self._is_filling = False
        self._names: dict[str, str] = {}  # of the categories, by id
        self._explanations: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._hand_on)
        self._connect()
        self.show_row(None, None)

    def _connect(self) -> None:
        for field in self.lines():
            field.textEdited.connect(self._typed)
            field.editingFinished.connect(self.flush)
        for box in (self.match, self.part, self.confidence):
            box.activated.connect(self._typed)
        self.category.activated.connect(self._chosen_category)
        self.further_categories.chosen.connect(self._chosen_category)
        self.note.textChanged.connect(self._typed_note)
        for editor in (*self.lines(), self.note):
            editor.installEventFilter(self)
        self.reset.clicked.connect(self.reset_requested)

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
        self._language = facts.language if facts else PLAIN
        self.setEnabled(row is not None)
        entry = row.shown if row else Entry("", "forms", None, "", "confident")
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
        for name, line in self.texts.items():
            line.setText(getattr(entry, name))
        self.note.setPlainText(entry.note)
        for field in self.lines():
            field.setCursorPosition(len(field.text()) if field.hasFocus() else 0)
        self._is_filling = False
        self.show_origin(row, facts.title if facts else "")
        self.show_problem("")
        self.show_chosen(1)

    def show_looks(self, facts: EntryFacts | None) -> None:
        """Draw the categories again; words being typed stay."""
        if self._row is not None:
            self._fill_categories(facts, self._row.shown)

    def _fill_categories(self, facts: EntryFacts | None, entry: Entry) -> None:
        self.category.clear()
        self._names = {item.id: item.name for item, _look in facts.categories} if facts else {}
        leading = entry.categories[0]
        self._explanations = {
            item.id: f"{item.explanation} {item.question}"
            for item, _look in (facts.categories if facts else ())
        }
        choices = []
        for category, look in facts.categories if facts else ():
            choices.append((category.id, category.name, letter_icon(self._theme, look)))
            self.category.addItem(choices[-1][2], category.name, category.id)
        self.category.setCurrentIndex(max(0, self.category.findData(leading)))
        self.further_categories.show_choices(choices, leading, entry.categories[1:])
        self.category.setToolTip(self.category.currentText())  # long names are cut
        names = self.category.view()
        names.setMinimumWidth(names.sizeHintForColumn(0) + _BESIDE_NAMES)
        self._explain_category()

    def _explain_category(self) -> None:
        """Say what the category does that is chosen now."""
        words = self._explanations.get(str(self.category.currentData()), "")
        self.category_words.setText(words)

    def show_origin(self, row: Row | None, title: str) -> None:
        """Say whose entry it is, and where it differs from the shipped one."""
        self._row = row
        texts = {
            "shipped": self.tr("Shipped in {title}. A change makes your copy."),
            "changed": self.tr("Your copy of an entry in {title}."),
            "muted": self.tr("Muted by you. Reset it to mark it again. Shipped in {title}."),
            "added": self.tr("Yours, in {title}."),
        }
        self.heading.setText(row.shown.phrase if row else self.tr("Nothing is chosen"))
        self.subheading.setText(texts[row.state].format(title=title) if row else "")
        words = ""
        if row and row.base and row.entry:
            words = differences_text(row.base, row.entry, self._names)
        self.difference.setText(shortened(words))
        self.difference.setToolTip(words)
        self.difference.setVisible(bool(words))
        self.reset.setEnabled(row is not None and row.state in {"changed", "muted"})
        is_live = row is not None and row.entry is not None
        for field in self.editors():
            field.setEnabled(is_live)

    def show_chosen(self, count: int) -> None:
        """Say what typing and what the commands change when several entries are chosen."""
        words = self.tr(
            "{n} entries are chosen. Typing here changes this one; Delete, Duplicate, Reset and "
            "Move change all."
        )
        self.chosen.setText(words.format(n=f"{count:,}") if count > 1 else "")
        self.chosen.setVisible(count > 1)

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
        for sign, holds, text in (
            (self.example_sign, example, self.tr("The entry is not found in its example.")),
            (
                self.counterexample_sign,
                counterexample,
                self.tr("The entry is found in “Not this” too."),
            ),
        ):
            if holds is False:
                words.append(text)
            sign.setText("" if holds is None else "✓" if holds else "!")
            sign.setToolTip(text if holds is False else "")
            sign.setAccessibleName(text if holds is False else "")
            color = self._theme.warn if holds is False else self._theme.accent
            sign.setStyleSheet(f"color: {color}; font-weight: 600; background: transparent;")
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
        self._explain_category()
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
        """Say what is wrong with what is typed; return whether the phrase can be used."""
        phrase = phrase_text(
            _plain(self.phrase.text()),
            self._language,
            is_taken=is_taken,
            match=cast("Match", self.match.currentData()),
        )
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
        texts: dict[str, Any] = {name: line.text().strip() for name, line in self.texts.items()}
        return replace(
            entry,
            phrase=_plain(self.phrase.text()),
            match=cast("Match", self.match.currentData()),
            part=cast("Part | None", self.part.currentData() or None),
            category=self._chosen_categories(entry),
            confidence=cast("Confidence", self.confidence.currentData()),
            guards=guards,
            alternatives=tuple(filter(None, map(str.strip, options))),
            note=self.note.toPlainText().strip(),
            **texts,
        )

    def _chosen_categories(self, entry: Entry) -> str:
        leading = self.category.currentData()
        if leading is None:
            return entry.category
        return joined_categories((str(leading), *self.further_categories.ids()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand the note on when the field is left; undo is the editor's, not the field's."""
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_undo = event.matches(QKeySequence.StandardKey.Undo)
            if is_undo or event.matches(QKeySequence.StandardKey.Redo):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def _plain(phrase: str) -> str:
    return " ".join(phrase.replace("...", "…").split())
