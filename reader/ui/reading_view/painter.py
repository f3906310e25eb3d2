"""Paints bands, marks, hedges, cues, letters and the ring under the text of a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from reader.core.attribution import Attribution
from reader.core.lexicon.findings import Finding
from reader.core.sources.voice import VoiceStretch
from reader.ui.marks.letters import LetterPainter
from reader.ui.marks.look import Look
from reader.ui.reading_view.geometry import LinePiece, PageGeometry
from reader.ui.reading_view.margin_letters import (
    MarginNumeral,
    MarginRest,
    margin_letters,
    margin_numerals,
)
from reader.ui.theme import Theme, sans
from reader.ui.widgets.strokes import Strokes, hatch_brush

_LANE = 5  # pixels between two lanes of lines
_MOST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class PageScene:
    """What is to be seen between two heights of the page.

    Attributes:
        marks: Findings with the look of their category.
        voices: Stretches in somebody else's words.
        attributions: Shown in the sourcing layer only, with the numeral of their source.
        is_sourcing: Whether the sourcing layer is on the page.
        focus: The finding in focus, or None.
        hovered: The finding under the pointer, or None.
        stronger_voices: Draw bands and boxes with a clear frame.
        letters_left: Where the margin letters begin, or None where there is no room.
        letter_count: How many letters a line may show.
    """

    marks: Sequence[tuple[Finding, Look]]
    voices: Sequence[VoiceStretch]
    attributions: Sequence[tuple[Attribution, int]]
    is_sourcing: bool
    focus: Finding | None
    hovered: Finding | None
    stronger_voices: bool
    letters_left: float | None
    letter_count: int = _MOST_LETTERS


class PagePainter:
    """Paints one scene; every paint event makes a new one."""

    def __init__(
        self, painter: QPainter, theme: Theme, geometry: PageGeometry, scale: float, ratio: float
    ) -> None:
        self._painter = painter
        self._theme = theme
        self._geometry = geometry
        self._scale = scale
        self._letters = LetterPainter(painter, theme, ratio)
        self._ratio = ratio
        self._strokes = Strokes(painter, ratio, scale)

    def paint(self, scene: PageScene) -> None:
        """Paint the scene, from the lowest layer to the ring on top."""
        for stretch in scene.voices:
            self._voice(stretch, is_strong=scene.stronger_voices)
        if scene.is_sourcing:
            for attribution, _ in scene.attributions:
                self._cue(attribution)
        for finding, look in scene.marks:
            self._mark(finding, look, scene)
        if scene.letters_left is not None:
            self._margin(scene, scene.letters_left)
        if scene.focus is not None:
            self._ring(scene.focus)

    # -- voices --------------------------------------------------------------------------

    def _voice(self, stretch: VoiceStretch, *, is_strong: bool) -> None:
        theme = self._theme
        for piece in self._geometry.pieces(stretch.span):
            y, scale = piece.baseline, piece.scale
            if stretch.voice == "direct":
                rect = QRectF(piece.left - 2, y - 19.5 * scale, piece.width + 4, 28 * scale)
                self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                pen = QPen(QColor(theme.line2), 1.5) if is_strong else Qt.PenStyle.NoPen
                self._painter.setPen(pen)
                self._painter.setBrush(QColor(theme.band))
                self._painter.drawRoundedRect(rect, 3, 3)
            else:
                rect = QRectF(piece.left - 2, y - 18 * scale, piece.width + 4, 25 * scale)
                self._box(rect, piece, is_strong=is_strong)

    def _box(self, rect: QRectF, piece: LinePiece, *, is_strong: bool) -> None:
        theme = self._theme
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._painter.fillRect(rect, QColor(theme.band2))
        color = QColor(theme.line2 if is_strong else theme.bandline)
        self._painter.setPen(QPen(color, 1.5 if is_strong else 1))
        top, bottom = round(rect.top()) + 0.5, round(rect.bottom()) + 0.5
        left, right = round(rect.left()) + 0.5, round(rect.right()) - 0.5
        self._painter.drawLine(QPointF(left, top), QPointF(right, top))
        self._painter.drawLine(QPointF(left, bottom), QPointF(right, bottom))
        if piece.is_first:
            self._painter.drawLine(QPointF(left, top), QPointF(left, bottom))
        if piece.is_last:
            self._painter.drawLine(QPointF(right, top), QPointF(right, bottom))

    def _cue(self, attribution: Attribution) -> None:
        theme = self._theme
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for span in attribution.cue:
            for piece in self._geometry.pieces(span):
                scale = piece.scale
                rect = QRectF(
                    piece.left - 3, piece.baseline - 18 * scale, piece.width + 6, 25 * scale
                )
                self._painter.setPen(QPen(QColor(theme.line2), 1.2))
                self._painter.setBrush(Qt.BrushStyle.NoBrush)
                self._painter.drawRoundedRect(rect, 8, 8)
        for span in attribution.source:
            for piece in self._geometry.pieces(span):
                y = piece.baseline + 5 * piece.scale
                line = QRectF(piece.left, y, piece.width, 1.6)
                self._painter.fillRect(line, QColor(theme.accent))

    # -- marks ------------------------------------------------------------------------------

    def _mark(self, finding: Finding, look: Look, scene: PageScene) -> None:
        theme = self._theme
        color = theme.slot(look.slot) if look.slot else QColor(theme.hedge)
        is_source = finding.voice != "narrator"
        is_possible = finding.confidence == "possible"
        lane = _LANE if look.slot or not self._has_wording(scene) else 2 * _LANE
        for piece in self._geometry.pieces(finding.span):
            if look.slot and not is_possible:
                self._tint(piece, color, is_source=is_source, is_hovered=finding is scene.hovered)
            y = piece.baseline + lane * piece.scale
            line = QRectF(piece.left, y, piece.width, 6 * self._scale)
            self._strokes.line(look.style, line, color, is_source=is_source or is_possible)

    def _has_wording(self, scene: PageScene) -> bool:
        return any(look.slot for _, look in scene.marks)

    def _tint(self, piece: LinePiece, color: QColor, *, is_source: bool, is_hovered: bool) -> None:
        scale, theme = piece.scale, self._theme
        rect = QRectF(piece.left - 1, piece.baseline - 17 * scale, piece.width + 2, 22 * scale)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        if is_source:
            self._painter.setBrush(hatch_brush(color, theme.hatch, self._ratio))
        else:
            tinted = QColor(color)
            tinted.setAlphaF(min(1.0, theme.tint + (0.10 if is_hovered else 0)))
            self._painter.setBrush(QBrush(tinted))
        self._painter.drawRoundedRect(rect, 3, 3)

    def _ring(self, finding: Finding) -> None:
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(QPen(QColor(self._theme.focus), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for piece in self._geometry.pieces(finding.span):
            scale = piece.scale
            rect = QRectF(
                piece.left - 2.5, piece.baseline - 19 * scale, piece.width + 5, 31 * scale
            )
            self._painter.drawRoundedRect(rect, 4, 4)

    # -- the margin ----------------------------------------------------------------------------

    def _margin(self, scene: PageScene, left: float) -> None:
        for item in margin_letters(scene.marks, self._geometry, left, scene.letter_count):
            if isinstance(item, MarginRest):
                self._more(item)
            else:
                finding = item.finding
                is_possible = finding.confidence == "possible"
                self._letters.draw(item.rect, item.look, finding.voice, is_possible=is_possible)
        if scene.is_sourcing:
            for numeral in margin_numerals(scene.attributions, self._geometry, left):
                self._numeral(numeral)

    def _more(self, rest: MarginRest) -> None:
        self._painter.setPen(QColor(self._theme.text2))
        self._painter.setFont(sans(12))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        self._painter.drawText(rest.rect, int(flags), f"+{rest.count}")

    def _numeral(self, numeral: MarginNumeral) -> None:
        theme, painter, ink = self._theme, self._painter, QColor(self._theme.text2)
        is_quoted = numeral.attribution.form != "indirect"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 1.4))
        painter.setBrush(ink if is_quoted else QColor(theme.page))
        painter.drawEllipse(numeral.rect.adjusted(1, 1, -1, -1))
        painter.setPen(QColor(theme.page) if is_quoted else ink)
        painter.setFont(sans(11, weight=600))
        words = str(numeral.number) if numeral.number else "?"
        painter.drawText(numeral.rect, Qt.AlignmentFlag.AlignCenter, words)

    def line_numbers(
        self, lines: Iterable[tuple[int, float]], right: float, top_shift: float
    ) -> None:
        """Draw line numbers that end at `right`; heights are baselines."""
        self._painter.setPen(QColor(self._theme.text2))
        self._painter.setFont(sans(12))
        for number, baseline in lines:
            rect = QRectF(right - 40, baseline - 14 + top_shift, 40, 16)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
            self._painter.drawText(rect, int(flags), str(number))

    def caption_rule(self, left: float, top: float, height: float) -> None:
        """Draw the line that sets a caption apart."""
        self._painter.fillRect(QRectF(left, top, 2, height), QColor(self._theme.line2))
