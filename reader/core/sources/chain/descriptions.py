"""Descriptions: "the mayor", "a source", "the 80-year-old", "the agency", and whom they mean."""

from collections.abc import Iterable, Mapping, Sequence, Set

from reader.core.sources.chain.entities import Entity, words_of
from reader.core.sources.chain.epithets import Epithets
from reader.core.sources.chain.phrases import Phrase
from reader.core.sources.chain.pronouns import Scenes
from reader.core.sources.chain.reading import Reading
from reader.core.sources.kinds_in_words.kinds import kind_of
from reader.core.sources.source import SourceKind

_NEAR = 2  # sentences back from which an epithet may take somebody up
_PAPERS_NEAR = 4  # sentences back to what "the newspaper" names
_VOICES_NEAR = 8  # sentences back from which "the representative" may be a spokesman
_MOST_MET = 100  # of them that are looked at, where a sentence has no end
_MOST_OWNERS = 200  # who share a noun; where more do, it means none of them
_SOON = 40  # tokens after a description in which its name may follow
_EARLY = 4  # the last sentence in which a report may speak of somebody named later
_LEAD = 2  # the last sentence in which a report may bring in whom its headline means
_FAR = 12  # sentences over which "the source" means the one source met before
_OFTEN = 3  # places at which a main body has been met
_NOBODIES = (Entity("body", (), ""), Entity("body", (), ""))
_PERSONS = frozenset({"person", "someone"})


