"""The first sentence of a report: "The education secretary is under fire. Ada Hill said"."""

from collections.abc import Sequence

from reader.core.sources.chain.entities import Entity
from reader.core.sources.chain.phrases import Phrase
from reader.core.sources.chain.pronouns import Scenes
from reader.core.sources.chain.reading import Reading

_LEADS = 2  # sentences: a headline, and the one after it
_NEAR = 3  # sentences after it in which the name may follow


def named_after(reading: Reading, phrases: Sequence[Phrase], scenes: Scenes) -> dict[int, Entity]:
    """Return by `id` whom a description at the beginning means that is named only afterwards.

    The first person named must be what a sentence is about, nothing else may be told of who it
    is, and a description with "a" needs an age beside the name ("A nurse … Ada Hill, 43, said").

    Args:
        reading: The text.
        phrases: Its noun phrases.
        scenes: Whom each sentence speaks of.
    """
    for number in range(_LEADS):
        someone = scenes.at(number).subject
        if someone is None or someone.sort != "someone":
            continue
        first = someone.references[0].first
        told = next((p for p in phrases if p.first <= first < p.end and not p.has_name), None)
        person = _first_named(scenes, number)
        if told is None or person is None or not _may_be(told, someone, person):
            continue
        role = reading.text(told.first, told.end)
        person.roles[role] = range(told.first, told.end)
        person.heads.add(reading.lowers[told.end - 1])
        return {id(someone): person}
    return {}


def _first_named(scenes: Scenes, number: int) -> Entity | None:
    """Return the first person named after a sentence, where one near by is about that person."""
    for following in range(number, number + _NEAR + 1):
        scene = scenes.at(following)
        people = [entity for entity in scene.ranked() if entity.sort == "person"]
        if people:
            is_about = following > number and scene.subject is people[0]
            return people[0] if is_about else None
    return None


def _may_be(told: Phrase, someone: Entity, person: Entity) -> bool:
    is_alike = not someone.gender or person.gender in {"", someone.gender}
    is_aged = any(head[:1].isdigit() for head in person.heads)
    is_known = told.opening == "definite" or (told.opening == "indefinite" and is_aged)
    return is_known and is_alike and not person.roles
