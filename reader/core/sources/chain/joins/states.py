"""Names for those who govern a state: "Moscow", "the Kremlin" and "the Russian government"."""

from collections.abc import Iterable, Iterator

from reader.core.sources.chain.entities import Entity, Reference
from reader.core.sources.chain.reading import Reading
from reader.core.text.tagging import FINITE

Move = tuple[Entity, Entity, Reference]


class Governments:
    """Finds what a text calls those who govern a state, where it lets them speak.

    A city in which something happens stays a city: only the places at which it speaks or acts
    count, and only if it speaks at all.
    """

    def __init__(self, reading: Reading, spoken: frozenset[int]) -> None:
        """Take a text and the tokens of those who are said to speak in it."""
        self._reading, self._spoken = reading, spoken
        lists = reading.lists
        self._states, self._governments = lists.state_of, lists.grammar.governments
        named = lists.grammar.metonyms.items()
        self._names = {name: state for state, names in named for name in names}

    def moved(self, entities: Iterable[Entity]) -> Iterator[Move]:
        """Yield the references of each name that mean another one's bearer.

        Args:
            entities: All that the text speaks of, in reading order.
        """
        called: dict[str, list[Entity]] = {}
        for entity in entities:
            state = self._state(entity) if entity.sort == "body" else ""
            if state:
                called.setdefault(state, []).append(entity)
        for state, names in called.items():
            called_so = [one for one in names if one.words[-1] in self._states] or names
            main = next((one for one in called_so if one.words == (state,)), called_so[0])
            for entity in names:
                if entity is not main and self._speaks(entity):
                    acting = [item for item in entity.references if self._acts(item)]
                    yield from ((entity, main, item) for item in acting)

    def _state(self, entity: Entity) -> str:
        """Return the state for which a body stands or which it governs, or ""."""
        if entity.is_named:
            name = "_".join(entity.words)
            return self._names.get(name, self._states.get(name, ""))
        if entity.words[-1] not in self._governments:
            return ""
        first = entity.references[0]
        lowers, tags = self._reading.lowers, self._reading.tags
        for place in range(first.first, first.end - 1):
            is_owner = tags[place] == "JJ" or tags[place + 1] == "POS"
            is_owner |= self._reading.words[place].isupper()  # "the UK government"
            if is_owner and lowers[place] in self._states:
                return self._states[lowers[place]]
        return ""

    def _speaks(self, entity: Entity) -> bool:
        return any(item.end - 1 in self._spoken for item in entity.references)

    def _acts(self, reference: Reference) -> bool:
        """Tell whether a name speaks, or does something: "Moscow has pulled back"."""
        end = reference.end
        return end - 1 in self._spoken or self._reading.tags[end] in FINITE
