"""A reader's own words over shipped lexicons: changed, added and muted entries, and their merge.

A layer holds nothing but changes. Each remembers the shipped entry that it was made from, so
that it can be shown, taken back, and carried over to a newer shipped version.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reader.core.lexicon.lexicon import Category, Entry, Lexicon

_MOST_STEPS = 500  # that can be undone
Key = tuple[str, str]  # phrase in lower case, part of speech or ""
State = Literal["shipped", "changed", "muted", "added"]
Field = Literal[
    "phrase",
    "match",
    "part",
    "category",
    "confidence",
    "alternatives",
    "guards",
    "counterpart",
    "note",
    "source",
    "example",
    "counterexample",
]
FIELDS: tuple[Field, ...] = (
    "phrase",
    "match",
    "part",
    "category",
    "confidence",
    "alternatives",
    "guards",
    "counterpart",
    "note",
    "source",
    "example",
    "counterexample",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference to a shipped lexicon.

    Attributes:
        base: The shipped entry it was made from; None for an entry that was added.
        entry: What counts instead; None for an entry that was muted.
    """

    base: Entry | None
    entry: Entry | None

    @property
    def key(self) -> tuple[bool, Key]:
        """Return what names this change within its layer."""
        if self.base is not None:
            return True, entry_key(self.base)
        assert self.entry is not None, "a change has a base or an entry"
        return False, entry_key(self.entry)


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person should know after a newer shipped version was taken over.

    Attributes:
        kind: `kept`: both changed it, the reader's words stay. `orphaned`: it is no longer
            shipped, the reader's entry stays. `doubled`: what the reader added is shipped now.
        phrase: The entry.
        fields: For `kept`: where the two differ.
    """

    kind: Literal["kept", "orphaned", "doubled"]
    phrase: str
    fields: tuple[Field, ...] = ()


def entry_key(entry: Entry) -> Key:
    """Return what names an entry within a lexicon, as layers override one another."""
    return entry.phrase.lower(), entry.part or ""


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
    entries = {entry_key(entry): entry for entry in lexicon.entries}
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
        (*changes.values(), *added),
        loose,
    )


def edited(layer: Layer, edits: Iterable[tuple[Row, Entry | None]]) -> Layer:
    """Return the layer with rows changed, or muted (None); what was added is deleted so.

    A row that says again what is shipped is no change any more.
    """
    changes = {change.key: change for change in layer.changes}
    for row, entry in edits:
        key = _key_of(row)
        is_plain = row.base is not None and entry is not None and same_entry(row.base, entry)
        if is_plain or (row.base is None and entry is None):
            changes.pop(key, None)
        else:
            changes[key] = Change(row.base, entry)
    return replace(layer, changes=tuple(changes.values()))


def added(layer: Layer, entries: Iterable[Entry]) -> Layer:
    """Return the layer with entries added at its end."""
    new = tuple(Change(None, entry) for entry in entries)
    return replace(layer, changes=(*layer.changes, *new))


def reset(layer: Layer, rows: Iterable[Row]) -> Layer:
    """Return the layer without the changes of these rows: they are as shipped again.

    What was added has nothing to go back to, and stays.
    """
    keys = {_key_of(row) for row in rows if row.base is not None}
    return replace(layer, changes=tuple(item for item in layer.changes if item.key not in keys))


def _key_of(row: Row) -> tuple[bool, Key]:
    return row.base is not None, entry_key(row.base or row.shown)


def with_category(layer: Layer, category: Category) -> Layer:
    """Return the layer with a category added, or changed where the id is known."""
    known = layer.lexicon.categories
    if any(item.id == category.id for item in known):
        categories = tuple(category if item.id == category.id else item for item in known)
    else:
        categories = (*known, category)
    return replace(layer, lexicon=replace(layer.lexicon, categories=categories))


def merge_shipped(layer: Layer, shipped: Lexicon) -> tuple[Layer, tuple[Notice, ...]]:
    """Return the layer carried over to a newer shipped version, and what to tell about it.

    Field by field: what only the authors changed is taken over, what the reader changed stays.
    """
    below = {entry_key(entry): entry for entry in shipped.entries}
    kept: list[Change] = []
    loose = list(layer.loose_mutes)
    notices: list[Notice] = []
    for change in layer.changes:
        key = change.key[1]
        now = below.get(key)
        if now is None:
            if change.entry is None:
                loose.append(key[0])
            elif change.base is None or not same_entry(change.base, change.entry):
                kept.append(Change(None, change.entry))
                if change.base is not None:
                    notices.append(Notice("orphaned", change.entry.phrase))
        elif change.base is None:
            assert change.entry is not None, "what was added has an entry"
            if not same_entry(now, change.entry):
                kept.append(Change(now, change.entry))
                notices.append(Notice("doubled", change.entry.phrase))
        else:
            _merge_one(change, now, kept, notices)
    categories = _joined_categories(layer.lexicon.categories, shipped.categories)
    lexicon = replace(layer.lexicon, categories=categories)
    merged = Layer(lexicon, layer.over, tuple(kept), tuple(dict.fromkeys(loose)))
    return merged, tuple(notices)


def _merge_one(change: Change, now: Entry, kept: list[Change], notices: list[Notice]) -> None:
    base, mine = change.base, change.entry
    assert base is not None, "only changed entries are merged"
    if mine is None:
        kept.append(Change(now, None))
        return
    theirs = {name for name in FIELDS if getattr(base, name) != getattr(now, name)}
    own = set(differing_fields(base, mine))
    taken = {name: getattr(now, name) for name in theirs - own}
    merged = replace(mine, **taken)
    disputed = tuple(
        name
        for name in FIELDS
        if name in theirs & own and getattr(now, name) != getattr(mine, name)
    )
    if disputed:
        notices.append(Notice("kept", mine.phrase, disputed))
    if not same_entry(now, merged):
        kept.append(Change(now, merged))


def _joined_categories(
    own: Sequence[Category], shipped: Sequence[Category]
) -> tuple[Category, ...]:
    ids = {category.id for category in shipped}
    return (*shipped, *(category for category in own if category.id not in ids))


def merge_edits(before: Layer, mine: Layer, theirs: Layer) -> Layer:
    """Return what two windows made of one layer: each one's changes, mine where both did.

    Args:
        before: What both began with.
        mine: What this window made of it.
        theirs: What the file holds by now.
    """
    old = {change.key: change for change in before.changes}
    own = {change.key: change for change in mine.changes}
    result = {change.key: change for change in theirs.changes}
    for key in {**old, **own}:
        if old.get(key) != own.get(key):
            if key in own:
                result[key] = own[key]
            else:
                result.pop(key, None)
    gone = set(before.loose_mutes) - set(mine.loose_mutes)
    loose = dict.fromkeys((*theirs.loose_mutes, *mine.loose_mutes))
    return Layer(
        _merged_lexicon(before.lexicon, mine.lexicon, theirs.lexicon),
        mine.over,
        tuple(result.values()),
        tuple(phrase for phrase in loose if phrase not in gone),
    )


def _merged_lexicon(before: Lexicon, mine: Lexicon, theirs: Lexicon) -> Lexicon:
    """Return title, categories and so on of both, mine where both changed the same."""
    old, own, other = (
        {item.id: item for item in lexicon.categories} for lexicon in (before, mine, theirs)
    )
    changed = {name: item for name, item in own.items() if old.get(name) != item}
    both = {
        name: item for name, item in (other | changed).items() if name in own or name not in old
    }
    is_renamed = replace(mine, categories=()) != replace(before, categories=())
    return replace(mine if is_renamed else theirs, categories=tuple(both.values()))


def rows_touched(before: Iterable[Layer], after: Iterable[Layer]) -> tuple[Row, ...]:
    """Return the rows that are others after a step, as they are then; not those that are gone."""
    old = {layer.lexicon.id: layer for layer in before}
    new = {layer.lexicon.id: layer for layer in after}
    touched: list[Row] = []
    for name in {**old, **new}:
        earlier, later = _without_common(
            old[name].changes if name in old else (), new[name].changes if name in new else ()
        )
        owner = (new.get(name) or old[name]).over or name
        known, kept = set(map(id, earlier)), set(map(id, later))
        fresh = [change for change in later if id(change) not in known]
        told = {change.key for change in fresh}
        touched += [Row(owner, change.base, change.entry) for change in fresh]
        touched += [
            Row(owner, change.base, change.base)
            for change in earlier
            if change.base is not None and id(change) not in kept and change.key not in told
        ]
    return tuple(touched)


def _without_common(
    first: tuple[Change, ...], second: tuple[Change, ...]
) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Return both without their common beginning and end, at the speed of slices."""
    begin = _common(first, second)
    first, second = first[begin:], second[begin:]
    end = _common(first[::-1], second[::-1])
    return first[: len(first) - end], second[: len(second) - end]


