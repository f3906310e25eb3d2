"""Which people of several articles are one: by first and last name, then by what tells the bearer.

A last name alone, or after a title, joins only where first names, titles, forms of address,
and dates of all articles leave one person; else it stays apart, with who it may be.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from reader.core.across.comparison.actors.members import Joined, Member, Words, one_of_each
from reader.core.across.comparison.actors.titles import Titles
from reader.core.across.comparison.compared_text import ComparedText
from reader.core.sources.naming import Naming, NamingLabel
from reader.core.sources.words.reference_words import ReferenceWords
from reader.core.text.spans import Span

_YEARS = 5  # between articles whose "President Reed" may be two


class People:
    """Joins the people of several articles."""

    def __init__(
        self,
        texts: Sequence[ComparedText],
        titles: Titles,
        grammar: ReferenceWords,
        generations: frozenset[str],
    ) -> None:
        """Take the articles, the titles, the pronouns, and words like "junior"."""
        self._titles, self._grammar, self._generations = titles, grammar, generations
        self._texts = texts
        self._by_last: dict[str, list[Joined]] = {}

    def joined(self, people: Sequence[Member]) -> Iterator[Joined]:
        """Yield people: those of several articles together, the others each by themselves."""
        groups = self._by_full_name(people)
        for group in groups:
            last = self._first_and_last(group.members[0].words)[1]
            self._by_last.setdefault(last, []).append(group)
        alone: dict[Words, Joined] = {}
        parted = [part for group in groups for part in self._parted(group)]
        single = [part for one in people if len(one.words) == 1 for part in self._parts(one)]
        for member in (*single, *parted):
            bearers = self._by_last.get(member.words[0], [])
            bearer = self._bearer(member, bearers)
            if bearer is not None:
                bearer.members.append(member)
            elif not bearers or member in parted:
                key = (*member.words, self._title(member))
                alone.setdefault(key, Joined()).members.append(member)
            else:
                alone[*member.words, str(id(member))] = Joined([member])
        yield from groups
        for group in alone.values():
            group.perhaps = self._perhaps(group)
            yield from one_of_each(group)

    def _by_full_name(self, people: Sequence[Member]) -> list[Joined]:
        full: dict[Words, Joined] = {}
        for member in people:
            if len(member.words) > 1:
                key = self._first_and_last(member.words)
                full.setdefault(key, Joined()).members.append(member)
        return [part for group in full.values() for part in _most_meant(group)]

    def _first_and_last(self, words: Words) -> Words:
        """Return what tells a person: first and last name, and "junior" where it is said."""
        plain = [word for word in words if word not in self._generations]
        told = tuple(word for word in words if word in self._generations)
        return (plain[0], plain[-1], *told) if plain else words

    # -- a last name with a title ------------------------------------------------------------

    def _parted(self, group: Joined) -> Iterator[Member]:
        """Take "President Reed" from Ada Reed where it is told of another, or not of her.

        Told of another: the articles give somebody else of this name the title. Not of her: it is
        an office of one, with which its bearer is named, and she is told to be something else.
        """
        for place, member in enumerate(group.members):
            for title in sorted(self._titles.of_last_name(member)):
                if not self._titles.gives(group, title) and self._is_not(group, title):
                    taken = self._titles.places_of(group.members[place], title)
                    kept, parted = _without(group.members[place], taken)
                    if kept is not None:
                        group.members[place] = kept
                        yield parted

    def _parts(self, member: Member) -> Iterator[Member]:
        """Yield an actor of one name; of several bearers, who is given a title has only that."""
        bearers = self._by_last.get(member.words[0], [])
        for title in sorted(self._titles.of_last_name(member)) if len(bearers) > 1 else ():
            if sum(self._titles.gives(one, title) for one in bearers) == 1:
                kept, parted = _without(member, self._titles.places_of(member, title))
                yield parted
                if kept is None:
                    return
                member = kept
        yield member

    def _is_not(self, group: Joined, title: str) -> bool:
        others = self._by_last[self._first_and_last(group.members[0].words)[1]]
        is_others = any(self._titles.gives(one, title) for one in others if one is not group)
        is_highest = self._titles.is_highest(title)
        return is_others or (is_highest and self._titles.gives_another(group, title))

    def _title(self, member: Member) -> str:
        """Return the title that an actor of one name has, or ""."""
        return min(self._titles.of_last_name(member), default="")

    # -- whose a last name is ----------------------------------------------------------------

    def _bearer(self, member: Member, bearers: Sequence[Joined]) -> Joined | None:
        """Return the only one whose last name it can be, or None."""
        title = self._title(member)
        near = [one for one in bearers if self._is_near(member, one)]
        fitting = [one for one in near if not self._is_other_gender(member, one)]
        told = [one for one in fitting if title and self._titles.gives(one, title)]
        if not told and self._titles.is_highest(title):
            fitting = [one for one in fitting if not self._titles.gives_another(one, title)]
        left = told or fitting
        is_sure = len(left) == 1 and (
            len(bearers) == 1 or bool(told) or self._is_addressed(member, bearers)
        )
        is_new = is_sure and (bool(told) or member.article not in left[0].articles)
        return left[0] if is_new else None

    def _is_near(self, member: Member, bearer: Joined) -> bool:
        """Tell whether the articles are of about one time, as far as their dates are known."""
        year = self._year(member.article)
        years = {self._year(article) for article in bearer.articles}
        return not year or any(not one or abs(one - year) <= _YEARS for one in years)

    def _year(self, article: int) -> int:
        published = self._texts[article].analysis.article.published or ""
        return int(published[:4]) if published[:4].isdigit() else 0

    def _is_other_gender(self, member: Member, bearer: Joined) -> bool:
        one, other = self._address([member]), self._address(bearer.members)
        return bool(one and other and one != other)

    def _is_addressed(self, member: Member, bearers: Iterable[Joined]) -> bool:
        """Tell whether forms of address tell the bearers apart: "Mr Reed" and "Mrs Reed"."""
        return bool(self._address([member])) and all(self._address(one.members) for one in bearers)

    def _address(self, members: Iterable[Member]) -> str:
        words = {
            word.lower()
            for member in members
            for label in member.naming.labels
            for word in label.text.split()[:-1]
        }
        is_man, is_woman = words & self._grammar.men, words & self._grammar.women
        return "" if bool(is_man) == bool(is_woman) else "he" if is_man else "she"

    def _perhaps(self, group: Joined) -> tuple[str, ...]:
        """Return the full names of those who may be meant by a last name that stays apart."""
        first = group.members[0]
        if not self._title(first) and not any(one.naming.is_various for one in group.members):
            return ()
        return tuple(
            one.fullest.naming.actor
            for one in self._by_last.get(first.words[0], [])
            if not self._is_other_gender(first, one)
        )


def _without(member: Member, taken: frozenset[Span]) -> tuple[Member | None, Member]:
    """Return an actor without some places, None where nothing is left, and one of these alone.

    A bare name is a wording of its own inside "President Reed", and goes with it.
    """
    ends = {span.end for span in taken}

    def part(is_of: Callable[[Span], bool]) -> Sequence[NamingLabel]:
        labels = (
            replace(label, spans=tuple(filter(is_of, label.spans)))
            for label in member.naming.labels
        )
        return tuple(label for label in labels if label.spans)

    def made(labels: Sequence[NamingLabel], name: str, words: Words) -> Member:
        spans = {span for label in labels for span in label.spans}
        places = {
            form: tuple(span for span in found if span in spans or form == "pronoun")
            for form, found in member.naming.places.items()
            if form != "pronoun" or name == member.naming.actor
        }
        naming = Naming(name, tuple(labels), places, member.naming.kind)
        return Member(member.article, naming, words, member.is_named)

    kept = part(lambda span: span.end not in ends)
    gone = part(taken.__contains__)
    parted = made(gone, gone[0].text, member.words[-1:])
    left = made(kept, member.naming.actor, member.words) if kept else None
    return left, parted


def _most_meant(group: Joined) -> Iterator[Joined]:
    """Yield a person as the one of each article that is meant most; who is left stays alone."""
    chosen: dict[int, Member] = {}
    for member in group.members:
        known = chosen.get(member.article)
        if known is None or _times(member) > _times(known):
            chosen[member.article] = member
    yield Joined(list(chosen.values()))
    yield from (Joined([member]) for member in group.members if member not in chosen.values())


def _times(member: Member) -> int:
    return sum(member.naming.forms.values())
