"""Who writes for a paper, judges a study from outside or is a nun, by words beside a name."""

from reader.core.sources.chain.entities import Entity
from reader.core.sources.source import SourceKind
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.tokens import TokenTable

_LONGEST_NAME = 4  # words of a paper
_LONGEST_CLAUSE = 14  # words after "who"
_STOPS = frozenset(', . ; : ( ) ” "'.split())


class Trades:
    """Tells what people do for whom a text has no role."""

    def __init__(self, tokens: TokenTable, lists: SourceWords) -> None:
        """Take a text and the words for roles and bodies."""
        self._tokens, self._lists = tokens, lists
        self._is_of_church = bool(tokens.places.of(lists.grammar.churches))

    def kind_of(self, entity: Entity) -> SourceKind:
        """Return the kind of who writes in a paper, judges a study or is a nun; else `unclear`.

        Args:
            entity: Somebody of whom no role tells a kind.
        """
        if self._is_of_church and self._is_in_orders(entity):
            return "civil-society"
        for reference in entity.references:
            if self._writes_in_paper(reference.first, reference.end):
                return "media"
            if self._is_outside_study(reference.end):
                return "expert"
        return "unclear"

    def _is_in_orders(self, entity: Entity) -> bool:
        """Tell whether a title stands before a name that nuns and monks have: "Sister Ada"."""
        return any(
            role[:1].isupper() and role.lower() in self._lists.grammar.orders
            for role in entity.roles
        )

    def _writes_in_paper(self, first: int, end: int) -> bool:
        """Tell whether a paper stands behind a name and a verb: "wrote Ada Hill in The Times"."""
        lowers, grammar = self._tokens.lowers, self._lists.grammar
        if first > 0 and lowers[first - 1] in grammar.writing:
            place = end
        elif end < len(lowers) and lowers[end] in grammar.writing:
            place = end + 1
        else:
            return False
        if place + 1 >= len(lowers) or lowers[place] not in grammar.before_papers:
            return False
        place += 1 + (lowers[place + 1] in grammar.definite)
        names = (" ".join(lowers[place : place + count]) for count in range(_LONGEST_NAME, 0, -1))
        is_name = place < len(lowers) and self._tokens.words[place][:1].isupper()
        return is_name and any(self._lists.kinds.get(name) == "media" for name in names)

    def _is_outside_study(self, comma: int) -> bool:
        """Tell whether a clause sets somebody apart from a study: ", who was not part of it"."""
        lowers, grammar = self._tokens.lowers, self._lists.grammar
        if lowers[comma : comma + 1] != (",",):
            return False
        clause = lowers[comma + 1 : comma + 1 + _LONGEST_CLAUSE]
        if not clause or clause[0] not in grammar.personal_relative:
            return False
        end = next((at for at, word in enumerate(clause) if word in _STOPS), len(clause))
        told = " ".join(clause[:end])
        is_apart = any(phrase in told for phrase in grammar.outsiders)
        return is_apart and not grammar.research.isdisjoint(clause[:end])
