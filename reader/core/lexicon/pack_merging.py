"""An installed list joined with a newer one of its authors; the reader's rows always stay."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reader.core.lexicon.layer_merging import Notice, merge_shipped
from reader.core.lexicon.layers import (
    Change,
    Layer,
    by_key,
    read_layer,
    rows_of,
    same_entry,
)
from reader.core.lexicon.lexicon import Category, Entry, Lexicon

# What the authors say of their list, unless the reader wrote something else there.
_SAID = ("title", "licence", "authors", "purpose", "limits", "panel", "use")
_Categories = Mapping[str, Category]


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
    if before is None:
        changed = read_layer(mine, newer, ())
    else:
        changed = Layer(
            replace(mine, entries=(), muted=()), newer.id, tuple(_changes(mine, before))
        )
    merged, notices = merge_shipped(changed, newer)
    entries = tuple(row.entry for row in rows_of(newer, merged) if row.entry is not None)
    head = newer if before is None else _head(mine, before, newer)
    categories = _categories(mine, before or newer, newer, entries)
    muted = tuple(dict.fromkeys((*newer.muted, *mine.muted)))
    return replace(head, id=mine.id, entries=entries, categories=categories, muted=muted), notices


def _changes(mine: Lexicon, before: Lexicon) -> Iterator[Change]:
    """Yield what the reader changed, deleted and added since the list was installed."""
    now, again = by_key(mine.entries)
    old, _ = by_key(before.entries)
    for key, entry in old.items():
        if key not in now or not same_entry(entry, now[key]):
            yield Change(entry, now.get(key))
    installed = {replace(entry, line=0) for entry in before.entries}
    for entry in (*(now[key] for key in now if key not in old), *again):
        if replace(entry, line=0) not in installed:
            yield Change(None, entry)


def _head(mine: Lexicon, before: Lexicon, newer: Lexicon) -> Lexicon:
    changed = (name for name in _SAID if getattr(mine, name) != getattr(before, name))
    return replace(newer, **{name: getattr(mine, name) for name in changed})


def _categories(
    mine: Lexicon, before: Lexicon, newer: Lexicon, entries: tuple[Entry, ...]
) -> tuple[Category, ...]:
    """Return the newer categories; those that the reader changed, added or still needs stay."""
    own, old = _by_id(mine), _by_id(before)
    used = {name for entry in entries for name in entry.categories}
    result = {
        name: own[name] if name in own and own[name] != old.get(name, category) else category
        for name, category in _by_id(newer).items()
    }
    for name, category in own.items():
        if name not in result and (name not in old or name in used):
            result[name] = category
    return tuple(result.values())


def _by_id(lexicon: Lexicon) -> _Categories:
    return {category.id: category for category in lexicon.categories}
