"""Camps: what is called after a politician, from which a reader knows one without a title.

News seldom says what everybody knows: it writes "Reed" and, elsewhere, "the Reed campaign".
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from reader.core.sources.source import SourceKind
from reader.core.sources.words.reference_words import ReferenceWords
from reader.core.text.expressions import APOSTROPHES
from reader.core.text.tokens import TokenTable

_NAMED = 2  # words after "endorsed" that may be a name
_ARTICLE = 4  # words before "government" among which an article tells of which


class Camps:
    """Tells who stands for election or governs, by what a text calls after them."""

    def __init__(self, tokens: TokenTable, grammar: ReferenceWords) -> None:
        """Take a text and the words for camps and governments."""
        self._tokens, self._grammar = tokens, grammar
        self._owner_endings = APOSTROPHES.union(grammar.owner_endings)

    def kind_of(self, last_name: str, *, least: int = 1) -> SourceKind:
        """Return `official`, `party` or `unclear` for who bears a name, given in lower case.

        Args:
            last_name: The name.
            least: In how many places a text must say so.
        """
        counts = self._counts.get(last_name, Counter[SourceKind]())
        kind = max(counts, key=counts.__getitem__, default=None)
        return kind if kind is not None and counts[kind] >= least else "unclear"

    @cached_property
    def _counts(self) -> dict[str, Counter[SourceKind]]:
        """How often each name is one of who governs, or of who stands for election."""
        found: defaultdict[str, Counter[SourceKind]] = defaultdict(Counter)
        places, grammar = self._tokens.places, self._grammar
        for place in places.of(grammar.camps):
            found[self._owner_before(place)]["party"] += 1
        for place in places.of(grammar.governments):
            owner = self._owner_before(place)
            is_hoped_for = self._is_one_of_several(place)  # "a Reed government would"
            found[owner]["party" if is_hoped_for else "official"] += 1
        voting = (place + 1 for place in places.of(grammar.voting) if self._is_for(place + 1))
        for place in chain(places.of(grammar.choosing), voting):
            for owner in self._names_after(place):
                found[owner]["party"] += 1
        return found

    def _owner_before(self, place: int) -> str:
        """Return the name before a noun: "Reed's presidential campaign", or ""."""
        at = place - 1
        if at > 0 and self._tokens.lowers[at] in self._grammar.camp_adjectives:
            at -= 1
        if at > 0 and self._tokens.lowers[at] in self._owner_endings:
            at -= 1
        return self._tokens.lowers[at] if at >= 0 and self._is_capital(at) else ""

    def _is_one_of_several(self, place: int) -> bool:
        before = self._tokens.lowers[max(0, place - _ARTICLE) : place]
        return not self._grammar.indefinite.isdisjoint(before)

    def _names_after(self, place: int) -> Iterator[str]:
        """Yield the capitalised words right after a verb: "endorsed Ada Reed"."""
        for at in range(place + 1, min(place + 1 + _NAMED, len(self._tokens))):
            if not self._is_capital(at):
                return
            yield self._tokens.lowers[at]

    def _is_for(self, place: int) -> bool:
        """Tell whether a voter's choice follows: "voted for", "voted against"."""
        lowers = self._tokens.lowers
        return place < len(lowers) and lowers[place] in self._grammar.choice_joins

    def _is_capital(self, place: int) -> bool:
        return self._tokens.words[place][:1].isupper()
