"""What is known of the entries of a list without making them, however the list holds them."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import count
from typing import Protocol

from reader.core.languages.language import Language
from reader.core.lexicon.filed.filing import filed
from reader.core.lexicon.filed.late_entries import (
    Filing,
    Key,
    LateEntries,
    Lead,
    key_of,
    lead_of,
    state_of,
)
from reader.core.lexicon.lexicon import Entry


class KnownEntries(Protocol):
    """The entries of a list, asked for what can be told before one is made."""

    def leads(self) -> Iterator[Lead]:
        """Yield phrase and kind of each."""

    def lead(self, number: int) -> Lead:
        """Return phrase and kind of one."""

    def phrase(self, number: int) -> str:
        """Return the phrase of one."""

    def counterparts(self) -> Iterator[tuple[str, str]]:
        """Yield phrase and counterpart of each that has one."""

    def filing(self, language: Language) -> Filing:
        """Return their numbers by what they are filed under."""

    def state(self) -> int:
        """Return a check sum of all that bears on what they find."""

    def get(self, key: Key) -> Entry | None:
        """Return the entry of a key, or None where there is none."""


def known(entries: Sequence[Entry]) -> KnownEntries:
    """Return who answers for the entries of a list: late ones answer for themselves."""
    return entries if isinstance(entries, LateEntries) else MadeEntries(entries)


class MadeEntries:
    """Entries that are there, asked as late ones are."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries

    def leads(self) -> Iterator[Lead]:
        """Yield phrase and kind of each."""
        return map(lead_of, self._entries)

    def lead(self, number: int) -> Lead:
        """Return phrase and kind of one."""
        return lead_of(self._entries[number])

    def phrase(self, number: int) -> str:
        """Return the phrase of one."""
        return self._entries[number].phrase

    def counterparts(self) -> Iterator[tuple[str, str]]:
        """Yield phrase and counterpart of each that has one."""
        return ((one.phrase, one.counterpart) for one in self._entries if one.counterpart)

    def filing(self, language: Language) -> Filing:
        """Return their numbers by what they are filed under."""
        return filed(self.leads(), language)

    def state(self) -> int:
        """Return a check sum of all that bears on what they find."""
        return state_of(self._entries)

    def get(self, key: Key) -> Entry | None:
        """Return the entry of a key, or None where there is none."""
        return self._by_key.get(key)

    @cached_property
    def _by_key(self) -> dict[Key, Entry]:
        return {key_of(entry): entry for entry in self._entries}


class NumberedEntries:
    """The entries of a list by number, and those that came later, numbered on.

    No number is given twice, so all that is made of a list, change by change, can share them.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._known = known(entries)
        self._later: dict[int, Entry] = {}
        self._numbers = count(len(entries))

    def add(self, entry: Entry) -> int:
        """Return the number of an entry that comes later."""
        number = next(self._numbers)
        self._later[number] = entry
        return number

    def entry(self, number: int) -> Entry:
        """Return the entry of a number."""
        later = self._later.get(number)
        return self._entries[number] if later is None else later

    def lead(self, number: int) -> Lead:
        """Return phrase and kind of the entry of a number; it is not made for it."""
        later = self._later.get(number)
        return self._known.lead(number) if later is None else lead_of(later)

    def phrase(self, number: int) -> str:
        """Return the phrase of the entry of a number."""
        later = self._later.get(number)
        return self._known.phrase(number) if later is None else later.phrase
