"""What a step asks besides marks: a sentence, source sheet, log, slips, judgement."""

from collections.abc import Callable
from dataclasses import fields
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import speaking_sources
from reader.core.lessons.answer import LateralRow, SourceRow
from reader.core.lessons.lesson import Step
from reader.storage.lessons.filled_table import Cells
from reader.ui.places.lessons.pupil.mark_form import plain_label
from reader.ui.places.lessons.pupil.pupil_work import PupilWork
from reader.ui.places.lessons.pupil.table_form import TableForm
from reader.values import frozen

_BOX_HEIGHT = 84
_MOST_ROWS = 12


@frozen
class Found:
    """What the program found, for those who may see it by now.

    Attributes:
        analysis: Returns what it found in the article that is shown; None while it is reading.
        table: Returns how it fills the comparison table; None while it is reading.
    """

    analysis: Callable[[], Analysis | None]
    table: Callable[[], Cells | None]


class StepForm(QWidget):
    """The fields of one step."""

    def __init__(self, work: PupilWork, step: Step, found: Found) -> None:
        """Make the fields.

        Args:
            work: What the pupil has done.
            step: The step.
            found: What the program found, once it is known.
        """
        super().__init__()
        self._work, self._step, self._found = work, step, found
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 6, 0, 0)
        makers: dict[str, Callable[[], None]] = {
            "program": self._add_program,
            "sources": self._add_sources,
            "lateral": self._add_lateral,
            "judge": self._add_judgement,
            "compare": self._add_table,
        }
        makers.get(step.kind, self._add_words)()

    def _add_box(self, label: str, words: str, write: Callable[[str], None], name: str) -> None:
        box = QPlainTextEdit(words)
        box.setObjectName(name)
        box.setProperty("read", True)  # noqa: FBT003 -- Qt's call
        box.setFixedHeight(_BOX_HEIGHT)
        box.setTabChangesFocus(True)
        box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box.setAccessibleName(label)
        box.textChanged.connect(partial(_write_box, box, write))
        self._rows.addWidget(plain_label(label, "section"))
        self._rows.addWidget(box)

    def _add_words(self) -> None:
        words = self._work.steps.get(self._step.id, "")
        write = partial(self._work.write_step, self._step)
        self._add_box(_tr("Your words on this step"), words, write, "step_words")

    def _add_table(self) -> None:
        if self._work.lesson.table:
            self._rows.addWidget(TableForm(self._work, self._step, self._found.table))
        self._add_words()

    def _add_program(self) -> None:
        wrong, missed = partial(self._work.write, "wrong"), partial(self._work.write, "missed")
        self._add_box(
            _tr("One mark of the program that is wrong, and why"), self._work.wrong, wrong, "wrong"
        )
        self._add_box(_tr("One that it missed, and why"), self._work.missed, missed, "missed")

    def _add_judgement(self) -> None:
        write = partial(self._work.write, "judgement")
        self._add_box(_tr("Your judgement of the whole"), self._work.judgement, write, "judgement")

    def _add_sources(self) -> None:
        labels = {
            "name": _tr("Who is it?"),
            "role": _tr("In what role?"),
            "knows": _tr("How do they know?"),
            "interest": _tr("What do they gain or lose?"),
            "named": _tr("Named? Is a reason given?"),
        }
        for number, row in enumerate(self._work.sources):
            self._add_grid(_tr("Source {n}"), number, row, labels, self._work.write_source)
        self._add_more(_tr("One more source"), labels, self._work.write_source, "source")
        self._told = QLabel()
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setProperty("role", "small")
        show = QPushButton(_tr("What the program found"))
        show.setObjectName("found_sources")
        show.clicked.connect(self._tell_found)
        self._rows.addWidget(show)
        self._rows.addWidget(self._told)

    def _add_lateral(self) -> None:
        labels = {
            "looked_up": _tr("What did you look up?"),
            "where": _tr("Where?"),
            "found": _tr("What did you find?"),
        }
        for number, row in enumerate(self._work.lateral):
            self._add_grid(_tr("Look-up {n}"), number, row, labels, self._work.write_lateral)
        self._add_more(_tr("One more look-up"), labels, self._work.write_lateral, "lateral")

    def _add_grid(
        self,
        title: str,
        number: int,
        row: SourceRow | LateralRow,
        labels: dict[str, str],
        write: Callable[[int, str, str], None],
    ) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(3)
        head = title.format(n=number + 1)
        grid.addWidget(plain_label(head, "section"), 0, 0, 1, 2)
        for place, field in enumerate(fields(row), start=1):
            line = QLineEdit(getattr(row, field.name))
            line.setObjectName(f"{field.name}_{number}")
            line.setAccessibleName(f"{head}: {labels[field.name]}")
            line.textEdited.connect(partial(write, number, field.name))
            grid.addWidget(plain_label(labels[field.name], "small"), place, 0)
            grid.addWidget(line, place, 1)
        grid.setColumnStretch(1, 1)
        index = self._rows.count()
        self._rows.insertLayout(index, grid)

    def _add_more(
        self, words: str, labels: dict[str, str], write: Callable[[int, str, str], None], kind: str
    ) -> None:
        more = QPushButton(words)
        more.setObjectName(f"more_{kind}")
        more.clicked.connect(partial(self._more, more, labels, write, kind))
        self._rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _more(
        self,
        button: QPushButton,
        labels: dict[str, str],
        write: Callable[[int, str, str], None],
        kind: str,
    ) -> None:
        rows = self._work.sources if kind == "source" else self._work.lateral
        if len(rows) >= _MOST_ROWS:
            return
        write(len(rows), next(iter(labels)), "")
        title = _tr("Source {n}") if kind == "source" else _tr("Look-up {n}")
        made = SourceRow() if kind == "source" else LateralRow()
        self._rows.removeWidget(button)
        self._add_grid(title, len(rows), made, labels, write)
        self._rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _tell_found(self) -> None:
        """Tell what the program found, once there is an answer of one's own."""
        analysis = self._found.analysis()
        if all(row == SourceRow() for row in self._work.sources):
            self._told.setText(_tr("Write down one source yourself first."))
        elif analysis is None:
            self._told.setText(_tr("The program is still reading."))
        else:
            lines = [
                f"{one.name or _tr('no source named')}"
                f"{', ' + one.role if one.role else ''}: {one.identification.replace('-', ' ')}, "
                f"{one.words} {_tr('words')}"
                for one in speaking_sources(analysis)
            ]
            lines.append(_tr("How they know and what they gain, only a reader can find out."))
            self._told.setText("\n".join(lines))


def _write_box(box: QPlainTextEdit, write: Callable[[str], None]) -> None:
    write(box.toPlainText()[:4000])


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)
