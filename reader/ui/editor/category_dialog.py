"""Names, explains and colours the categories of the reader's own lists."""

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.core.lexicon import Category
from reader.ui.editor.entry_checks import category_text
from reader.ui.editor.side_lists import letter_icon
from reader.ui.theme import Theme
from reader.ui.widgets.mark_look import look_of
from reader.ui.widgets.strokes import Style

_LINES = tuple(get_args(Style))[:8]  # the others are the hedges'
_NEW = "new-category"


class CategoryDialog(QDialog):
    """Edits one category of the reader's, or a new one; shipped ones can be looked at."""

    def __init__(
        self,
        theme: Theme,
        known: Mapping[str, Category],
        shipped: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._known = known
        self._shipped = shipped
        self.setObjectName("category_dialog")
        self.setWindowTitle(self.tr("Categories"))
        self.setMinimumWidth(480)
        self.which = QComboBox(self)
        self.which.setObjectName("category_which")
        self.which.addItem(self.tr("A new category"), _NEW)
        for category in known.values():
            icon = letter_icon(theme, look_of(category, is_hedge=False))
            self.which.addItem(icon, category.name, category.id)
        self.name, self.explanation, self.question, self.letter = (
            QLineEdit(self) for _ in range(4)
        )
        self.letter.setMaxLength(1)
        self.slot, self.line = QComboBox(self), QComboBox(self)
        for number in range(1, 9):
            sample = Category("", "", "", "", str(number), number, "thin")
            icon = letter_icon(theme, look_of(sample, is_hedge=False))
            self.slot.addItem(icon, self.tr("Colour {n}").format(n=number), number)
        for style in _LINES:
            self.line.addItem(style, style)
        self.problem = QLabel(self)
        self.problem.setObjectName("category_problem")
        self.problem.setWordWrap(True)
        form = QFormLayout()
        for title, field in (
            (self.tr("Category"), self.which),
            (self.tr("Name"), self.name),
            (self.tr("What it does"), self.explanation),
            (self.tr("Question to ask"), self.question),
            (self.tr("Letter"), self.letter),
            (self.tr("Colour"), self.slot),
            (self.tr("Line"), self.line),
        ):
            field.setAccessibleName(title)
            form.addRow(title, field)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Save | standard.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)
        self._connect()
        self._fill()

    def _connect(self) -> None:
        self.which.currentIndexChanged.connect(self._fill)
        for field in (self.name, self.letter):
            field.textChanged.connect(self._check)
        for box in (self.slot, self.line):
            box.currentIndexChanged.connect(self._check)

    def _fill(self) -> None:
        chosen = self._known.get(str(self.which.currentData()))
        category = chosen or self._free_one()
        self.name.setText(category.name)
        self.explanation.setText(category.explanation)
        self.question.setText(category.question)
        self.letter.setText(category.letter)
        self.slot.setCurrentIndex(category.slot - 1)
        self.line.setCurrentIndex(max(0, self.line.findData(category.line)))
        is_own = category.id not in self._shipped
        for field in (self.name, self.explanation, self.question, self.letter):
            field.setEnabled(is_own)
        for box in (self.slot, self.line):
            box.setEnabled(is_own)
        self._check()

    def _free_one(self) -> Category:
        known = self._known.values()
        letters = {category.letter for category in known}
        pairs = {(category.slot, category.line) for category in known}
        letter = next((c for c in "BGHJORTWYZACDEFIKLMNPQSUVX" if c not in letters), "Z")
        slot, line = next(
            ((slot, line) for line in _LINES for slot in range(1, 9) if (slot, line) not in pairs),
            (1, "thin"),
        )
        number = 1 + sum(category.id.startswith("own-") for category in known)
        return Category(f"own-{number}", "", "", "", letter, slot, line)

    def category(self) -> Category:
        """Return the category as the fields say."""
        category = self._known.get(str(self.which.currentData())) or self._free_one()
        return replace(
            category,
            name=self.name.text().strip(),
            explanation=self.explanation.text().strip(),
            question=self.question.text().strip(),
            letter=self.letter.text().strip()[:1].upper(),
            slot=int(self.slot.currentData()),
            line=str(self.line.currentData()),
        )

    def _check(self) -> None:
        category = self.category()
        is_shipped = category.id in self._shipped
        text = category_text(category, self._known)
        if is_shipped:
            text = self.tr("This category is shipped and stays as it is.")
        elif not category.letter:
            text = self.tr("The category needs a letter.")
        self.problem.setText(text)
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(not text)
