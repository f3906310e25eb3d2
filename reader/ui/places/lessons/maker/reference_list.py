"""The reference marks of a lesson: reasons, further right pens, and whether each counts."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.lessons.placing import PlacedMark
from reader.core.text.spans import Span
from reader.storage.lessons.texts import LessonTexts
from reader.ui.places.lessons.maker.lesson_draft import LessonDraft
from reader.ui.places.lessons.pupil.mark_form import PenSign, plain_label, swap_body
from reader.ui.theme import Theme

_LONGEST = 600


class ReferenceList(QWidget):
    """Lists the reference marks of one article.

    Signals:
        mark_chosen(object): A PlacedMark was clicked.
        take_over_requested(): The program's marks are to be taken over.
        reason_written(): Enter was pressed after a reason.
    """

    mark_chosen = Signal(object)
    take_over_requested = Signal()
    reason_written = Signal()

    def __init__(self, draft: LessonDraft, texts: LessonTexts, theme: Theme) -> None:
        super().__init__()
        self._draft, self._texts, self._theme = draft, texts, theme
        self._article = ""
        self._fields: dict[tuple[str, Span], _RowFields] = {}
        self.setObjectName("reference_list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 10, 16, 8)
        head = QHBoxLayout()
        self._count = plain_label("", "heading")
        head.addWidget(self._count, 1)
        take = QPushButton(_tr("Use the program’s marks"))
        take.setObjectName("take_over")
        take.clicked.connect(self.take_over_requested)
        head.addWidget(take)
        rows.addLayout(head)
        told = _tr("Mark on the page as a pupil would. Each needs a reason; more may be right.")
        rows.addWidget(plain_label(told, "small"))
        self._well_made = QCheckBox(_tr("This article is well made: few marks are right in it"))
        self._well_made.setObjectName("well_made")
        self._well_made.clicked.connect(self._change_well_made)
        rows.addWidget(self._well_made)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setMinimumWidth(200)
        rows.addWidget(self._scroll, 1)

    def show_article(self, article: str, theme: Theme) -> None:
        """Show the marks of an article."""
        self._article, self._theme = article, theme
        marks = [one for one in self._draft.marks if one.article == article]
        told = _tr("Reference marks in {article}: {n}, seen by you only")
        told = told.format(article=article, n=len(marks))
        self._count.setText(told)
        self._well_made.setChecked(article in self._draft.well_made)
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 4, 6, 4)
        grid.setVerticalSpacing(4)
        self._fields = {}
        for row, mark in enumerate(marks):
            self._add_row(grid, row, mark)
        grid.setColumnStretch(3, 1)
        grid.setRowStretch(len(marks), 1)
        swap_body(self._scroll, body)

    def _add_row(self, grid: QGridLayout, row: int, mark: PlacedMark) -> None:
        pen = self._draft.lesson.pen(mark.category)
        if pen is None:
            return
        place = plain_label(self._texts.place_in(mark.article, mark.span), "small")
        place.setWordWrap(False)
        words = QPushButton(_short(self._texts.words_of(mark)))
        words.setProperty("link", True)  # noqa: FBT003 -- Qt's call
        words.setMinimumWidth(64)
        words.setMaximumWidth(130)
        words.setStyleSheet("text-align: left")
        words.clicked.connect(partial(self._choose, mark))
        fields = _RowFields(self._draft, mark, self._texts.words_of(mark))
        fields.reason.returnPressed.connect(self.reason_written)
        self._fields[mark.category, mark.span] = fields
        for column, cell in enumerate((place, PenSign(pen, self._theme), words, fields)):
            grid.addWidget(cell, row, column)

    def focus_reason(self, mark: PlacedMark) -> None:
        """Give the reason of a mark the focus."""
        fields = self._fields.get((mark.category, mark.span))
        if fields is not None:
            fields.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(fields)

    def _choose(self, mark: PlacedMark) -> None:
        self.mark_chosen.emit(mark)

    def _change_well_made(self) -> None:
        kept = [one for one in self._draft.well_made if one != self._article]
        if self._well_made.isChecked():
            kept.append(self._article)
        self._draft.well_made = tuple(sorted(kept))
        self._draft.reference_changed.emit()


class _RowFields(QWidget):
    """Reason, whether it counts, and removal of one mark.

    Attributes:
        reason: The field of the reason.
    """

    def __init__(self, draft: LessonDraft, mark: PlacedMark, words: str) -> None:
        super().__init__()
        self._draft, self._mark = draft, mark
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        reason = self.reason = QLineEdit(mark.mark.reason)
        reason.setMaxLength(_LONGEST)
        reason.setMinimumWidth(80)
        reason.setCursorPosition(0)
        reason.setPlaceholderText(_tr("why?"))
        reason.setAccessibleName(_tr("Reason for {words}").format(words=words))
        reason.textEdited.connect(self._write_reason)
        row.addWidget(reason, 1)
        self._told = plain_label("", "small")
        self._told.setWordWrap(False)
        row.addWidget(self._told)
        row.addWidget(self._more_button(words))
        self._tell()

    def _more_button(self, words: str) -> QToolButton:
        """Return the button with what is said of a mark less often."""
        more = QToolButton()
        more.setText("⋯")
        more.setAccessibleName(_tr("More about {words}").format(words=words))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(more)
        for pen in self._draft.lesson.pens:
            if pen.id != self._mark.category:
                also = menu.addAction(_tr("{pen} is right too").format(pen=pen.name))
                also.setCheckable(True)
                also.setChecked(pen.id in self._mark.mark.also)
                also.toggled.connect(partial(self._change_also, pen.id))
        optional = menu.addAction(_tr("Optional: it counts for nobody and against nobody"))
        optional.setCheckable(True)
        optional.setChecked(self._mark.mark.is_optional)
        optional.toggled.connect(self._change_optional)
        menu.addSeparator()
        menu.addAction(_tr("Remove (Del)"), self._remove)
        more.setMenu(menu)
        return more

    def _tell(self) -> None:
        """Tell which further pens are right, and whether the mark counts."""
        mark = self._mark.mark
        told = [_tr("also {pens}").format(pens=", ".join(mark.also))] if mark.also else []
        told += [_tr("optional")] if mark.is_optional else []
        self._told.setText(", ".join(told))

    def _write_reason(self, words: str) -> None:
        self._mark = self._draft.change_mark(self._mark, replace(self._mark.mark, reason=words))

    def _change_also(self, pen: str, is_on: bool) -> None:  # noqa: FBT001 -- Qt's
        also = {*self._mark.mark.also, pen} if is_on else {*self._mark.mark.also} - {pen}
        changed = replace(self._mark.mark, also=tuple(sorted(also)))
        self._mark = self._draft.change_mark(self._mark, changed)
        self._tell()

    def _change_optional(self, is_on: bool) -> None:  # noqa: FBT001 -- Qt's
        changed = replace(self._mark.mark, is_optional=is_on)
        self._mark = self._draft.change_mark(self._mark, changed)
        self._tell()

    def _remove(self) -> None:
        self._draft.remove_mark(self._mark)


def _short(words: str) -> str:
    return words if len(words) <= 18 else f"{words[:17]}…"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)
