"""What changed between two versions of a text: words that are gone, words that are new."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reader.core.text.spans import Span
from reader.values import frozen

_PARAGRAPH = re.compile(r"[^\n]+\n*|\n+")
_PIECE = re.compile(r"\d+(?:[.,]\d+)+|\w+|\s+|[^\w\s]")  # a figure is one piece
_LONG = 2_000  # pieces, beyond which those that come again and again begin no equal stretch
_MOST = 4_000_000  # comparisons of pieces; a larger block is told as replaced in one


@frozen
class Change:
    """One change; where words are only gone or only new, the other span is empty.

    Attributes:
        old: The words that are gone, in the earlier text.
        new: The words that are new, in the later text.
    """

    old: Span
    new: Span


def differences(old: str, new: str) -> tuple[Change, ...]:
    """Return what changed from one text to a later one, in reading order.

    All that stands between the changes is the same in both texts.
    """
    found: list[Change] = []
    for change in _replaced(_pieces(old, _PARAGRAPH), _pieces(new, _PARAGRAPH)):
        found += _in_block(old, new, change)
    return tuple(_joined(found, old))


def _in_block(old: str, new: str, block: Change) -> Iterator[Change]:
    """Yield the changed words in a changed block of paragraphs."""
    before = _pieces(block.old.of(old), _PIECE)
    after = _pieces(block.new.of(new), _PIECE)
    if len(before) * len(after) > _MOST:
        yield block
        return
    for change in _replaced(before, after):
        yield Change(_moved(change.old, block.old.start), _moved(change.new, block.new.start))


def _pieces(text: str, pattern: re.Pattern[str]) -> list[tuple[str, int]]:
    return [(found.group(), found.start()) for found in pattern.finditer(text)]


def _replaced(
    before: Sequence[tuple[str, int]], after: Sequence[tuple[str, int]]
) -> Iterator[Change]:
    old, new = [piece for piece, _ in before], [piece for piece, _ in after]
    for kind, first, past, new_first, new_past in SequenceMatcher(
        None, old, new, autojunk=len(new) > _LONG
    ).get_opcodes():
        if kind != "equal":
            yield Change(_span(before, first, past), _span(after, new_first, new_past))


def _span(pieces: Sequence[tuple[str, int]], first: int, past: int) -> Span:
    """Return the stretch of some pieces; an empty one stands where they would begin."""
    if first < past:
        last, start = pieces[past - 1]
        return Span(pieces[first][1], start + len(last))
    place = pieces[first][1] if first < len(pieces) else _end(pieces)
    return Span(place, place)


def _end(pieces: Sequence[tuple[str, int]]) -> int:
    return pieces[-1][1] + len(pieces[-1][0]) if pieces else 0


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _joined(changes: Sequence[Change], old: str) -> Iterator[Change]:
    """Yield the changes, those with only space between them as one."""
    waiting: Change | None = None
    for change in changes:
        if waiting is not None and not old[waiting.old.end : change.old.start].strip():
            waiting = Change(
                Span(waiting.old.start, change.old.end), Span(waiting.new.start, change.new.end)
            )
            continue
        if waiting is not None:
            yield waiting
        waiting = change
    if waiting is not None:
        yield waiting
