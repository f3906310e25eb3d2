"""The lines of a .ann file as data, written and read; what is read and written again is equal."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from reader.core.text.byte_order import SIGN
from reader.core.text.spans import Span
from reader.errors import ImportFailedError
from reader.values import frozen

_MOST = 200_000  # lines
_ENTITY = re.compile(r"(\S+) (\d{1,12} \d{1,12}(?:;\d{1,12} \d{1,12})*)")
_ONE_UNIT = "\uffff"  # the last sign that is one unit in UTF-16


@frozen
class Entity:
    """A stretch of the text with a type, in one or more pieces."""

    name: str
    kind: str
    pieces: tuple[Span, ...]


@frozen
class Event:
    """A word that joins others: its type, its entity, and the role of each that it joins."""

    name: str
    kind: str
    trigger: str
    roles: tuple[tuple[str, str], ...] = ()


@frozen
class Remark:
    """Words about something named: what sort of words, about what, and the words."""

    kind: str
    target: str
    words: str


@frozen
class BratDocument:
    """A text and all that points into it.

    Attributes:
        text: The text.
        entities: The typed stretches.
        events: What joins them.
        attributes: Kind, target and value of each; the value is "" for a plain yes.
        remarks: Words about them.
        others: Lines of other sorts, relations among them, as they stood.
    """

    text: str
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    attributes: tuple[tuple[str, str, str], ...] = ()
    remarks: tuple[Remark, ...] = ()
    others: tuple[str, ...] = ()


def ann_text(document: BratDocument) -> str:
    """Return the lines of a document: entities, events, attributes, remarks, and the rest."""
    lines = []
    for entity in document.entities:
        places = ";".join(f"{span.start} {span.end}" for span in entity.pieces)
        words = " ".join(span.of(document.text) for span in entity.pieces)
        lines.append(f"{entity.name}\t{entity.kind} {places}\t{words}")
    for event in document.events:
        roles = "".join(f" {role}:{name}" for role, name in event.roles)
        lines.append(f"{event.name}\t{event.kind}:{event.trigger}{roles}")
    for number, (kind, target, value) in enumerate(document.attributes, start=1):
        lines.append(f"A{number}\t{kind} {target}{' ' if value else ''}{value}")
    for number, remark in enumerate(document.remarks, start=1):
        lines.append(f"#{number}\t{remark.kind} {remark.target}\t{_escaped(remark.words)}")
    return "".join(f"{line}\n" for line in (*lines, *document.others))


def _escaped(words: str) -> str:
    """Return words on one line: a backslash, a line and a tab are written with a backslash."""
    for sign, letter in (("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        words = words.replace(sign, letter)
    return words


def _unescaped(words: str) -> str:
    signs = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}
    return re.sub(r"\\([nrt\\])", lambda found: signs[found[1]], words)


@dataclass(slots=True)
class _Draft:
    """What was read so far of a text, and its characters by the places of the file, if others."""

    text: str
    places: Sequence[int] | None
    entities: list[Entity] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def read_brat(ann: str, text: str, name: str) -> BratDocument:
    """Return what a .ann file holds about a text.

    Places are counted in characters, as brat does. Where the words do not stand there so, and
    the text has signs that are two units in UTF-16, such as 🐄, they are counted in those units,
    as programs in Java and JavaScript do.

    Args:
        ann: The lines of the file.
        text: The text they point into.
        name: What the file is called.

    Raises:
        ImportFailedError: It points past the end of the text, or at other words, or is no such
            file.
    """
    lines = ann.lstrip(SIGN).split("\n")
    if len(lines) > _MOST:
        raise ImportFailedError(
            f"{name} has {len(lines):,} lines, and {_MOST:,} at most are read.",
            hint="Take the annotations of one text.",
        )
    try:
        return _read(lines, text, name)
    except ImportFailedError:
        if text and max(text) > _ONE_UNIT:
            with suppress(ImportFailedError):
                return _read(lines, text, name, _places_by_unit(text))
        raise


def _places_by_unit(text: str) -> Sequence[int]:
    """Return for each unit of UTF-16, and for the end, in which character it lies."""
    places: list[int] = []
    for place, sign in enumerate(text):
        places += (place, place) if sign > _ONE_UNIT else (place,)
    return [*places, len(text)]


def _read(
    lines: Sequence[str], text: str, name: str, places: Sequence[int] | None = None
) -> BratDocument:
    draft = _Draft(text, places)
    for number, line in enumerate(lines, start=1):
        if line.strip():
            _take(draft, line.rstrip("\r"), f"{name}, line {number}")
    return BratDocument(
        text,
        tuple(draft.entities),
        tuple(draft.events),
        tuple(draft.attributes),
        tuple(draft.remarks),
        tuple(draft.others),
    )


def _take(draft: _Draft, line: str, place: str) -> None:
    name, _, rest = line.partition("\t")
    told, _, words = rest.partition("\t")
    parts = told.split(" ")
    if name.startswith("T"):
        draft.entities.append(_entity(draft, (name, told, words), place))
    elif name.startswith("E") and ":" in parts[0]:
        kind, _, trigger = parts[0].partition(":")
        roles = (part.partition(":") for part in parts[1:] if part)
        draft.events.append(Event(name, kind, trigger, tuple((one, two) for one, _, two in roles)))
    elif name.startswith(("A", "M")) and len(parts) in {2, 3}:
        draft.attributes.append((parts[0], parts[1], parts[2] if len(parts) == 3 else ""))
    elif name.startswith("#") and len(parts) == 2:
        draft.remarks.append(Remark(parts[0], parts[1], _unescaped(words)))
    elif name[:1] in {"R", "N", "*", "E", "A", "M", "#"}:
        draft.others.append(line)
    else:
        raise ImportFailedError(
            f"{place}: it is no line of a brat file.", hint="Choose a file that ends in .ann."
        )


def _entity(draft: _Draft, parts: tuple[str, str, str], place: str) -> Entity:
    name, told, words = parts
    text, places = draft.text, draft.places
    length = len(text) if places is None else len(places) - 1
    found = _ENTITY.fullmatch(told)
    if found is None:
        raise ImportFailedError(
            f"{place}: “{told[:60]}” is no type with a beginning and an end.",
            hint="Mend the line, or leave it out.",
        )
    numbers = [piece.split(" ") for piece in found[2].split(";")]
    pieces = tuple(Span(int(start), int(end)) for start, end in numbers)
    for piece in pieces:
        if not piece.start < piece.end <= length:
            raise ImportFailedError(
                f"{place}: it points at {piece.start} to {piece.end}, and the text has "
                f"{len(text)} characters.",
                hint="It belongs to another text; take the .txt file that came with it.",
            )
    if places is not None:
        pieces = tuple(Span(places[piece.start], places[piece.end]) for piece in pieces)
    if words and _flat(words) != _flat(" ".join(piece.of(text) for piece in pieces)):
        raise ImportFailedError(
            f"{place}: it says “{words[:60]}”, and other words stand there.",
            hint="It belongs to another text; take the .txt file that came with it.",
        )
    return Entity(name, found[1], pieces)


def _flat(words: str) -> str:
    return " ".join(words.split())
