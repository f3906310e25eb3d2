"""An installed list joined with a newer one of its authors; the reader's rows always stay.

A phrase may stand in several rows with other guards, so rows are paired one by one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace

from reader.core.lexicon.layering.layer_merging import Notice
from reader.core.lexicon.layering.layers import (
    FIELDS,
    Key,
    differing_fields,
    entry_key,
    same_entry,
)
from reader.core.lexicon.lexicon import Category, Entry, Guard, Lexicon

# What the authors say of their list, unless the reader wrote something else there.
_SAID = ("title", "licence", "authors", "purpose", "limits", "panel", "use")
_CATEGORY = tuple(item.name for item in fields(Category))
_Categories = Mapping[str, Category]
_Place = tuple[Key, tuple[Guard, ...]]  # what may stand once in a list


def merge_pack(
    mine: Lexicon, before: Lexicon | None, newer: Lexicon
) -> tuple[Lexicon, tuple[Notice, ...]]:
    """Return a newer list with all that the reader made of the one before, and what to tell.

    Args:
        mine: The list as it lies in the reader's folder.
        before: The list as it was installed. Without it every row of the reader's that differs
            is taken for a change, and what was deleted cannot be known.
        newer: The list as it is now.
    """
    notices: list[Notice] = []
    installed = newer.entries if before is None else before.entries
    now = paired(installed, mine.entries)
    if before is None:  # what was deleted is not known, so nothing was
        installed = tuple(entry for entry, own in zip(installed, now, strict=True) if own)
        now = [own for own in now if own]
    entries = _merged_rows(mine.entries, list(zip(installed, now, strict=True)), newer, notices)
    head = newer if before is None else _head(mine, before, newer, notices)
    categories = _categories(mine, before or newer, newer, entries, notices)
    merged = replace(
        head,
        id=mine.id,
        entries=entries,
        categories=categories,
        muted=_muted(mine, before or mine, newer),
    )
    return merged, tuple(notices)


def _merged_rows(
    mine: Sequence[Entry],
    installed: Sequence[tuple[Entry, Entry | None]],
    newer: Lexicon,
    notices: list[Notice],
) -> tuple[Entry, ...]:
    """Return the rows of the newer list as the reader would have them, then the reader's own.

    Args:
        mine: The rows in the reader's folder.
        installed: Each row as it was installed, with what the reader made of it; None: deleted.
        newer: The list as it is now.
        notices: Takes what to tell.
    """
    sent = paired([entry for entry, _ in installed], newer.entries)
    made = {id(row): pair for pair, row in zip(installed, sent, strict=True) if row is not None}
    dropped = {
        id(own): entry
        for (entry, own), row in zip(installed, sent, strict=True)
        if row is None and own is not None
    }
    settled = {id(own) for _, own in made.values()}
    places = {_place(own): own for own in _left(mine, settled, dropped, notices)}
    rows: list[Entry] = []
    for row in newer.entries:
        entry, own = made.get(id(row), (row, row))
        joined = own and _joined(entry, own, row, notices)
        if joined is None:
            continue
        if own is not None and _place(joined) in places and not same_entry(entry, own):
            joined = own  # at its place stands a row of the reader's own: both stay
        kept = places.pop(_place(joined), joined)
        if not same_entry(kept, joined):
            notices.append(Notice("doubled", joined.phrase))
        rows.append(kept)
    return _each_once((*rows, *places.values()), mine)


def _left(
    mine: Iterable[Entry], settled: set[int], dropped: Mapping[int, Entry], notices: list[Notice]
) -> Iterator[Entry]:
    """Yield what the reader added, and what was changed and is no longer sent."""
    for own in mine:
        if id(own) in dropped:
            if not same_entry(own, dropped[id(own)]):
                notices.append(Notice("orphaned", own.phrase))
                yield own
        elif id(own) not in settled:
            yield own


def _joined(before: Entry, mine: Entry, newer: Entry, notices: list[Notice]) -> Entry:
    """Return a row that both may have changed, field by field; the reader's words stay."""
    own = set(differing_fields(before, mine))
    theirs = set(differing_fields(before, newer))
    disputed = own & theirs & set(differing_fields(mine, newer))
    if disputed:
        fields = tuple(name for name in FIELDS if name in disputed)
        notices.append(Notice("kept", mine.phrase, fields))
    return replace(newer, **{name: getattr(mine, name) for name in own})


