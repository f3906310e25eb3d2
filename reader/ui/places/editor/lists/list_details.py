"""What is said of a whole list: its name, who wrote it, under which terms, and what it is for."""

from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from reader.core.lexicon.lexicon import Lexicon
from reader.ui.messages.plain_dialog import PlainDialog

_TEXT_PX = 58  # three lines
_PARTING = ";"


class ListDetails(PlainDialog):
    """Edits the head of a list of the reader's; that of a shipped one can be looked at."""

    def __init__(self, lexicon: Lexicon, parent: QWidget | None, *, is_own: bool) -> None:
        self._lexicon, self._is_own = lexicon, is_own
        words = "" if is_own else self.tr("This list is shipped; what it says of itself stays.")
        title = self.tr("About this list")
        super().__init__(title, words, self.tr("Save") if is_own else self.tr("Close"), parent)
        self.setObjectName("list_details")
        if is_own:
            self.add_cancel(self.tr("Cancel"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        authors = f"{_PARTING} ".join(lexicon.authors)
        self.title = self._line(form, "title", self.tr("Name"), lexicon.title)
        self.authors = self._line(form, "authors", self.tr("Authors"), authors)
        self.authors.setPlaceholderText(self.tr("Ada Holm; Nell Harwick"))
        self.licence = self._line(form, "licence", self.tr("Licence"), lexicon.licence)
        self.licence.setPlaceholderText(self.tr("CC0, CC BY 4.0, …"))
        self.version = self._line(form, "version", self.tr("Version"), lexicon.version)
        self.purpose = self._text(form, "purpose", self.tr("What it is for"), lexicon.purpose)
        self.limits = self._text(form, "limits", self.tr("Known limits"), lexicon.limits)
        self.body.addLayout(form)
        self.title.textChanged.connect(self._check)
        self._check()
        if is_own:
            self.title.setFocus()
            self.title.selectAll()

    def _line(self, form: QFormLayout, name: str, title: str, value: str) -> QLineEdit:
        field = QLineEdit(value, self)
        field.setObjectName(f"list_{name}")
        field.setAccessibleName(title)
        field.setReadOnly(not self._is_own)
        field.setCursorPosition(0)
        form.addRow(title, field)
        return field

    def _text(self, form: QFormLayout, name: str, title: str, value: str) -> QPlainTextEdit:
        field = QPlainTextEdit(value, self)
        field.setObjectName(f"list_{name}")
        field.setAccessibleName(title)
        field.setTabChangesFocus(True)
        field.setReadOnly(not self._is_own)
        field.setFixedHeight(_TEXT_PX)
        form.addRow(title, field)
        return field

    def _check(self) -> None:
        self.main.setEnabled(not self._is_own or bool(self.title.text().strip()))

    def head(self) -> Lexicon:
        """Return the list with what the fields say."""
        authors = (name.strip() for name in self.authors.text().split(_PARTING))
        return replace(
            self._lexicon,
            title=" ".join(self.title.text().split()),
            authors=tuple(filter(None, authors)),
            licence=self.licence.text().strip(),
            version=self.version.text().strip() or "1",
            purpose=self.purpose.toPlainText().strip(),
            limits=self.limits.toPlainText().strip(),
        )
