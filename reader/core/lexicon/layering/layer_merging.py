"""A layer joined with a newer shipped version, or with what another window made of it.

And two lists, or two versions of one, entry by entry.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Literal

from reader.core.lexicon.layering.layers import (
    FIELDS,
    Change,
    Field,
    Key,
    Layer,
    differing_fields,
    entry_key,
    same_entry,
)
from reader.core.lexicon.lexicon import Category, Entry, Lexicon
from reader.values import frozen


@frozen
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


@frozen
class Difference:
    """An entry that two lists, or two versions of one, do not have alike.

    Attributes:
        before: The entry of the first; None where only the other has it.
        after: The entry of the other; None where only the first has it.
    """

    before: Entry | None
    after: Entry | None

    @property
    def phrase(self) -> str:
        """Return the words of the entry."""
        entry = self.before or self.after
        return entry.phrase if entry is not None else ""

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return where both differ; nothing where only one has the entry."""
        if self.before is None or self.after is None:
            return ()
        return differing_fields(self.before, self.after)


def list_differences(one: Iterable[Entry], other: Iterable[Entry]) -> tuple[Difference, ...]:
    """Return what two lists do not have alike, by phrase; where it stands in them is no matter."""
    first, second = _by_phrase(one), _by_phrase(other)
    found: list[Difference] = []
    for key in sorted({*first, *second}):
        mine, theirs = list(first.get(key, ())), list(second.get(key, ()))
        for entry in tuple(mine):  # rows of one phrase, with other guards
            same = next((item for item in theirs if same_entry(item, entry)), None)
            if same is not None:
                mine.remove(entry)
                theirs.remove(same)
        pairs = zip_longest(mine, theirs)
        found += [Difference(before, after) for before, after in pairs]
    return tuple(found)


def _by_phrase(entries: Iterable[Entry]) -> dict[Key, list[Entry]]:
    found: dict[Key, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry_key(entry), []).append(entry)
    return found


def merge_shipped(layer: Layer, shipped: Lexicon) -> tuple[Layer, tuple[Notice, ...]]:
    """Return the layer carried over to a newer shipped version, and what to tell about it.

    Field by field: what only the authors changed is taken over, what the reader changed stays.
    """
    below = {entry_key(entry): entry for entry in shipped.entries}
    kept: list[Change] = []
    loose = list(layer.loose_mutes)
    notices: list[Notice] = []
    taken = {change.key[1] for change in layer.changes if change.base is not None}
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
                kept.append(Change(None if key in taken else now, change.entry))
                taken.add(key)  # a further row of the phrase, with other guards, stands alone
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
