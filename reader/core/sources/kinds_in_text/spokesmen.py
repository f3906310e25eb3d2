"""Who speaks for a body that no list knows: "a spokesman", "the Lumen Studios spokeswoman"."""

from collections.abc import Collection, Iterable

from reader.core.sources.chain.entities import Chains, Entity
from reader.core.sources.kinds_in_words.kinds import kind_of
from reader.core.sources.source import SourceKind
from reader.core.sources.words.source_words import SourceWords

_QUOTED = frozenset({"media", "document"})  # are named for what they said, and have no spokesmen
_BARE = 2  # words of a role that tells no body: "a spokesman"
_LAST_BODY = 60  # tokens back


class Spokesmen:
    """Tells for what kind of body somebody speaks, where the words alone do not."""

    def __init__(self, chains: Chains, lists: SourceWords) -> None:
        """Take who is meant where in a text, and the words for roles and bodies."""
        self._chains, self._lists = chains, lists
        people = (entity for entity in chains.entities if entity.sort == "person")
        self._last_names = {person.words[-1] for person in people if person.words}

    def kind_of(self, entity: Entity, told: Collection[str] = ()) -> SourceKind:
        """Return the kind of who speaks for a body that has no word in the lists, or unclear.

        Args:
            entity: Who speaks.
            told: What a mention tells, where the text tells no more.
        """
        voices, roles = self._lists.grammar.voices, entity.roles or told
        if entity.sort == "someone" and entity.words[-1] in voices:
            if not self._tells_body(entity.name):
                return self._of_last_body(entity)
            return self._of_unknown([entity.name])  # "a spokeswoman for Osk": none met before
        words = {word for role in roles for word in role.lower().split()}
        if not (entity.heads or words) & voices:
            return "unclear"
        if words & self._lists.states:
            return "official"
        is_told = any(len(role.split()) > _BARE for role in roles)
        if not is_told:
            return self._of_last_body(entity)  # "a spokesman, Bo Hill"
        return self._of_unknown(roles)

    def _tells_body(self, name: str) -> bool:
        """Tell whether "a spokeswoman" is one of or for something: "a Westerville spokeswoman"."""
        is_joined = not self._lists.grammar.role_joins.isdisjoint(name.lower().split())
        return is_joined or any(word[0].isupper() for word in name.split()[1:])

    def _of_unknown(self, told: Iterable[str]) -> SourceKind:
        """Return `business` for who speaks for a name of which nothing is known, or unclear."""
        told = list(told)
        words = {word for role in told for word in role.lower().split()}
        if words & (self._last_names | self._lists.states) or not self._names_body(told):
            return "unclear"  # "a Reed spokesman", "the home affairs spokesman"
        return "business"

    def is_bare(self, entity: Entity) -> bool:
        """Tell whether somebody is called a spokesman, and no more: "spokesman Bo Hill"."""
        told = set(map(str.lower, entity.roles)) or {" ".join(entity.words)}
        return told <= self._lists.grammar.voices

    def _names_body(self, roles: Iterable[str]) -> bool:
        """Tell whether what stands before "spokesman" is written as a name, or a body follows."""
        grammar = self._lists.grammar
        for role in roles:
            words = role.split()
            at = next((at for at, word in enumerate(words) if word.lower() in grammar.voices), 0)
            before = [word for word in words[:at] if word.lower() not in grammar.articles]
            if before and not any(word[0].islower() for word in before):
                return True
            if any(word[:1].isupper() for word in words[at + 1 :]):
                return True
        return False

    def _of_last_body(self, entity: Entity) -> SourceKind:
        """Return the kind of the body met last before "a spokesperson" who is told no body."""
        begins = entity.begins
        for place in range(begins - 1, max(-1, begins - _LAST_BODY), -1):
            body = self._chains.places.get(place)
            if body is not None and body.sort == "body":
                kind = kind_of("; ".join((" ".join(body.words), *sorted(body.heads))), self._lists)
                if kind not in _QUOTED:
                    return kind
        return "unclear"