def _common(first: tuple[Change, ...], second: tuple[Change, ...]) -> int:
    """Return how many changes two tuples share from their beginning."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


@dataclass(frozen=True, slots=True)
class History:
    """All states of the reader's layers, with a way back and forth.

    Attributes:
        layers: The state now.
        past: States before, the latest last, each with the name of the step that left it.
        future: States that were undone, the next one last.
        step: What names the latest step: another one of the same name joins it.
    """

    layers: tuple[Layer, ...] = ()
    past: tuple[tuple[str, tuple[Layer, ...]], ...] = ()
    future: tuple[tuple[str, tuple[Layer, ...]], ...] = ()
    step: str = ""

    def after(self, layers: tuple[Layer, ...], name: str, step: str = "") -> "History":
        """Return the history after a step; with the same `step` as before it joins that one."""
        if layers == self.layers:
            return self
        if step and step == self.step and self.past:
            return History(layers, self.past, (), step)
        past = (*self.past[-_MOST_STEPS:], (name, self.layers))
        return History(layers, past, (), step)

    def undone(self) -> "History":
        """Return the history one step back; itself at the beginning."""
        if not self.past:
            return self
        name, layers = self.past[-1]
        return History(layers, self.past[:-1], (*self.future, (name, self.layers)))

    def redone(self) -> "History":
        """Return the history one step forward again; itself at the end."""
        if not self.future:
            return self
        name, layers = self.future[-1]
        return History(layers, (*self.past, (name, self.layers)), self.future[:-1])
