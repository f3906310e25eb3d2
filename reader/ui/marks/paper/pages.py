"""Articles as pages that can be painted anywhere: on a PDF, a printer, or a picture of one."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter

from reader.storage.reports.report_format import Choices, Report
from reader.ui.marks.paper.contents import contents
from reader.ui.marks.paper.inks import Inks
from reader.ui.marks.paper.line_painter import LinePainter
from reader.ui.marks.paper.page_frame import PageFrame
from reader.ui.marks.paper.setting import SetLine, set_blocks
from reader.ui.marks.paper.sheet import Sheet


class Pages:
    """Some articles, set on pages once, and painted page by page.

    Attributes:
        sheet: The measures of the paper.
    """

    def __init__(self, reports: Sequence[Report], choices: Choices) -> None:
        self._choices = choices
        self._inks = Inks(choices.is_black)
        self.sheet = Sheet.of(choices)
        self._frame = PageFrame(self.sheet, reports, choices, self._inks)
        made = contents(reports, choices)
        blocks = [block for content in made for block in content.blocks]
        self._owners = {id(block): content.report for content in made for block in content.blocks}
        lines = set_blocks(blocks, self.sheet, self._frame.top, self._frame.bottom)
        self._pages: dict[int, list[SetLine]] = {}
        for line in lines:
            self._pages.setdefault(line.page, []).append(line)

    def __len__(self) -> int:
        """Return how many pages there are."""
        return max(self._pages, default=0) + 1

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page, counted from 0; the painter's unit is a twentieth of a point."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = self._pages.get(page, [])
        report = self._owner(lines[0]) if lines else None
        self._frame.paint(painter, report, page + 1, len(self))
        if report is None:
            painter.setPen(self._inks.text)
            for line in lines:
                line.line.draw(painter, line.origin)
            return
        drawing = LinePainter(painter, self.sheet, report, self._choices, self._inks)
        for line in lines:
            drawing.paint_ground(line)
        for line in lines:
            drawing.paint(line)

    def _owner(self, line: SetLine) -> Report | None:
        return self._owners[id(line.block)]
