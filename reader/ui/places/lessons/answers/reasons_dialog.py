"""The reasons of a class side by side: a row for each stretch of words, no codes, no order."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.core.lessons.scores.heat import cores_of, heat_of, heat_regions
from reader.core.lessons.scores.scoring import ClassScores
from reader.storage.lessons.texts import LessonTexts

_WORDS_WIDTH = 240


class ReasonsDialog(QDialog):
    """Lists what pupils said about the same words."""

    def __init__(self, scores: ClassScores, texts: LessonTexts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_tr("Reasons, side by side"))
        self.resize(900, 560)
        rows = QVBoxLayout(self)
        table = QTableWidget(0, 3)
        table.setObjectName("reason_table")
        table.setAccessibleName(_tr("Reasons, side by side"))
        table.setHorizontalHeaderLabels([_tr("Place"), _tr("Words"), _tr("Reasons")])
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.setWordWrap(True)
        for place, words, reasons in reason_rows(scores, texts):
            row = table.rowCount()
            table.insertRow(row)
            for column, cell in enumerate((place, words, "\n".join(reasons))):
                item = QTableWidgetItem(cell)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                table.setItem(row, column, item)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(1, _WORDS_WIDTH)
        header.sectionResized.connect(table.resizeRowsToContents)
        table.resizeRowsToContents()
        rows.addWidget(table)
        buttons = QDialogButtonBox()
        buttons.addButton(_tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        rows.addWidget(buttons)


def reason_rows(scores: ClassScores, texts: LessonTexts) -> list[tuple[str, str, list[str]]]:
    """Return place, words and the reasons of each stretch that somebody explained; then cells."""
    answers = [one.answer for one in scores.pupils]
    found = []
    heat = heat_of(answers, [one.id for one in scores.lesson.articles])
    for region in heat_regions(heat):
        reasons = [
            f"{mark.category}: {' '.join(mark.mark.reason.split())}"
            for answer in answers
            for mark in answer.marks
            if mark.article == region.article
            and mark.span.overlaps(region.span)
            and mark.mark.reason.strip()
        ]
        if reasons:
            place = texts.place(region.article, region.span)
            cores = cores_of(region, heat)  # without the word beside that one or two took along
            words = " … ".join(texts.words(one.article, one.span) for one in cores)
            found.append((place, words, sorted(dict.fromkeys(reasons))))
    return found + _table_rows(scores)


def _table_rows(scores: ClassScores) -> list[tuple[str, str, list[str]]]:
    """Return what stands in each cell of the comparison table, of all who filled it."""
    found = []
    for row in scores.lesson.table:
        for article in scores.lesson.articles:
            cells = (one.answer.answer.cell(row.id, article.id) for one in scores.pupils)
            written = sorted({" ".join(words.split()) for words in cells if words.strip()})
            if written:
                found.append((article.id, row.title, written))
    return found


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)
