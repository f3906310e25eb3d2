"""Which forms of a lesson are printed, and whether on a printer or into a file."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reader.ui.places.lessons.paper.forms import FORMS
from reader.ui.places.lessons.pupil.mark_form import plain_label


class PaperForms(QDialog):
    """Lets the teacher choose forms.

    Attributes:
        is_for_printer: Whether they are to be printed, once it was accepted; else saved.
    """

    def __init__(self, *, has_reference: bool, has_answers: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_for_printer = False
        self.setWindowTitle(_tr("Paper forms"))
        self.setMinimumWidth(420)
        rows = QVBoxLayout(self)
        rows.addWidget(plain_label(_tr("Paper forms"), "heading"))
        self._boxes: dict[str, QCheckBox] = {}
        missing = {"key": not has_reference, "heat": not has_answers}
        for form in FORMS:
            words = f"{form.title} ({_tr('for you')})" if form.is_for_teacher else form.title
            box = QCheckBox(words)
            box.setObjectName(f"form_{form.name}")
            box.setChecked(not missing.get(form.name, False))
            box.setEnabled(not missing.get(form.name, False))
            rows.addWidget(box)
            self._boxes[form.name] = box
        told = _tr(
            "A4, black; lines and paragraphs are numbered. The key needs reference marks, the "
            "heat map the answers of a class."
        )
        rows.addWidget(plain_label(told, "small"))
        buttons = QDialogButtonBox()
        save = buttons.addButton(_tr("Save as PDF…"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setObjectName("save_forms")
        print_ = buttons.addButton(_tr("Print…"), QDialogButtonBox.ButtonRole.ActionRole)
        print_.setObjectName("print_forms")
        print_.setProperty("main", True)  # noqa: FBT003 -- Qt's call
        print_.clicked.connect(self._print)
        buttons.addButton(_tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        rows.addWidget(buttons)

    def _print(self) -> None:
        self.is_for_printer = True
        self.accept()

    def chosen(self) -> list[str]:
        """Return the names of the chosen forms."""
        return [name for name, box in self._boxes.items() if box.isChecked()]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)
