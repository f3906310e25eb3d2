"""The fields of the form of an entry: one for each part, and a place for mistakes."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from reader.core.lexicon.lexicon import TEXT_COLUMNS
from reader.ui.marks.samples import LETTER
from reader.ui.places.editor.form.entry_differences import field_name
from reader.ui.places.editor.form.entry_places import EntryPlaces
from reader.ui.places.editor.form.further_categories import FurtherCategories
from reader.ui.places.editor.table.entry_cells import CHOICES, choice_text
from reader.ui.places.editor.table.row_order import Column
from reader.ui.theme import Theme

_NOTE_HEIGHT = 62  # three lines
_LABEL_WIDTH = 66
_SIGN_WIDTH = 20
_FEWEST_LETTERS = 6  # that a choice has room for
_WITH_A_PLACE = frozenset({"counterpart", "note", "example", "counterexample"})
_FURTHER = tuple(name for name in TEXT_COLUMNS if name not in _WITH_A_PLACE)


class EntryFields(QWidget):
    """Builds and places the fields; what they hold is decided elsewhere."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entry_form")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build_head()
        self._build_phrase()
        self._build_category()
        self._build_conditions()
        self._build_words()
        self._build_examples()
        self.places = EntryPlaces(theme, self)
        self._place()

    # -- the parts -----------------------------------------------------------------------------

    def _build_head(self) -> None:
        self.heading = self._label("heading")
        self.subheading = self._label("quiet")
        self.chosen = self._label("small")
        self.chosen.setObjectName("entry_chosen")
        self.difference = self._label("small")

    def _build_phrase(self) -> None:
        self.phrase = self._line("phrase", self.tr("Phrase"), is_serif=True)
        self.match = self._choice("match", self.tr("Matches"))
        self.part = self._choice("part", self.tr("Part of speech"))

    def _build_category(self) -> None:
        self.category = self._box("category", self.tr("Category"))
        self.category.setIconSize(QSize(LETTER, LETTER))
        self.further_categories = FurtherCategories(self)
        self.category_words = self._label("small")
        self.confidence = self._choice("confidence", self.tr("Sure"))

    def _build_conditions(self) -> None:
        self.guards = self._line("guards", self.tr("Not when"))
        self.guards.setPlaceholderText(self.tr("after:lives; before:insurance; name"))
        self.problem = QFrame(self)
        self.problem.setProperty("role", "warning")
        self.problem_words = QLabel(self.problem)
        self.problem_words.setObjectName("entry_problem")
        self.problem_words.setWordWrap(True)
        self.problem_words.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self.problem)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(self.problem_words)

    def _build_words(self) -> None:
        self.plainer = self._line("alternatives", self.tr("Plainer"))
        self.plainer.setPlaceholderText(self.tr("say | state"))
        self.counterpart = self._line("counterpart", self.tr("Other side"))
        self.further = {name: self._line(name, field_name(name)) for name in _FURTHER}
        for name, field in self.further.items():
            field.setPlaceholderText(field_name(name))
            field.setToolTip(field_name(name))  # which of the five it is, once it is filled
        self.note = QPlainTextEdit(self)
        self.note.setObjectName("entry_note")
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(_NOTE_HEIGHT)

    def _build_examples(self) -> None:
        self.example = self._line("example", self.tr("Example"), is_serif=True)
        self.counterexample = self._line("counterexample", self.tr("Not this"), is_serif=True)
        self.texts = {
            "counterpart": self.counterpart,
            **self.further,
            "example": self.example,
            "counterexample": self.counterexample,
        }
        self.example_sign = self._sign("yes", self.example)
        self.counterexample_sign = self._sign("no", self.counterexample)
        self.sign_words = self._label("small")
        self.sign_words.setObjectName("entry_sign_words")

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _line(self, name: str, title: str, *, is_serif: bool = False) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(f"entry_{name}")
        field.setAccessibleName(title)
        field.setMaxLength(4000)
        if is_serif:
            field.setStyleSheet('font: 15px "Source Serif 4"; padding: 2px 7px;')
        return field

    def _box(self, name: str, title: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(f"entry_{name}")
        box.setAccessibleName(title)
        box.setAccessibleDescription(title)
        # A long name may not make the form wider than its place: Qt then miscounts its height.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_FEWEST_LETTERS)
        box.setItemDelegate(QStyledItemDelegate(box))  # a menu's dark choice would hide colours
        return box

    def _choice(self, name: Column, title: str) -> QComboBox:
        box = self._box(name, title)
        for value in CHOICES[name]:
            box.addItem(choice_text(value), value)
        return box

    def _sign(self, name: str, field: QLineEdit) -> QLabel:
        """Return the sign at the right end within a field."""
        sign = QLabel(field)
        sign.setObjectName(f"entry_sign_{name}")
        sign.setFixedWidth(_SIGN_WIDTH)
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.setTextMargins(0, 0, _SIGN_WIDTH, 0)
        inside = QHBoxLayout(field)
        inside.setContentsMargins(0, 0, 5, 0)
        inside.addStretch(1)
        inside.addWidget(sign)
        return sign

    def lines(self) -> Sequence[QLineEdit]:
        """Return the fields of one line, from above to below."""
        return (
            self.phrase,
            self.guards,
            self.plainer,
            *self.texts.values(),
        )

    def editors(self) -> Sequence[QWidget]:
        """Return all that the reader can change an entry with."""
        choices = (self.match, self.part, self.category, self.further_categories, self.confidence)
        return (*self.lines(), *choices, self.note)

    # -- the places ----------------------------------------------------------------------------

    def _place(self) -> None:
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 8)
        layout.setSpacing(4)
        for label in (self.heading, self.subheading, self.chosen, self.difference):
            layout.addWidget(label)
        layout.addLayout(self._grid())
        layout.addWidget(rule)
        layout.addWidget(self.places, 1)
        layout.addLayout(self._foot())

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for number, (text, parts) in enumerate(self._rows()):
            if text:
                label = QLabel(text, self)
                label.setProperty("role", "quiet")
                label.setBuddy(parts[0][0])  # screen readers take the name of a choice from it
                grid.addWidget(label, number, 0)
            if len(parts) == 1:  # straight into the grid: words that wrap need their height
                grid.addWidget(parts[0][0], number, 1)
            else:
                grid.addLayout(_beside(parts), number, 1)
        return grid

    def _rows(self) -> Sequence[tuple[str, Sequence[tuple[QWidget, int]]]]:
        """Return the rows of the grid: the title, and what stands beside it with its share."""
        return (
            (self.tr("Phrase"), [(self.phrase, 1)]),
            (self.tr("Matches"), [(self.match, 1), (self.part, 1)]),
            (
                self.tr("Category"),
                [(self.category, 1), (self.further_categories, 0)],
            ),
            ("", [(self.category_words, 1)]),
            (self.tr("Sure"), [(self.confidence, 1)]),
            (self.tr("Not when"), [(self.guards, 1)]),
            ("", [(self.problem, 1)]),
            (self.tr("Plainer"), [(self.plainer, 1)]),
            (self.tr("Other side"), [(self.counterpart, 1)]),
            *self._further_rows(),
            (self.tr("Note"), [(self.note, 1)]),
            (self.tr("Example"), [(self.example, 1)]),
            (self.tr("Not this"), [(self.counterexample, 1)]),
            ("", [(self.sign_words, 1)]),
        )

    def _further_rows(self) -> list[tuple[str, Sequence[tuple[QWidget, int]]]]:
        """Return the further fields, two on a row."""
        fields = list(self.further.values())
        pairs = [fields[number : number + 2] for number in range(0, len(fields), 2)]
        titles = [self.tr("Also"), *[""] * len(pairs)]
        return [
            (title, [(field, 1) for field in pair])
            for title, pair in zip(titles, pairs, strict=False)
        ]

    def _foot(self) -> QHBoxLayout:
        self.saved = self._label("small")
        self.reset = QPushButton(self.tr("Reset to shipped"), self)
        self.reset.setObjectName("entry_reset")
        row = QHBoxLayout()
        row.addWidget(self.saved, 1)
        row.addWidget(self.reset)
        return row


def _beside(parts: Sequence[tuple[QWidget, int]]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for part, share in parts:
        row.addWidget(part, share)
    return row
