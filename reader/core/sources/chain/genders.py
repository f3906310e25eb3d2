"""Who is told to be a man or a woman, and so whose a last name after "Mr" or "Mrs" is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from reader.core.sources.chain.entities import Entity, Gender
from reader.core.sources.chain.phrases import Phrase
from reader.core.sources.chain.reading import Reading
from reader.core.sources.words.reference_words import ReferenceWords

Words = tuple[str, ...]
MOST = 40  # people of one name
_COUPLE = 2
_OTHER: Mapping[Gender, Gender] = {"he": "she", "she": "he"}


class Genders:
    """Tells the people of one name apart by forms of address and roles."""

    def __init__(
        self,
        reading: Reading,
        named: Sequence[Phrase],
        people: Mapping[Words, Entity],
        bearers: Mapping[str, set[Words]],
        beside: Mapping[int, Words],
    ) -> None:
        """Take a text and who is named in it.

        Args:
            reading: The text.
            named: Its named phrases.
            people: Who is named.
            bearers: The full names that have a word.
            beside: What descriptions beside full names say, by the first token of the name.
        """
        self._reading, self._grammar, self._named = reading, reading.lists.grammar, named
        self._people = people
        self._told: dict[int, Gender] = {}
        self._apart: dict[tuple[Words, Gender], Entity] = {}
        self._addressed: dict[Words, list[Gender]] = {}
        for phrase in named:
            key, gender = self._key(phrase), self._gender(phrase)
            if len(key) > 1 and key in people:
                gender = gender or self._told_by_role(phrase)
                gender = gender or gender_of(beside.get(phrase.name, ()), self._grammar)
                if gender:
                    self._told.setdefault(id(people[key]), gender)
            elif gender and len(key) == 1:
                told = self._addressed.setdefault(key, [])
                if gender not in told:
                    told.append(gender)
        for key, genders in self._addressed.items():
            keys = bearers.get(key[0], ())
            if len(keys) <= MOST:
                family = {id(people[k]): people[k] for k in keys if k in people}
                self._take(tuple(family), genders)

    def _take(self, family: Sequence[int], genders: Sequence[Gender]) -> None:
        """Note who of one name is a man or a woman: one alone by address, one of two by the other.

        Pronouns near a name are of no use where several bear it: "her husband, Bert Reed".
        """
        if len(family) == 1:
            told = (len(genders) > 1 and self._by_pronoun(family[0])) or genders[0]
            self._told.setdefault(family[0], told)
        unknown = [person for person in family if person not in self._told]
        known = {self._told[person] for person in family if person in self._told}
        if len(unknown) == 1 and len(known) == 1 and len(family) == _COUPLE:
            self._told[unknown[0]] = _OTHER[known.pop()]

    def _key(self, phrase: Phrase) -> Words:
        return self._reading.lowers[phrase.name : phrase.end]

    def _by_pronoun(self, person: int) -> Gender:
        """Return what most pronouns after a full name tell: "Ada Reed hoped that she"."""
        count = 0
        for phrase in self._full_names.get(person, ()):
            _, end = self._reading.tokens.sentences[phrase.sentence]
            words = self._reading.lowers[phrase.end : end]
            count += sum((w in self._grammar.she) - (w in self._grammar.he) for w in words)
        return "she" if count > 0 else "he" if count < 0 else ""

    @cached_property
    def _full_names(self) -> Mapping[int, Sequence[Phrase]]:
        """The phrases that name each person in full; gathered when they are first asked for."""
        found: defaultdict[int, list[Phrase]] = defaultdict(list)
        for phrase in self._named:
            key = self._key(phrase)
            if len(key) > 1 and key in self._people:
                found[id(self._people[key])].append(phrase)
        return found

    def _gender(self, phrase: Phrase) -> Gender:
        words = self._reading.lowers[phrase.name - phrase.has_role : phrase.name]
        return gender_of(words, self._grammar)

    def _told_by_role(self, phrase: Phrase) -> Gender:
        """Return what all words before a name tell: "his late wife Ada Reed"."""
        return gender_of(self._reading.lowers[phrase.core : phrase.name], self._grammar)

    def fitting(self, phrase: Phrase, people: dict[int, Entity]) -> dict[int, Entity]:
        """Return those bearers whom "Mr" or "Mrs" before the name leaves.

        "Mr Reed" is not Ada Reed if she is "Mrs Reed" elsewhere, though no other Reed is named.
        """
        gender = self._gender(phrase)
        if not gender:
            return people
        unknown: Gender = gender if len(people) > 1 else ""
        return {
            number: entity
            for number, entity in people.items()
            if self._told.get(number, unknown) == gender
        }

    def apart(self, phrase: Phrase, entity: Entity | None) -> Entity | None:
        """Return whom a last name alone means that is nobody's: "Mr Reed" and "Mrs Reed" are two.

        Where the text has both forms of address, each has an entity of its own, and so has the
        name without either.
        """
        key, gender = self._key(phrase), self._gender(phrase)
        is_both = len(self._addressed.get(key, ())) > 1
        if entity is None or not gender or not is_both:
            return entity
        name = self._reading.text(phrase.name - 1, phrase.end)
        own = Entity("person", key, name, gender=gender, is_named=True)
        return self._apart.setdefault((key, gender), own)


def gender_of(words: Iterable[str], grammar: ReferenceWords) -> Gender:
    """Return the gender that a title or a role tells, or ""."""
    last: Gender = ""
    for word in words:
        last = "he" if word in grammar.men else "she" if word in grammar.women else last
    return last
