"""The entries of a long list, each made when it is first asked for.

A start asks for some hundred of eighteen thousand: those whose words stand in the text. Made all
at once they take a tenth of a second and most of the memory. What is asked of all of them, such
as their phrases, lies ready in columns.
"""

import zlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple, overload

from reader.core.languages.language import Language
from reader.core.lexicon.lexicon import Confidence, Entry, Guard, Match
from reader.core.text.tagging import Part
from reader.values import frozen

Key = tuple[str, str, str | None, str, int]
_BETWEEN = "\0"


class Kind(NamedTuple):
    """What entries of one sort share."""

    match: Match
    part: Part | None
    category: str
    confidence: Confidence


class Lead(NamedTuple):
    """What is known of an entry before it is made."""

    phrase: str
    kind: Kind


class Filing:
    """The numbers of entries by what they are filed under."""

    __slots__ = ("_places", "ends", "numbers")

    def __init__(self, words: Iterable[str], ends: Sequence[int], numbers: Sequence[int]) -> None:
        """Begin with all that is filed.

        Args:
            words: What they are filed under, each once.
            ends: Where the numbers under each word end.
            numbers: The numbers, word for word.
        """
        self._places = {word: place for place, word in enumerate(words)}
        self.ends = ends
        self.numbers = numbers

    @property
    def words(self) -> Iterable[str]:
        """Return what entries are filed under."""
        return self._places

    def at(self, word: str) -> Sequence[int]:
        """Return the numbers of what is filed under a word."""
        place = self._places.get(word)
        if place is None:
            return ()
        return self.numbers[self.ends[place - 1] if place else 0 : self.ends[place]]


@frozen
class Columns:
    """What is asked of all entries of a list, in their order.

    Attributes:
        phrases: Their phrases.
        kinds: Their kinds.
        lines: Their lines in the file, which rise.
        counterparts: What does the same for the other side, by the numbers of those that have it.
        filed: Returns their numbers by their first words. It is called when they are first looked
            for, since lists that mark nothing are never filed.
        state: Returns a check sum of all that bears on what they find.
    """

    phrases: Sequence[str]
    kinds: Sequence[Kind]
    lines: Sequence[int]
    counterparts: Mapping[int, str]
    filed: Callable[[], Filing]
    state: Callable[[], int]