class Descriptions:
    """Finds whom descriptions mean, in reading order. Where two could be meant it is nobody."""

    def __init__(self, reading: Reading, epithets: Epithets, speaking: Set[int]) -> None:
        self._reading, self._epithets, self._speaking = reading, epithets, speaking
        self._grammar = reading.lists.grammar
        self._telling_apart = (
            self._grammar.formerly | self._grammar.against | reading.nationalities
        )
        self._persons: list[Entity] = []
        self._people: dict[str, list[Entity]] = {}
        self._bodies: dict[str, list[Entity]] = {}
        self._general: dict[str, list[Entity]] = {}
        self._endings: dict[str, list[Entity]] = {}
        self._firsts: Mapping[int, int] = {}
        self._named: list[Entity] = []
        self._of_headlines: list[Entity] = []
        self._someone: dict[str, list[tuple[int, frozenset[str], Entity]]] = {}

    def know(self, entities: Iterable[Entity], firsts: Mapping[int, int]) -> None:
        """Take the people and bodies that the whole text names, with their roles.

        Args:
            entities: The people and bodies.
            firsts: The first token of the first name of each, by `id`.
        """
        self._firsts = firsts
        for entity in entities:
            heads = self._people if entity.sort == "person" else self._bodies
            if entity.sort == "person" and entity.roles:
                self._persons.append(entity)
            nouns = entity.heads - self._reading.lists.too_general
            for head in entity.heads - nouns:
                self._general.setdefault(head, []).append(entity)
            if entity.sort == "body":
                self._named.append(entity)
                if len(entity.words) > 1 and self._may_stand_alone(entity.words[-1]):
                    self._endings.setdefault(entity.words[-1], []).append(entity)
                nouns |= {word for word in entity.words if self._reading.is_body(word)}
            for head in nouns:
                heads.setdefault(head, []).append(entity)

    def _may_stand_alone(self, noun: str) -> bool:
        """Tell whether a noun that ends the name of a body is one for a body by itself."""
        lists = self._reading.lists
        kind = lists.weak_kinds.get(noun, lists.kinds.get(noun, "media"))
        is_other = noun in lists.alike or noun in self._grammar.surnames  # "research", "house"
        return noun in lists.bodies and kind != "media" and not is_other

    def called(self, noun: str) -> Entity | None:
        """Return the one body met so far whose name ends so: "the alliance", "the gallery"."""
        ending = self._endings.get(noun, ())
        return ending[0] if len(ending) == 1 and ending[0].references else None

    def meant(
        self,
        phrase: Phrase,
        end: int,
        scenes: Scenes,
        *,
        alone: Entity | None,
        is_speaking: bool,
    ) -> Entity | None:
        """Return whom a description in the singular means; a new entity for somebody new.

        Args:
            phrase: The description.
            end: Where it ends with what hangs on it.
            scenes: Whom the sentences before speak of.
            alone: The one person named in the sentence before, where it opens a sentence.
            is_speaking: It is said to speak.
        """
        head = self._reading.lowers[phrase.end - 1]
        is_human, is_body = self._reading.is_human(head), self._reading.is_body(head)
        is_nobody = head in self._reading.lists.crowds or head in self._grammar.anybody
        if not (is_human or is_body) or is_nobody:
            return None
        told = frozenset(self._reading.lowers[phrase.core : phrase.end - 1])
        is_heading = phrase.sentence == 0 and phrase.opening == "bare"  # "Minister quits"
        is_bare_body = is_body and phrase.opening == "bare"
        is_small = phrase.opening == "bare" and self._reading.words[phrase.first][0].islower()
        if is_small and not (is_body or is_speaking):
            return None  # "while mayor", "ran for president"
        is_told_before = is_small and head in self._people  # "counsel said"
        is_known = is_heading or is_bare_body or is_told_before
        if phrase.opening in {"definite", "owned"} or is_known:
            known = self._known(phrase, end, head, told, scenes)
            if known is None and (is_speaking or alone is not None):
                known = self._epithets.meant(phrase, end, scenes, alone)
                if known is not None:
                    self._learn(head, known)
            if known is not None:
                return known
            if any(self._fits(one, told, phrase) for one in self._owners(phrase, end, head)):
                return None
        of_headline = self._of_headline(phrase, head)
        return of_headline or self._new(phrase, end, head, told, is_human=is_human)

    def _learn(self, head: str, person: Entity) -> None:
        """Note that a text calls somebody so, for a little later."""
        owners = self._people.setdefault(head, [])
        is_known = any(one is person for one in owners[-_MOST_MET:])
        if not is_known and head not in self._reading.lists.too_general:
            owners.append(person)

    def _of_headline(self, phrase: Phrase, head: str) -> Entity | None:
        """Return whom a headline called so: "Osk lawmaker quits", "A lawmaker has quit"."""
        met = self._someone.get(head, [])
        is_lead = phrase.opening == "indefinite" and 0 < phrase.sentence <= _LEAD
        is_heading = len(met) == 1 and met[0][2] in self._of_headlines
        return met[0][2] if is_lead and is_heading else None

    def _known(
        self, phrase: Phrase, end: int, head: str, told: frozenset[str], scenes: Scenes
    ) -> Entity | None:
        owners = self._owners(phrase, end, head)
        owners = owners or self._general_owners(phrase, end, head, told)
        fitting = [entity for entity in owners if self._fits(entity, told, phrase)]
        if (
            not told and phrase.sentence > _EARLY and phrase.opening != "bare"
        ):  # who is named only afterwards is not meant yet
            fitting = [entity for entity in fitting if self._is_met(entity, phrase)]
        before = self._met_before(phrase, head, told)
        if len(fitting) == 1:
            is_first = before is None or before in self._of_headlines
            return fitting[0] if is_first or told else None
        if before is not None or fitting:
            return before
        speaker = self._who_speaks_for(phrase, head, scenes) or self._chief_of(phrase, head, told)
        if speaker is None and head in self._grammar.generic and not told:
            speaker = self._of_kind(head, phrase, scenes)
        if speaker is not None or self._is_epithet(phrase, head):
            return speaker or self._taken_up(phrase, head, scenes)
        if phrase.opening == "definite" and head in self._grammar.sole_offices:
            return self._without_role(phrase, end, head, scenes)
        kind = kind_of(head, self._reading.lists)
        if told and not self._is_firm(head) and not self._tells_nothing(told):
            if head not in self._grammar.general_bodies:
                return None  # "the harbour office" is not the council
            kind = kind_of(self._reading.text(phrase.core, phrase.end), self._reading.lists)
        return self._body_of_kind(phrase, end, head, kind, scenes)

    def _owners(self, phrase: Phrase, end: int, head: str) -> Sequence[Entity]:
        """Return the people and bodies of which the text uses this noun, if they are not many."""
        owners = [*self._people.get(head, ()), *self._bodies.get(head, ())]
        if len(owners) > _MOST_OWNERS:
            return ()
        if end > phrase.end:  # "the mayor of Osk" is not the mayor of Aston
            place = set(self._reading.lowers[phrase.end + 1 : end])
            owners = [
                entity for entity in owners if any(place & words_of(role) for role in entity.roles)
            ]
        return owners

    def _general_owners(
        self, phrase: Phrase, end: int, head: str, told: frozenset[str]
    ) -> Sequence[Entity]:
        """Return of whom a noun is used that alone would tell too little: "the Tory leader"."""
        general = self._general.get(head, ())
        if len(general) > _MOST_OWNERS:
            return ()
        if general and phrase.opening == "owned":  # "its leader" of "Ada Hill, its leader"
            role = self._reading.text(phrase.first, end).lower()
            general = [one for one in general if told or role in map(str.lower, one.roles)]
        elif not told:
            return ()
        return [one for one in general if self._fits(one, told, phrase)]

    def _is_met(self, entity: Entity, phrase: Phrase) -> bool:
        """Tell whether somebody has been met, or is named in the same paragraph a little later."""
        first = self._firsts.get(id(entity), phrase.end)
        if entity.references or first <= phrase.end:
            return True
        if first - phrase.end > _SOON:
            return False
        tokens = self._reading.tokens
        return "\n" not in tokens.text[tokens.ends[phrase.end - 1] : tokens.starts[first]]

    def _met_before(self, phrase: Phrase, head: str, told: frozenset[str]) -> Entity | None:
        """Return the one nameless person or body that was called so a while ago."""
        told = self._apart(phrase, told)
        met: dict[int, Entity] = {}
        others: set[int] = set()
        met_lately = self._someone.get(head, ())[-_MOST_MET:]
        for sentence, words, entity in reversed(met_lately):
            is_far = phrase.sentence - sentence > _FAR
            if (is_far and (told or id(entity) not in self._speaking)) or len(met) > 1:
                break
            is_general = head in self._reading.lists.too_general
            if not told or (not words and not is_general) or told & words:
                met[id(entity)] = entity
            else:  # "the Labour leader" is not the leader called "the Tory leader"
                others.add(id(entity))
        found = next(iter(met.values())) if len(met) == 1 else None
        if found is None or id(found) in others:
            return None
        meeting = (phrase.sentence, told, found)
        if self._someone[head][-1] != meeting:
            self._someone[head].append(meeting)
        return found

    def _apart(self, phrase: Phrase, told: frozenset[str]) -> frozenset[str]:
        """Return what tells a description apart: "Russian" and "Russia's" are one, of a state."""
        if not told and phrase.opening != "owned":
            return told
        states = self._reading.lists.state_of
        owners = self._reading.lowers[phrase.first : phrase.core]
        of_state = {states[owner] for owner in owners if owner in states}
        return frozenset(states.get(word, word) for word in told) | of_state

    def _is_epithet(self, phrase: Phrase, head: str) -> bool:
        """Tell whether a description only calls somebody something: "the strongman"."""
        lists = self._reading.lists
        following = self._reading.lowers[phrase.end]
        is_open = following in self._grammar.close_joins or following in self._grammar.relative
        is_general = head in lists.persons or self._reading.is_aged(head)
        is_sided = self._reading.words[phrase.end - 1][:1].isupper()
        words = self._reading.words[phrase.core : phrase.end]
        is_name = len(words) > 1 and words[-2][:1].isupper()  # "the Daily Caller"
        is_name &= lists.kinds.get(head) != "party"  # "the Vermont Democrat"
        is_epithet = (is_general or is_sided) and head not in self._grammar.parts
        return phrase.opening == "definite" and is_epithet and not is_open and not is_name

    def _who_speaks_for(self, phrase: Phrase, head: str, scenes: Scenes) -> Entity | None:
        """Return the one spokesman near by of the same kind: "the company representative"."""
        lists = self._reading.lists
        is_voice = head in self._grammar.voices or head in self._grammar.agents
        if not is_voice or phrase.opening != "definite":
            return None
        kind = kind_of(self._reading.text(phrase.core, phrase.end), lists)
        near = [
            entity
            for entity in scenes.near(phrase.sentence, _VOICES_NEAR)
            if entity.sort == "person" and entity.heads & self._grammar.voices
        ]
        is_one = len(near) == 1 and kind_of("; ".join(near[0].roles), lists) == kind
        return near[0] if is_one and kind != "unclear" else None

    def _chief_of(self, phrase: Phrase, head: str, told: frozenset[str]) -> Entity | None:
        """Return the one person met whose office is told: "the police chief"."""
        if not told or head not in self._grammar.chiefs or phrase.opening != "definite":
            return None
        met = [person for person in self._persons[:_MOST_MET] if told <= person.told()]
        is_one = len(met) == 1 and bool(met[0].references)
        return met[0] if is_one else None

    def _of_kind(self, head: str, phrase: Phrase, scenes: Scenes) -> Entity | None:
        """Return the one person near by whom "the soldier" can mean: "one of the defectors"."""
        lists = self._reading.lists
        if phrase.opening != "definite":
            return None
        near = [e for e in scenes.near(phrase.sentence, _NEAR) if e.sort in _PERSONS]
        told = [" ".join((*entity.roles, entity.name)) for entity in near]
        is_one = len(near) == 1 and kind_of(told[0], lists) == kind_of(head, lists)
        return near[0] if is_one else None

    def _taken_up(self, phrase: Phrase, head: str, scenes: Scenes) -> Entity | None:
        """Return the one person near by whom an epithet can mean."""
        sort = head.partition("-")[0]  # "mum-of-three"
        gender = (
            "he" if sort in self._grammar.men else "she" if sort in self._grammar.women else ""
        )
        people = [
            entity
            for entity in scenes.near(phrase.sentence, _NEAR)
            if entity.sort in _PERSONS and not (gender and entity.gender not in {"", gender})
        ]
        return people[0] if len(people) == 1 else None

    def _without_role(self, phrase: Phrase, end: int, head: str, scenes: Scenes) -> Entity | None:
        """Return the one person near by of whom no role is told, for "the home secretary"."""
        person = self._taken_up(phrase, head, scenes)
        start = self._reading.paragraph_start(phrase.sentence)
        here = [scene.present for scene in scenes.since(start, phrase.sentence)]
        if person is None or not any(id(person) in present for present in here):
            return None
        if id(person) in scenes.at(phrase.sentence).present:
            return None  # "Reed met the Mexican president"
        if person.roles or not person.is_named:
            return None
        person.roles[self._reading.text(phrase.first, end)] = range(phrase.first, end)
        person.heads.add(head)
        self._people.setdefault(head, []).append(person)
        return person

    def _body_of_kind(
        self, phrase: Phrase, end: int, head: str, kind: SourceKind, scenes: Scenes
    ) -> Entity | None:
        """Return the one body near by that "the company" or "the aid group" can mean."""
        lists = self._reading.lists
        is_one = phrase.core - phrase.first < 2  # "the same regime" takes up another
        is_one &= phrase.opening != "owned"  # "our society" is none that was named
        is_general = head in self._grammar.general_bodies or self._is_firm(head)
        is_itself = head in lists.plain_bodies and not is_general  # "the press" is all of it
        is_open = end > phrase.end or phrase.opening == "bare"
        is_body = self._reading.is_body(head) or self._is_firm(head)
        if not is_body or is_open or is_itself or not is_one:
            return None
        is_told = is_general and kind != kind_of(head, lists)
        known = {kind, "unclear"} if is_general and not is_told else {kind}
        near = _NEAR
        if head in self._grammar.papers:  # "the paper" is a newspaper, or one that was written
            kind, known, near = "media", {"media"}, _PAPERS_NEAR
        fitting = self._bodies_near(phrase, kind, known, scenes.near(phrase.sentence, near))
        last = scenes.subjects(phrase.sentence, 1)[:1]
        if len(fitting) > 1 and last and last[0] in fitting:
            fitting = list(last)
        if len(fitting) > 1:
            fitting = [one for one in self._main_body(known) if one in fitting]
        if not fitting and is_general:  # "Orion Mining shut the pit. The company said"
            subjects = scenes.subjects(phrase.sentence, 1)
            fitting = [entity for entity in subjects[:1] if self._may_be_firm(entity)]
        if not fitting and is_general:
            fitting = self._main_body(known)
        if kind == "unclear" or len(fitting) != 1:
            return None
        if fitting[0] not in self._named:
            self._named.append(fitting[0])
        fitting[0].sort = "body"
        fitting[0].heads.add(head)
        return fitting[0]

    def _bodies_near(
        self, phrase: Phrase, kind: SourceKind, known: Set[str], near: Iterable[Entity]
    ) -> list[Entity]:
        """Return the named bodies of a kind; where none is, those of which no kind is told."""
        lists, head = self._reading.lists, self._reading.lowers[phrase.end - 1]
        bodies = [
            (entity, kind_of(" ".join((*entity.words, *sorted(entity.heads))), lists))
            for entity in near
            if entity.sort == "body" and entity.is_named and entity.words[-1] != head
        ]
        general = self._grammar.general_bodies
        if head in general:  # "Osk Media Group said … the company"
            bodies = [
                (e, kind if its == "media" and e.words[-1] in general else its)
                for e, its in bodies
            ]
        same = [entity for entity, its_kind in bodies if its_kind == kind]
        is_the = self._reading.lowers[phrase.first] in self._grammar.name_openers
        if same or not (is_the or phrase.core + 1 == phrase.end):
            return same  # "this barbarous group" takes up no name of which nothing is told
        given = self._grammar.given_names
        return [
            one
            for one, its_kind in bodies
            if its_kind in known and not self._is_place(one) and one.words[0] not in given
        ]

    def _is_place(self, entity: Entity) -> bool:
        """Tell whether something happens at what a name stands for: "in New York"."""
        places = self._grammar.before_places
        near = entity.references[:_MOST_MET]
        return any(self._reading.lowers[item.first - 1] in places for item in near)

    def _is_firm(self, head: str) -> bool:
        """Tell whether a noun for people is mostly one for firms: "the retailer"."""
        return head in self._grammar.firms

    def _tells_nothing(self, told: frozenset[str]) -> bool:
        """Tell whether words only say where or how old a body is: "the Denver-based firm"."""
        levels = self._grammar.levels  # "the provincial agency"
        return all(word in levels or word.endswith(self._grammar.placing) for word in told)

    def _main_body(self, kinds: Set[str]) -> list[Entity]:
        """Return the body of some kinds that the text speaks of far more than of any other."""
        lists = self._reading.lists
        met = sorted(self._named, key=lambda body: len(body.references), reverse=True)
        most, second = (len(body.references) for body in (*met, *_NOBODIES)[:2])
        is_main = most >= _OFTEN and most >= 2 * second
        kind = kind_of(" ".join(met[0].words), lists) if met else ""
        is_place = kind == "unclear" and self._is_place(met[0])
        return met[:1] if is_main and kind in kinds and not is_place else []

    def _may_be_firm(self, entity: Entity) -> bool:
        """Tell whether a name may be a firm's: nothing but that it speaks tells of a person."""
        if entity.sort != "person":
            return entity.sort == "named"
        is_given = entity.words[0] in self._grammar.given_names or len(entity.words) < 2
        return not (is_given or entity.roles or entity.gender or entity.heads)

    def _new(
        self, phrase: Phrase, end: int, head: str, told: frozenset[str], *, is_human: bool
    ) -> Entity:
        """Return a new entity, for later descriptions to take up."""
        name = self._reading.text(phrase.first, end)
        entity = Entity("someone" if is_human else "body", (head,), name)
        grammar = self._grammar
        entity.gender = "he" if head in grammar.men else "she" if head in grammar.women else ""
        told = self._apart(phrase, told)
        self._someone.setdefault(head, []).append((phrase.sentence, told, entity))
        if phrase.sentence == 0 and phrase.opening == "bare":
            self._of_headlines.append(entity)
        return entity

    def _is_told_barely(self, entity: Entity, words: Set[str]) -> bool:
        """Tell whether all that is told of a person is one noun: "the minister, Ada Hill"."""
        said = words - self._grammar.definite - self._grammar.owners
        return entity.sort == "person" and len(said) == 1 and said <= entity.heads

    def _fits(self, entity: Entity, told: frozenset[str], phrase: Phrase) -> bool:
        """Tell whether the words before a noun do not speak against somebody."""
        if not told:
            return not self._is_against(entity, self._reading.lowers[phrase.end - 1])
        words = entity.told()
        is_plain = phrase.opening == "definite" and told.isdisjoint(self._telling_apart)
        is_plain &= all(map(str.islower, self._reading.words[phrase.core : phrase.end]))
        if is_plain and self._is_told_barely(entity, words):
            return True
        if words & self._grammar.against != told & self._grammar.against:
            return False  # the shadow secretary is not the secretary
        parties = self._grammar.parties
        others = {other for word in words & parties.keys() for other in parties[word]}
        return not all(map(told.isdisjoint, (words, others, entity.words)))

    def _is_against(self, entity: Entity, head: str) -> bool:
        """Tell whether somebody only is what is set against an office: "shadow chancellor"."""
        if entity.sort != "person":
            return False
        told = [words for words in map(words_of, entity.roles) if head in words]
        return bool(told) and all(self._grammar.against.intersection(words) for words in told)
