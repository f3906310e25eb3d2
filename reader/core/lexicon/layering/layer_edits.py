"""Steps of the reader on a layer: rows changed, added and reset, with a way back."""

from collections.abc import Iterable
from dataclasses import replace

from reader.core.lexicon.layering.layer_merging import merge_edits
from reader.core.lexicon.layering.layers import (
    Change,
    ChangeKey,
    Layer,
    Row,
    same_entry,
)
from reader.core.lexicon.lexicon import Category, Entry, joined_categories
from reader.values import frozen

_MOST_STEPS = 500  # that can be undone
_States = tuple[tuple[str, tuple[Layer, ...]], ...]


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


def _key_of(row: Row) -> ChangeKey:
    return Change(row.base, row.entry).key


def with_category(layer: Layer, category: Category) -> Layer:
    """Return the layer with a category added, or changed where the id is known."""
    known = layer.lexicon.categories
    if any(item.id == category.id for item in known):
        categories = tuple(category if item.id == category.id else item for item in known)
    else:
        categories = (*known, category)
    return replace(layer, lexicon=replace(layer.lexicon, categories=categories))


def without_category(layer: Layer, gone: str, instead: str) -> Layer:
    """Return the layer without a category; its entries stand in another one from now on."""
    changes = tuple(
        Change(item.base, _recategorised(item.entry, gone, instead)) for item in layer.changes
    )
    left = tuple(item for item in layer.lexicon.categories if item.id != gone)
    return replace(layer, lexicon=replace(layer.lexicon, categories=left), changes=changes)


def _recategorised(entry: Entry | None, gone: str, instead: str) -> Entry | None:
    if entry is None or gone not in entry.categories:
        return entry
    names = (instead if name == gone else name for name in entry.categories)
    return replace(entry, category=joined_categories(names))


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


def _with_theirs(
    state: tuple[Layer, ...], now: dict[str, Layer], after: dict[str, Layer]
) -> tuple[Layer, ...]:
    """Return an earlier or later state of layers with what others made of the state now."""
    own = {layer.lexicon.id: layer for layer in state}
    joined = []
    for name in {**own, **after}:
        mine, before, theirs = own.get(name), now.get(name), after.get(name)
        if theirs is None or theirs == before:
            joined += [mine] if mine is not None else []
        elif mine is not None and before is not None:
            joined.append(merge_edits(before, theirs, mine))
        elif before is None:
            joined.append(theirs)  # they made it
        else:
            only = merge_edits(before, theirs, Layer(theirs.lexicon, theirs.over))
            joined += [only] if only.changes else []
    return tuple(joined)


@frozen
class LayerHistory:
    """All states of the reader's layers, with a way back and forth.

    Attributes:
        layers: The state now.
        past: States before, the latest last, each with the name of the step that left it.
        future: States that were undone, the next one last.
        step: What names the latest step: another one of the same name joins it.
    """

    layers: tuple[Layer, ...] = ()
    past: _States = ()
    future: _States = ()
    step: str = ""

    def after(self, layers: tuple[Layer, ...], name: str, step: str = "") -> "LayerHistory":
        """Return the history after a step; with the same `step` as before it joins that one."""
        if layers == self.layers:
            return self
        if step and step == self.step and self.past:
            return LayerHistory(layers, self.past, (), step)
        past = (*self.past[-_MOST_STEPS:], (name, self.layers))
        return LayerHistory(layers, past, (), step)

    def with_others(self, layers: tuple[Layer, ...]) -> "LayerHistory":
        """Return the history after another window's changes came in, which no step takes back.

        That a list went altogether is a step of its own: nobody may have meant it.

        Args:
            layers: The state now, which that window's changes are part of.
        """
        now = {layer.lexicon.id: layer for layer in self.layers}
        after = {layer.lexicon.id: layer for layer in layers}

        def joined(states: _States) -> _States:
            return tuple((name, _with_theirs(state, now, after)) for name, state in states)

        past, future = joined(self.past), joined(self.future)
        if now.keys() - after.keys():
            past = (*past[-_MOST_STEPS:], ("outside", _with_theirs(self.layers, now, after)))
            future = ()
        return LayerHistory(layers, past, future)

    def undone(self) -> "LayerHistory":
        """Return the history one step back; itself at the beginning."""
        if not self.past:
            return self
        name, layers = self.past[-1]
        return LayerHistory(layers, self.past[:-1], (*self.future, (name, self.layers)))

    def redone(self) -> "LayerHistory":
        """Return the history one step forward again; itself at the end."""
        if not self.future:
            return self
        name, layers = self.future[-1]
        return LayerHistory(layers, (*self.past, (name, self.layers)), self.future[:-1])
