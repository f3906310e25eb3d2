"""Ties: whom "his wife", "her husband" and "his father" mean, where a text names them too."""

from collections.abc import Iterable, Mapping, Sequence

from reader.core.sources.chain.entities import Entity
from reader.core.sources.chain.genders import gender_of
from reader.core.sources.chain.phrases import Phrase
from reader.core.sources.chain.reading import Reading

_MOST = 200  # ties of one text
_COUPLE = 2
_FULL = 2  # words of a name with a surname

Tie = tuple[Entity, str, Entity]


def tied(
    reading: Reading, phrases: Iterable[Phrase], places: Mapping[int, Entity]
) -> dict[int, Entity]:
    """Return by `id` who is somebody else: "his wife" is Joy Reed, whose husband he is.

    Nobody is joined where two could be meant.

    Args:
        reading: The text.
        phrases: Its noun phrases.
        places: The entity that each token belongs to.
    """
    ties = _ties(reading, phrases, places)
    family = _family(places.values()) if ties else {}
    joined: dict[int, Entity] = {}
    for owner, noun, someone in ties:
        if someone.sort == "someone" and id(someone) not in joined:
            gender = gender_of((noun,), reading.lists.grammar)
            meant = _named_elsewhere(owner, noun, ties)
            meant = meant or _who_calls_so(owner, noun, ties, reading)
            meant = meant or _of_one_surname(owner, ties, family, reading.lists.grammar.ties)
            if meant is not None and meant is not owner and meant.gender in {"", gender}:
                joined[id(someone)] = meant
                meant.gender = meant.gender or gender
    return joined | _by_surname(ties, family)


def _ties(
    reading: Reading, phrases: Iterable[Phrase], places: Mapping[int, Entity]
) -> Sequence[Tie]:
    """Return whose tie is told, in which noun, and who it is."""
    grammar = reading.lists.grammar
    telling_apart = grammar.counting | grammar.states_before | grammar.other  # "his first wife"
    found: list[Tie] = []
    for phrase in phrases:
        if phrase.opening != "owned":
            continue
        noun = reading.lowers[phrase.name - 1 if phrase.has_name else phrase.end - 1]
        is_tie = noun in grammar.ties and reading.tags[phrase.first] == "PRP$"
        if not is_tie or telling_apart.intersection(reading.lowers[phrase.first : phrase.end]):
            continue
        owner, somebody = places.get(phrase.first), places.get(phrase.end - 1)
        is_two = owner is not None and owner is not somebody and owner.sort == "person"
        if owner is not None and somebody is not None and is_two and len(found) < _MOST:
            found.append((owner, noun, somebody))
    return found


def _named_elsewhere(owner: Entity, noun: str, ties: Sequence[Tie]) -> Entity | None:
    """Return whom a name beside the same tie tells: "her husband … her husband, Hugh"."""
    named = {id(e): e for who, what, e in ties if who is owner and what == noun and e.is_named}
    return next(iter(named.values())) if len(named) == 1 else None


def _who_calls_so(
    owner: Entity, noun: str, ties: Sequence[Tie], reading: Reading
) -> Entity | None:
    """Return who has the owner for the counterpart: her husband is whose wife she is."""
    others = reading.lists.grammar.ties.get(noun, ())
    callers = {id(who): who for who, what, e in ties if e is owner and what in others}
    return next(iter(callers.values())) if len(callers) == 1 else None


def _family(entities: Iterable[Entity]) -> Mapping[str, Sequence[Entity]]:
    """Return the people with a surname, by it."""
    people = {id(one): one for one in entities if one.sort == "person" and one.is_named}
    found: dict[str, list[Entity]] = {}
    for person in people.values():
        found.setdefault(person.words[-1], []).append(person)
    return found


def _of_one_surname(
    owner: Entity,
    ties: Sequence[Tie],
    family: Mapping[str, Sequence[Entity]],
    known: Iterable[str],
) -> Entity | None:
    """Return the one other person of a surname, if nobody else is told to be of the family."""
    kin = [one for one in family.get(owner.words[-1], ()) if len(one.words) >= _FULL]
    others = [one for one in kin if one is not owner]
    is_whole = len(kin) == _COUPLE and len(others) == 1
    nouns = {what for who, what, _ in ties if who is owner}
    is_free = is_whole and others[0].heads.isdisjoint(known)
    return others[0] if is_free and len(nouns) == 1 else None


def _by_surname(ties: Sequence[Tie], family: Mapping[str, Sequence[Entity]]) -> dict[int, Entity]:
    """Return whom "Mr Tapp" means, after "Jean Tapp … her husband, Hugh"."""
    found: dict[int, Entity] = {}
    for owner, _, somebody in ties:
        alone = [one for one in family.get(owner.words[-1], ()) if len(one.words) == 1]
        is_first = somebody.is_named and len(somebody.words) == 1 and len(owner.words) >= _FULL
        fitting = [one for one in alone if one.gender and one.gender == somebody.gender]
        if is_first and len(fitting) == 1 and fitting[0] is not somebody:
            found[id(fitting[0])] = somebody
    return found
