"""The message boxes and questions of the program, opened here and nowhere else."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMessageBox,
    QWidget,
)


class Messages:
    """Opens the message boxes; tests hand in one that only remembers."""

    def __init__(self, parent: QWidget) -> None:
        self._main = parent
        self._front = parent.objectName()

    @property
    def _parent(self) -> QWidget:
        """The window in front, so that a question never hides behind it.

        Between two questions no window may be active: then the last one in front is meant,
        else the main window would come before it.
        """
        active = QApplication.activeWindow()
        if active is not None and not isinstance(active, QDialog):
            self._front = active.objectName()
        shown = (window for window in QApplication.topLevelWidgets() if window.isVisible())
        last = next((window for window in shown if window.objectName() == self._front), self._main)
        return active or last

    def tell(self, title: str, text: str) -> None:
        """Tell something in a box."""
        QMessageBox.information(self._parent, title, text)

    def confirm(self, title: str, text: str, verb: str) -> bool:
        """Ask whether to do what `verb` names; return whether the reader wants it."""
        box = QMessageBox(self._parent)
        box.setWindowTitle(title)
        box.setText(text)
        yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(yes)
        box.exec()
        return box.clickedButton() is yes

    def report_crash(self, report: str) -> None:
        """Show a copyable report of a mistake in the program; the window stays."""
        box = QMessageBox(self._parent)
        box.setWindowTitle("Close Reader")
        box.setText(_tr("Something in the program went wrong."))
        box.setInformativeText(
            _tr("Your article and what you muted are still here. The report below can be copied.")
        )
        box.setDetailedText(report)
        box.exec()

    def ask_file(self, title: str, kinds: str) -> str:
        """Let the reader choose a file to open; "" when none is wanted."""
        path, _ = QFileDialog.getOpenFileName(self._parent, title, "", kinds)
        return path

    def ask_folder(self, title: str) -> str:
        """Let the reader choose a folder; "" when none is wanted."""
        return QFileDialog.getExistingDirectory(self._parent, title)

    def ask_place(self, title: str, name: str, kinds: str) -> str:
        """Let the reader choose where to write a file; "" when none is wanted."""
        path, _ = QFileDialog.getSaveFileName(self._parent, title, name, kinds)
        return path

    def ask_words(self, title: str, question: str) -> str:
        """Ask for a line of text; "" when the reader cancels."""
        words, is_given = QInputDialog.getText(self._parent, title, question)
        return words.strip() if is_given else ""

    def ask_number(self, question: tuple[str, str], now: int, most: int) -> int:
        """Ask for 1 to `most`, `question` being title and words; 0 when the reader cancels."""
        number, is_given = QInputDialog.getInt(self._parent, *question, now, 1, most)
        return number if is_given else 0


def _tr(words: str) -> str:
    return QCoreApplication.translate("Messages", words)
