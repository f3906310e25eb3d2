"""People by name: the full name, its shorter forms, and what stands beside it.

Only what the text says outright is joined: a surname that one full name ends with, a title or
an apposition beside the name, and "the mayor" where one person alone was called a mayor.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reader.core.sources.words import SourceWords
from reader.core.text.spans import Span
from reader.core.text.tokens import TokenTable, window

TokenRange = tuple[int, int]

_NAMES = frozenset({"NNP", "NNPS"})
_AFTER_NAMES = frozenset({"jr", "jr.", "sr", "sr."})
_OPENS_APPOSITION = frozenset("a an the his her its their our".split())
_BEFORE_ROLE = frozenset("NN NNS JJ NNP".split())
_FINITE = frozenset("VBD VBZ VBP MD".split())
_CUTS = frozenset("who whose which that whom".split())
_LONGEST_APPOSITION = 14


@dataclass(slots=True)
class Person:
    """A name and where else its bearer is named.

    Attributes:
        name: The name, without titles.
        words: Its words in lower case.
        heads: What the person is called beside the name: "mayor", "spokesman".
        labels: Where the person is named, in any form.
    """

    name: str
    words: tuple[str, ...]
    heads: set[str] = field(default_factory=set)
    labels: set[Span] = field(default_factory=set)


def find_people(
    tokens: TokenTable, tags: Sequence[str], speakers: Iterable[Span], lists: SourceWords
) -> tuple[Person, ...]:
    """Return the people with a full name, in order of their first mention.

    Args:
        tokens: The text.
        tags: One Penn tag for each token.
        speakers: Where sources are mentioned; a full name there is taken for a person's.
        lists: The words for titles and bodies.
    """
    finder = _Finder(tokens, tags, lists)
    finder.take_full_names(speakers)
    finder.take_short_names()
    finder.take_heads()
    return tuple(finder.people.values())


class _Finder:
    """Goes over one text three times: full names, short names, "the mayor"."""

    def __init__(self, tokens: TokenTable, tags: Sequence[str], lists: SourceWords) -> None:
        self._tokens = tokens
        self._lists = lists
        self._not_names = lists.calendar | _AFTER_NAMES
        self._words = window(tokens.words, "")
        self._lowers = window(tokens.lowers, "")
        self._tags = window(tags, "")
        self._labelled = bytearray(len(tokens))
        self.people: dict[tuple[str, ...], Person] = {}
        self._runs = list(self._name_runs())
        self._keys = {self._key(run) for _, run in self._runs}

    def _name_runs(self) -> Iterator[tuple[int, TokenRange]]:
        """Yield where titles begin and the name words after them."""
        index = 0
        while index < len(self._tokens):
            end = index
            while self._is_name_word(end):
                end += 1
            if end > index:
                first = index
                while first < end and self._lowers[first] in self._lists.before_names:
                    first += 1
                if first < end:
                    yield index, (first, end)
            index = max(end, index + 1)

    def _is_name_word(self, index: int) -> bool:
        word, lower = self._words[index], self._lowers[index]
        if lower in self._not_names or not word[:1].isupper():
            return False
        return self._tags[index] in _NAMES or lower in self._lists.before_names

    def _label(self, person: Person, first: int, end: int) -> None:
        person.labels.add(self._tokens.span(first, end))
        self._labelled[first:end] = b"\x01" * (end - first)

    def take_full_names(self, speakers: Iterable[Span]) -> None:
        """Note full names that a title, "who" or their speaking shows to be people's."""
        spoken = {index for span in speakers for index in self._tokens.tokens_in(span)}
        self._runs = [self._without_role(title, run) for title, run in self._runs]
        shown = {
            self._key(run) for title, run in self._runs if self._is_person(title, run, spoken)
        }
        for title, run in self._runs:
            key = self._key(run)
            if key in shown:
                name = " ".join(self._words[run[0] : run[1]])
                person = self.people.setdefault(key, Person(name, key))
                start = self._with_role(title, person)
                self._label(person, start, run[1])
                self._take_apposition(run[1], person)

    def _without_role(self, title: int, run: TokenRange) -> tuple[int, TokenRange]:
        """Return a run without its first word where the rest alone is a name elsewhere."""
        first, end = run
        if end - first > 2 and self._key((first + 1, end)) in self._keys:
            return title, (first + 1, end)
        return title, run

    def _key(self, run: TokenRange) -> tuple[str, ...]:
        return tuple(self._lowers[run[0] : run[1]])

    def _is_person(self, title: int, run: TokenRange, spoken: set[int]) -> bool:
        key = self._key(run)
        if not 2 <= len(key) <= 4 or self._lists.bodies & {*key}:
            return False
        if title < run[0] or (run[0] in spoken and run[1] - 1 in spoken):
            return self._lowers[title - 1] != "the"
        return self._lowers[run[1] : run[1] + 2] == (",", "who")

    def _with_role(self, title: int, person: Person) -> int:
        """Return where the name with its role begins, and note the role's head."""
        start = title
        before = self._lowers[start - 1]
        is_role = self._tags[start - 1] == "NN" and before not in self._lists.moments
        if is_role and self._words[start - 1].isalpha():
            person.heads.add(before)
            start -= 1
            while self._tags[start - 1] in _BEFORE_ROLE and title - start < 3:
                start -= 1
            start = title if self._lowers[start - 1] == "of" else start
        elif self._lowers[title] in self._lists.before_names and self._lowers[title].isalpha():
            last = next(p for p in range(title, len(self._tokens)) if self._is_last_title(p))
            person.heads.add(self._lowers[last])
        return start

    def _is_last_title(self, index: int) -> bool:
        return (
            self._lowers[index] in self._lists.before_names
            and self._lowers[index + 1] not in self._lists.before_names
        )

    def _take_apposition(self, comma: int, person: Person) -> None:
        """Note ", a spokesman for the militias," after a name."""
        first = comma + 1
        if self._words[comma] != "," or self._lowers[first] not in _OPENS_APPOSITION:
            return
        end = first + 1
        while self._goes_on(end):
            end += 1
        is_closed = self._words[end] in {",", ".", ";"}
        is_list = self._lowers[end + 1] in {"and", "or"}
        head = self._head(first + 1, end)
        has_cut = self._lowers[end] in _CUTS
        if (
            head
            and (has_cut or (is_closed and not is_list))
            and end - first <= _LONGEST_APPOSITION
        ):
            person.heads.add(head)
            self._label(person, first, end)

    def _goes_on(self, index: int) -> bool:
        word = self._words[index]
        return not (
            word in {",", ".", ";", ":", "?", "!", "–", "—"}
            or self._lowers[index] in _CUTS
            or self._tags[index] in _FINITE
            or not (word[:1].isalnum() or word in {"’s", "'s", "’", "'", "-", "&", "£", "$"})
        )

    def _head(self, first: int, end: int) -> str:
        """Return the noun that a noun phrase is about: the last one before a preposition."""
        place = first
        while place < end and self._tags[place] in {"JJ", "NN", "NNP", "POS", "CD", "VBN", "JJS"}:
            place += 1
        return self._lowers[place - 1] if place > first and self._tags[place - 1] == "NN" else ""

    def take_short_names(self) -> None:
        """Note surnames and first names that belong to one person alone."""
        bearers: dict[str, set[tuple[str, ...]]] = {}
        for key in self._keys | set(self.people):
            if len(key) > 1:
                for word in {key[0], key[-1]}:
                    bearers.setdefault(word, set()).add(key)
        for title, (first, end) in self._runs:
            keys = bearers.get(self._lowers[first], set()) if end - first == 1 else set()
            people = [self.people[key] for key in keys if key in self.people]
            is_alone = len(people) == 1 and all(_is_longer(key, people[0].words) for key in keys)
            if is_alone and (not title or self._lowers[title - 1] not in {"the", "of"}):
                self._label(people[0], title, end)

    def take_heads(self) -> None:
        """Note "the mayor" where one person was called a mayor and no other mayor is about."""
        owners: dict[str, list[Person]] = {}
        for person in self.people.values():
            for head in person.heads - self._lists.too_general:
                owners.setdefault(head, []).append(person)
        alone = {head: people[0] for head, people in owners.items() if len(people) == 1}
        others = self._others(alone)
        begins = {head: min(person.labels).start for head, person in alone.items()}
        for index in range(1, len(self._tokens)):
            head = self._words[index]
            if head not in alone or head in others or self._lowers[index - 1] != "the":
                continue
            is_new = self._tokens.starts[index] > begins[head] and not self._labelled[index]
            if is_new and self._stands_alone(index):
                self._label(alone[head], index - 1, index + 1)

    def _stands_alone(self, index: int) -> bool:
        following, word = self._tags[index + 1], self._lowers[index + 1]
        return following[:2] not in {"NN", "PO"} and word not in {"of", "for", "at", "who"}

    def _others(self, alone: dict[str, Person]) -> set[str]:
        """Return the heads of which the text has several, or one without a name."""
        plurals = {head + "s" for head in alone}
        found = Counter(lower for lower in self._lowers if lower in plurals)
        several = {plural[:-1] for plural in found}
        for index in range(1, len(self._tokens)):
            head = self._lowers[index]
            is_other = self._lowers[index - 1] in {"a", "an", "another", "former"}
            if head in alone and is_other and not self._labelled[index]:
                several.add(head)
        return several


def _is_longer(key: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Tell whether a name is the same or holds it: "ada j. renfrew" holds "ada renfrew"."""
    return (key[0], key[-1]) == (words[0], words[-1]) or key[-len(words) :] == words