class LateEntries(Sequence[Entry]):
    """Entries that are made when they are asked for; equal to a tuple of the same ones.

    Attributes:
        columns: What is known of all of them.
    """

    __slots__ = ("_made", "_make", "_source", "columns")

    def __init__(
        self, columns: Columns, make: Callable[[Sequence[int]], Iterable[Entry]], source: object
    ) -> None:
        """Begin with none made.

        Args:
            columns: What is known of all of them.
            make: Makes the entries of some numbers, in that order.
            source: Entries of an equal source are equal; what they say need not be compared.
        """
        self.columns = columns
        self._make = make
        self._source = source
        self._made: dict[int, Entry] = {}

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.columns.phrases)

    @overload
    def __getitem__(self, place: int) -> Entry: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Entry, ...]: ...

    def __getitem__(self, place: int | slice) -> Entry | tuple[Entry, ...]:
        """Return the entry at a place, the same one each time, or those at some places."""
        if isinstance(place, int) and place in self._made:
            return self._made[place]
        numbers = range(len(self))[place]
        if isinstance(numbers, int):
            return next(self._made_of((numbers,)))
        return tuple(self._made_of(numbers))

    def __iter__(self) -> Iterator[Entry]:
        """Yield all, made at one go."""
        return self._made_of(range(len(self)))

    def _made_of(self, numbers: Sequence[int]) -> Iterator[Entry]:
        made = self._made
        lacking = [number for number in numbers if number not in made]
        for number, entry in zip(lacking, self._make(lacking), strict=True):
            made.setdefault(number, entry)  # of two threads that make one, one is the first
        return map(made.__getitem__, numbers)

    def __contains__(self, wanted: object) -> bool:
        """Tell whether an equal entry is among them; only those of its phrase are made."""
        return isinstance(wanted, Entry) and any(
            phrase == wanted.phrase and self[number] == wanted
            for number, phrase in enumerate(self.columns.phrases)
        )

    def __eq__(self, other: object) -> bool:
        """Tell whether others are the same entries in the same order."""
        if isinstance(other, LateEntries) and self._source == other._source:
            return True
        if not isinstance(other, (LateEntries, tuple)) or len(self) != len(other):
            return False
        return all(one == its for one, its in zip(self, other, strict=True))

    def __hash__(self) -> int:
        """Return the number that a tuple of the same entries has."""
        return hash(tuple(self))

    def leads(self) -> Iterator[Lead]:
        """Yield phrase and kind of each; none is made for it."""
        return map(Lead, self.columns.phrases, self.columns.kinds)

    def lead(self, number: int) -> Lead:
        """Return phrase and kind of one."""
        return Lead(self.columns.phrases[number], self.columns.kinds[number])

    def phrase(self, number: int) -> str:
        """Return the phrase of one."""
        return self.columns.phrases[number]

    def counterparts(self) -> Iterator[tuple[str, str]]:
        """Yield phrase and counterpart of each that has one."""
        phrases = self.columns.phrases
        return ((phrases[number], other) for number, other in self.columns.counterparts.items())

    def filing(self, _language: Language) -> Filing:
        """Return their numbers by what they are filed under."""
        return self.columns.filed()

    def state(self) -> int:
        """Return a check sum of all that bears on what they find."""
        return self.columns.state()

    def get(self, key: Key) -> Entry | None:
        """Return the entry of a key, or None where there is none; only it is made."""
        columns = self.columns
        number = bisect_left(columns.lines, key[-1])
        if number == len(columns.lines) or columns.phrases[number] != key[0]:
            return None
        entry = self[number]
        return entry if key_of(entry) == key else None

    def __repr__(self) -> str:
        """Return how many there are: the entries would fill a book in a failed test."""
        return f"LateEntries({len(self)})"


def columns_of(entries: Sequence[Entry], filing: Filing) -> Columns:
    """Return the columns of entries that are there."""
    kinds: dict[Kind, Kind] = {}
    return Columns(
        [entry.phrase for entry in entries],
        [kinds.setdefault(kind, kind) for kind in map(_kind, entries)],
        [entry.line for entry in entries],
        {number: entry.counterpart for number, entry in enumerate(entries) if entry.counterpart},
        lambda: filing,
        partial(state_of, entries),
    )


def lead_of(entry: Entry) -> Lead:
    """Return phrase and kind of an entry that is there."""
    return Lead(entry.phrase, _kind(entry))


def state_of(entries: Sequence[Entry]) -> int:
    """Return a check sum of all that bears on what entries find that are there."""
    return _state((key_of(one), one.confidence, one.guards, one.counterpart) for one in entries)


def state_in(columns: Columns, guards: Mapping[int, Sequence[Guard]]) -> int:
    """Return the same check sum of entries that are not made, by their columns and guards."""
    other = columns.counterparts
    rows = enumerate(zip(columns.phrases, columns.kinds, columns.lines, strict=True))
    return _state(
        (
            (phrase, kind.match, kind.part, kind.category, line),
            kind.confidence,
            guards.get(number, ()),
            other.get(number, ""),
        )
        for number, (phrase, kind, line) in rows
    )


def _state(told: Iterable[tuple[Key, Confidence, Sequence[Guard], str]]) -> int:
    parts = (f"{key}{confidence}{guards or ''}{other}" for key, confidence, guards, other in told)
    return zlib.crc32(_BETWEEN.join(parts).encode("utf-8", "surrogatepass"))


def key_of(entry: Entry) -> Key:
    """Return what tells an entry from all others of its lexicon."""
    return entry.phrase, entry.match, entry.part, entry.category, entry.line


def _kind(entry: Entry) -> Kind:
    return Kind(entry.match, entry.part, entry.category, entry.confidence)
