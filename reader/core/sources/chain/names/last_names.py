"""Whom a last name alone means that several people of a text bear."""

from collections.abc import Mapping, Sequence

from reader.core.sources.chain.entities import Entity

Words = tuple[str, ...]
_LEAD = 2  # sentences: a headline and the one behind it


class LastNames:
    """Whom a last name alone means that several bear: the only one brought in so far.

    Who was called so once goes on being called so: "Joe Carter scored. Carter's brother, Ben
    Carter, cheered. Carter said".
    """

    def __init__(self) -> None:
        self._first: dict[int, int] = {}
        self._lately: dict[int, int] = {}
        self._owner: dict[Words, Entity] = {}

    def bring_in(self, entity: Entity, paragraph: int) -> None:
        """Note that somebody has been named in full in a paragraph."""
        self._first.setdefault(id(entity), paragraph)
        self._lately[id(entity)] = paragraph

    def call(self, key: Words, entity: Entity) -> None:
        """Note that somebody is called by a title and a last name."""
        self._owner.setdefault(key, entity)

    def titled(self, key: Words, people: Mapping[int, Entity], paragraph: int) -> Entity | None:
        """Return whom a title and a last name mean: the one named in full in that paragraph.

        Args:
            key: The title and the name.
            people: Who bears the name.
            paragraph: The paragraph in which it stands.
        """
        here = [one for number, one in people.items() if self._lately.get(number) == paragraph]
        if key not in self._owner and len(here) == 1:
            self._owner[key] = here[0]
        return self._owner.get(key)

    def meant(self, key: Words, people: Mapping[int, Entity]) -> Entity | None:
        """Return who is meant, or None where two could be."""
        met = [person for number, person in people.items() if number in self._first]
        bearers = [person for person in met if _is_last_name(key, person.words)]
        if key not in self._owner and len(met) == len(bearers) == 1:
            self._owner[key] = met[0]
        elif key not in self._owner and len(met) == len(bearers) > 1:
            self._note_main(key, bearers)
        titled = [id(one) for known, one in self._owner.items() if known[1:] == key]
        others = [person for person in bearers if id(person) not in titled]
        if key not in self._owner and titled and len(others) == 1:
            self._owner[key] = others[0]  # "Ms. Reed" is the one, so "Reed" is the other
        return self._owner.get(key)

    def _note_main(self, key: Words, bearers: Sequence[Entity]) -> None:
        """Note who of several owns a name: the one with whom the text began, alone."""
        first, second = sorted(self._first[id(one)] for one in bearers)[:2]
        if first < min(second, _LEAD):
            self._owner[key] = next(one for one in bearers if self._first[id(one)] == first)


def _is_last_name(key: Words, words: Words) -> bool:
    """Tell whether a word is the last name in a full one; it comes first in "Lee Jae-myung"."""
    return words[-1:] == key or (words[:1] == key and "-" in words[-1])
