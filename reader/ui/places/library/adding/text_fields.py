"""A text that is pasted or typed, and what its reader knows of it: title, outlet, date."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from reader.core.text.article import Article
from reader.intake.text.date_lines import date_in
from reader.ui.marks.dates import date_text

LABELS = 88  # pixels of the names of fields, here and in the options below
_REST_MS = 300  # after the last letter that was typed


class TextFields(QWidget):
    """Takes a text, and facts that count more than what the program finds in it.

    Attributes:
        words: The text.
        title: Its title; what the program found stands in the empty field, as in the next two.
        outlet: Its outlet.
        date: Its day.
        problem: Says that the day is none.

    Signals:
        text_changed(): There is another text, and nothing more is being typed.
        facts_changed(): A fact was typed.
    """

    text_changed = Signal()
    facts_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = QPlainTextEdit(self)
        self.words.setObjectName("add_words")
        self.words.setProperty("read", "true")
        self.words.setAccessibleName(self.tr("Text"))
        self.words.setPlaceholderText(self.tr("Paste or type a text here."))
        self.words.setTabChangesFocus(True)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.text_changed)
        self.words.textChanged.connect(self._rest.start)
        self.title, self.outlet, self.date = (QLineEdit(self) for _ in range(3))
        self.problem = QLabel(
            self.tr("Write it as 2025-05-09 or 9 May 2025, or nothing where there is none."), self
        )
        self.problem.setProperty("role", "warn")
        self.problem.setWordWrap(True)
        self._lay_out()
        self.show_found(None)

    def _lay_out(self) -> None:
        column, form = QVBoxLayout(self), QFormLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        form.setHorizontalSpacing(16)
        column.addWidget(self.words, 1)
        column.addLayout(form)
        for field, name, words in (
            (self.title, "add_title", self.tr("Title")),
            (self.outlet, "add_outlet", self.tr("Outlet")),
            (self.date, "add_date", self.tr("Date")),
        ):
            field.setObjectName(name)
            field.setAccessibleName(words)
            field.textEdited.connect(self._fact_typed)
            label = QLabel(words, self)
            label.setMinimumWidth(LABELS)
            form.addRow(label, field)
        form.addRow("", self.problem)

    def is_waiting(self) -> bool:
        """Tell whether something is still being typed."""
        return self._rest.isActive()

    def set_text(self, words: str) -> None:
        """Show a text, with no facts typed."""
        self.words.setPlainText(words)
        for field in (self.title, self.outlet, self.date):
            field.clear()
        self._rest.stop()
        self._fact_typed()

    def show_found(self, article: Article | None) -> None:
        """Show in empty fields what the program found in the text."""
        title, outlet, day = "", "", ""
        if article is not None:
            title, outlet = article.title or "", article.outlet or ""
            day = date_text(article.published)
        unknown = self.tr("not known")
        self.title.setPlaceholderText(title or self.tr("The first words, if left empty"))
        self.outlet.setPlaceholderText(outlet or unknown)
        self.date.setPlaceholderText(day or unknown)
        self.problem.setVisible(not self.is_day())

    def _fact_typed(self) -> None:
        self.problem.setVisible(not self.is_day())
        self.facts_changed.emit()

    def is_day(self) -> bool:
        """Tell whether the day that was typed is one, or none was typed."""
        return not self.date.text().strip() or date_in(self.date.text().strip()) is not None

    def said(self) -> dict[str, str]:
        """Return what was typed of the facts, by the names of facts."""
        typed = {
            "title": " ".join(self.title.text().split()),
            "outlet": " ".join(self.outlet.text().split()),
            "date": date_in(self.date.text().strip()) or "",
        }
        return {name: value for name, value in typed.items() if value}
