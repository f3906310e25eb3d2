"""Dialogs that ask: for a line of words, for a number, for one of a few choices."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget

from reader.ui.messages.plain_dialog import PlainDialog


class WordsDialog(PlainDialog):
    """Asks for one line; the button is off while nothing is written, but where a line is changed.

    Args:
        title: Over the question.
        question: What is asked.
        verb: On the button that takes the words.
        parent: The window that it belongs to.
        now: The line that is changed, which may be emptied; None where there is none.
        begun: What stands in the field at first, to be taken or written over.
    """

    def __init__(
        self,
        title: str,
        question: str,
        verb: str,
        parent: QWidget | None,
        now: str | None = None,
        *,
        begun: str = "",
    ) -> None:
        super().__init__(title, question, verb, parent)
        self.add_cancel(_tr("Cancel"))
        self._is_change = now is not None
        self.field = QLineEdit(now or begun, self)
        self.field.selectAll()
        self.field.setObjectName("dialog_field")
        self.field.setAccessibleName(question or title)
        self.field.textChanged.connect(self._enable)
        self.body.addWidget(self.field)
        self._enable()
        self.field.setFocus()

    def words(self) -> str:
        """Return what was written, without blanks around it."""
        return self.field.text().strip()

    def _enable(self) -> None:
        self.main.setEnabled(self._is_change or bool(self.words()))


class ChoiceDialog(PlainDialog):
    """Asks which of a few things to do; each has a button with its verb, the first is main.

    Attributes:
        chosen: The number of the chosen verb; -1 when the dialog was closed.
    """

    def __init__(
        self, title: str, words: str, verbs: Sequence[str], parent: QWidget | None
    ) -> None:
        super().__init__(title, words, verbs[0], parent)
        self.chosen = -1
        self.main.clicked.connect(self._take_main)
        self._others: list[QPushButton] = []
        for number, verb in enumerate(verbs[1:], 1):
            button = self.add_button(verb, f"dialog_choice_{number}")
            button.clicked.connect(self._take_other)
            self._others.append(button)

    def _take_main(self) -> None:
        self.chosen = 0

    def _take_other(self) -> None:
        pressed = self.sender()
        self.chosen = 1 + next(n for n, one in enumerate(self._others) if one is pressed)
        self.accept()


class CrashDialog(PlainDialog):
    """Shows a report that can be copied."""

    def __init__(self, report: str, parent: QWidget | None) -> None:
        told = _tr("Your article and what you changed are still here. The report can be copied.")
        title = _tr("Something in the program went wrong")
        super().__init__(title, told, _tr("Go on"), parent)
        self.setFixedWidth(640)
        self._report = QPlainTextEdit(report, self)
        self._report.setObjectName("crash_report")
        self._report.setAccessibleName(_tr("Report"))
        self._report.setReadOnly(True)
        self._report.setMinimumHeight(240)
        self.body.addWidget(self._report)
        self.add_button(_tr("Copy the report"), "copy_report").clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())


def _tr(words: str) -> str:
    return QCoreApplication.translate("Messages", words)
