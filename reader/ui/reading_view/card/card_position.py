"""Where the card of a mark stands: in the margin beside its line, or at an edge of the page."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize

from reader.ui.reading_view.columns import CARD_WIDTH, Columns
from reader.ui.reading_view.geometry import LinePiece
from reader.ui.reading_view.margin_map import WIDTH as MAP_WIDTH

_EDGE = 6  # pixels between a card and the edges of the view
_LEAST = 200


def card_position(
    pieces: Sequence[LinePiece], columns: Columns, view: QSize, card: QSize, scrolled: int
) -> QPoint:
    """Return the corner of a card that stays inside the view and off its mark.

    Without a margin it lies at the foot of the page, or at its head for a mark that is low.

    Args:
        pieces: Where the mark stands on the page.
        columns: The columns of the page.
        view: The size of the view.
        card: The size of the card.
        scrolled: How far the page is scrolled.
    """
    first, last = pieces[0], pieces[-1]
    lowest = view.height() - card.height() - _EDGE
    if columns.has_card_margin:
        top = first.top - scrolled - 8
        left = columns.extra + columns.card_left
        return QPoint(left, round(max(_EDGE, min(top, lowest))))
    is_low = last.top + last.height - scrolled > lowest - _EDGE
    return QPoint(_EDGE, _EDGE if is_low else lowest)


def card_width(columns: Columns, view: QSize) -> int:
    """Return how wide a card is: as its margin, or as the page where there is none."""
    if columns.has_card_margin:
        return CARD_WIDTH
    return max(_LEAST, view.width() - MAP_WIDTH - 2 * _EDGE)
