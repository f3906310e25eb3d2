"""Bodies by their names: whole, short for another, a state's, or before those who speak."""

from collections.abc import Mapping

from reader.core.sources.chain.entities import Chains, Entity
from reader.core.sources.kinds_in_words.kinds import kind_of
from reader.core.sources.source import SourceKind
from reader.core.sources.words.reference_words import without_opening
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.tokens import TokenTable

_PAIR = 2  # words: "Union Lawyers" are no body of theirs
OF_NO_BODY = frozenset({"unclear", "document", "citizen"})  # say nothing of a body with a name


class BodyNames:
    """Tells of what kind the bodies of one text are, by their names."""

    def __init__(self, tokens: TokenTable, chains: Chains, lists: SourceWords) -> None:
        """Take a text, who is meant where, and the words for roles and bodies."""
        self._tokens, self._lists = tokens, lists
        self._bodies = {
            entity.words: entity for entity in chains.entities if entity.sort == "body"
        }
        self._wholes = self._wholes_by_noun()

    def _wholes_by_noun(self) -> Mapping[str, str]:
        """Return the one whole name that tells more than its last word: "transit trust"."""
        found: dict[str, set[str]] = {}
        for words, body in self._bodies.items():
            if body.is_named and len(words) > 1:
                found.setdefault(words[-1], set()).add(" ".join(words))
        one = {noun: next(iter(names)) for noun, names in found.items() if len(names) == 1}
        lists = self._lists
        return {
            noun: name
            for noun, name in one.items()
            if noun in lists.kinds
            and kind_of(name, lists, is_sure=True) not in {lists.kinds[noun], "unclear"}
        }

    def whole(self, told: str) -> str:
        """Return a description in which a whole name stands for its last word: "the trust"."""
        if not self._wholes or self._wholes.keys().isdisjoint(told.lower().split()):
            return told
        words = (self._wholes.get(word.lower(), word) for word in told.split())
        return " ".join(words)

    def of_body(self, body: Entity) -> SourceKind:
        """Return the kind of a body by its name, then by the nouns that are told of it."""
        name, lists = " ".join(body.words), self._lists
        if self.is_state(body):
            return "official"
        kind = kind_of(name, lists)
        if kind == "citizen" and body.is_named:
            return "civil-society"
        if kind == "document" and body.words[1:] and body.words[-1] in lists.grammar.research:
            return "expert"  # "Osk Research"
        if kind == "unclear" and body.is_named and len(body.words) > 1:
            kind = lists.kinds_by_ending.get(body.words[-1], kind)  # "Daiwa Securities"
        return kind if kind != "unclear" else kind_of("; ".join(sorted(body.heads)), lists)

    def is_state(self, entity: Entity) -> bool:
        """Tell whether a name is that of a state, or of the city that stands for one."""
        first, last = entity.words[:-1], entity.words[-1]
        if "_".join(entity.words) in self._lists.grammar.long_states:
            return True
        return last in self._lists.states and set(first) <= self._lists.grammar.compass

    def is_of_many(self, body: Entity) -> bool:
        """Tell whether people of one trade gave a body its name: "Doctors at Sea"."""
        first, lists = body.words[0], self._lists
        is_plural = first.endswith(lists.grammar.plurals) and first in lists.people
        return is_plural and len(body.words) > _PAIR

    def of_longer(self, short: tuple[str, ...]) -> SourceKind:
        """Return the one kind of all bodies whose names begin so: "Norton" of "Norton Co."."""
        count = len(short)
        longer = (body for words, body in self._bodies.items() if words[:count] == short)
        kinds = {self.of_body(body) for body in longer if body.words != short}
        return next(iter(kinds)) if len(kinds) == 1 else "unclear"

    def of_short(self, entity: Entity, places: range) -> SourceKind:
        """Return the kind of a body that a role calls by its first word: "Osk chairman"."""
        lists = self._lists
        first = self._tokens.words[places[0]] if entity.sort == "person" and places else ""
        plain = (lists.states, lists.grammar.compass, lists.kinds, lists.weak_kinds)
        is_plain = any(first.lower() in words for words in plain)
        if is_plain or not first[:1].isupper() or len(places) < _PAIR:
            return "unclear"
        kind = self.of_longer((first.lower(),))
        return kind if kind not in OF_NO_BODY else "unclear"

    def of_staff(self, words: str) -> SourceKind:
        """Return the kind of the body whose people speak: "Osk Power officials"; or unclear."""
        found = without_opening(
            words.partition(",")[0].lower(), self._lists.grammar.name_openers
        ).split()
        if len(found) < 2 or found[-1] not in self._lists.grammar.staff:
            return "unclear"
        body = self._bodies.get(tuple(found[:-1]))
        if body is None:
            return "unclear"
        kind = self.of_body(body)
        kind = kind if kind != "unclear" else kind_of("; ".join(body.roles), self._lists)
        return kind if kind != "document" else "unclear"

    def of_paper(self, words: str) -> SourceKind:
        """Return `media` for "the paper" where a newspaper was named and no study is told of."""
        grammar, name = self._lists.grammar, words.lower().partition(",")[0].split()
        is_paper = len(name) == 2 and name[0] in grammar.definite and name[1] in grammar.papers
        if not is_paper or self._tokens.places.of(grammar.research - grammar.papers):
            return "unclear"
        named = (" ".join(body) for body, one in self._bodies.items() if one.is_named)
        is_named = any(kind_of(body, self._lists) == "media" for body in named)
        return "media" if is_named else "unclear"
