"""How a room of the program says which word lists of a language it needs.

A room declares a frozen dataclass with one field for each list and a class variable `TABLE`, the
name of the table in the language's data. What stands in the field's `meaning` is the list's
documentation; what a language lacks stays empty, so that a rule simply finds nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import Field, field, fields
from typing import Any, ClassVar, Protocol, TypeVar

from reader.values import frozen

Plain = str | list[str]  # as a data file writes a list
Forms = Mapping[str, tuple[str, ...]]


class WordLists(Protocol):
    """A frozen dataclass of word lists."""

    TABLE: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


_Lists = TypeVar("_Lists", bound=WordLists)


@frozen
class _Kind:
    """How one kind of list is written in a data file.

    Attributes:
        plain: The type that the data file must have there.
        wording: The same in words, for a person who wrote something else.
        read: Makes the list of it.
    """

    plain: type
    wording: str
    read: Callable[[Plain], object]


def _pieces(plain: Plain) -> list[str]:
    return plain.split() if isinstance(plain, str) else plain


def _read_words(plain: Plain) -> frozenset[str]:
    return frozenset(_pieces(plain))


def _read_phrases(plain: Plain) -> tuple[str, ...]:
    return tuple(_pieces(plain))


def _read_forms(plain: Plain) -> Forms:
    lines = plain.splitlines() if isinstance(plain, str) else plain
    return {first: tuple(others) for first, *others in filter(None, map(str.split, lines))}


_WORDS = _Kind(str, "words with spaces between them", _read_words)
_PHRASES = _Kind(list, "a list of texts in quotation marks", _read_phrases)
_FORMS = _Kind(str, "one line for each word, its forms behind it", _read_forms)


def words(meaning: str) -> frozenset[str]:
    """Declare a list of single words in lower case; the order says nothing."""
    return field(default=frozenset[str](), metadata={"meaning": meaning, "kind": _WORDS})


def phrases(meaning: str) -> tuple[str, ...]:
    """Declare a list of phrases, beginnings or endings in a fixed order."""
    return field(default=tuple[str, ...](), metadata={"meaning": meaning, "kind": _PHRASES})


def forms(meaning: str) -> Forms:
    """Declare a list of words, each with further words that belong to it."""
    return field(
        default_factory=dict[str, tuple[str, ...]], metadata={"meaning": meaning, "kind": _FORMS}
    )


def read_lists(cls: type[_Lists], table: Mapping[str, Plain]) -> _Lists:
    """Return the word lists of a room from the table of a language."""
    found: dict[str, Any] = {
        name: kind.read(table[name]) for name, kind in _kinds(cls) if name in table
    }
    return cls(**found)


def list_problems(
    classes: Iterable[type[WordLists]], tables: Mapping[str, Mapping[str, object]]
) -> tuple[str, ...]:
    """Return what does not fit between the lists of a language and those that rooms declare.

    Each problem is a finished sentence that begins with the name of the table.
    """
    rooms = {cls.TABLE: dict(_kinds(cls)) for cls in classes}
    problems = [
        f"{name}: no part of the program has a use for this table."
        for name in sorted(tables.keys() - rooms.keys())
    ]
    for name, kinds in rooms.items():
        table = tables.get(name, {})
        problems.extend(
            f"{name}: no part of the program has a use for the list “{unknown}”."
            for unknown in sorted(table.keys() - kinds.keys())
        )
        problems.extend(
            f"{name}: “{key}” must be {kind.wording}."
            for key, kind in kinds.items()
            if key in table and not isinstance(table[key], kind.plain)
        )
    return tuple(problems)


def _kinds(cls: type[WordLists]) -> list[tuple[str, _Kind]]:
    return [(item.name, item.metadata["kind"]) for item in fields(cls)]
