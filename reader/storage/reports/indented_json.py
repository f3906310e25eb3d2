r"""Indented JSON of long documents, as `json.dumps` lays it out.

Python writes JSON quickly only where it need not be indented. So whatever holds plain values
alone, and each list of such rows, is written in that way with a break after each comma. Where two
rows of a list meet can be seen afterwards: no text holds a break, for in JSON it is written `\n`.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

_PLAIN = frozenset({str, int, float, bool, type(None)})
_write = json.JSONEncoder(ensure_ascii=False).encode


def indented_json(value: object, depth: int = 0) -> str:
    """Return what `json.dumps` gives of plain data with `ensure_ascii=False, indent=1`.

    Args:
        value: The data; all keys are texts.
        depth: How deep it lies in other data.
    """
    if isinstance(value, dict) and value:
        return _mapping(value, depth)
    if isinstance(value, (list, tuple)) and value:
        return _sequence(value, depth)
    return _write(value)


def _mapping(value: Mapping[str, object], depth: int) -> str:
    if _are_plain(value.values()):
        return _flat(value, depth)
    deeper = depth + 1
    rows = [
        f"{_write(key)}: {_write(one) if type(one) in _PLAIN else indented_json(one, deeper)}"
        for key, one in value.items()
    ]
    return _joined("{", rows, "}", depth)


def _sequence(value: Sequence[object], depth: int) -> str:
    if _are_rows(value):
        return _flat_rows(value, depth)
    if _are_plain(value):
        return _flat(value, depth)
    return _joined("[", [indented_json(one, depth + 1) for one in value], "]", depth)


def _are_rows(values: Sequence[object]) -> bool:
    """Tell whether all are lists, or all objects, that hold something, and plain values only."""
    if type(values[0]) is dict:
        return all(type(row) is dict and row and _are_plain(row.values()) for row in values)
    return all(type(row) is list and row and _are_plain(row) for row in values)


def _are_plain(values: Iterable[object]) -> bool:
    return _PLAIN.issuperset(map(type, values))


def _flat(value: object, depth: int) -> str:
    """Return what holds plain values alone."""
    text = _encoder(depth + 1)(value)
    return f"{text[0]}{_break(depth + 1)}{text[1:-1]}{_break(depth)}{text[-1]}"


def _flat_rows(rows: Sequence[object], depth: int) -> str:
    """Return a list of what holds plain values alone."""
    outer, inner = _break(depth + 1), _break(depth + 2)
    text = _encoder(depth + 2)(rows)
    opening, closing = text[1], text[-2]
    inside = text[2:-2].replace(
        f"{closing},{inner}{opening}", f"{outer}{closing},{outer}{opening}{inner}"
    )
    return f"[{outer}{opening}{inner}{inside}{outer}{closing}{_break(depth)}]"


def _joined(opening: str, rows: Iterable[str], closing: str, depth: int) -> str:
    inside = _break(depth + 1)
    return f"{opening}{inside}{f',{inside}'.join(rows)}{_break(depth)}{closing}"


def _break(depth: int) -> str:
    return "\n" + " " * depth


@cache
def _encoder(depth: int) -> Callable[[object], str]:
    """Return what writes plain data, with a break after each comma where it lies that deep."""
    return json.JSONEncoder(ensure_ascii=False, separators=(f",{_break(depth)}", ": ")).encode
