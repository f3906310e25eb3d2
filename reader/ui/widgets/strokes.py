"""The lines under marks, hatching, and the other strokes, drawn as the design measures them."""

from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

Style = Literal[
    "thick",
    "double",
    "thin",
    "thick-thin",
    "dashed",
    "dash-dot",
    "dotted",
    "comb",
    "wave",
    "thin-caps",
    "square-dots",
    "double-caps",
    "bar",
]
_Drawer = Callable[[float, float, float, QColor, float], None]
_SOURCE = 0.62  # the weight of a line under somebody else's words
_TILE = 8  # stays whole at every usual device ratio, so no seams


def hatch_brush(color: QColor, opacity: float, ratio: float) -> QBrush:
    """Return a brush of 45° lines in a colour."""
    return QBrush(_hatch_tile(color.rgb(), round(opacity * 100), ratio))


@lru_cache(maxsize=64)
def _hatch_tile(rgb: int, percent: int, ratio: float) -> QPixmap:
    tile = QPixmap(round(_TILE * ratio), round(_TILE * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    color = QColor(rgb)
    color.setAlphaF(percent / 100)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1.2))
    for shift in (-_TILE, 0, _TILE):
        painter.drawLine(QLineF(shift - 1, _TILE + 1, shift + _TILE + 1, -1))
    painter.end()
    return tile


