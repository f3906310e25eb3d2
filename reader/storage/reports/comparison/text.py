"""The comparison as text: one line for each row and article."""

import textwrap
from collections.abc import Iterator

from reader.core.across.comparison.comparison import Comparison
from reader.core.across.comparison.forms.table import Piece, Row, Section, comparison_table
from reader.core.analysis.places import Places
from reader.storage.reports.comparison.wording import (
    FOOT,
    TITLES,
    article_facts,
    letter_of,
    plain_words,
    row_note,
    whose,
)

_WIDTH = 88
_MOST_PLACES = 4
_LONGEST_NAME = 70  # characters
_NO_PLACE = frozenset({"words", "verb", "cue", "cut", "bare"})


def comparison_text(comparison: Comparison) -> str:
    """Return the comparison as text of 88 columns, places as paragraph and sentence."""
    return "\n".join(_Lines(comparison).all()) + "\n"


class _Lines:
    """Writes a comparison line by line."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._places = [Places.of(item.analysis) for item in comparison.articles]

    def all(self) -> Iterator[str]:
        """Yield all lines."""
        yield "COMPARED"
        for number, item in enumerate(self._comparison.articles):
            yield from _wrapped(f"  {letter_of(number)}  ", " · ".join(article_facts(item)))
        for section in comparison_table(self._comparison):
            yield ""
            yield from self._section(section)
        yield ""
        yield from textwrap.wrap(FOOT, _WIDTH)

    def _section(self, section: Section) -> Iterator[str]:
        yield TITLES[section.id].upper()
        for row in section.rows:
            yield from self._row(row)

    def _row(self, row: Row) -> Iterator[str]:
        name = row.name if row.name is not None else "no source named"
        note = row_note(row)
        told = f"{name}, {note}" if note else name
        if row.perhaps:
            yield from _wrapped("  ", told)
        elif name:
            yield "  " + textwrap.shorten(told, _LONGEST_NAME, placeholder=" …")
        for number, cell in enumerate(row.cells):
            pieces = " · ".join(self._piece(piece, number) for piece in cell)
            yield from _wrapped(f"    {letter_of(number)}  ", pieces or "not found")

    def _piece(self, piece: Piece, number: int) -> str:
        told = plain_words(piece)
        speaker = whose(piece) if piece.kind in {"label", "hedge"} else ""
        if speaker:
            told += f" ({speaker})"
        if piece.kind in _NO_PLACE:
            return told
        places = dict.fromkeys(self._places[number].of_span(span) for span in piece.spans)
        shown = ", ".join(list(places)[:_MOST_PLACES])
        more = f" and {len(places) - _MOST_PLACES} more" if len(places) > _MOST_PLACES else ""
        return f"{told} {shown}{more}"


def _wrapped(first: str, text: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=" " * len(first)
    ) or [first.rstrip()]
