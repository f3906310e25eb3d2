"""Who speaks of a life of their own: by an age, a trial, a tie, or what happened to them."""

from reader.core.sources.chain.entities import Entity
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.tokens import TokenTable

_AGE = 2  # digits
_BROUGHT_IN = 2  # places, a headline's among them, at which somebody is brought in with an age


class PrivateLives:
    """Tells of which people only a private life is told."""

    def __init__(self, tokens: TokenTable, lists: SourceWords) -> None:
        """Take a text and the words for roles."""
        self._tokens, self._lists = tokens, lists
        self._is_of_courts = bool(tokens.places.of(lists.grammar.trials))

    def has(self, entity: Entity) -> bool:
        """Tell whether nothing but a private life is told of somebody."""
        return self.tells_what(entity) or self._is_aged(entity)

    def tells_what(self, entity: Entity) -> bool:
        """Tell whether a tie, a trial or what happened to somebody is told, more than an age."""
        if self._has_tie(entity):
            return True
        if entity.sort != "person" or entity.roles:
            return False
        has_lived = any(
            self._tells_life(item.end) or self._tells_loss(item.end) for item in entity.references
        )
        is_accused = bool(entity.heads & self._lists.grammar.accused) and self._is_of_courts
        return has_lived or is_accused

    def _is_aged(self, entity: Entity) -> bool:
        """Tell whether only an age is told of somebody: "Bo Lund, 52", "25-year-old Bo Lund"."""
        if entity.sort != "person":
            return False
        if entity.roles:
            aged = tuple(self._lists.grammar.aged)
            return all(role.lower().endswith(aged) for role in entity.roles)
        words = self._tokens.words
        ages = (
            words[reference.end + 1]
            for reference in entity.references[:_BROUGHT_IN]
            if reference.end + 2 < len(words) and words[reference.end] == ","
        )
        return any(age.isdigit() and len(age) == _AGE for age in ages)

    def _tells_life(self, comma: int) -> bool:
        """Tell whether a clause tells what somebody went through: ", who lost his home,"."""
        lowers, grammar = self._tokens.lowers, self._lists.grammar
        if comma + 2 >= len(lowers) or lowers[comma + 1] not in grammar.personal_relative:
            return False
        told = lowers[comma + 2 : comma + 4]
        was_done_to = len(told) > 1 and told[0] in grammar.be and told[1] in grammar.undergone
        return lowers[comma] == "," and (told[0] in grammar.lived or was_done_to)

    def _tells_loss(self, verb: int) -> bool:
        """Tell whether a name stands before what its bearer went through: "lost her home"."""
        lowers, grammar = self._tokens.lowers, self._lists.grammar
        if verb + 2 >= len(lowers) or lowers[verb] not in grammar.lived:
            return False
        return lowers[verb + 1] in grammar.owners and lowers[verb + 2] in grammar.belongings

    def _has_tie(self, entity: Entity) -> bool:
        """Tell whether a text brings in somebody by a tie: "Samir Haddad, whose brother died"."""
        lowers, kinds = self._tokens.lowers, self._lists.kinds
        links = self._lists.grammar.possessive_relative
        for reference in entity.references:
            comma, tie = reference.end, reference.end + 2
            if tie < len(lowers) and lowers[comma] == "," and lowers[comma + 1] in links:
                return kinds.get(lowers[tie]) == "citizen"
        return False
