"""Names that follow: "The head of the firm said it grew. “We hire,” Ada Hill said"."""

from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from reader.core.sources.chain.entities import Entity, Reference
from reader.core.sources.chain.phrases import Phrase
from reader.core.sources.chain.pronouns import Scenes
from reader.core.sources.chain.reading import Reading
from reader.core.sources.kinds_in_words.kinds import kind_of

_LEADS = 2  # sentences: a headline, and the one after it
_NEAR = 3  # sentences after it in which the name may follow
_FIRST = 3  # places of somebody at which its description is looked for
_SOON = 6  # sentences after a speaker's words in which the name may follow


def told_before(
    reading: Reading, phrases: Sequence[Phrase], scenes: Scenes, speaking: Container[int]
) -> dict[int, Entity]:
    """Return by `id` whom a description means that speaks and is named when it speaks again.

    The next who speaks must be named here for the first time, in full, with nothing else told of
    who it is: "A bodyguard told the court that he ran. Thabo Reed said he was afraid".

    Args:
        reading: The text.
        phrases: Its noun phrases.
        scenes: Whom each sentence speaks of.
        speaking: Who has been said to speak, by `id`.
    """
    subjects = [
        (number, first)
        for number in scenes.told()
        if (first := next(scenes.at(number).among(speaking), None)) is not None
    ]
    speakers = {id(person): person for _, person in subjects}
    names = {number: _first_name(person) for number, person in speakers.items()}
    found: dict[int, Entity] = {}
    for (number, someone), (following, person) in pairwise(subjects):
        is_new = following - number <= _SOON and _is_in(names[id(person)], following, reading)
        told = _description(someone, reading, phrases) if is_new else None
        if told is None or not _is_alike(someone, person):
            continue
        if _speaks_for_others(someone, person, reading):
            continue
        head, lists = reading.lowers[told.end - 1], reading.lists
        is_lead = bool(someone.gender) and following <= _SOON  # "A woman … Ada Hill, who said"
        is_telling = head not in lists.nobodies and (is_lead or head not in lists.too_general)
        is_untold = is_telling and _is_untold(person, following, reading)
        if is_untold or head in person.heads:
            _tell(person, told, reading)
            found[id(someone)] = person
    return found


def _speaks_for_others(someone: Entity, person: Entity, reading: Reading) -> bool:
    """Tell whether a spokesman without a name speaks for a body that somebody does not.

    "A spokesman for Osk Power said … State Department spokesman Bo Hill said" are two, and so are
    "a hospital spokesman said … Ada Hill, who was there, said".
    """
    grammar = reading.lists.grammar
    if someone.words[-1] not in grammar.voices:
        return False
    words = [word for word in someone.name.split() if word.lower() not in grammar.voices]
    body = {word.lower() for word in words if word[0].isupper()} or {*map(str.lower, words)}
    body -= grammar.articles | grammar.role_joins
    return bool(body) and person.told().isdisjoint(body)


def _is_untold(person: Entity, sentence: int, reading: Reading) -> bool:
    """Tell whether nothing says who somebody is, up to the sentence of the first name.

    A clause of what somebody was tells it too: "Ada Hill, who was on the boat, said".
    """
    _, past_last = reading.tokens.sentences[sentence]
    told = (place for role, place in person.roles.items() if role not in person.asides)
    if any(place.start < past_last for place in told):
        return False
    end = next((item.end for item in person.references if item.name < item.end), 0)
    is_clause = reading.lowers[end + 1] in reading.lists.grammar.personal_relative
    is_clause = is_clause and reading.lowers[end + 2] in reading.lists.grammar.be
    return not (reading.words[end] == "," and is_clause) or bool(person.gender)


def _first_name(person: Entity) -> Reference | None:
    """Return the place where somebody is named for the first time, if that is by a full name."""
    if person.sort not in {"person", "named"} or len(person.words) < 2:
        return None
    named = next((item for item in person.references if item.name < item.end), None)
    return named if named is not None and named.form == "full" else None


def _is_in(place: Reference | None, sentence: int, reading: Reading) -> bool:
    """Tell whether a place is one of a sentence."""
    first, past_last = reading.tokens.sentences[sentence]
    return place is not None and first <= place.first < past_last


def _description(someone: Entity, reading: Reading, phrases: Sequence[Phrase]) -> Phrase | None:
    """Return the words with an article by which somebody without a name was met first."""
    if someone.sort != "someone":
        return None
    one = reading.lists.grammar.one
    for reference in someone.references[:_FIRST]:
        place = bisect_right(phrases, reference.first, key=lambda phrase: phrase.first) - 1
        told = phrases[place]
        is_one = reading.lowers[told.first] in one  # of several, not of the news
        if told.opening in {"definite", "indefinite"} and not (is_one or told.has_name):
            return told
    return None


