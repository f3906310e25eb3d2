"""A reader's own words over shipped lexicons: changed, added and muted entries, and their merge.

A layer holds nothing but changes. Each remembers the shipped entry that it was made from, so
that it can be shown, taken back, and carried over to a newer shipped version.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Literal

from reader.core.lexicon.filed.late_entries import Lead
from reader.core.lexicon.lexicon import Entry, Guard, Lexicon
from reader.values import frozen

Key = tuple[str, str]  # phrase in lower case, part of speech or ""
# Whether something lies below, the key of that or of what was added, and the guards of the latter.
ChangeKey = tuple[bool, Key, tuple[Guard, ...]]
State = Literal["shipped", "changed", "muted", "added"]
Field = str  # the name of a field of Entry
FIELDS: tuple[Field, ...] = tuple(item.name for item in fields(Entry) if item.name != "line")


@frozen
class Change:
    """One difference to a shipped lexicon.

    Attributes:
        base: The shipped entry it was made from; None for an entry that was added.
        entry: What counts instead; None for an entry that was muted.
    """

    base: Entry | None
    entry: Entry | None

    @property
    def key(self) -> ChangeKey:
        """Return what names this change within its layer."""
        if self.base is not None:
            return True, entry_key(self.base), ()
        assert self.entry is not None, "a change has a base or an entry"
        return False, entry_key(self.entry), self.entry.guards


@frozen
class Layer:
    """A reader's own lexicon, over a shipped one or standing alone.

    Attributes:
        lexicon: Title, panel, categories and so on; its entries and mutes are not read.
        over: The id of the shipped lexicon below, or "" for none.
        changes: The differences, in the order in which they were made.
        loose_mutes: Muted phrases that no shipped entry has (any more).
    """

    lexicon: Lexicon
    over: str = ""
    changes: tuple[Change, ...] = ()
    loose_mutes: tuple[str, ...] = ()


@frozen
class Row:
    """One line of the table over a lexicon and the layer on it.

    Attributes:
        lexicon: The id of the shipped lexicon, or of the reader's own where that stands alone.
        base: The shipped entry, or None.
        entry: What counts now; None when muted.
    """

    lexicon: str
    base: Entry | None
    entry: Entry | None

    @property
    def shown(self) -> Entry:
        """Return the entry to show: what counts, or what was muted."""
        shown = self.entry or self.base
        assert shown is not None, "a row has a base or an entry"
        return shown

    @property
    def state(self) -> State:
        """Tell whose entry this is."""
        if self.entry is None:
            return "muted"
        if self.base is None:
            return "added"
        return "shipped" if self.base is self.entry else "changed"


def entry_key(entry: Entry) -> Key:
    """Return what names an entry within a lexicon, as layers override one another."""
    return entry.phrase.lower(), entry.part or ""


def lead_key(lead: Lead) -> Key:
    """Return what names an entry that need not have been made."""
    return lead.phrase.lower(), lead.kind.part or ""


def by_key(entries: Iterable[Entry]) -> tuple[dict[Key, Entry], list[Entry]]:
    """Return the first entry of each key, and those that come again, with other guards."""
    first: dict[Key, Entry] = {}
    again = [entry for entry in entries if first.setdefault(entry_key(entry), entry) is not entry]
    return first, again


def same_entry(one: Entry, other: Entry) -> bool:
    """Tell whether two entries say the same, wherever they stand in their files."""
    return replace(one, line=0) == replace(other, line=0)


def differing_fields(one: Entry, other: Entry) -> tuple[Field, ...]:
    """Return the fields in which two entries differ."""
    return tuple(name for name in FIELDS if getattr(one, name) != getattr(other, name))


def new_layer(shipped: Lexicon, title: str) -> Layer:
    """Return an empty layer over a shipped lexicon."""
    own = replace(
        shipped,
        id=own_id(shipped.id),
        title=title,
        version="1",
        authors=(),
        purpose="",
        limits="",
        entries=(),
        muted=(),
        precision=None,  # the figures are those of the shipped entries
        measured_on=None,
        measured_how="",
    )
    return Layer(own, shipped.id)


def own_id(shipped: str) -> str:
    """Return the id of the layer over a shipped lexicon."""
    return f"my-{shipped}"


def rows_of(shipped: Lexicon | None, layer: Layer | None) -> tuple[Row, ...]:
    """Return the table of a lexicon with a layer on it: in its order, then what was added."""
    changes = layer.changes if layer else ()
    by_base = {entry_key(change.base): change for change in changes if change.base is not None}
    rows: list[Row] = []
    if shipped is not None:
        for entry in shipped.entries:
            change = by_base.get(entry_key(entry)) if by_base else None
            rows.append(Row(shipped.id, entry, change.entry if change else entry))
    if layer is not None:
        name = layer.over or layer.lexicon.id
        rows.extend(Row(name, None, change.entry) for change in changes if change.base is None)
    return tuple(rows)


def as_lexicon(layer: Layer, shipped: Lexicon | None) -> Lexicon:
    """Return the layer as a lexicon to lie on top of the shipped one."""
    own = tuple(change.entry for change in layer.changes if change.entry is not None)
    muted = _muted(layer)
    return replace(
        layer.lexicon,
        entries=(*own, *repeated_entries(layer, shipped)),
        muted=(*muted, *_but(layer.loose_mutes, muted)),
    )


def repeated_entries(layer: Layer, shipped: Lexicon | None) -> tuple[Entry, ...]:
    """Return the shipped entries that the layer must repeat, so that they stay.

    Lexicons mute by phrase: where one part of speech is muted, the others are to count still.
    """
    muted = _muted(layer)
    if shipped is None or not muted:
        return ()
    settled = {entry_key(change.base) for change in layer.changes if change.base is not None}
    settled |= {entry_key(change.entry) for change in layer.changes if change.entry is not None}
    return tuple(
        entry
        for entry in shipped.entries
        if entry.phrase.lower() in muted and entry_key(entry) not in settled
    )


def _muted(layer: Layer) -> dict[str, None]:
    return {
        change.base.phrase.lower(): None
        for change in layer.changes
        if change.base is not None
        and (change.entry is None or entry_key(change.entry) != entry_key(change.base))
    }


def _but(phrases: Iterable[str], known: Mapping[str, None]) -> tuple[str, ...]:
    return tuple(phrase for phrase in phrases if phrase.lower() not in known)


def read_layer(
    lexicon: Lexicon, shipped: Lexicon | None, bases: Sequence[tuple[Entry, Key | None]]
) -> Layer:
    """Return the layer that a stored lexicon stands for.

    Args:
        lexicon: As `as_lexicon` made it, or as a person wrote it.
        shipped: The lexicon below, or None.
        bases: The shipped entries that were changed, each with the key of what it became, or
            None when it was muted. What was written by hand has none: it is compared with
            the shipped entry of today.
    """
    entries, again = by_key(lexicon.entries)
    below = {entry_key(entry): entry for entry in (shipped.entries if shipped else ())}
    muted = {phrase.lower(): phrase for phrase in lexicon.muted}
    changes: dict[Key, Change] = {}
    for base, became in bases:
        entry = entries.get(became) if became else None
        if entry is not None or base.phrase.lower() in muted:
            changes[entry_key(base)] = Change(base, entry)
    taken = {entry_key(change.entry) for change in changes.values() if change.entry is not None}
    for key, entry in below.items():
        if key not in changes and key not in entries and key[0] in muted:
            changes[key] = Change(entry, None)
    settled = {key[0] for key in changes}
    added = []
    for key, entry in entries.items():
        if key in taken:
            continue
        if key in below and key not in changes:
            if not same_entry(below[key], entry):
                changes[key] = Change(below[key], entry)
        else:
            added.append(Change(None, entry))
    loose = tuple(phrase for lower, phrase in muted.items() if lower not in settled)
    return Layer(
        replace(lexicon, entries=(), muted=()),
        shipped.id if shipped else "",
        (*changes.values(), *added, *(Change(None, entry) for entry in again)),
        loose,
    )
