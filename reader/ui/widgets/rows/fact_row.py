"""One row of a panel as data, ready to be painted."""

from collections.abc import Callable, Sequence
from typing import Any, Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from reader.ui.widgets.position_strip import StripMark
from reader.ui.widgets.strokes import Style
from reader.values import frozen

Index = QModelIndex | QPersistentModelIndex
RowKind = Literal["category", "place", "strip", "heading", "text", "quiet"]
ROW_ROLE = Qt.ItemDataRole.UserRole  # where an item of a tree keeps its row


@frozen
class FactRow:
    """The content of one row.

    Attributes:
        kind: How it is painted.
        text: The name, or the words before the hit.
        hit: The words in bold within a place.
        after: The words after the hit.
        lead: What stands at the left: "7.2", "Title".
        detail: Quiet words after the text.
        letter: The letter of a category, or a numeral.
        slot: The colour of the letter; 0 for the hedge ink.
        line: The style of the line that the name wears; None for no line.
        counts: Narrator's and sources' counts.
        strip: Blocks of a position strip.
        places: What a click on each block hands on, in the order of the blocks.
        payload: What activating the row hands on.
        spoken: What a screen reader says.
        is_checked: Whether its letter is on; None where the letter is no switch.
        children: Makes the rows below it, when they are first wanted.
    """

    kind: RowKind
    text: str = ""
    hit: str = ""
    after: str = ""
    lead: str = ""
    detail: str = ""
    letter: str = ""
    slot: int = 0
    line: Style | None = None
    counts: tuple[int, int] | None = None
    strip: Sequence[StripMark] = ()
    places: Sequence[Any] = ()
    payload: Any = None
    spoken: str = ""
    is_checked: bool | None = None
    children: "Callable[[], Sequence[FactRow]] | None" = None


def row_of(index: Index) -> FactRow | None:
    """Return the row that an index of the tree shows."""
    row = index.data(ROW_ROLE)
    return row if isinstance(row, FactRow) else None
