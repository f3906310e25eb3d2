"""Those around a politician, who speak for one: "a Reed adviser", "Mrs Reed's confidants"."""

from collections.abc import Iterable, Iterator

from reader.core.sources.chain.entities import Chains, Entity
from reader.core.sources.kinds_in_text.candidates import Candidates
from reader.core.sources.kinds_in_words.kinds import kind_of
from reader.core.sources.source import SourceKind, first_clear
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.expressions import plain_apostrophes

_LAST_MET = 60  # tokens back
_LEADING = frozenset({"person", "body"})


class Retinues:
    """Tells for what kind of politician somebody works, where the owner is called by name."""

    def __init__(self, candidates: Candidates, chains: Chains, lists: SourceWords) -> None:
        """Take who stands and governs in a text, who is meant where, and the words for roles."""
        self._candidates, self._chains, self._lists = candidates, chains, lists

    def kind_of(self, told: Iterable[str]) -> SourceKind:
        """Return the kind of whose people are told of, or `unclear` where that is nobody known.

        Args:
            told: Descriptions as written: "a longtime Reed adviser", "aides to Mr Reed".
        """
        owners = (owner for one in told for owner in self._owners_in(one))
        return first_clear(map(self._of_owner, owners))

    def of_last(self, begins: int) -> SourceKind:
        """Return `party` for a bare "spokesman" behind who stands for election, or unclear.

        Args:
            begins: The token where the spokesman is brought in.
        """
        near = range(begins - 1, max(-1, begins - _LAST_MET), -1)
        met = (self._chains.places.get(place) for place in near)
        last = next((one for one in met if one is not None and one.sort in _LEADING), None)
        stands = last is not None and last.sort == "person" and self.of_politician(last) == "party"
        return "party" if stands else "unclear"

    def _owners_in(self, told: str) -> Iterator[str]:
        """Yield last names of whose aide or adviser a description may tell."""
        plain = self._lists.joints.owner.sub("", plain_apostrophes(told))
        words = plain.partition(",")[0].split()
        grammar = self._lists.grammar
        at = next((at for at, word in enumerate(words) if word in grammar.retinue), None)
        if at is None:
            return
        is_joined = not grammar.role_joins.isdisjoint(words[at + 1 : at + 2])
        before, behind = words[:at], words[at + 2 :] if is_joined else []
        if behind and behind[-1].islower() and behind[-1] not in grammar.camps:
            behind = []  # "for Kiev's troops": for no person
        for part in (before, behind):
            names = [word for word in part if word[:1].isupper()]
            if names:
                yield names[-1].strip("'").lower()

    def _of_owner(self, last_name: str) -> SourceKind:
        """Return the kind of who bears a name; of two who do, the one who stands."""
        bearers = self._candidates.bearers(last_name)
        kinds = {self.of_politician(bearer) for bearer in bearers}
        kinds = kinds or {self._candidates.kind_of_camp(last_name)}
        return "party" if "party" in kinds else next(iter(kinds)) if len(kinds) == 1 else "unclear"

    def of_politician(self, person: Entity, *, weak: bool = False) -> SourceKind:
        """Return the kind of somebody in or running for an office, or unclear.

        Args:
            person: Who it is.
            weak: Count words too that are found in every kind of body.
        """
        present = self._candidates.present(person, person.roles)
        known = self._candidates.known(" ".join(person.words))
        if known != "unclear" and not (known == "party" and self._holds_office(present)):
            return known
        kind = kind_of("; ".join(person.roles), self._lists, is_sure=not weak)
        if self._candidates.stands(person, kind, present):
            return "party"
        return kind if kind in {"official", "party", "military"} else "unclear"

    def _holds_office(self, present: Iterable[str]) -> bool:
        """Tell whether somebody who once stood governs here: "Governor Bo Hill"."""
        return kind_of("; ".join(present), self._lists, is_sure=True) == "official"
