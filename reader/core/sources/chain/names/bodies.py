"""Shorter names of bodies: abbreviations, and the first or last words of a name."""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain

from reader.core.sources.aliases import abbreviations
from reader.core.sources.chain.entities import Entity
from reader.core.sources.chain.phrases import Phrase
from reader.core.sources.chain.reading import Reading
from reader.core.sources.kinds_in_words.kinds import kind_of
from reader.core.sources.source import SourceKind
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.kept import Kept

Words = tuple[str, ...]
_FIRMS = frozenset({"business", "media"})
_SHORT = 2  # words of a name that has no middle
_SMALL = 3  # letters; words as short say nothing in initials: "of", "the"


def join_bodies(
    reading: Reading,
    phrases: Sequence[Phrase],
    found: Mapping[int, Entity],
    spoken: Set[int] = frozenset(),
) -> dict[int, Entity]:
    """Return the entity of each named phrase, with the shorter names of bodies joined.

    Args:
        reading: The text.
        phrases: Its noun phrases with a name.
        found: The entity of each named phrase so far, by the first token of the name.
        spoken: The tokens of those who are said to speak.
    """
    people = {
        word for entity in found.values() if entity.sort == "person" for word in entity.words
    }
    bodies = {e.words: e for e in found.values() if e.sort in {"body", "named"}}
    kinds = Kept[Words, SourceKind](lambda words: kind_of(" ".join(words), reading.lists))
    speaking = {(reading.lowers[at],) for at in found if at in spoken}
    written = [reading.lowers[phrase.name : phrase.end] for phrase in phrases]
    told = {*written, *bodies}
    shorter_names = _shortened(bodies, told, people, kinds, speaking, reading.lists)
    alias = _abbreviated(reading, bodies) | shorter_names
    alias = {shorter: alias.get(entity.words, entity) for shorter, entity in alias.items()}
    for shorter, entity in alias.items():
        if shorter in bodies and bodies[shorter] is not entity:
            entity.heads |= bodies[shorter].heads
    joined = dict(found)
    for phrase, key in zip(phrases, written, strict=True):
        known = joined.get(phrase.name)
        longer = alias.get(key) if known is None or known.sort == "body" else None
        if longer is not None and not _is_place(reading, phrase, known):
            joined[phrase.name] = longer
    return joined


def join_offices(found: Mapping[int, Entity]) -> dict[int, Entity]:
    """Return the entities with "the BDO" joined to the one person who is its long form.

    Args:
        found: The entity of each named phrase, its roles taken, by the first token of the name.
    """
    people = {id(entity): entity for entity in found.values() if entity.sort == "person"}
    initials: dict[str, dict[int, Entity]] = {}
    for number, person in people.items():
        for role in person.roles:
            for short in _initials_of(role):
                initials.setdefault(short, {})[number] = person
    joined = dict(found)
    for place, entity in found.items():
        is_short = entity.sort == "body" and entity.name[1:].upper() == entity.name[1:]
        is_short &= len(entity.words) == 1
        bearers = initials.get(entity.words[0], {}) if is_short else {}
        if len(bearers) == 1:
            joined[place] = next(iter(bearers.values()))
    return joined


def _initials_of(role: str) -> Iterator[str]:
    """Yield the initials of some words of a role, with and without the small ones."""
    told = [word for word in role.split() if word[:1].isalpha()]
    for words in (told, [word for word in told if len(word) > _SMALL]):
        for first in range(max(0, len(words) - 1)):
            for end in range(first + 2, len(words) + 1):
                yield "".join(word[0] for word in words[first:end]).lower()


def _is_place(reading: Reading, phrase: Phrase, known: Entity | None) -> bool:
    """Tell whether a word that is no name of a body by itself stands for a place here."""
    before = reading.lowers[phrase.first - 1]
    return known is None and before in reading.lists.grammar.before_places


def _abbreviated(reading: Reading, bodies: Mapping[Words, Entity]) -> dict[Words, Entity]:
    """Return the bodies that an abbreviation stands for, as the text spells it out."""
    found = _by_initials(bodies)
    for short, name in abbreviations(reading.tokens.text, reading.lists.grammar).items():
        words = tuple(name.split())
        ends = (words[first:] for first in range(len(words) - 1))
        entity = next((bodies[key] for key in ends if key in bodies), None)
        if entity is not None:
            found[(short,)] = entity
    return found


def _by_initials(bodies: Mapping[Words, Entity]) -> dict[Words, Entity]:
    """Return the bodies whose capitals alone make another name: "USI"."""
    found: dict[Words, list[Entity]] = {}
    for words, entity in bodies.items():
        capitals = "".join(map(_capitals, entity.name.split())).lower()
        if len(words) > 1 and len(capitals) > 1:
            found.setdefault((capitals,), []).append(entity)
    is_short = {key for key, entity in bodies.items() if entity.name.isupper()}
    return {
        key: owners[0] for key, owners in found.items() if len(owners) == 1 and key in is_short
    }


def _capitals(word: str) -> str:
    """Return what a word gives to an abbreviation: "B.C." two letters, "British" one."""
    letters = word.replace(".", "")
    return letters if word.endswith(".") and letters.isupper() else word[:1] * word[0].isupper()


def _shortened(
    bodies: Mapping[Words, Entity],
    told: Set[Words],
    people: set[str],
    kinds: Mapping[Words, SourceKind],
    speaking: Set[Words],
    lists: SourceWords,
) -> dict[Words, Entity]:
    """Return what begins or ends the name of one body alone, of the names that are told.

    A paper's name begins with its place: "New York" is no short form of "New York Times".
    """
    owners: dict[Words, dict[int, Entity]] = {}
    namers, small = lists.bodies, lists.grammar.inside_names
    for words, entity in bodies.items():
        head = next((i for i, word in enumerate(words) if word in small), 0)
        if head and words[head - 1] in namers:  # "Foundation" of "Osk Foundation for the Arts"
            owners.setdefault((words[head - 1],), {})[id(entity)] = entity
        if len(words) > _SHORT:  # "Osk Council" of "Osk Borough Council"
            owners.setdefault((words[0], words[-1]), {})[id(entity)] = entity
        for part in _ends(words, told):
            is_one, is_first = len(part) == 1, part != words[-len(part) :]
            kind, last = kinds[words], words[-1]
            is_firm = kind in _FIRMS and part in speaking and part in bodies
            is_place = is_first and kind == "media" and last not in lists.grammar.general_bodies
            # "Fenwick" is no university; "Harlow" said it is Harlow Foods
            is_place |= is_one and is_first and last in namers and not is_firm
            is_place |= is_one and part[0].endswith(".")  # "Highways B.C."
            is_place |= is_one and part[0] in lists.states  # "Alternative for Germany"
            if not is_place and not people.issuperset(part):
                owners.setdefault(part, {})[id(entity)] = entity
    sole = {part: next(iter(ones.values())) for part, ones in owners.items() if len(ones) == 1}
    for part, ones in owners.items():
        meant = {id(one): one for one in (sole.get(e.words, e) for e in ones.values())}
        if len(meant) == 1:  # "Supreme Court" is short for "Supreme Court of Osk" itself
            sole[part] = next(iter(meant.values()))
    return sole


def _ends(words: Words, told: Set[Words]) -> list[Words]:
    """Return what a name begins and ends with, as far as it is told: of most names nothing is."""
    both = ((words[:length], words[-length:]) for length in range(1, min(len(words), 6)))
    return [part for part in chain.from_iterable(both) if part in told]
