"""The answers of a class as a list: what came, what is counted, and why not."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.core.lessons.placing import PlacedAnswer
from reader.ui.places.lessons.answers.class_work import AnswerFile, ClassWork
from reader.ui.places.lessons.pupil.mark_form import plain_label
from reader.ui.theme import Theme
from reader.ui.widgets.fields.dropping import take_as_copy
from reader.ui.widgets.icons import Icons

_RIGHT = 300
_BY_CODE = 1  # among the orders; by time is the first
_NUMBERS = (2, 3)
_WIDTHS = {0: 124, 1: 176, 2: 92, 3: 128}  # pixels of the columns
_WIDE, _NARROW = 760, 640
_WITH_REASON, _CAME = 3, 5
_ROW = 34
_TO_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
HEAT_MAP = "heat"  # the paper form that shows the class on the text


class AnswersPage(QWidget):
    """Takes files, lists them by time or code, and leads to the views of the class.

    Signals:
        files_wanted(): Files are to be chosen.
        folder_wanted(): A folder is to be chosen.
        paper_wanted(): A paper is to be typed in.
        view_wanted(str): `class`, `pupil`, `pairs` or `reasons` is to be shown.
        save_wanted(str): The scores are to be saved in a format, or as the heat map on paper.
    """

    files_wanted = Signal()
    folder_wanted = Signal()
    paper_wanted = Signal()
    view_wanted = Signal(str)
    save_wanted = Signal(str)

    def __init__(self, work: ClassWork, icons: Icons, theme: Theme) -> None:
        super().__init__()
        self._work, self._icons = work, icons
        self._drawn: list[tuple[QPushButton, str]] = []
        self.setObjectName("answers_page")
        self.setAcceptDrops(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        page = QWidget()
        page.setObjectName("answers_left")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left = QVBoxLayout(page)
        left.setContentsMargins(14, 14, 14, 8)
        left.addWidget(self._drop_box())
        left.addLayout(self._order_row())
        self.table = _AnswerTable()
        self.table.leave_out_requested.connect(self._leave_out)
        left.addWidget(self.table, 1)
        row.addWidget(page, 1)
        row.addWidget(self._side())
        work.changed.connect(self.show_files)
        self.set_theme(theme)
        self.show_files()

    # -- building --------------------------------------------------------------------------------

    def _drop_box(self) -> QFrame:
        box = QFrame()
        box.setObjectName("drop_answers")
        row = QHBoxLayout(box)
        row.setContentsMargins(16, 10, 16, 10)
        row.addWidget(
            plain_label(_tr("Drop the answer files here, or a folder of them."), "task"), 1
        )
        for words, name, icon, signal in (
            (_tr("Choose files…"), "choose_answers", "folder-open", self.files_wanted),
            (_tr("Watch a folder…"), "choose_answer_folder", "folder-sync", self.folder_wanted),
            (_tr("Type in answers from paper…"), "type_paper", "pencil", self.paper_wanted),
        ):
            button = QPushButton(words)
            self._drawn.append((button, icon))
            button.setObjectName(name)
            button.clicked.connect(signal)
            row.addWidget(button)
        return box

    def _order_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._order = QComboBox()
        self._order.addItems([_tr("by when they came"), _tr("by code")])
        self._order.setAccessibleName(_tr("Order"))
        self._order.currentIndexChanged.connect(self.show_files)
        row.addStretch()
        row.addWidget(self._order)
        return row

    def _side(self) -> QScrollArea:
        side = QWidget()
        side.setObjectName("answers_side")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        area = QScrollArea()  # a low window has no room for every file that was left out
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(_RIGHT)
        rows = QVBoxLayout(side)
        rows.setContentsMargins(14, 14, 14, 8)
        self._count = plain_label("", "heading")
        rows.addWidget(self._count)
        told = _tr("Sorted by when they came, or by code. There is no order by number of marks.")
        rows.addWidget(plain_label(told, "small"))
        rows.addSpacing(8)
        self._views: list[QPushButton] = []
        rows.addWidget(plain_label(_tr("Look at them"), "section"))
        for words, icon, view in (
            (_tr("Class on the text"), "users", "class"),
            (_tr("One pupil’s page"), "file-text", "pupil"),
            (_tr("Pairs, for discussion"), "columns-2", "pairs"),
            (_tr("Reasons, side by side"), "table", "reasons"),
        ):
            rows.addWidget(self._button(words, icon, f"view_{view}", self._want_view, view))
        rows.addSpacing(8)
        rows.addWidget(plain_label(_tr("Save or print them"), "section"))
        for words, icon, name in (
            (_tr("Gradebook…"), "download", "csv"),
            (_tr("Feedback pages…"), "download", "html"),
            (_tr("Heat map on paper…"), "printer", HEAT_MAP),
        ):
            rows.addWidget(self._button(words, icon, f"save_{name}", self._want_save, name))
        self._left_out = QVBoxLayout()
        rows.addSpacing(8)
        rows.addLayout(self._left_out)
        rows.addStretch()
        foot = _tr(
            "Nothing leaves this computer. Codes are not names; whose code it is stands on your "
            "paper list only. Del leaves a file out, Ctrl+Z takes it in again."
        )
        rows.addWidget(plain_label(foot, "small"))
        area.setWidget(side)
        return area

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of a theme."""
        for button, icon in self._drawn:
            button.setIcon(self._icons.icon(icon, theme.text))

    def _button(
        self, words: str, icon: str, name: str, slot: Callable[[], None], value: str
    ) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setProperty("value", value)
        button.setProperty("start", "true")
        button.clicked.connect(slot)
        self._drawn.append((button, icon))
        self._views.append(button)
        return button

    def _want_view(self) -> None:
        self.view_wanted.emit(str(self.sender().property("value")))

    def _want_save(self) -> None:
        self.save_wanted.emit(str(self.sender().property("value")))

    # -- showing ---------------------------------------------------------------------------------

    def show_files(self) -> None:
        """Show all files, and what is told about each."""
        counted, refused = self._work.counted()
        files = list(self._work.files)
        if self._order.currentIndex() == _BY_CODE:
            files.sort(key=lambda one: (one.placed.code if one.placed else one.name).casefold())
        lesson = self._work.draft.lesson
        steps = [step.id for step in lesson.steps]
        rows = [_cells(one, counted, self._work, steps) for one in files]
        self.table.show_rows(rows, [one.name for one in files])
        total = len(files)
        told = _tr("{n} of {m} are counted").format(n=len(counted), m=total)
        self._count.setText(told if total else _tr("No answers yet"))
        for button in self._views:
            button.setEnabled(bool(counted))
        self._show_left_out([f"{one.file}: {one.reason}" for one in refused])

    def _show_left_out(self, told: Sequence[str]) -> None:
        while (item := self._left_out.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if told:
            head = _tr("Left out: {n}").format(n=len(told))
            self._left_out.addWidget(plain_label(head, "section"))
        for words in told[:6]:
            box = QFrame()
            box.setProperty("role", "warning")
            inner = QVBoxLayout(box)
            inner.setContentsMargins(8, 5, 8, 5)
            inner.addWidget(plain_label(words, "small"))
            self._left_out.addWidget(box)
        if len(told) > 6:
            more = _tr("and {n} more, named in the list").format(n=len(told) - 6)
            self._left_out.addWidget(plain_label(more, "small"))

    def _leave_out(self) -> None:
        self._work.leave_out(self.table.chosen())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z takes a file in again."""
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_control and event.key() == Qt.Key.Key_Z:
            self._work.undo()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped."""
        if event.mimeData().hasUrls():
            take_as_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take dropped files over."""
        if take_as_copy(event):
            self._work.add(Path(url.toLocalFile()) for url in event.mimeData().urls())


class _AnswerTable(QTableWidget):
    """The files, one a row.

    Signals:
        leave_out_requested(): Del was pressed.
    """

    leave_out_requested = Signal()

    def __init__(self) -> None:
        super().__init__(0, 6)
        self.setObjectName("answer_table")
        self.setAccessibleName(_tr("Answer files"))
        self.setHorizontalHeaderLabels(
            [_tr("Code"), _tr("Done"), _tr("Marks"), _tr("with a reason"), _tr("What happened"),
             _tr("Received")]
        )  # fmt: skip
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in _NUMBERS:
            head = self.horizontalHeaderItem(column)
            if head is not None:
                head.setTextAlignment(_TO_THE_RIGHT)
        header.setHighlightSections(False)
        self._names: list[str] = []

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns room where there is some, and what their words need elsewhere."""
        super().resizeEvent(event)
        header, modes = self.horizontalHeader(), QHeaderView.ResizeMode
        is_wide = self.viewport().width() >= _WIDE
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(
                column, modes.Interactive if is_wide else modes.ResizeToContents
            )
            if is_wide:
                self.setColumnWidth(column, width)
        for column in (_WITH_REASON, _CAME):  # what happened counts
            self.setColumnHidden(column, self.viewport().width() < _NARROW)

    def show_rows(self, rows: Sequence[Sequence[str]], names: Sequence[str]) -> None:
        """Show rows of cells."""
        self._names = list(names)
        self.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            self.setRowHeight(row, _ROW)
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                if column in _NUMBERS:
                    item.setTextAlignment(_TO_THE_RIGHT)
                self.setItem(row, column, item)

    def chosen(self) -> list[str]:
        """Return the names of the chosen files."""
        rows = {index.row() for index in self.selectedIndexes()}
        return [self._names[row] for row in sorted(rows)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del leaves the chosen files out."""
        if event.key() == Qt.Key.Key_Delete:
            self.leave_out_requested.emit()
        else:
            super().keyPressEvent(event)


def _cells(
    one: AnswerFile, counted: Sequence[PlacedAnswer], work: ClassWork, steps: Sequence[str]
) -> tuple[str, ...]:
    if one.placed is None:
        return (one.name, "", "–", "–", one.reason, one.came)
    marks = one.placed.marks
    reasons = sum(bool(mark.mark.reason.strip()) for mark in marks)
    told = _tr("counted")
    if one.name in work.left_out:
        told = _tr("left out by you")
    elif one.placed not in counted:
        told = _tr("not counted; a newer file has the same code")
    elif one.is_typed:
        told = _tr("typed in by you")
    of = _tr("{n} of {m}").format(n=reasons, m=len(marks))
    return (one.placed.code, _done(one, steps), str(len(marks)), of, told, one.came)


def _done(one: AnswerFile, steps: Sequence[str]) -> str:
    if one.is_typed:
        return _tr("on paper")
    answer = one.placed.answer if one.placed else None
    if answer is None:
        return ""
    written = [
        number for number, step in enumerate(steps, 1) if answer.steps.get(step, "").strip()
    ]
    if answer.judgement.strip():
        return _tr("judged")
    return _tr("wrote up to step {n}").format(n=written[-1]) if written else _tr("marks only")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)