class Strokes:
    """Draws lines on one painter; widths are in text pixels, scaled and snapped."""

    def __init__(self, painter: QPainter, ratio: float, scale: float) -> None:
        self._painter = painter
        self._ratio = ratio
        self._scale = scale
        self._drawers: dict[Style, _Drawer] = {
            "thick": self._draw_thick,
            "double": self._draw_double,
            "thin": self._draw_thin,
            "thick-thin": self._draw_thick_thin,
            "dashed": self._draw_dashed,
            "dash-dot": self._draw_dash_dot,
            "dotted": self._draw_dotted,
            "comb": self._draw_comb,
            "wave": self._draw_wave,
            "thin-caps": self._draw_thin_caps,
            "square-dots": self._draw_square_dots,
            "double-caps": self._draw_double_caps,
            "bar": self._draw_bar,
        }

    def line(self, style: Style, rect: QRectF, color: QColor, *, is_source: bool) -> None:
        """Draw the line of a style along the top of `rect`, clipped to its width."""
        weight = _SOURCE if is_source else 1.0
        draw = self._drawers[style]
        self._painter.save()
        self._painter.setClipRect(rect.adjusted(0, -6 * self._scale, 0, 14 * self._scale))
        draw(rect.left(), rect.top(), rect.width(), color, weight)
        self._painter.restore()

    def accent(self, rect: QRectF, color: QColor, *, is_dotted: bool = False) -> None:
        """Draw a line of one pixel along the top of `rect`: solid, or two on and two off."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        thick = max(1, round(self._ratio)) / self._ratio
        top = round(rect.top() * self._ratio) / self._ratio
        left, right = round(rect.left()), round(rect.right())
        if not is_dotted:
            self._painter.fillRect(QRectF(left, top, right - left, thick), color)
            return
        for place in range(left, right, 4):
            self._painter.fillRect(QRectF(place, top, min(2, right - place), thick), color)

    def _bar(self, x: float, y: float, width: float, height: float, color: QColor) -> float:
        """Fill a bar with crisp edges; return its height."""
        snapped = max(1, round(height * self._scale * self._ratio)) / self._ratio
        top = round(y * self._ratio) / self._ratio
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._painter.fillRect(QRectF(x, top, width, snapped), color)
        return snapped

    def _draw_thick(self, x: float, y: float, width: float, color: QColor, weight: float) -> None:
        self._bar(x, y, width, 3.4 * weight, color)

    def _draw_thin(self, x: float, y: float, width: float, color: QColor, weight: float) -> None:
        self._bar(x, y, width, 1.8 * weight, color)

    def _draw_double(self, x: float, y: float, width: float, color: QColor, weight: float) -> None:
        first = self._bar(x, y, width, 1.5 * weight, color)
        gap = max(1, 1.9 * self._scale)
        self._bar(x, y + first + gap, width, 1.5 * weight, color)

    def _draw_thick_thin(
        self, x: float, y: float, width: float, color: QColor, weight: float
    ) -> None:
        first = self._bar(x, y, width, 2.6 * weight, color)
        gap = max(1, 1.6 * self._scale)
        self._bar(x, y + first + gap, width, 1.1 * weight, color)

    def _draw_dashed(self, x: float, y: float, width: float, color: QColor, weight: float) -> None:
        self._pieces(x, y, width, (6, 3), 2.6 * weight, color)

    def _draw_dash_dot(
        self, x: float, y: float, width: float, color: QColor, weight: float
    ) -> None:
        self._pieces(x, y, width, (7, 2.6, 2.4, 2), 2.4 * weight, color)

    def _pieces(
        self,
        x: float,
        y: float,
        width: float,
        pattern: tuple[float, ...],
        height: float,
        color: QColor,
    ) -> None:
        place, index = 0.0, 0
        while place < width:
            step = pattern[index % len(pattern)] * self._scale
            if index % 2 == 0:
                self._bar(x + place, y, min(step, width - place), height, color)
            place += step
            index += 1

    def _draw_dotted(self, x: float, y: float, width: float, color: QColor, weight: float) -> None:
        radius = (1.6 if weight == 1 else 1.15) * self._scale
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(color)
        place = radius
        while place < width:
            self._painter.drawEllipse(QPointF(x + place, y + 1.6 * self._scale), radius, radius)
            place += 5 * self._scale

    def _draw_comb(self, x: float, y: float, width: float, color: QColor, weight: float) -> None:
        self._bar(x, y, width, 1.6 * weight, color)
        place = 0.0
        while place < width:
            self._bar(x + place, y, 1.5 * self._scale, 5 * weight, color)
            place += 5 * self._scale

    def _draw_wave(self, x: float, y: float, width: float, color: QColor, weight: float) -> None:
        period, height = 8 * self._scale, 1.5 * self._scale
        path = QPainterPath(QPointF(x, y + height))
        place, is_up = 0.0, True
        while place < width:
            middle = QPointF(x + place + period / 4, y + height + (-2 if is_up else 2) * height)
            path.quadTo(middle, QPointF(x + place + period / 2, y + height))
            place += period / 2
            is_up = not is_up
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(color, 1.6 * self._scale * (1 if weight == 1 else 0.75)))
        self._painter.drawPath(path)

    def _draw_thin_caps(
        self, x: float, y: float, width: float, color: QColor, weight: float
    ) -> None:
        self._bar(x, y + 1, width, 1.5 * weight, color)
        self._caps(x, y, width, color)

    def _draw_double_caps(
        self, x: float, y: float, width: float, color: QColor, weight: float
    ) -> None:
        first = self._bar(x, y, width, 1.2 * weight, color)
        self._bar(x, y + first + 1.6 * self._scale, width, 1.2 * weight, color)
        self._caps(x, y, width, color)

    def _draw_bar(self, x: float, y: float, width: float, color: QColor, weight: float) -> None:
        self._bar(x, y, width, 3.4 * weight, color)
        self._caps(x, y, width, color)

    def _caps(self, x: float, y: float, width: float, color: QColor) -> None:
        wide, high = 1.5 * self._scale, 6
        for left in (x, x + width - wide):
            self._bar(left, y - 3 * self._scale, wide, high, color)

    def _draw_square_dots(
        self, x: float, y: float, width: float, color: QColor, weight: float
    ) -> None:
        self._pieces(x, y, width, (1.6, 2.4), 1.6 * weight, color)
