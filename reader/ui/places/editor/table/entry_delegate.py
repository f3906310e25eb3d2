"""How the cells of the table look, and what they are edited with."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyleOptionViewItem, QTableView, QWidget

from reader.core.lexicon.layering.layers import Row
from reader.ui.marks.letters import LetterPainter
from reader.ui.marks.samples import LETTER
from reader.ui.places.editor.table.entry_cells import CHOICES, choice_text
from reader.ui.places.editor.table.entry_model import EntryModel
from reader.ui.places.editor.table.row_delegate import RowDelegate
from reader.ui.places.editor.table.row_order import COLUMNS, Column
from reader.ui.theme import sans, serif
from reader.ui.widgets.rows.fact_row import Index

ROW_HEIGHT = 30
_TEXT_LEFT = 42


class EntryDelegate(RowDelegate):
    """Paints letter, phrase and hit, and makes the editors of the cells."""

    size = QSize(60, ROW_HEIGHT)
    _field: QWidget | None = None  # the editor of the cell that is written in

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        model = index.model()
        if not isinstance(model, EntryModel):
            return
        theme, rect = self.theme, QRectF(option.rect)
        view = self.parent()
        is_selected = isinstance(view, QTableView) and view.selectionModel().isSelected(index)
        painter.save()
        painter.fillRect(rect, QColor(theme.accent_wash if is_selected else theme.page))
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(theme.line)
        )
        row, column = model.row_at(index.row()), COLUMNS[index.column()]
        if column == "phrase":
            self._paint_phrase(painter, rect, model, row, is_selected=is_selected)
        else:
            self._paint_text(painter, rect, str(index.data()), row, column)
        if isinstance(view, QTableView) and view.hasFocus() and view.currentIndex() == index:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setBrush(Qt.BrushStyle.NoBrush)  # the letter leaves its own
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_phrase(
        self, painter: QPainter, rect: QRectF, model: EntryModel, row: Row, *, is_selected: bool
    ) -> None:
        theme = self.theme
        if is_selected:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.accent)
        ratio = painter.device().devicePixelRatio()
        top = rect.top() + (rect.height() - LETTER) / 2
        LetterPainter(painter, theme, ratio).draw(
            QRectF(rect.left() + 8, top, LETTER, LETTER),
            model.look_of(row),
            "narrator",
            is_possible=row.shown.confidence == "possible",
        )
        before, hit, after = _around(row.shown.phrase, model.words)
        painter.setPen(QColor(theme.text2 if row.state == "muted" else theme.text))
        left = rect.left() + _TEXT_LEFT
        painter.setClipRect(rect)
        for words, weight in ((before, 400), (hit, 600), (after, 400)):
            if words:
                font = serif(15, weight=weight)
                font.setStrikeOut(row.state == "muted")
                left += _draw(painter, rect.adjusted(0, 0, -6, 0), left, words, font)

    def _paint_text(
        self, painter: QPainter, rect: QRectF, text: str, row: Row, column: Column
    ) -> None:
        theme = self.theme
        is_quiet = column in {"guards", "list"} or row.state == "muted"
        painter.setPen(QColor(theme.text2 if is_quiet else theme.text))
        font = sans(13)
        painter.setFont(font)
        inner = rect.adjusted(8, 0, -6, 0)
        elided = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        side = Qt.AlignmentFlag.AlignRight if column == "here" else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, elided)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """Return a field for words, or a list for fixed choices."""
        self._field = self._made(parent, COLUMNS[index.column()])
        return self._field

    def _made(self, parent: QWidget, column: Column) -> QWidget:
        if column not in CHOICES:
            field = QLineEdit(parent)
            font = 'font: 15px "Source Serif 4";' if column == "phrase" else ""
            field.setStyleSheet(f"padding: 0 6px; border-radius: 0; {font}")
            return field
        box = QComboBox(parent)
        box.activated.connect(self._commit)
        for value in CHOICES[column]:
            box.addItem(choice_text(value), value)
        return box

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Give up the editor of a cell, as when the rows are shown anew."""
        if editor is self._field:
            self._field = None
        super().destroyEditor(editor, index)

    def is_open(self, editor: QWidget) -> bool:
        """Tell whether an editor still belongs to a cell."""
        return editor is self._field

    def _commit(self) -> None:
        """Hand on a choice as soon as it is made."""
        box = self.sender()
        if isinstance(box, QComboBox):
            self.commitData.emit(box)
            self.closeEditor.emit(box)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the editor over the words; the letter of the category stays in view."""
        rect = QRectF(option.rect).toRect()
        if COLUMNS[index.column()] == "phrase":
            rect.setLeft(rect.left() + _TEXT_LEFT - 8)
        elif isinstance(editor, QComboBox):
            rect.setWidth(max(rect.width(), editor.sizeHint().width()))
        editor.setGeometry(rect)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the editor of a cell."""
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(text)))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand on what the editor holds."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())


def _around(phrase: str, words: str) -> tuple[str, str, str]:
    wanted = words.strip()
    place = phrase.lower().find(wanted.lower()) if wanted else -1
    if place < 0:
        return phrase, "", ""
    end = place + len(wanted)
    return phrase[:place], phrase[place:end], phrase[end:]


def _draw(painter: QPainter, rect: QRectF, left: float, words: str, font: QFont) -> float:
    painter.setFont(font)
    place = QRectF(left, rect.top(), rect.right() - left, rect.height())
    metrics = QFontMetricsF(font)
    text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, place.width()))
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    return metrics.horizontalAdvance(words)
