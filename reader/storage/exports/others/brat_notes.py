"""The notes of a reader in brat's lines, in ours and in those of others."""

import re
from collections.abc import Mapping, Sequence

from reader.core.corrections import Anchor
from reader.core.notes import PENS, Note, Pen
from reader.core.text.spans import Span
from reader.storage.exports.others.brat_lines import BratDocument, Entity

_OURS = ("Cue_", "Content_")  # how our own events begin
_PEN = re.compile(r"Note_(\w+)")


def notes_of(document: BratDocument) -> tuple[Note, ...]:
    """Return the notes in a document: our highlights, and every entity of others' as one.

    Marks and attributions of ours are left out; an entity of others' has its type and its
    attributes as tags.
    """
    ours = {target for kind, target, _ in document.attributes if kind == "Voice"}
    attributed = {target for kind, target, _ in document.attributes if kind == "Certainty"}
    triggers: dict[str, str] = {}
    for event in document.events:
        if event.kind.startswith(_OURS) and event.name in attributed:
            ours |= {event.trigger, *(name for _, name in event.roles)}
        triggers[event.name] = event.trigger
    tags: dict[str, list[str]] = {}
    for kind, target, value in document.attributes:
        named = tags.setdefault(triggers.get(target, target), [])
        named.append(f"{kind}: {value}" if value else kind)
    remarks: dict[tuple[str, str], list[str]] = {}
    for remark in document.remarks:
        remarks.setdefault((remark.target, remark.kind), []).append(remark.words)
    return tuple(
        _note(entity, document.text, tags.get(entity.name, []), remarks)
        for entity in document.entities
        if entity.name not in ours
    )


def _note(
    entity: Entity,
    text: str,
    attributes: Sequence[str],
    remarks: Mapping[tuple[str, str], Sequence[str]],
) -> Note:
    def told(kind: str) -> Sequence[str]:
        return remarks.get((entity.name, kind), ())

    pen, is_own = _pen(entity.kind)
    tags = told("Tag")
    first, last = min(entity.pieces), max(piece.end for piece in entity.pieces)
    whole = Span(first.start, last)
    return Note(
        pen=pen,
        anchor=Anchor.at(text, whole),
        text="\n".join(told("AnnotatorNotes")),
        tags=tuple(tags if is_own else [entity.kind, *attributes, *tags]),
        made="".join(told("Made")[:1]),
        changed="".join(told("Changed")[:1]),
    )


def _pen(kind: str) -> tuple[Pen, bool]:
    """Return the pen that a type names, and whether it is one of ours."""
    found = _PEN.fullmatch(kind)
    for pen in PENS:
        if found is not None and found[1] == pen:
            return pen, True
    return "lemon", False
