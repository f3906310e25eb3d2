"""The list of what a search found: titles with their places, opened where one is chosen."""

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.ui.marks.voice_swatch import voice_icon
from reader.ui.places.library.article_list.article_painter import paint_fold
from reader.ui.places.library.results.result_lines import (
    MoreLine,
    NoteLine,
    PlaceLine,
    ResultLine,
    TitleLine,
)
from reader.ui.places.library.results.result_model import (
    RESULT_ROLE,
    AnyIndex,
    ResultModel,
    cited,
)
from reader.ui.theme import Theme, sans, serif
from reader.ui.widgets.elided_text import draw_elided, fit_around_hit
from reader.ui.widgets.rows.row_painter import paint_row_ground

_TITLE, _PLACE = 44, 26  # heights
_LEAD = 66  # pixels for "7.2" or "Subheading"
_LEFT = 44
_INDENT = 24  # of what is folded under another article
_FLAGS = Qt.AlignmentFlag.AlignVCenter
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ResultPainter(QStyledItemDelegate):
    """Paints a title, a place with its voice and its words, or how many more there are."""

    def __init__(self, theme: Theme, model: ResultModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self._model = theme, model

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of a title or a place."""
        return QSize(200, _TITLE if isinstance(index.data(RESULT_ROLE), TitleLine) else _PLACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one line."""
        line, area = index.data(RESULT_ROLE), QRectF(option.rect)
        painter.save()
        paint_row_ground(painter, area, option.state, self.theme)
        if isinstance(line, TitleLine):
            if index.row():
                top = QRectF(area.left(), area.top(), area.width(), 1)
                painter.fillRect(top, QColor(self.theme.line))
            self._paint_title(painter, area, line)
        elif isinstance(line, PlaceLine):
            self._paint_place(painter, area, line)
        elif isinstance(line, NoteLine):
            self._paint_note(painter, area, line)
        elif isinstance(line, MoreLine):
            words = self._model.more_words(line)
            place = area.adjusted(_LEFT + _LEAD + 34, 0, -14, 0)
            draw_elided(painter, place, words, sans(12, weight=500), self.theme.accent)
        painter.restore()

    def _paint_title(self, painter: QPainter, area: QRectF, line: TitleLine) -> None:
        article, theme = line.article, self.theme
        count = len(article.places)
        told = self.tr("1 place") if count == 1 else self.tr("{n} places").format(n=count)
        font = sans(12)
        width = QFontMetricsF(font).horizontalAdvance(told) if count else 0
        left = _LEFT + (_INDENT if line.is_below else 0)
        inner = area.adjusted(left, 6, -22 - width, 0)
        if line.copies:
            at = QPointF(area.left() + 26, area.center().y() + 3)
            paint_fold(painter, at, theme, is_open=line.is_open)
        detail = self._model.detail_words(line)
        beside = min(QFontMetricsF(font).horizontalAdvance(detail) + 8, inner.width() / 2)
        place = inner.adjusted(0, 0, -beside, 0)  # the title is cut before the day is
        end = draw_elided(painter, place, self._model.title_words(line), serif(16), theme.text)
        inner.setLeft(end + 6)
        draw_elided(painter, inner, detail, font, theme.text2)
        if count:
            painter.setFont(font)
            painter.setPen(QColor(theme.text2))
            flags = Qt.AlignmentFlag.AlignRight | _FLAGS
            painter.drawText(area.adjusted(0, 6, -14, 0), flags, told)

    def _paint_place(self, painter: QPainter, area: QRectF, line: PlaceLine) -> None:
        theme = self.theme
        name = QRectF(area.left() + _LEFT, area.top(), _LEAD, area.height())
        draw_elided(painter, name, cited(line.name), sans(12), theme.text2)
        if line.place.voice is not None:
            swatch = voice_icon(theme, line.place.voice, painter.device().devicePixelRatioF())
            top = round(area.center().y()) - 6
            swatch.paint(painter, round(area.left()) + _LEFT + _LEAD + 4, top, 18, 12)
        speaker = line.place.speaker or ""
        width = min(180.0, QFontMetricsF(sans(12)).horizontalAdvance(speaker) + 12)
        room = area.adjusted(_LEFT + _LEAD + 34, 0, -14 - (width if speaker else 0), 0)
        end = self._paint_words(painter, room, line)
        draw_elided(
            painter,
            area.adjusted(end - area.left() + 10, 0, -8, 0),
            speaker,
            sans(12),
            theme.text2,
        )

    def _paint_note(self, painter: QPainter, area: QRectF, line: NoteLine) -> None:
        """Paint a note of the reader's: its place, a bar as on the page, its words, the quote."""
        theme = self.theme
        name = QRectF(area.left() + _LEFT, area.top(), _LEAD, area.height())
        draw_elided(painter, name, cited(line.name), sans(12), theme.text2)
        bar = QRectF(area.left() + _LEFT + _LEAD + 12, area.top() + 5, 2, area.height() - 10)
        painter.fillRect(bar, QColor(theme.text))
        room = area.adjusted(_LEFT + _LEAD + 34, 0, -14, 0)
        end = draw_elided(painter, room, line.words, serif(14, italic=True), theme.text)
        if line.quote:
            gap = 10 if line.words else 0
            rest = room.adjusted(end - room.left() + gap, 0, 0, 0)
            draw_elided(painter, rest, f"“{line.quote}”", serif(14), theme.text2)

    def _paint_words(self, painter: QPainter, room: QRectF, line: PlaceLine) -> float:
        """Paint the words with the hit on a wash; return where they end."""
        theme, fonts = self.theme, (serif(14), serif(14, weight=600))
        words = (line.before, " ".join(line.place.text.split()), line.after)
        before, hit, after = fit_around_hit(words, fonts, room.width())
        start = draw_elided(painter, room, before, fonts[0], theme.text)
        width = QFontMetricsF(fonts[1]).horizontalAdvance(hit)
        wash = QRectF(start - 1, room.center().y() - 10, width + 2, 20)
        painter.fillRect(wash, QColor(theme.accent_wash))
        end = draw_elided(
            painter, room.adjusted(start - room.left(), 0, 0, 0), hit, fonts[1], theme.text
        )
        rest = room.adjusted(end - room.left(), 0, 0, 0)
        return draw_elided(painter, rest, after, fonts[0], theme.text)


class ResultList(QListView):
    """Shows what was found, and opens it.

    Signals:
        article_requested(str, int): Open an article where a place begins; -1 for its title.
        more_requested(str): Show all places of an article.
        line_chosen(object): A line is chosen now, or None.
        fold_requested(str, bool): Show the copies under an article (True), or fold them (False).
        menu_requested(QPoint): A menu for the chosen line, at a point of the screen.
        deletion_requested(): Del was pressed.
        end_reached(): The last lines are in view: more may follow.
    """

    article_requested = Signal(str, int)
    more_requested = Signal(str)
    line_chosen = Signal(object)
    fold_requested = Signal(str, bool)
    menu_requested = Signal(object)
    deletion_requested = Signal()
    end_reached = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("result_list")
        self.setAccessibleName(self.tr("Places found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = ResultModel(self)
        self.setModel(self._model)
        self._painter = ResultPainter(theme, self._model, self)
        self.setItemDelegate(self._painter)
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._open_more)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._painter.theme = theme
        self.viewport().update()

    def show_lines(self, lines: tuple[ResultLine, ...]) -> None:
        """Show what was found; the first line is chosen."""
        self._model.show_lines(lines)
        if lines and not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))
        if not lines:
            self.line_chosen.emit(None)

    def lines(self) -> tuple[ResultLine, ...]:
        """Return what is shown."""
        return self._model.lines

    def chosen(self) -> ResultLine | None:
        """Return the chosen line, or None."""
        index = self.currentIndex()
        return self._model.lines[index.row()] if index.isValid() else None

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which line is chosen."""
        super().currentChanged(current, previous)
        self.line_chosen.emit(self.chosen())

    def step_to_place(self, steps: int) -> None:
        """Choose the next place, or the one before, round at the ends."""
        lines, here = self._model.lines, self.currentIndex().row()
        places = [
            number for number, line in enumerate(lines) if isinstance(line, PlaceLine | NoteLine)
        ]
        if not places:
            return
        after = [number for number in places if (number > here if steps > 0 else number < here)]
        ends = places[0] if steps > 0 else places[-1]
        nearest = (after[0] if steps > 0 else after[-1]) if after else ends
        self.setCurrentIndex(self._model.index(nearest, 0))

    def choose_title(self, article_id: str) -> None:
        """Choose the title of an article."""
        for number, line in enumerate(self._model.lines):
            if isinstance(line, TitleLine) and line.article.id == article_id:
                self.setCurrentIndex(self._model.index(number, 0))
                return

    def _ask_fold(self, line: ResultLine | None, *, is_open: bool) -> bool:
        """Ask for the copies under a title, or to fold them; return whether there are any."""
        if not isinstance(line, TitleLine) or not line.copies or line.is_open == is_open:
            return False
        self.fold_requested.emit(line.article.id, is_open)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Right and Left show copies and fold them; Del throws away."""
        key, line = event.key(), self.chosen()
        if key in _ENTER:
            self.open_current()
        elif key == Qt.Key.Key_Delete:
            self.deletion_requested.emit()
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Left}:
            self._ask_fold(line, is_open=key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the sign before a title shows its copies, or folds them."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        line = self._model.lines[index.row()] if index.isValid() else None
        is_turned = isinstance(line, TitleLine) and not line.is_open
        if place.x() < _LEFT - 4 and self._ask_fold(line, is_open=is_turned):
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the line under the mouse, or of the chosen one."""
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if is_mouse else self.currentIndex()
        if index.isValid():
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.menu_requested.emit(event.globalPos() if is_mouse else below)

    def open_current(self) -> None:
        """Open the chosen line: at its place, or the article; show more where it offers that."""
        if self.currentIndex().isValid():
            self._open(self.currentIndex())
            self._open_more(self.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        line = self._model.lines[index.row()]
        if isinstance(line, MoreLine):
            return
        start = line.place.start if isinstance(line, PlaceLine) else -1
        if isinstance(line, NoteLine):
            start = line.start
        self.article_requested.emit(line.article.id, start)

    def _open_more(self, index: QModelIndex) -> None:
        line = self._model.lines[index.row()]
        if isinstance(line, MoreLine):
            self.more_requested.emit(line.article.id)

    def _scrolled(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() - 200:
            self.end_reached.emit()
