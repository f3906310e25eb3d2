"""Words drawn into a width: cut at the end, or around a hit that has to stay whole."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel

_LEFT = Qt.AlignmentFlag.AlignVCenter


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where there is no room for all of it."""

    def minimumSizeHint(self) -> QSize:
        """Leave it to others how narrow the line becomes."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        ink = self.palette().color(QPalette.ColorRole.WindowText).name()
        draw_elided(painter, QRectF(self.contentsRect()), self.text(), self.font(), ink)


def draw_elided(painter: QPainter, place: QRectF, words: str, font: QFont, color: str) -> float:
    """Draw words from the left of a place, cut to its width; return where they end."""
    if not words or place.width() <= 0:
        return place.left()
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.setFont(font)
    painter.setPen(QColor(color))
    painter.drawText(place, int(_LEFT), shown)
    return place.left() + metrics.horizontalAdvance(shown)


def draw_around_hit(
    painter: QPainter,
    place: QRectF,
    words: tuple[str, str, str],
    fonts: tuple[QFont, QFont],
    color: str,
) -> tuple[float, float, float]:
    """Draw words before a hit, the hit, and words after it; the hit is the last to be cut.

    Args:
        painter: Where to draw.
        place: The room there is.
        words: What stands before the hit, the hit, and what stands after it.
        fonts: The font of the words around, and that of the hit.
        color: The colour of all.

    Returns:
        Where the hit begins, where it ends, and where all ends.
    """
    before, hit, after = fit_around_hit(words, fonts, place.width())
    start = draw_elided(painter, place, before, fonts[0], color)
    end = draw_elided(painter, place.adjusted(start - place.left(), 0, 0, 0), hit, fonts[1], color)
    last = draw_elided(
        painter, place.adjusted(end - place.left(), 0, 0, 0), after, fonts[0], color
    )
    return start, end, last


def fit_around_hit(
    words: tuple[str, str, str], fonts: tuple[QFont, QFont], room: float
) -> tuple[str, str, str]:
    """Return the three parts cut so that they fit into a width, the hit in the middle."""
    before, hit, after = words
    around, bold = QFontMetricsF(fonts[0]), QFontMetricsF(fonts[1])
    widths = (around.horizontalAdvance(before), around.horizontalAdvance(after))
    rest = room - bold.horizontalAdvance(hit)
    if sum(widths) <= rest or not hit:
        return before, hit, after
    left = max(0.0, rest / 2, rest - widths[1])
    while before and around.horizontalAdvance(before) > left:
        _, _, rest_of_words = before.removeprefix("… ").strip().partition(" ")
        before = f"… {rest_of_words} " if rest_of_words else ""
    return before, hit, after