def _is_alike(someone: Entity, person: Entity) -> bool:
    return not someone.gender or person.gender in {"", someone.gender}


def _tell(person: Entity, told: Phrase, reading: Reading) -> None:
    """Note that a description is somebody's role."""
    person.roles[reading.text(told.first, told.end)] = range(told.first, told.end)
    person.heads.add(reading.lowers[told.end - 1])


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
        if someone is None or someone.sort != "someone" or not _is_first(someone, scenes, number):
            continue
        first = someone.references[0].first
        told = next((p for p in phrases if p.first <= first < p.end and not p.has_name), None)
        person = _first_named(scenes, number)
        if told is None or person is None or not _may_be(told, someone, person):
            continue
        _tell(person, told, reading)
        return {id(someone): person}
    return {}


def _is_first(someone: Entity, scenes: Scenes, number: int) -> bool:
    """Tell whether a sentence speaks of nobody else without a name before somebody."""
    present = scenes.at(number).present.values()
    return next(one for one in present if one.sort == "someone") is someone


def _first_named(scenes: Scenes, number: int) -> Entity | None:
    """Return the first person named after a sentence, where one near by is about that person."""
    for following in range(number, number + _NEAR + 1):
        scene = scenes.at(following)
        people = [entity for entity in scene.ranked() if entity.sort == "person"]
        if people:
            is_about = following > number and scene.subject is people[0]
            return people[0] if is_about else None
    return None


def body_named_after(reading: Reading, scenes: Scenes) -> dict[int, Entity]:
    """Return by `id` whom a body at the beginning is that the next sentences name.

    "An Indian firm has turned to lasers. Tata uses them": the first body that a sentence is
    about, of the same kind or of none that its name tells.

    Args:
        reading: The text.
        scenes: Whom each sentence speaks of.
    """
    for number in range(_LEADS):
        someone = scenes.at(number).subject
        if someone is None or someone.is_named:
            continue
        is_firm = someone.words[-1] in reading.lists.grammar.firms  # "a bookmaker"
        if someone.sort != "body" and not (is_firm and someone.sort == "someone"):
            continue
        if not _is_brought_in(someone, reading):
            return {}
        named = _first_body(scenes, number)
        if named is None or named.begins < someone.begins:
            return {}
        kind = kind_of(someone.name, reading.lists)
        is_alike = kind_of(" ".join(named.words), reading.lists) in {kind, "unclear"}
        return {id(someone): named} if is_alike and kind != "unclear" else {}
    return {}


def _is_brought_in(someone: Entity, reading: Reading) -> bool:
    """Tell whether somebody is new to the reader: "an Indian firm"."""
    first = someone.references[0].first
    near = reading.lowers[max(0, first - 1) : first + 1]
    return not reading.lists.grammar.indefinite.isdisjoint(near)


def _first_body(scenes: Scenes, number: int) -> Entity | None:
    """Return the body that one of the next sentences is about, if it names no other before."""
    for following in range(number + 1, number + _NEAR):
        scene = scenes.at(following)
        bodies = [one for one in scene.ranked() if one.sort == "body" and one.is_named]
        if bodies:
            return bodies[0] if scene.subject is bodies[0] else None
    return None


def told_in_headline(
    reading: Reading, scenes: Scenes, entities: Iterable[Entity]
) -> dict[int, Entity]:
    """Return by `id` whom a headline means that lets somebody speak who is named in the text.

    "Organizer says party is deaf" means Ada Hill, if she is the one organizer that is told of.

    Args:
        reading: The text.
        scenes: Whom each sentence speaks of.
        entities: All that the text speaks of.
    """
    for number in range(_LEADS):
        someone = scenes.at(number).subject
        if someone is None or someone.sort != "someone" or len(someone.references) > 1:
            continue
        head = someone.words[-1]
        people = (one for one in entities if one.sort == "person" and one.is_named)
        bearers = [one for one in people if head in one.heads]
        is_one = len(bearers) == 1 and someone.begins < bearers[0].begins
        is_one = is_one and not _speaks_for_others(someone, bearers[0], reading)
        if is_one and _is_alike(someone, bearers[0]):
            return {id(someone): bearers[0]}
    return {}


def _may_be(told: Phrase, someone: Entity, person: Entity) -> bool:
    is_aged = any(head[:1].isdigit() for head in person.heads)
    is_known = told.opening == "definite" or (told.opening == "indefinite" and is_aged)
    return is_known and _is_alike(someone, person) and not person.roles
