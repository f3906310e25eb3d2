"""What stands around the text of a page: header, rule beside the column, key at the foot."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reader.core.analysis.summary import panel_categories
from reader.core.lexicon.lexicon import Category
from reader.storage.reports.choosing import drawn, voices_told
from reader.storage.reports.report_format import Choices, Report
from reader.storage.reports.sheets.method_sheet import QUESTION, lists_used
from reader.ui.marks.look import Look, look_of
from reader.ui.marks.paper.fonts import sans
from reader.ui.marks.paper.inks import Inks
from reader.ui.marks.paper.line_painter import Sign, paint_sign
from reader.ui.marks.paper.sheet import POINT, SCALE, Sheet
from reader.ui.widgets.strokes import Strokes
from reader.values import frozen

_ROW = 12 * POINT
_COLUMNS = 4


@frozen
class _Kind:
    """A kind of mark that the key explains."""

    category: Category
    look: Look


class PageFrame:
    """Paints what is the same on every page."""

    def __init__(
        self, sheet: Sheet, reports: Sequence[Report], choices: Choices, inks: Inks
    ) -> None:
        self._sheet, self._reports, self._choices, self._inks = sheet, reports, choices, inks
        self._kinds = _kinds(reports, choices)
        self._rows = -(-len(self._kinds) // _COLUMNS)

    @property
    def top(self) -> float:
        """Return where the text of a page begins."""
        return self._sheet.top + 20 * POINT

    @property
    def bottom(self) -> float:
        """Return where the text of a page ends."""
        return self._sheet.bottom - (self._rows + 1) * _ROW - 12 * POINT

    def paint(self, painter: QPainter, report: Report | None, page: int, pages: int) -> None:
        """Paint the frame of a page, counted from 1."""
        self._paint_header(painter, report)
        if report is not None:
            self._paint_margin(painter)
        self._paint_key(painter)
        self._paint_foot(painter, page, pages)

    def _rule(self, painter: QPainter, y: float) -> None:
        painter.setPen(QPen(self._inks.edge, 0.7 * POINT))
        painter.drawLine(QLineF(self._sheet.left, y, self._sheet.right, y))

    def _paint_header(self, painter: QPainter, report: Report | None) -> None:
        sheet = self._sheet
        article = report.analysis.article if report else None
        facts = (article.outlet, article.published) if article else ()
        parts = self._choices.parts
        used = lists_used(self._reports)
        marking = [item for item in used if item.serves("marks") and item.panel in parts]
        lists = ", ".join(f"{item.title} {item.version}" for item in marking)
        told = _tr("Marks: {lists}").format(lists=lists)
        painter.setFont(sans(7.4 * POINT))
        painter.setPen(self._inks.quiet)
        box = QRectF(sheet.left, sheet.top, sheet.right - sheet.left, 11 * POINT)
        left = ", ".join(fact for fact in facts if fact)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, left)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told)
        self._rule(painter, sheet.top + 13 * POINT)

    def _paint_margin(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._inks.edge, 0.5 * POINT))
        x = self._sheet.rule
        painter.drawLine(QLineF(x, self.top, x, self.bottom))
        if self._choices.has_wide_margin:
            painter.setFont(sans(7.4 * POINT))
            painter.setPen(self._inks.quiet)
            told = QPointF(x + 54 * POINT, self.top + 4 * POINT)
            painter.drawText(told, _tr("Your notes"))

    def _paint_key(self, painter: QPainter) -> None:
        sheet, y = self._sheet, self.bottom + 6 * POINT
        self._rule(painter, y)
        width = (sheet.right - sheet.left) / _COLUMNS
        for place, kind in enumerate(self._kinds):
            x = sheet.left + (place % _COLUMNS) * width
            baseline = y + (place // _COLUMNS) * _ROW + 10.5 * POINT
            sign = Sign(kind.look.letter, kind.look.slot, is_solid=True)
            paint_sign(painter, QPointF(x, baseline), sign, self._inks)
            line = QRectF(x + 12 * POINT, baseline - 4 * POINT, 20 * POINT, 0)
            ink = self._inks.mark(kind.look.slot)
            strokes = Strokes(painter, 1.0, SCALE * 0.8)
            strokes.line(kind.look.style, line, ink, is_source=False)
            painter.setFont(sans(7 * POINT))
            painter.setPen(self._inks.text)
            room = QRectF(x + 35 * POINT, baseline - 8 * POINT, width - 37 * POINT, 11 * POINT)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, kind.category.name)

    def _paint_foot(self, painter: QPainter, page: int, pages: int) -> None:
        sheet, y = self._sheet, self._sheet.bottom - _ROW
        self._rule(painter, y)
        baseline = y + 9.5 * POINT
        painter.setFont(sans(7 * POINT))
        painter.setPen(self._inks.text)
        told = " · ".join(
            (
                _tr("filled: the narrator’s words"),
                _tr("outlined and hatched: a source’s"),
                _tr("grey ground: quoted"),
                _tr("roof: reported"),
            )
        )
        box = QRectF(sheet.left, baseline - 8 * POINT, sheet.right - sheet.left, 11 * POINT)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, told)
        only = f"{voices_told(self._choices)} " if self._choices.voices else ""
        number = _tr("Page {page} of {pages}").format(page=page, pages=pages)
        right = f"{QUESTION} {number}"
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)
        if only:
            below = box.translated(0, 9 * POINT)
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, only)


def _kinds(reports: Sequence[Report], choices: Choices) -> tuple[_Kind, ...]:
    """Return the kinds of marks that stand in the articles, in the order of the lists."""
    seen: dict[tuple[str, str], _Kind] = {}
    for report in reports:
        found = {(item.panel, item.category) for item in drawn(report, choices)}
        for panel in ("wording", "hedging"):
            for category in panel_categories(report.analysis, panel):
                if (panel, category.id) in found:
                    look = look_of(category, is_hedge=panel == "hedging")
                    seen.setdefault((panel, category.id), _Kind(category, look))
    return tuple(seen.values())


def _tr(words: str) -> str:
    return QCoreApplication.translate("Paper", words)
