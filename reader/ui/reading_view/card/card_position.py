"""Where the card of a mark stands: in the margin beside its line, or at an edge of the page."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize

from reader.ui.reading_view.margin_map import WIDTH as MAP_WIDTH
from reader.ui.reading_view.typesetting.columns import CARD_WIDTH, Columns
from reader.ui.reading_view.typesetting.geometry import LinePiece

_EDGE = 6  # pixels between a card and the edges of the view
_SMALL = 700
_LEAST, _WIDEST = 200, 420  # pixels; over the text a card leaves some of each line free


def card_position(
    pieces: Sequence[LinePiece], columns: Columns, view: QSize, card: QSize, scrolled: int
) -> QPoint:
    """Return the corner of a card that stays inside the view and off its mark.

    Without a margin it lies below the line, at the right edge; above it where there is no room
    below, and at the foot or the head of the page where there is none at all.

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
    right = view.width() - MAP_WIDTH - _EDGE - card.width()
    left = round(max(_EDGE, min(columns.extra + last.left, right)))
    below = round(last.top + last.height - scrolled) + _EDGE
    above = round(first.top - scrolled) - card.height() - _EDGE
    if below <= lowest:
        return QPoint(left, max(_EDGE, below))
    if above >= _EDGE:
        return QPoint(left, above)
    return QPoint(left, _EDGE if _EDGE - above < below - lowest else lowest)


def room_missing(
    pieces: Sequence[LinePiece],
    columns: Columns,
    view: QSize,
    card: QSize,
    scrolled: int,
    scrolls_to: int,
) -> int:
    """Return by how much to scroll down (less than 0: up) so that a card can clear its mark.

    A low page may have room for a card neither below the line nor above it. What is given is
    told at `card_position`; `scrolls_to` is how far the page can be scrolled.
    """
    first, last = pieces[0], pieces[-1]
    below = round(last.top + last.height - scrolled) + card.height() + 2 * _EDGE - view.height()
    above = card.height() + 2 * _EDGE - round(first.top - scrolled)
    if columns.has_card_margin or below <= 0 or above <= 0:
        return 0
    can_go_down = scrolled + below <= scrolls_to
    return below if can_go_down and (below <= above or above > scrolled) else -above


def card_width(columns: Columns, view: QSize) -> int:
    """Return how wide a card is: as its margin, or where there is none as the page at most."""
    if columns.has_card_margin:
        return CARD_WIDTH
    widest = view.width() - MAP_WIDTH - 2 * _EDGE
    is_small = view.width() < _SMALL  # a wider card is lower, and leaves its line free
    return max(_LEAST, widest if is_small else min(_WIDEST, widest))
