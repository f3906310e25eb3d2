"""Keys of a search that mean nothing: misspelt ones, and known ones with a value they do not take.

They are searched as words, so nothing typed is an error; but the reader should hear of it.
"""

from difflib import get_close_matches
from typing import Literal, get_args

from reader.core.across.query import PIECE, VOICE_NAMES, Field, date_bounds
from reader.values import frozen

_BesidesFields = Literal["voice", "in"]
_In = Literal["title", "notes"]
_KEYS = tuple(sorted({*get_args(Field), *get_args(_BesidesFields)} - {"words"}))
_NEAR = 0.6  # of the letters, for a key that may have been meant


@frozen
class UnknownKey:
    """A key that was not obeyed.

    Attributes:
        key: The key as it was typed, in small letters.
        value: What stands behind it.
        is_key_known: There is such a key; it does not take the value.
        nearest: The key that may have been meant, or None.
    """

    key: str
    value: str
    is_key_known: bool
    nearest: str | None = None


def unknown_keys(typed: str) -> tuple[UnknownKey, ...]:
    """Return the keys in a query that mean nothing, in their order.

    Web addresses, and a key whose value is not typed yet, are none.
    """
    found = []
    for piece in PIECE.finditer(typed):
        value = piece["phrase"] if piece["word"] is None else piece["word"]
        key = (piece["field"] or "").lower()
        if not key or not value.strip() or value.startswith("/"):
            continue
        if key not in _KEYS:
            near = get_close_matches(key, _KEYS, 1, _NEAR)
            found.append(
                UnknownKey(key, value, is_key_known=False, nearest=next(iter(near), None))
            )
        elif not _takes(key, value):
            found.append(UnknownKey(key, value, is_key_known=True))
    return tuple(found)


def empty_keys(typed: str) -> tuple[str, ...]:
    """Return the known keys of a whole query that have no value, in their order."""
    found = []
    for piece in PIECE.finditer(typed):
        key = (piece["field"] or (piece["word"] or "").removesuffix(":")).lower()
        has_value = bool(piece["field"]) and bool((piece["word"] or piece["phrase"] or "").strip())
        is_key = bool(piece["field"]) or (piece["word"] or "").endswith(":")
        if is_key and not has_value and key in _KEYS:
            found.append(key)
    return tuple(found)


def _takes(key: str, value: str) -> bool:
    if key == "voice":
        return value.lower() in VOICE_NAMES
    if key in {"date", "added"}:
        return date_bounds(value) is not None
    return key != "in" or value.lower() in get_args(_In)
