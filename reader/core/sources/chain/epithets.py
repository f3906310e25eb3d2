"""Epithets: "the former mayor said", of the one who has just been speaking."""

from collections.abc import Sequence, Set

from reader.core.sources.chain.entities import Entity
from reader.core.sources.chain.phrases import Phrase
from reader.core.sources.chain.pronouns import Scenes
from reader.core.sources.chain.reading import Reading
from reader.core.sources.kinds_in_words.kinds import kind_of
from reader.core.sources.source import SourceKind

_NAME_WORDS = 3  # with a capital, which make a name and no description
_NEAR = 3  # sentences back to the last who spoke
_PERSONS = frozenset({"person", "someone"})
_WITHOUT_LEADERS = frozenset({"citizen", "business", "expert"})
_TRADES = frozenset({"unclear", "citizen", "business", "expert", "media"})
_NOT_PEOPLE = frozenset({"document"})
# What one person can be called besides the kind that is told of him.
_ALSO: dict[SourceKind, frozenset[SourceKind]] = {
    "official": frozenset({"party", "expert"}),
    "party": frozenset({"official"}),
    "expert": frozenset({"official"}),
}


class Epithets:
    """Finds whom a new description means that speaks: the last speaker, or nobody.

    News brings in what somebody is by the words for who goes on speaking: "Ada Hill said … the
    former nurse said". Not so for offices, of which there is one ("the president"), nor for
    parts in an event ("the victim"), which may be somebody else's.
    """

    def __init__(self, reading: Reading, speaking: Set[int]) -> None:
        """Take a text and those who have been said to speak so far, by `id`."""
        self._reading, self._speaking = reading, speaking
        self._lists, self._grammar = reading.lists, reading.lists.grammar
        grammar = self._grammar
        self._parties = frozenset(grammar.parties).union(*grammar.parties.values())
        self._taken = grammar.sole_offices | grammar.voices | grammar.parts | grammar.other
        self._taken |= self._lists.crowds | self._lists.nobodies | grammar.anybody

    def is_one(self, phrase: Phrase) -> bool:
        """Tell whether a phrase that no list tells of is one: "the miller", "the Italian"."""
        lower = self._reading.lowers[phrase.end - 1]
        if phrase.opening != "definite" or phrase.is_plural:
            return False
        if self._is_nationality(phrase):
            return True
        told = self._reading.lowers[phrase.core : phrase.end - 1]
        if not phrase.has_name and not self._grammar.formerly.isdisjoint(told):
            return True  # "the former ambo"
        is_doer = lower.endswith(self._grammar.doers) and not phrase.has_name
        return is_doer and lower not in self._lists.kinds and lower not in self._lists.weak_kinds

    def meant(
        self, phrase: Phrase, end: int, scenes: Scenes, alone: Entity | None = None
    ) -> Entity | None:
        """Return the one who has been speaking, where the description can be of that person.

        Args:
            phrase: The description, which speaks or opens a sentence.
            end: Where it ends with what hangs on it.
            scenes: Whom the sentences up to here speak of.
            alone: The one person named in the sentence before, where it opens a sentence.
        """
        is_one = phrase.opening == "definite" or self._is_of_body(phrase)
        if not is_one or phrase.is_plural or not self._is_free(phrase, end):
            return None
        scene = scenes.at(phrase.sentence)
        person = alone or self._last_speaker(phrase, scenes)
        is_here = person is not None and id(person) in scene.present
        if person is None or (is_here and not self._is_beside(phrase, person)):
            # "Hill is to ban Reed, after the candidate said"
            before = phrase.first - 1
            is_under = self._reading.tags[before] == "IN"
            is_under &= self._reading.lowers[before] not in self._grammar.relative
            person = scene.other_named() if is_under else None
        if person is None or not self._may_be(phrase, person):
            return None
        if not self._is_nationality(phrase) and not self._reading.is_aged(self._head(phrase)):
            role = self._reading.text(phrase.first, end)
            person.roles.setdefault(role, range(phrase.first, end))
            person.asides.add(role)
        person.heads.add(self._head(phrase))
        return person

    def _is_of_body(self, phrase: Phrase) -> bool:
        """Tell whether a body that has no name here owns somebody: "the union's president"."""
        owner, words = phrase.core - 2, self._reading.words
        is_owned = phrase.opening == "owned" and owner > phrase.first
        return is_owned and words[owner].islower() and self._reading.is_body(words[owner])

    def _is_beside(self, phrase: Phrase, person: Entity) -> bool:
        """Tell whether a description follows a name and a comma: "Ada Hill, the only woman"."""
        comma = phrase.first - 1
        return self._reading.words[comma] == "," and person.references[-1].end == comma

    def _head(self, phrase: Phrase) -> str:
        return self._reading.lowers[phrase.end - 1]

    def _is_nationality(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is "the Italian": the singular, so no "the British"."""
        is_word = phrase.end - phrase.core == 1
        peoples = self._reading.nationalities | self._grammar.demonyms
        return is_word and self._head(phrase) in peoples

    def _is_free(self, phrase: Phrase, end: int) -> bool:
        """Tell whether a description may be of anybody: no office, no part in an event."""
        reading, grammar, head = self._reading, self._grammar, self._head(phrase)
        told = reading.lowers[phrase.core : phrase.end - 1]
        is_former = not grammar.formerly.isdisjoint(told)
        taken = self._taken
        if not (is_former or self._is_of_body(phrase)) and (
            head in taken or not taken.isdisjoint(told)
        ):
            return False
        joins, number = reading.lowers[phrase.end], reading.tags[phrase.end + 1]
        is_counted = joins in grammar.close_joins and number == "CD"  # "the mother of three"
        if (
            not told
            and not is_counted
            and phrase.opening == "definite"
            and head in self._lists.too_general
        ):
            return False  # "the man said" adds nothing by which he could be known
        if reading.is_body(head) or self._lists.kinds.get(head) in _NOT_PEOPLE:
            return False
        words = reading.words[phrase.core : phrase.end]
        is_seat = head in grammar.lawmakers  # "the Osk North MP"
        if len(words) >= _NAME_WORDS and not is_seat and all(word[0].isupper() for word in words):
            return False  # "the Osk Independent System Operator" is a body's name
        is_foreign = bool(reading.nationalities.intersection(told))
        if is_foreign and self._kind(phrase) == "official" and not is_former:
            return False  # "the French leader" is not the German one
        return (end == phrase.end or is_counted) and reading.lowers[end] not in grammar.relative

    def _last_speaker(self, phrase: Phrase, scenes: Scenes) -> Entity | None:
        """Return who spoke last, or whom the last sentence brought in by name."""
        for scene in scenes.back(phrase.sentence, _NEAR):
            one = scene.subject
            is_person = one is not None and one.sort in _PERSONS
            if one is not None and is_person and self._is_known(one):
                return one
        return None

    def _is_known(self, person: Entity) -> bool:
        """Tell whether somebody has a name, has spoken, or belongs to somebody: "her husband"."""
        is_kin = not self._grammar.ties.keys().isdisjoint(person.words)
        return person.is_named or is_kin or id(person) in self._speaking

    def _may_be(self, phrase: Phrase, person: Entity) -> bool:
        """Tell whether gender, age and kind do not speak against it."""
        head, grammar = self._head(phrase), self._grammar
        first = head.partition("-")[0]
        gender = "he" if first in grammar.men else "she" if first in grammar.women else ""
        if gender and person.gender not in {"", gender}:
            return False
        if head[0].isdigit() and any(other[:1].isdigit() for other in person.heads):
            return head in person.heads  # "the 43-year-old" is not 51
        told = self._reading.lowers[phrase.core : phrase.end - 1]
        if head in person.heads or head in person.words:
            return self._tells_more(phrase, head, told, person)
        is_past = not grammar.formerly.isdisjoint(told) or any(map(self._spans_years, told))
        return is_past or self._is_of_kind(phrase, head, told, person)

    def _tells_more(self, phrase: Phrase, head: str, told: Sequence[str], person: Entity) -> bool:
        """Tell whether words of another sort stand before an office: "the Labour senator".

        Two parties, or two places, would tell two people apart.
        """
        words = self._reading.words[phrase.core : phrase.end - 1]
        roles = " ".join(role for role in person.roles if head in role.lower().split()).split()
        if not words or not roles or not all(word[0].isupper() for word in words):
            return False
        parties = self._parties
        is_party = not parties.isdisjoint(told)
        others = [word for word in roles if word[0].isupper() and word.lower() != head]
        return all((word.lower() in parties) != is_party for word in others)

    def _is_of_kind(self, phrase: Phrase, head: str, told: Sequence[str], person: Entity) -> bool:
        """Tell whether somebody of that kind can be called so."""
        kind, is_leader = self._kind(phrase), head in self._grammar.led
        if head in self._grammar.contesting and person.heads & self._grammar.thrones:
            return False  # "the nominee" is who runs against the president
        if kind in _TRADES and not is_leader:
            return True  # who holds an office has a trade too: "the dairy farmer"
        name = () if person.is_named else (person.name,)
        theirs = kind_of("; ".join((*person.roles, *sorted(person.heads), *name)), self._lists)
        of_whom = kind_of(" ".join(told), self._lists) if told else "unclear"
        if "armed-group" in {of_whom, theirs} and len({of_whom, theirs, "unclear"}) > 2:
            return False  # "the guerrilla chief" is no minister
        if is_leader and not self._parties.isdisjoint(told) and theirs != "party":
            politicians = self._grammar.lawmakers | self._grammar.thrones | self._grammar.elected
            roles = " ".join(person.roles).lower().split()
            return not politicians.isdisjoint(roles)  # "the Labour leader" is no commissioner
        if is_leader or head in self._lists.weak_kinds:  # "the leader" leads anything but a shop
            return theirs == kind or theirs not in _WITHOUT_LEADERS
        return theirs in {kind, "unclear"} or kind in _ALSO.get(theirs, ())

    def _spans_years(self, word: str) -> bool:
        """Tell whether a word says for how long: "the 19-year veteran"."""
        return word[:1].isdigit() and word.endswith(self._grammar.years)

    def _kind(self, phrase: Phrase) -> SourceKind:
        return kind_of(self._reading.text(phrase.core, phrase.end), self._lists)
