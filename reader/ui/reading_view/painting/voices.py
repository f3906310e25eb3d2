"""Paints who is speaking: a band under quoted words, a roof over reported ones."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reader.core.sources.voice import VoiceStretch
from reader.core.text.spans import Span
from reader.ui.reading_view.typesetting.geometry import LinePiece, PageGeometry
from reader.ui.theme import Theme

_BAND_TOP, _BAND_FOOT = 20, 9  # pixels over and under the baseline of 19 px text
_BESIDE = 2  # pixels that a band goes beyond its first and its last letter
_ROOF = 17  # pixels over the baseline
_HIGHEST_ROOF = 23  # above it are the lines under the words of the line before
_FOOT = 5
_CLEAR = 2  # pixels of the screen over the letters below a roof; rounding takes one
_WASH = 0.7  # opacity
_STRONG = 2  # pixels of a roof or frame where stronger voice marks are wanted


class VoicePainter:
    """Paints voices on one painter; all lines are crisp at every ratio of pixels."""

    def __init__(
        self, painter: QPainter, theme: Theme, geometry: PageGeometry, ratio: float
    ) -> None:
        self._painter = painter
        self._theme = theme
        self._geometry = geometry
        self._ratio = ratio

    def paint(
        self, stretches: Sequence[VoiceStretch], washed: Span | None, *, is_strong: bool
    ) -> None:
        """Paint all bands, a quiet ground under the washed sentence, then all roofs."""
        for stretch in stretches:
            if stretch.voice == "direct":
                self._band(stretch.span, is_strong=is_strong)
        if washed is not None:
            self._wash(washed)
        for stretch in stretches:
            if stretch.voice != "direct":
                self._roof(stretch.span, is_strong=is_strong)

    def _wash(self, span: Span) -> None:
        """Paint a ground under a sentence, through which a band can still be seen."""
        color = QColor(self._theme.accent_wash)
        color.setAlphaF(_WASH)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for rect in self._joined(span):
            self._painter.fillRect(rect, color)

    # -- bands -------------------------------------------------------------------------------

    def _band(self, span: Span, *, is_strong: bool) -> None:
        rects = list(self._joined(span))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for rect in rects:
            self._painter.fillRect(rect, QColor(self._theme.band))
        if is_strong:
            self._frame(rects)

    def _joined(self, span: Span) -> Iterator[QRectF]:
        """Yield a rectangle for each line, each down to the one below it."""
        pieces = self._geometry.pieces(span)
        for number, piece in enumerate(pieces):
            following = pieces[number + 1] if number + 1 < len(pieces) else None
            bottom = piece.baseline + _BAND_FOOT * piece.scale
            if following is not None and _is_next_line(piece, following):
                bottom = _band_top(following)
            left = piece.left - _BESIDE * piece.is_first
            right = piece.right + _BESIDE * piece.is_last
            top = self._snapped(_band_top(piece))
            yield QRectF(left, top, right - left, self._snapped(bottom) - top)

    def _frame(self, rects: Sequence[QRectF]) -> None:
        """Draw one line round all lines of a band."""
        outline = QPainterPath()
        for rect in rects:
            part = QPainterPath()
            part.addRect(rect)
            outline = outline.united(part)
        self._painter.setPen(QPen(QColor(self._theme.line2), 1.5))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(outline)

    # -- roofs -------------------------------------------------------------------------------

    def _roof(self, span: Span, *, is_strong: bool) -> None:
        """Draw a line over every line of reported words, with feet where they begin and end."""
        thick = max(1, round((_STRONG if is_strong else 1) * self._ratio)) / self._ratio
        color = QColor(self._theme.line2)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for piece, ink in self._geometry.pieces_with_ink(span):
            top = self.roof_top(piece, ink, thick)
            foot = self._snapped(piece.baseline - (_ROOF - _FOOT) * piece.scale) - top
            left, right = self._snapped(piece.left - 1), self._snapped(piece.right + 1)
            self._painter.fillRect(QRectF(left, top, right - left, thick), color)
            if piece.is_first:
                self._painter.fillRect(QRectF(left, top, thick, foot), color)
            if piece.is_last:
                self._painter.fillRect(QRectF(right - thick, top, thick, foot), color)

    def roof_top(self, piece: LinePiece, ink: float, thick: float) -> float:
        """Return where a roof of some thickness begins: higher where a letter reaches up to it.

        Args:
            piece: The words of one line.
            ink: How far their highest letter reaches over the baseline, in pixels.
            thick: The thickness of the roof.
        """
        usual = piece.baseline - _ROOF * piece.scale
        over_letters = piece.baseline - ink - (1 + _CLEAR) / self._ratio - thick
        highest = piece.baseline - _HIGHEST_ROOF * piece.scale
        return self._snapped(min(usual, max(over_letters, highest)))

    def _snapped(self, y: float) -> float:
        return round(y * self._ratio) / self._ratio


def _band_top(piece: LinePiece) -> float:
    return piece.baseline - _BAND_TOP * piece.scale


def _is_next_line(piece: LinePiece, following: LinePiece) -> bool:
    """Return whether a line follows without the gap between two paragraphs."""
    return following.baseline - piece.baseline < 1.5 * piece.height
