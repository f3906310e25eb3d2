"""Two versions of a text as one: pieces that are the same, gone, or new."""

from collections.abc import Iterator, Sequence
from typing import Literal

from reader.core.across.versions import Change
from reader.core.text.article import count_words

Kind = Literal["same", "gone", "new"]
Piece = tuple[str, Kind]


def version_pieces(new: str, old: str, changes: Sequence[Change]) -> Iterator[Piece]:
    """Yield both texts as one, in reading order; empty pieces are left out."""
    at = 0
    for change in changes:
        parts: tuple[Piece, ...] = (
            (new[at : change.new.start], "same"),
            (change.old.of(old), "gone"),
            (change.new.of(new), "new"),
        )
        yield from (part for part in parts if part[0])
        at = change.new.end
    if new[at:]:
        yield new[at:], "same"


def words_changed(new: str, old: str, changes: Sequence[Change]) -> tuple[int, int]:
    """Return how many words are new, and how many are gone."""
    added = sum(count_words(change.new.of(new)) for change in changes)
    return added, sum(count_words(change.old.of(old)) for change in changes)
