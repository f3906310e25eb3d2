"""Which titles the articles give a person: before the name, and as what they say of them."""

from collections.abc import Iterator, Sequence

from reader.core.across.comparison.actors.members import Joined, Member
from reader.core.across.comparison.comparison_words import ComparisonWords
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.spans import Span


class Titles:
    """Tells titles from the rest of a wording, and who is given which."""

    def __init__(self, lists: SourceWords, words: ComparisonWords) -> None:
        """Take the listed titles, and what is known of them: short forms, the highest offices."""
        self._titles = frozenset(word.rstrip(".") for word in lists.titles)
        self._people = self._titles | lists.people - lists.forms_of_address
        self._parties = {word for word, kind in lists.kinds.items() if kind == "party"}
        self._once = words.once
        self._below = words.below
        self._highest = frozenset(words.highest_offices)
        self._full = {short: title for title, all_of in words.titles.items() for short in all_of}

    def is_highest(self, title: str) -> bool:
        """Tell whether one person of a state at a time has a title, and is named with it."""
        return title in self._highest

    def of_last_name(self, member: Member) -> frozenset[str]:
        """Return the titles with which an article has the last name alone."""
        titles = {self._before_last(label) for label in self._of_last_name(member)}
        return frozenset(titles - {""})

    def _of_last_name(self, member: Member) -> list[str]:
        alone = _labels(member, "full") if len(member.words) == 1 else []
        return _labels(member, "title") + alone

    def places_of(self, member: Member, title: str) -> frozenset[Span]:
        """Return where the last name stands with a title, and the title for the person alone."""
        found = {
            *(one for one in self._of_last_name(member) if self._before_last(one) == title),
            *(one for one in _labels(member, "role") if self._has(one.split(), title)),
        }
        labels = (label for label in member.naming.labels if label.text in found)
        return frozenset(span for label in labels for span in label.spans)

    def _before_last(self, label: str) -> str:
        words = label.split()
        found = list(self._titles_in(words[:-1]))
        return found[-1][1] if found and found[-1][0] == len(words) - 1 else ""

    def gives(self, group: Joined, title: str) -> bool:
        """Tell whether an article gives a person a title: before the full name, or as a role.

        "The president" in an article that has the last name with this title is of no use: it was
        linked to the person by that name.
        """
        for member in group.members:
            is_full = len(member.words) > 1
            if is_full and any(title == one for _, one in self._with_full_name(member)):
                return True
            is_asked = title in self.of_last_name(member)
            roles = _labels(member, "role")
            if not is_asked and any(self._has(role.split(), title) for role in roles):
                return True
        return False

    def gives_another(self, group: Joined, title: str) -> bool:
        """Tell whether the articles say what a person is, and it is not this title."""
        for member in group.members:
            words = [self._before(label, member) for label in _labels(member, "full")]
            words += [label.split() for label in _labels(member, "role")]
            for some in words:
                lowers = {word.lower().rstrip(".,") for word in some if not self._is_party(word)}
                is_told = lowers & self._people and not lowers & self._once
                if is_told and not self._has(some, title):
                    return True
        return False

    def _is_party(self, word: str) -> bool:
        """Tell whether a word only says whose side somebody is on: "Democrat Ada Reed"."""
        return word[:1].isupper() and word.lower() in self._parties

    def _has(self, words: Sequence[str], title: str) -> bool:
        return any(title == one for _, one in self._titles_in(words))

    def _with_full_name(self, member: Member) -> Iterator[tuple[int, str]]:
        for label in _labels(member, "full"):
            yield from self._titles_in(self._before(label, member))

    def _before(self, label: str, member: Member) -> list[str]:
        """Return the words of a wording before the name itself."""
        words = label.split()
        lowers = [word.lower().rstrip(".,") for word in words]
        return words[: lowers.index(member.words[0])] if member.words[0] in lowers else []

    def _titles_in(self, words: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Yield the titles among some words, in full, each with where it ends."""
        lowers = [word.lower().rstrip(".,") for word in words]
        for place, word in enumerate(lowers):
            title = self._full.get(word, word)
            before = lowers[place - 1] if place else ""
            pair = f"{before} {title}"
            if pair in self._highest or before in self._below:
                yield place + 1, pair
            elif word in self._titles or title in self._highest:
                yield place + 1, title


def _labels(member: Member, form: str) -> list[str]:
    """Return the wordings of a form: with the full name, with a title, as a role."""
    spans = {
        span for one, places in member.naming.places.items() if one == form for span in places
    }
    return [label.text for label in member.naming.labels if spans.intersection(label.spans)]
