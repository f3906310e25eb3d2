"""Paints one line of an article on paper: voices, highlights, marks, words, and what is beside."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from reader.core.analysis.summary import source_numbers
from reader.core.lexicon.findings import Finding
from reader.core.notes import Note, placed_notes
from reader.core.sources.voice import VoiceStretch
from reader.core.text.spans import Span
from reader.storage.reports.choosing import drawn
from reader.storage.reports.report_format import Choices, Report
from reader.ui.marks.look import Look, looks_of
from reader.ui.marks.paper.fonts import sans, serif
from reader.ui.marks.paper.inks import Inks
from reader.ui.marks.paper.setting import SetLine
from reader.ui.marks.paper.sheet import POINT, SCALE, Sheet
from reader.ui.widgets.strokes import Strokes
from reader.values import frozen

_HATCH = 4.5 * SCALE  # between two lines
_SQUARE = 9.0 * POINT
_MOST = 4  # letters beside a line
_UNKNOWN = Look(0, "thin-caps", "·")


@frozen
class Sign:
    """What stands beside a line: the letter of a mark, or the number of a source."""

    words: str
    slot: int
    is_solid: bool
    is_round: bool = False


class LinePainter:
    """Paints the lines of one article; what is drawn in it is looked up once."""

    def __init__(
        self, painter: QPainter, sheet: Sheet, report: Report, choices: Choices, inks: Inks
    ) -> None:
        self._painter, self._sheet, self._inks = painter, sheet, inks
        analysis, text = report.analysis, report.analysis.article.text
        self._looks = looks_of(analysis)
        self._findings = drawn(report, choices)
        self._voices = analysis.voices if "voices" in choices.parts else ()
        self._notes = placed_notes(report.notes, text)
        known = source_numbers(analysis)
        numbers = {
            attribution: known[source.id]
            for source in analysis.sources
            for attribution in source.attributions
        }
        self._numbers = numbers if "sourcing" in choices.parts else {}
        self._has_both = {item.panel for item in self._findings} >= {"wording", "hedging"}
        self._note_bottom = 0.0  # where the last note of the page ends

    # -- in the line ---------------------------------------------------------------------------

    def paint_ground(self, line: SetLine) -> None:
        """Paint what lies under the words of a line: whose words they are."""
        for voice in self._voices:
            self._paint_voice(line, voice)

    def paint(self, line: SetLine) -> None:
        """Paint a line on its ground: highlights, marks, words, and what stands beside it."""
        for span, note in self._notes:
            self._paint_highlight(line, span, note)
        for finding in self._findings:
            self._paint_mark(line, finding)
        self._painter.setPen(self._inks.text)
        line.line.draw(self._painter, line.origin)
        self._paint_numbers(line)
        self._paint_signs(line)
        self._paint_notes(line)

    def _rectangles(self, line: SetLine, span: Span) -> Iterator[QRectF]:
        for begin, end in line.block.shown(span):
            found = line.pieces(begin, end)
            if found is not None:
                yield found

    def _is_at(self, line: SetLine, offset: int) -> bool:
        """Tell whether a code point of the article stands in a line."""
        place = line.block.place_of(offset)
        start = line.line.textStart()
        return place is not None and start <= place < start + line.line.textLength()

    def _paint_voice(self, line: SetLine, voice: VoiceStretch) -> None:
        for found in self._rectangles(line, voice.span):
            if voice.voice == "direct":
                box = found.adjusted(-2 * SCALE, -17 * SCALE, 2 * SCALE, 6.5 * SCALE)
                self._painter.fillRect(box, self._inks.band)
                continue
            top, foot = found.top() - 16.5 * SCALE, 5 * SCALE
            self._painter.setPen(QPen(self._inks.edge, 1.1 * SCALE))
            self._painter.drawLine(QLineF(found.left(), top, found.right(), top))
            for edge, x in (
                (voice.span.start, found.left()),
                (voice.span.end - 1, found.right()),
            ):
                if self._is_at(line, edge):
                    self._painter.drawLine(QLineF(x, top, x, top + foot))

    def _paint_highlight(self, line: SetLine, span: Span, note: Note) -> None:
        found = list(self._rectangles(line, span))
        ground = self._inks.pen(note.pen)
        for one in found:
            if ground is not None:
                box = one.adjusted(-1 * SCALE, -9 * SCALE, 1 * SCALE, 4 * SCALE)
                self._painter.fillRect(box, ground)
        if found:
            self._paint_bar(note, line.baseline)

    def _paint_bar(self, note: Note, baseline: float) -> None:
        """Draw the bar beside the column that tells the pen."""
        x = self._sheet.left - 5 * POINT
        top, bottom = baseline - 14 * SCALE, baseline + 5 * SCALE
        ink = self._inks.text
        for left, width, style in {
            "lemon": ((0.0, 2.4, Qt.PenStyle.SolidLine),),
            "apricot": ((-1.2, 0.8, Qt.PenStyle.SolidLine), (1.2, 0.8, Qt.PenStyle.SolidLine)),
            "lilac": ((0.0, 2.4, Qt.PenStyle.DotLine),),
            "bar": ((0.0, 0.8, Qt.PenStyle.SolidLine),),
        }[note.pen]:
            pen = QPen(ink, width * POINT, style, Qt.PenCapStyle.FlatCap)
            self._painter.setPen(pen)
            self._painter.drawLine(QLineF(x + left * POINT, top, x + left * POINT, bottom))

    def _look(self, finding: Finding) -> Look:
        return self._looks.get((finding.panel, finding.category), _UNKNOWN)

    def _paint_mark(self, line: SetLine, finding: Finding) -> None:
        look, is_source = self._look(finding), finding.voice != "narrator"
        for found in self._rectangles(line, finding.span):
            if look.slot and finding.confidence == "confident":
                box = found.adjusted(-1 * SCALE, -14.5 * SCALE, 1 * SCALE, 4.5 * SCALE)
                if is_source:
                    self._paint_hatch(box, self._inks.hatch(look.slot))
                else:
                    self._painter.fillRect(box, self._inks.tint(look.slot))
            lane = 8.0 if self._has_both and finding.panel == "hedging" else 5.0
            under = found.translated(0, lane * SCALE)
            strokes = Strokes(self._painter, 1.0, SCALE)
            strokes.line(look.style, under, self._inks.mark(look.slot), is_source=is_source)

    def _paint_hatch(self, box: QRectF, ink: QColor) -> None:
        """Draw lines of 45 degrees in a box; they stay lines in a PDF."""
        self._painter.save()
        self._painter.setClipRect(box)
        self._painter.setPen(QPen(ink, 1.2 * SCALE))
        x = (box.left() // _HATCH) * _HATCH - box.height()
        while x < box.right():
            bottom, top = QPointF(x, box.bottom()), QPointF(x + box.height(), box.top())
            self._painter.drawLine(QLineF(bottom, top))
            x += _HATCH
        self._painter.restore()

    # -- beside the line -----------------------------------------------------------------------

    def _paint_numbers(self, line: SetLine) -> None:
        """Number every fifth line, the first, and every paragraph."""
        self._painter.setPen(self._inks.quiet)
        if line.is_first and line.block.number:
            self._painter.setFont(sans(7 * POINT, weight=600))
            self._number(line, f"¶{line.block.number}", 12)
        if line.number == 1 or (line.number and line.number % 5 == 0):
            self._painter.setFont(sans(7 * POINT))
            self._number(line, f"{line.number}", 32)

    def _number(self, line: SetLine, words: str, away: float) -> None:
        box = QRectF(0, line.baseline - 20 * POINT, self._sheet.left - away * POINT, 20 * POINT)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        descent = QFontMetricsF(self._painter.font()).descent()
        self._painter.drawText(box.translated(0, descent), flags, words)

    def signs(self, line: SetLine) -> list[Sign]:
        """Return the letters and numbers that stand beside a line, in the order of the words."""
        found: list[tuple[int, Sign]] = []
        for finding in self._findings:
            if self._is_at(line, finding.span.start):
                look = self._look(finding)
                words = look.letter + ("?" if finding.confidence == "possible" else "")
                sign = Sign(words, look.slot, is_solid=finding.voice == "narrator")
                found.append((finding.span.start, sign))
        for voice in self._voices:
            number = self._numbers.get(voice.attribution or 0, 0)
            if number and self._is_at(line, voice.span.start):
                is_quoted = voice.voice == "direct"
                sign = Sign(f"{number}", 0, is_solid=is_quoted, is_round=True)
                found.append((voice.span.start, sign))
        found.sort(key=lambda item: item[0])
        return [sign for _, sign in found]

    def _paint_signs(self, line: SetLine) -> None:
        signs = self.signs(line)
        x = self._sheet.rule + 6 * POINT
        for sign in signs[:_MOST]:
            paint_sign(self._painter, QPointF(x, line.baseline), sign, self._inks)
            x += _SQUARE + 1.8 * POINT
        if len(signs) > _MOST:
            self._painter.setPen(self._inks.quiet)
            self._painter.setFont(sans(7 * POINT))
            self._painter.drawText(QPointF(x, line.baseline), f"+{len(signs) - _MOST}")

    def _paint_notes(self, line: SetLine) -> None:
        """Write the notes that begin in a line into the margin; neighbours push down."""
        left = self._sheet.rule + 54 * POINT
        if self._sheet.right - left < 60 * POINT:
            return
        for span, note in self._notes:
            words = " ".join((note.text, *(f"#{tag}" for tag in note.tags))).strip()
            if words and self._is_at(line, span.start):
                self._painter.setFont(serif(7.6 * POINT, italic=True))
                self._painter.setPen(self._inks.text)
                top = max(line.baseline - 8 * POINT, self._note_bottom)
                room = QRectF(left, top, self._sheet.right - left, 60 * POINT)
                flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
                flags |= Qt.TextFlag.TextWordWrap
                taken = self._painter.drawText(room, flags, words)
                bottom = taken.bottom() if isinstance(taken, QRectF) else top + 12 * POINT
                self._note_bottom = min(bottom, room.bottom()) + 2 * POINT


def paint_sign(painter: QPainter, at: QPointF, sign: Sign, inks: Inks) -> None:
    """Draw a letter in a square, or a number in a circle: filled, or with an outline.

    Args:
        painter: What draws.
        at: Where its left edge stands on the baseline of the line.
        sign: What is drawn.
        inks: In which inks.
    """
    box = QRectF(at.x(), at.y() - 7.2 * POINT, _SQUARE, _SQUARE)
    ink = inks.mark(sign.slot) if sign.slot or not sign.is_round else inks.text
    radius = _SQUARE / 2 if sign.is_round else 1.6 * POINT
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 0.8 * POINT))
    painter.setBrush(ink if sign.is_solid else QColor(Qt.GlobalColor.white))
    inner = box.adjusted(0.4 * POINT, 0.4 * POINT, -0.4 * POINT, -0.4 * POINT)
    painter.drawRoundedRect(inner, radius, radius)
    painter.setPen(QColor(Qt.GlobalColor.white) if sign.is_solid else ink)
    painter.setFont(sans(6 * POINT, weight=600))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign.words)
    painter.restore()