def _each_once(rows: Iterable[Entry], mine: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the rows without a second one at a place; one that the reader has stays."""
    own = {replace(entry, line=0) for entry in mine}
    kept: dict[_Place, Entry] = {}
    for row in rows:
        place = _place(row)
        if place not in kept or replace(row, line=0) in own:
            kept[place] = row
    return tuple(kept.values())


def paired(first: Sequence[Entry], second: Sequence[Entry]) -> list[Entry | None]:
    """Return for each row of a list the row of another that it became; None where it is gone.

    Rows of one phrase and part of speech are paired by what they say, else by their guards, else
    in their order.
    """
    free: dict[Key, list[Entry]] = {}
    for entry in second:
        free.setdefault(entry_key(entry), []).append(entry)
    found: list[Entry | None] = [None] * len(first)
    for is_one in (same_entry, _has_the_guards, _has_the_key):
        for number, entry in enumerate(first):
            rows = free.get(entry_key(entry))
            if rows and found[number] is None:
                place = next((i for i, row in enumerate(rows) if is_one(entry, row)), -1)
                found[number] = rows.pop(place) if place >= 0 else None
    return found


def _has_the_guards(one: Entry, other: Entry) -> bool:
    return one.guards == other.guards


def _has_the_key(_one: Entry, _other: Entry) -> bool:
    return True


def _place(entry: Entry) -> _Place:
    return entry_key(entry), entry.guards


def _muted(mine: Lexicon, before: Lexicon, newer: Lexicon) -> tuple[str, ...]:
    """Return the newer list's mutes without those the reader took back, then the reader's own."""
    taken_back = set(before.muted) - set(mine.muted)
    sent = (phrase for phrase in newer.muted if phrase not in taken_back)
    kept = mine.muted if before is mine else set(mine.muted) - set(before.muted)
    return tuple(dict.fromkeys((*sent, *(phrase for phrase in mine.muted if phrase in kept))))


def _head(mine: Lexicon, before: Lexicon, newer: Lexicon, notices: list[Notice]) -> Lexicon:
    """Return the newer list under the reader's title and so on; tell where both changed one."""
    changed = [name for name in _SAID if getattr(mine, name) != getattr(before, name)]
    if any(getattr(newer, name) not in _both(before, mine, name) for name in changed):
        notices.append(Notice("kept", mine.title))
    return replace(newer, **{name: getattr(mine, name) for name in changed})


def _both(one: object, other: object, name: str) -> tuple[object, object]:
    return getattr(one, name), getattr(other, name)


def _categories(
    mine: Lexicon,
    before: Lexicon,
    newer: Lexicon,
    entries: tuple[Entry, ...],
    notices: list[Notice],
) -> tuple[Category, ...]:
    """Return the newer categories; those that the reader changed, added or still needs stay.

    One that the reader deleted comes back only where a new row stands in it.

    Args:
        mine: The list as it lies in the reader's folder.
        before: The list as it was installed.
        newer: The list as it is now.
        entries: The rows that there will be.
        notices: What takes what is to be told.
    """
    own, old = _by_id(mine), _by_id(before)
    used = {name for entry in entries for name in entry.categories}
    result = {
        name: _joined_category(old.get(name), own[name], category, notices)
        if name in own
        else category
        for name, category in _by_id(newer).items()
        if name in own or name not in old or name in used
    }
    for name, category in own.items():
        if name not in result and (name not in old or name in used):
            result[name] = category
    return tuple(result.values())


def _joined_category(
    old: Category | None, own: Category, newer: Category, notices: list[Notice]
) -> Category:
    """Return a category that both may have changed, field by field; the reader's words stay."""
    if old is None:  # both have added it
        changed = [name for name in _CATEGORY if getattr(own, name) != getattr(newer, name)]
        disputed = changed
    else:
        changed = [name for name in _CATEGORY if getattr(own, name) != getattr(old, name)]
        disputed = [name for name in changed if getattr(newer, name) not in _both(old, own, name)]
    if disputed:
        notices.append(Notice("kept", own.name, tuple(disputed)))
    return replace(newer, **{name: getattr(own, name) for name in changed})


def _by_id(lexicon: Lexicon) -> _Categories:
    return {category.id: category for category in lexicon.categories}
