"""Notes as plain data and back, ready for JSON."""

from collections.abc import Iterable, Mapping
from typing import Any

from reader.core.corrections import Anchor
from reader.core.notes.notes import PENS, Note


def plain_notes(notes: Iterable[Note]) -> list[dict[str, object]]:
    """Return notes as data for JSON; what is empty is left out."""
    return [_plain_note(note) for note in notes]


def _plain_note(note: Note) -> dict[str, object]:
    anchor = note.anchor
    plain: dict[str, object] = {
        "pen": note.pen,
        "place": [anchor.quote, anchor.prefix, anchor.suffix, anchor.start] if anchor else None,
        "text": note.text,
        "tags": list(note.tags),
        "made": note.made,
        "changed": note.changed,
    }
    return {name: value for name, value in plain.items() if value}


def notes_from_plain(plain: Iterable[Mapping[str, Any]]) -> tuple[Note, ...]:
    """Return notes from data of JSON.

    Raises:
        ValueError: Something in it is no note.
    """
    try:
        return tuple(_note(item) for item in plain)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def _note(item: Mapping[str, Any]) -> Note:
    texts = tuple(item.get(name, "") for name in ("text", "made", "changed"))
    tags = tuple(item.get("tags", ()))
    if item["pen"] not in PENS or not all(isinstance(one, str) for one in (*texts, *tags)):
        raise ValueError("it is no note")
    return Note(item["pen"], _anchor(item.get("place")), texts[0], tags, *texts[1:])


def _anchor(place: object) -> Anchor | None:
    match place:
        case None:
            return None
        case [str(quote), str(prefix), str(suffix), int(start)] if start >= 0:
            return Anchor(quote, prefix, suffix, start)
    raise ValueError("it is no place")


def merged_notes(
    before: tuple[Note, ...], mine: tuple[Note, ...], theirs: tuple[Note, ...]
) -> tuple[Note, ...]:
    """Return their notes with what changed from `before` to `mine`; nothing new is lost.

    Args:
        before: What both began with.
        mine: What was made of it here.
        theirs: What was made of it elsewhere.
    """
    if theirs == before:
        return mine
    gone, new = set(before) - set(mine), [note for note in mine if note not in before]
    kept = [note for note in theirs if note not in gone]
    return (*kept, *(note for note in new if note not in kept))
