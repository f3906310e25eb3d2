"""Pronouns: the last subject first, hard checks of number and gender, and nobody when unsure."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reader.core.sources.chain.entities import Entity

_REACH = 3  # sentences back that speak of somebody
_FARTHEST = 9  # sentences back
_MOST = 40  # entities of one sentence
_PERSONS = frozenset({"person", "someone"})
_HUMAN = frozenset({"person", "someone", "named"})


@dataclass(slots=True)
class Scene:
    """Whom one sentence speaks of.

    Attributes:
        present: Everybody, in reading order.
        subject: Whom the sentence is about: who speaks, else the first before its verb.
        teller: According to whom it is told, or None.
        acting: Who does something to "him" or "her", by `id`, each with that pronoun.
        owning: Who only owns something in it, by `id`: "Hill's plan".
        later: Who does something in a clause of time, by `id`: "when the sister comes".
        unclear: The pronouns for somebody of whom it is not known who it is.
    """

    present: dict[int, Entity] = field(default_factory=dict)
    subject: Entity | None = None
    teller: Entity | None = None
    acting: set[tuple[int, str]] = field(default_factory=set)
    owning: set[int] = field(default_factory=set)
    later: set[int] = field(default_factory=set)
    unclear: set[str] = field(default_factory=set)

    def add(self, entity: Entity) -> None:
        """Note somebody; of a list of very many only the first count."""
        if len(self.present) < _MOST:
            self.present[id(entity)] = entity

    def ranked(self) -> Iterable[Entity]:
        """Return the subject, then the others."""
        first = [self.subject] if self.subject else []
        return (
            *first,
            *(entity for entity in self.present.values() if entity is not self.subject),
        )

    def may_mean(self, gender: str, entity: Entity) -> bool:
        """Tell whether a pronoun can mean somebody; who "told her" is nobody known as a woman."""
        if entity.gender:
            return entity.gender == gender
        return (id(entity), gender) not in self.acting

    def people(self, gender: str) -> Iterator[Entity]:
        """Yield whom "he" or "she" may mean, the subject first.

        What only may be a person's name counts where a sentence is about it.
        """
        for entity in self.ranked():
            is_human = entity.sort in _PERSONS or (
                entity.sort == "named" and entity is self.subject
            )
            if is_human and self.may_mean(gender, entity):
                yield entity

    def without_unheard(self, speaking: Container[int]) -> "Scene":
        """Return the scene without those who have no name and have said nothing."""
        present = {
            number: entity
            for number, entity in self.present.items()
            if entity.sort != "someone" or number in speaking
        }
        subject = self.subject if self.subject and id(self.subject) in present else None
        return replace(self, present=present, subject=subject)

    def other_named(self) -> Entity | None:
        """Return the one person named in the sentence who is not its subject."""
        people = [one for one in self.present.values() if one.sort == "person"]
        others = [one for one in people if one is not self.subject and one.is_named]
        return others[0] if self.subject is not None and len(others) == 1 else None

    def among(self, speaking: Container[int]) -> Iterator[Entity]:
        """Yield those who are said to speak, by `id`, in reading order."""
        return (entity for number, entity in self.present.items() if number in speaking)


class Scenes:
    """Whom the sentences up to here speak of."""

    def __init__(self) -> None:
        self._scenes: dict[int, Scene] = {}

    def __contains__(self, sentence: int) -> bool:
        return sentence in self._scenes

    def told(self) -> Sequence[int]:
        """Return the sentences of which something is noted, in order."""
        return sorted(self._scenes)

    def at(self, sentence: int) -> Scene:
        """Return the scene of a sentence."""
        scene = self._scenes.get(sentence)
        if scene is None:
            scene = self._scenes[sentence] = Scene()
        return scene

    def near(self, sentence: int, reach: int = _REACH) -> Sequence[Entity]:
        """Return whom this sentence and those before speak of, the last subject first."""
        ranked: dict[int, Entity] = {}
        for scene in self.back(sentence, reach):
            for entity in scene.ranked():
                ranked.setdefault(id(entity), entity)
        return tuple(ranked.values())

    def back(self, sentence: int, reach: int = _REACH) -> Iterable[Scene]:
        """Yield this scene and those before; quoted sentences between count little."""
        left = reach + 1
        for number in range(sentence, max(-1, sentence - _FARTHEST), -1):
            if left and number in self._scenes:
                left -= number != sentence
                yield self._scenes[number]

    def since(self, first: int, sentence: int) -> Iterable[Scene]:
        """Yield this scene and those before it back to the sentence `first`."""
        earliest = max(first, sentence - _FARTHEST)
        yield from (
            self._scenes[number]
            for number in range(sentence, earliest - 1, -1)
            if number in self._scenes
        )

    def subjects(self, sentence: int, reach: int = _REACH) -> Sequence[Entity]:
        """Return the subjects of this sentence and those before, the last first."""
        found: dict[int, Entity] = {}
        for scene in self.back(sentence, reach):
            if scene.subject:
                found.setdefault(id(scene.subject), scene.subject)
        return tuple(found.values())


def person_meant(
    gender: str, scenes: Sequence[Scene], speaking: Container[int], *, is_speaker: bool = False
) -> Entity | None:
    """Return whom "he" or "she" means, or None when two could be meant.

    The last sentence that speaks of anybody of this gender counts. Who only appears there, while
    somebody else has been speaking before, is not sure to be the one; nor is anybody where a
    "he" or "she" that means nobody known stands between.

    Args:
        gender: "he" or "she".
        scenes: Whom the sentences near by speak of, the last sentence first.
        speaking: Who has been said to speak, by `id`.
        is_speaker: The pronoun stands for who speaks.
    """
    fitting = [list(scene.people(gender)) for scene in scenes]
    last = next((number for number, people in enumerate(fitting) if people), None)
    if last is None or any(gender in scene.unclear for scene in scenes[: last + 1]):
        return None  # "He accused Hill. He noted"
    people = fitting[last]
    told = [entity for entity in people if entity.gender == gender]
    if len(told) == 1 and told[0].sort != "named":
        return _instead(told[0], people, scenes[last], speaking, is_speaker=is_speaker) or told[0]
    first = people[0]
    if first.sort == "named":
        is_subject = first is scenes[last].subject
        return (
            first if is_subject and len({id(e) for some in fitting for e in some}) == 1 else None
        )
    has_spoken = id(first) in speaking
    if len(people) > 1 and not (has_spoken and first is scenes[last].subject):
        return None
    before = [e for earlier in fitting[last + 1 :] for e in earlier if e is not first]
    rivals = [e for e in before if id(e) in speaking]
    is_new = _is_met_first(first) and (len(people) == 1 or first is scenes[last].subject)
    return first if has_spoken or is_new or not rivals else None


def _instead(
    told: Entity,
    people: Sequence[Entity],
    scene: Scene,
    speaking: Container[int],
    *,
    is_speaker: bool,
) -> Entity | None:
    """Return who is meant although only somebody else is known as a man or a woman, or None.

    Who speaks goes on speaking: "Ada Lee said Mr Hill's plan was bad. She said". Where nobody
    speaks it is who is named for the first time: "Hill's plans were such that Bo King left".
    """
    subject = scene.subject
    if subject is None:
        others = [one for one in people if one is not told]
        is_new = len(others) == 1 and _is_met_first(others[0])
        return others[0] if is_speaker and is_new and id(told) in scene.owning else None
    if id(subject) not in speaking or subject not in people:
        return None
    is_told_of = id(told) not in scene.later and subject.is_named
    return subject if id(told) not in speaking or (is_speaker and is_told_of) else None


def _is_met_first(person: Entity) -> bool:
    """Tell whether somebody has been named once."""
    return person.is_named and person.namings == 1


def only_person(gender: str, paragraph: Iterable[Scene]) -> Entity | None:
    """Return the one person whom a paragraph has spoken of so far, as the subject.

    Args:
        gender: "he" or "she".
        paragraph: Whom its sentences up to here speak of, the last one first.
    """
    scenes = tuple(paragraph)
    people = {id(e): e for scene in scenes for e in scene.ranked() if e.sort in _HUMAN}
    fitting = [e for e in people.values() if all(s.may_mean(gender, e) for s in scenes)]
    if len(people) != 1 or len(fitting) != 1 or fitting[0].sort == "named":
        return None
    return fitting[0] if any(scene.subject is fitting[0] for scene in scenes) else None


def body_meant(near: Sequence[Entity], subjects: Sequence[Entity]) -> Entity | None:
    """Return which body "it" means: the last subject, when that is a body."""
    last = subjects[0] if subjects else None
    if last is not None and last.sort == "body":
        return last
    bodies = [entity for entity in near if entity.sort == "body"]
    return bodies[0] if len(bodies) == 1 and (last is None or last.sort in _HUMAN) else None


def several_meant(scenes: Sequence[Scene], subjects: Sequence[Entity]) -> Entity | None:
    """Return which group or body "they" means: the last subject, when that is one.

    Where the sentence before is about nobody and holds one group, it is that one.
    """
    before = next((scene for scene in scenes if scene.present), None)
    if before is not None and before.subject is None:
        groups = [entity for entity in before.present.values() if entity.sort == "group"]
        if len(groups) == 1:
            return groups[0]
    last = subjects[0] if subjects else None
    return last if last is not None and last.sort in {"group", "body"} else None
