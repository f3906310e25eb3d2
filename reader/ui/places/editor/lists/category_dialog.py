"""Names, explains and colours the categories of the reader's own lists."""

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from reader.core.lexicon.lexicon import Category, Lexicon, Panel
from reader.ui.marks.look import Look, look_of
from reader.ui.marks.samples import (
    LINE_SIZE,
    MarkSample,
    colour_icon,
    letter_icon,
    line_icon,
)
from reader.ui.marks.words import colour_words, line_words
from reader.ui.places.editor.entry_checks import category_text
from reader.ui.theme import Theme
from reader.ui.widgets.strokes import Style

_WORDING_LINES = tuple(get_args(Style))[:8]
_HEDGE_LINES = ("wave", "thin", "square-dots", "double-thin", "bar")
_SLOTS = range(1, 9)
_LETTERS = "BGHJORTWYZACDEFIKLMNPQSUVX"
_NEW = "new-category"


class CategoryDialog(QDialog):
    """Edits one category of the reader's, or a new one; shipped ones can be looked at."""

    def __init__(
        self,
        theme: Theme,
        lexicon: Lexicon,
        known: Mapping[str, Category],
        shipped: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog for a list.

        Args:
            theme: The colours.
            lexicon: The list.
            known: Its categories with the reader's own, by id.
            shipped: The ids of those that are shipped.
            parent: The window it belongs to.
        """
        super().__init__(parent)
        self._theme = theme
        self.lexicon_id = lexicon.id
        self._panel: Panel = lexicon.panel
        self._known = known
        self._shipped = shipped
        self._is_filling = False
        self.setObjectName("category_dialog")
        self.setWindowTitle(self.tr("Categories"))
        self.setMinimumWidth(520)
        self.heading = QLabel(self.tr("Categories of “{title}”").format(title=lexicon.title), self)
        self.heading.setProperty("role", "heading")
        self._build_words()
        self._build_look()
        self._build_foot()
        self._place()
        self._connect()
        self._fill()

    # -- building ------------------------------------------------------------------------------

    def _build_words(self) -> None:
        self.which = QComboBox(self)
        self._offer_categories()
        fields = (QLineEdit(self) for _ in range(4))
        self.name, self.explanation, self.question, self.letter = fields
        self.letter.setMaxLength(1)
        self.letter.setMaximumWidth(60)

    def _offer_categories(self) -> None:
        if self._panel != "sourcing":  # its classes are what the program knows of verbs
            self.which.addItem(self.tr("A new category"), _NEW)
        for category in self._known.values():
            icon = letter_icon(self._theme, self._look(category))
            self.which.addItem(icon, category.name, category.id)

    def _build_look(self) -> None:
        self.slot, self.line = QComboBox(self), QComboBox(self)
        for box in (self.slot, self.line):
            box.setIconSize(LINE_SIZE)
            box.setItemDelegate(QStyledItemDelegate(box))  # a menu's dark choice hides lines
        for number in _SLOTS:
            self.slot.addItem(colour_icon(self._theme, number), colour_words(number), number)
        for line in self._lines():
            self.line.addItem(line_words(line), line)
        self.sample = MarkSample(self._theme, self)

    def _build_foot(self) -> None:
        self.problem = QLabel(self)
        self.problem.setObjectName("category_problem")
        self.problem.setWordWrap(True)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        self.save = QPushButton(self.tr("Save category"), self)
        self.save.setObjectName("category_save")
        self.save.setProperty("main", "true")
        self.save.setDefault(True)

    def _place(self) -> None:
        self._form = QFormLayout()
        for name, title, field in (
            ("which", self.tr("Category"), self.which),
            ("name", self.tr("Name"), self.name),
            ("explanation", self.tr("What it does"), self.explanation),
            ("question", self.tr("Question to ask"), self.question),
            ("letter", self.tr("Letter"), self.letter),
            ("slot", self.tr("Colour"), self.slot),
            ("line", self.tr("Line"), self.line),
            ("sample", self.tr("On the page"), self.sample),
        ):
            field.setObjectName(f"category_{name}")
            field.setAccessibleName(title)
            self._form.addRow(title, field)
        self._form.setRowVisible(self.slot, self._panel != "hedging")  # hedges have one ink
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(self.heading)
        layout.addLayout(self._form)
        layout.addWidget(self.problem)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.save.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.which.currentIndexChanged.connect(self._fill)
        for field in (self.name, self.letter):
            field.textChanged.connect(self._check)
        self.line.currentIndexChanged.connect(self._check)
        self.slot.currentIndexChanged.connect(self._recoloured)

    def choose(self, name: str) -> None:
        """Show a category by its id; where there is none of it, what is shown stays."""
        place = self.which.findData(name)
        if name and place >= 0:
            self.which.setCurrentIndex(place)

    # -- showing -------------------------------------------------------------------------------

    def _lines(self) -> tuple[str, ...]:
        return _HEDGE_LINES if self._panel == "hedging" else _WORDING_LINES

    def _look(self, category: Category) -> Look:
        return look_of(category, is_hedge=self._panel == "hedging")

    def _fill(self) -> None:
        category = self._known.get(str(self.which.currentData())) or self._free_one()
        self._is_filling = True
        self.name.setText(category.name)
        self.explanation.setText(category.explanation)
        self.question.setText(category.question)
        self.letter.setText(category.letter)
        self.slot.setCurrentIndex(category.slot - 1)
        self.line.setCurrentIndex(max(0, self.line.findData(category.line)))
        for field in (self.name, self.explanation, self.question):
            field.setCursorPosition(0)
        is_own = category.id not in self._shipped
        for editor in (self.name, self.explanation, self.question, self.letter):
            editor.setEnabled(is_own)
        for box in (self.slot, self.line):
            box.setEnabled(is_own)
        self._is_filling = False
        self._recoloured()

    def _recoloured(self) -> None:
        """Draw the lines in the chosen colour, and say which of them are taken with it."""
        slot = int(self.slot.currentData())
        own = str(self.which.currentData())
        taken = {c.line: c.name for c in self._known.values() if c.slot == slot and c.id != own}
        for number, line in enumerate(self._lines()):
            look = self._look(Category("", "", "", "", "", slot, line))
            self.line.setItemIcon(number, line_icon(self._theme, look))
            words = line_words(line)
            if line in taken and self._panel == "wording":
                words = self.tr("{line}, as {name}").format(line=words, name=taken[line])
            self.line.setItemText(number, words)
        self._check()

    def _free_one(self) -> Category:
        known = self._known.values()
        letters = {category.letter for category in known}
        pairs = {(category.slot, category.line) for category in known}
        letter = next((c for c in _LETTERS if c not in letters), "Z")
        slot, line = next(
            (
                (slot, line)
                for line in self._lines()
                for slot in _SLOTS
                if (slot, line) not in pairs
            ),
            (1, self._lines()[0]),
        )
        number = 1
        while f"own-{number}" in self._known:
            number += 1
        return Category(f"own-{number}", "", "", "", letter, slot, line)

    def category(self) -> Category:
        """Return the category as the fields say."""
        category = self._known.get(str(self.which.currentData())) or self._free_one()
        letter = self.letter.text().strip()[:1]
        return replace(
            category,
            name=self.name.text().strip(),
            explanation=self.explanation.text().strip(),
            question=self.question.text().strip(),
            letter=letter if self._panel == "hedging" else letter.upper(),
            slot=int(self.slot.currentData()),
            line=str(self.line.currentData()),
        )

    def _check(self) -> None:
        if self._is_filling:
            return
        category = self.category()
        is_shipped = category.id in self._shipped
        text = category_text(category, self._known, is_hedge=self._panel == "hedging")
        if is_shipped:
            text = self.tr("This category is shipped and stays as it is.")
            category = self._known[category.id]
        elif not category.letter:
            text = self.tr("The category needs a letter.")
        self.problem.setText(text)
        self._show_sample(category)
        self.save.setEnabled(not text)

    def _show_sample(self, category: Category) -> None:
        words = self.tr("Letter {letter}, {colour}, a line that is {line}")
        if self._panel == "hedging":
            words = self.tr("Letter {letter}, a line that is {line}")
        colour, line = colour_words(category.slot), line_words(category.line)
        self.sample.show_look(
            self._look(category),
            words.format(letter=category.letter or "–", colour=colour, line=line),
        )
