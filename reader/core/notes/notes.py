"""A highlight with its note, kept by its words so that it is found again in an edited text."""

from collections.abc import Iterable
from typing import Literal, get_args

from reader.core.corrections import Anchor
from reader.core.text.spans import Span
from reader.values import frozen

Pen = Literal["lemon", "apricot", "lilac", "bar"]
PENS: tuple[Pen, ...] = get_args(Pen)


@frozen
class Note:
    """What the reader marked or wrote: a highlight, a note on some words, or on the article.

    Attributes:
        pen: What the words are highlighted with; `bar` is a bar beside the line only.
        anchor: The words, as corrections keep theirs; None for a note on the whole article.
        text: What the reader wrote; "" for a mere highlight.
        tags: The reader's words to find it by, in their order.
        made: When it was made, as ISO 8601 in UTC ("2026-11-26T00:30:00Z"), or "".
        changed: When it was last changed, in the same form, or "".
    """

    pen: Pen
    anchor: Anchor | None = None
    text: str = ""
    tags: tuple[str, ...] = ()
    made: str = ""
    changed: str = ""

    def place_in(self, text: str) -> Span | None:
        """Return where its words stand in a text; None without words, or where they are gone."""
        return self.anchor.find(text) if self.anchor is not None else None


def placed_notes(notes: Iterable[Note], text: str) -> tuple[tuple[Span, Note], ...]:
    """Return the notes whose words stand in a text, each with their place, in reading order."""
    found = ((note.place_in(text), note) for note in notes)
    placed = [(span, note) for span, note in found if span is not None]
    return tuple(sorted(placed, key=lambda item: item[0]))


def unplaced_notes(notes: Iterable[Note], text: str) -> tuple[Note, ...]:
    """Return the notes on the whole article, and those whose words are not in the text."""
    return tuple(note for note in notes if note.place_in(text) is None)
