"""Notes from a file beside those that are here: which are new, known, or without a place."""

from collections.abc import Iterable, Iterator

from reader.core.notes.notes import Note
from reader.core.text.spans import Span
from reader.values import frozen

_LONGEST_QUOTE = 60  # characters
_Place = Span | tuple[str, str, str] | None


@frozen
class TakenIn:
    """What becomes of the notes in a file.

    Attributes:
        new: Those that are not here yet, in the order of the file.
        known: How many are here already, or stand twice in the file.
        lost: Those of `new` whose words are not in the article; they are kept all the same.
    """

    new: tuple[Note, ...]
    known: int
    lost: tuple[Note, ...]


def take_in(now: Iterable[Note], given: Iterable[Note], text: str) -> TakenIn:
    """Return what is new among given notes; what was taken in before is not doubled.

    A note is known where one with the same words and tags stands at the same place, and where
    one that was made at the same moment stands there, though its words were changed since. A
    mere highlight is known wherever the same place is highlighted so already, by any pen.

    Args:
        now: The notes that are here.
        given: The notes of the file.
        text: The article.
    """
    seen, moments = set(), set()
    for note in now:
        place = _place(note, text)
        seen.add(_saying(note, place))
        moments.add((place, note.made))
    new: list[Note] = []
    lost: list[Note] = []
    known = 0
    for note in given:
        place = _place(note, text)
        if _saying(note, place) in seen or (note.made and (place, note.made) in moments):
            known += 1
            continue
        seen.add(_saying(note, place))
        new.append(note)
        if note.anchor is not None and not isinstance(place, Span):
            lost.append(note)
    return TakenIn(tuple(new), known, tuple(lost))


def quotes_of(notes: Iterable[Note]) -> Iterator[str]:
    """Yield the beginnings of the words that notes stand at, each on one line and quoted."""
    for note in notes:
        words = " ".join(note.anchor.quote.split()) if note.anchor else ""
        yield f"“{words[:_LONGEST_QUOTE]}{'…' if len(words) > _LONGEST_QUOTE else ''}”"


def _place(note: Note, text: str) -> _Place:
    """Return the place in the text, for words that are gone the words, None for the article."""
    found = note.place_in(text)
    if found is not None or note.anchor is None:
        return found
    return note.anchor.prefix, note.anchor.quote, note.anchor.suffix


def _saying(note: Note, place: _Place) -> tuple[_Place, str, tuple[str, ...]]:
    """Return where a note stands and what it says."""
    return place, note.text.strip(), note.tags
