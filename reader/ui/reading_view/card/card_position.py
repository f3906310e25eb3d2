"""Where the card of a mark stands: in the margin beside its line, or below the line."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize

from reader.ui.reading_view.columns import CARD_WIDTH, Columns
from reader.ui.reading_view.geometry import LinePiece
from reader.ui.reading_view.margin_map import WIDTH as MAP_WIDTH


def card_position(
    pieces: Sequence[LinePiece], columns: Columns, view: QSize, card: QSize, scrolled: int
) -> QPoint:
    """Return the corner of a card that stays inside the view.

    Args:
        pieces: Where the mark stands on the page.
        columns: The columns of the page.
        view: The size of the view.
        card: The size of the card.
        scrolled: How far the page is scrolled.
    """
    first, last = pieces[0], pieces[-1]
    if columns.has_card_margin:
        left = float(columns.extra + columns.letters_left)
        top = first.top - scrolled - 8
    else:
        left = min(columns.extra + round(first.left), view.width() - MAP_WIDTH - CARD_WIDTH - 8)
        top = last.top + 2 * last.height - scrolled + 4
    lowest = view.height() - card.height() - 6
    return QPoint(max(4, round(left)), round(max(4, min(top, lowest))))
