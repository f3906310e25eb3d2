"""Which actors of several articles are one: by full name, by a name no other bears, never unsure.

A wrong join would tell a reader something untrue of both articles; where two could be meant,
each stays by itself.
"""

import re
from collections.abc import Iterator, Sequence

from reader.core.across.comparison.actors.members import Joined, Member, Words, one_of_each
from reader.core.across.comparison.actors.people import People
from reader.core.across.comparison.actors.titles import Titles
from reader.core.across.comparison.compared_text import ComparedText
from reader.core.across.comparison.comparison_words import ComparisonWords
from reader.core.sources.naming import Naming
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.expressions import plain_apostrophes
from reader.core.text.spans import Span

_WORD = re.compile(r"[\w&][\w&’'.-]*")
_AFTER = re.compile(r",?\s+(\w{2,3})\b")
_COMMON = frozenset({"document", "citizen", "expert"})  # "Video", "Residents", "Doctors"
_NAME_FORMS = ("full", "last", "first", "title")


class Joiner:
    """Joins the actors of several articles."""

    def __init__(
        self, texts: Sequence[ComparedText], lists: SourceWords, words: ComparisonWords
    ) -> None:
        """Take the articles, and the listed words for titles, bodies and generations."""
        self._lists, self._generations = lists, words.generations
        self._people = People(texts, Titles(lists, words), lists.grammar, words.generations)
        self._small = lists.grammar.definite | lists.grammar.indefinite | lists.grammar.owners
        self._texts = texts
        self.members = [
            self._member(text.number, naming) for text in texts for naming in text.analysis.actors
        ]

    def _member(self, article: int, naming: Naming) -> Member:
        is_named = any(form in naming.places for form in _NAME_FORMS)
        is_person = naming.kind == "person"
        plain = self._without_titles if is_person else self.words_of
        words = (*plain(naming.actor), *self._generation(article, naming))
        return Member(article, naming, words, is_named and self._is_name(article, words))

    def _generation(self, article: int, naming: Naming) -> Iterator[str]:
        """Yield what tells a son from his father, where the text says it after the full name."""
        for span in naming.places.get("full", ()):
            after = _AFTER.match(self._texts[article].text, span.end)
            word = after[1].lower() if after else ""
            if word in self._generations:
                yield word
                return

    def _is_name(self, article: int, words: Words) -> bool:
        """Tell whether one word is a name: the article does not have it without a capital too."""
        if len(words) > 1 or words[0] in self._lists.plain_bodies:
            return True
        is_common = self._lists.kinds.get(words[0]) in _COMMON
        return not is_common and not self._texts[article].has_word(words[0])

    def words_of(self, name: str) -> Words:
        """Return the words of a name without what may stand before it."""
        words = [word.rstrip(".").lower() for word in _WORD.findall(plain_apostrophes(name))]
        before = self._small | self._lists.forms_of_address
        while len(words) > 1 and words[0] in before:
            words.pop(0)
        return tuple(words)

    def _without_titles(self, name: str) -> Words:
        words = self.words_of(name)
        while len(words) > 1 and words[0] in self._lists.titles:
            words = words[1:]
        return words

    def joined(self) -> list[Joined]:
        """Return the actors, those of several articles joined, in order of their first member."""
        people = [member for member in self.members if member.is_person]
        groups = [*self._people.joined(people), *self._bodies(), *self._described()]
        taken = {id(member) for group in groups for member in group.members}
        groups += [
            Joined([member])
            for member in self.members
            if not member.is_person and id(member) not in taken
        ]
        return sorted(groups, key=lambda group: _first_place(group.members[0]))

    # -- bodies ------------------------------------------------------------------------------

    def _bodies(self) -> Iterator[Joined]:
        """Yield bodies: by name, then by a shorter name that the article with the longer tells."""
        bodies = [member for member in self.members if member.is_body]
        named: dict[Words, list[Member]] = {}
        for member in bodies:
            named.setdefault(member.words, []).append(member)
        groups = [
            (words, group)
            for words, members in named.items()
            for group in _by_fuller_name(members)
        ]
        shorter: dict[Words, list[Joined]] = {}
        for _, group in groups:
            for words in {self.words_of(label) for label in _texts_of(group)}:
                shorter.setdefault(words, []).append(group)
        gone: set[int] = set()
        for words, group in groups:
            longer = [
                one
                for one in shorter.get(words, [])
                if one is not group and _is_short_form(words, group, one)
            ]
            is_sure = len(longer) == 1 and not longer[0].articles & group.articles
            if is_sure and id(longer[0]) not in gone:
                longer[0].members.extend(group.members)
                gone.add(id(group))
        for _, group in groups:
            if id(group) not in gone:
                yield from one_of_each(group)

    # -- descriptions ------------------------------------------------------------------------

    def _described(self) -> Iterator[Joined]:
        """Yield bodies and groups without a name that the articles describe in the same words.

        One word alone ("the campaign") may be another's in another article; "the council" and
        "the police" are the public body of the place where the event is.
        """
        groups: dict[Words, Joined] = {}
        for member in self.members:
            if not member.is_named and member.naming.kind in {"body", "group"}:
                key = self._described_as(member)
                if key:
                    groups.setdefault(key, Joined()).members.append(member)
        for group in groups.values():
            yield from one_of_each(group)

    def _described_as(self, member: Member) -> Words:
        """Return the words that tell a description from others, () where none are sure."""
        words = member.words
        if member.naming.kind == "group":
            return words if len(words) > 1 and words[-1] not in self._lists.too_general else ()
        is_definite = any(self._is_definite(label.text) for label in member.naming.labels)
        is_public = self._lists.kinds.get(" ".join(words)) == "official"
        return words if is_definite and (is_public or len(words) > 1) else ()

    def _is_definite(self, label: str) -> bool:
        return label.partition(" ")[0].lower() in self._lists.grammar.definite


def _first_place(member: Member) -> tuple[int, Span]:
    """Return where an actor is met first: the article, and the place in it."""
    return member.article, member.naming.labels[0].spans[0]


def _is_short_form(words: Words, short: Joined, longer: Joined) -> bool:
    """Tell whether a name is sure to be short for another, which its article tells of.

    An abbreviation is, and several words at its end. "New York" may be the state, not the city;
    "Republicans" are not only those of the Senate.
    """
    is_abbreviation = len(words) == 1 and short.fullest.naming.actor.isupper()
    return is_abbreviation or (len(words) > 1 and longer.fullest.words[: len(words)] != words)


def _by_fuller_name(members: Sequence[Member]) -> Iterator[Joined]:
    """Yield bodies that share a name; where different names stand before it, they are two.

    "The Democratic National Convention" and "the Republican National Convention" may both be
    known as "National Convention".
    """
    fuller: dict[Words, list[Member]] = {}
    for member in members:
        fuller.setdefault(_before_name(member), []).append(member)
    bare = fuller.pop((), [])
    if len(fuller) < 2:
        yield Joined(list(members))
        return
    yield from map(Joined, fuller.values())
    yield from (Joined([member]) for member in bare)


def _before_name(member: Member) -> Words:
    """Return the words with a capital before a body's name in its longest wording."""
    name = member.naming.actor
    longest = max((label.text for label in member.naming.labels), key=len)
    before = longest[: -len(name)].split() if longest.endswith(name) else []
    return tuple(word.lower() for word in before if word[:1].isupper())


def _texts_of(group: Joined) -> Iterator[str]:
    return (label.text for member in group.members for label in member.naming.labels)
