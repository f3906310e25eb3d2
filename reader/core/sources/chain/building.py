"""find_chains(text) -> Chains: one walk that says whom each name, noun and pronoun means."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from reader.core.sources.chain.descriptions import Descriptions
from reader.core.sources.chain.entities import Chains, Entity, Form, Gender, Reference
from reader.core.sources.chain.epithets import Epithets
from reader.core.sources.chain.groups import Groups
from reader.core.sources.chain.joins.leads import (
    body_named_after,
    named_after,
    told_before,
    told_in_headline,
)
from reader.core.sources.chain.joins.states import Governments, Move
from reader.core.sources.chain.joins.ties import tied
from reader.core.sources.chain.names.beside_names import BesideNames
from reader.core.sources.chain.names.bodies import join_bodies, join_offices
from reader.core.sources.chain.names.people import Names, reference_of
from reader.core.sources.chain.names.roles_beside_names import RolesBesideNames
from reader.core.sources.chain.phrases import Phrase, find_phrases
from reader.core.sources.chain.pronouns import (
    Scene,
    Scenes,
    body_meant,
    only_person,
    person_meant,
    several_meant,
)
from reader.core.sources.chain.reading import Reading
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.kept import Kept
from reader.core.text.spans import Span
from reader.core.text.tagging import FINITE
from reader.core.text.tokens import TokenTable
from reader.core.text.word_places import WordPlaces

_WHEN = "WRB"
_VERBS = FINITE | {"VB", "VBG", "VBN"}
_RELATIVE_TAGS = frozenset({"WP", "WP$", "WDT"})
_OPENING = 2  # tokens before what opens a sentence: "No, the former mayor"
_BEHIND_WORDS = frozenset({",", '"', "”", "''", "’"})  # before who has just been quoted
_CROWDS = frozenset({"citizen", "civil-society"})
_TELLERS = frozenset({"it", "they"})
_OWNED = frozenset("NN NNS NNP JJ CD".split())  # behind "her", what is hers
_GENDERS: dict[str, Gender] = {"he": "he", "she": "she"}


def find_chains(
    tokens: TokenTable,
    tags: Sequence[str],
    lists: SourceWords,
    speakers: Iterable[tuple[Span, bool]] = (),
    quoted: Iterable[Span] = (),
    tag_places: WordPlaces | None = None,
) -> Chains:
    """Return who is meant where.

    Args:
        tokens: The text.
        tags: One Penn tag for each token.
        lists: The words for roles, titles and bodies.
        speakers: Where those stand who are said to speak, and whether in nobody's words.
        quoted: The stretches between quotation marks; nobody outside them is meant by a pronoun
            for somebody inside.
        tag_places: Where each tag stands, if that has been gathered.
    """
    reading = Reading(tokens, tags, lists, tag_places or WordPlaces(tags))
    spoken: dict[int, bool] = {}
    for span, is_outer in speakers:
        for place in _named_in(reading, tokens.tokens_in(span)):
            spoken[place] = spoken.get(place, False) or is_outer
    inside = frozenset(chain.from_iterable(map(tokens.tokens_in, quoted)))
    return _Builder(reading, spoken, inside).chains()


def _named_in(reading: Reading, places: range) -> Iterable[int]:
    """Yield what names a speaker, up to a relative clause: "a man whom Ada Hill accused"."""
    for place in places:
        is_relative = place > places.start and reading.tags[place] in _RELATIVE_TAGS
        if is_relative:
            return
        yield place


def _first_verbs(reading: Reading) -> Mapping[int, int]:
    """Return the place of the first finite verb of each sentence, looked for when it is asked."""
    sentences, finite = reading.tokens.sentences, reading.finite

    def first_verb(sentence: int) -> int:
        first, past_last = sentences[sentence]
        verb = bisect_left(finite, first)
        return min(finite[verb], past_last) if verb < len(finite) else past_last

    return Kept(first_verb)


class _Builder:
    """Walks over a text: names and their roles first, then everything in reading order."""

    def __init__(
        self, reading: Reading, speakers: Mapping[int, bool], quoted: frozenset[int]
    ) -> None:
        self._reading, self._quoted = reading, quoted
        self._spoken = spoken = frozenset(speakers)
        self._before_who = self._owners_of_clauses()
        self._outer = frozenset(place for place, is_outer in speakers.items() if is_outer)
        self._phrases = find_phrases(reading)
        self._named = [phrase for phrase in self._phrases if phrase.has_name]
        self._beside = BesideNames(reading, self._phrases)
        self._names = Names(reading, self._named, spoken, self._beside)
        self._found = join_bodies(reading, self._named, self._names.found(), spoken)
        self._entities: dict[int, Entity] = {}
        self._places: dict[int, Entity] = {}
        self._owners: dict[int, Entity] = {}
        self._speaking: set[int] = set()
        self._epithets = Epithets(reading, self._speaking)
        self._descriptions = Descriptions(reading, self._epithets, self._speaking)
        self._subject_ends: dict[int, int] = {}
        self._groups, self._scenes = Groups(reading, spoken), Scenes()
        self._governments = Governments(reading, spoken)
        grammar = reading.lists.grammar
        self._pronouns = {
            **dict.fromkeys(grammar.he, "he"),
            **dict.fromkeys(grammar.she, "she"),
            **dict.fromkeys(grammar.it, "it"),
            **dict.fromkeys(grammar.they, "they"),
            **{word: word for word in grammar.owners & grammar.he},
        }
        self._verbs = _first_verbs(reading)
        self._roles = RolesBesideNames(reading, self._phrases, self._beside, self._verbs)

    def _owners_of_clauses(self) -> frozenset[int]:
        """Return the last token of whoever speaks as "who": "one of the defectors, who said"."""
        grammar, lowers = self._reading.lists.grammar, self._reading.lowers
        clauses = [at for at in self._spoken if lowers[at] in grammar.personal_relative]
        return frozenset(at - 1 - (lowers[at - 1] == ",") for at in clauses)

    def chains(self) -> Chains:
        """Return all entities and where they are meant."""
        for phrase in self._named:
            entity = self._found.get(phrase.name)
            if entity is not None:
                self._roles.take(phrase, entity)
        self._found = join_offices(self._found)
        named = {id(entity): entity for entity in self._found.values()}
        firsts = {id(self._found[place]): place for place in sorted(self._found, reverse=True)}
        self._descriptions.know(named.values(), firsts)
        for phrase in self._phrases:
            self._take(phrase)
        self._join(self._groups.one_side())
        self._join(self._groups.of_bodies(self._entities.values()))
        self._join(named_after(self._reading, self._phrases, self._scenes))
        self._join(body_named_after(self._reading, self._scenes))
        self._join(told_in_headline(self._reading, self._scenes, self._entities.values()))
        self._join(told_before(self._reading, self._phrases, self._scenes, self._speaking))
        in_order = self._in_order()
        moves = tuple(self._governments.moved(in_order))
        self._move(moves)
        ties = tied(self._reading, self._phrases, {**self._places, **self._owners})
        self._join(ties)
        return Chains(tuple(self._in_order() if moves or ties else in_order), self._places)

    def _in_order(self) -> Sequence[Entity]:
        met = (entity for entity in self._entities.values() if entity.references)
        return sorted(met, key=lambda entity: entity.begins)

    def _take(self, phrase: Phrase) -> None:
        if phrase.opening == "pronoun":
            self._take_pronoun(phrase)
            return
        entity = self._found.get(phrase.name) if phrase.has_name else None
        if entity is not None:
            reference = reference_of(entity, phrase, self._reading)
            self._meet(entity, phrase, reference)
            return
        role = self._roles.bearer(phrase)
        if role is not None:
            self._describe(role[0], phrase, role[1])
        elif phrase.core in self._places:
            return
        elif phrase.has_name and self._names.is_shared(phrase):
            self._note_shared(phrase)
        elif phrase.is_somebody and not phrase.has_name:
            self._take_description(phrase)
        elif self._is_speaking(phrase) and self._epithets.is_one(phrase):
            self._take_epithet(phrase)
        elif phrase.opening == "definite" and phrase.end - phrase.core == 1:
            body = self._descriptions.called(self._reading.lowers[phrase.core])
            if body is not None:
                self._describe(body, phrase, phrase.end)

    def _note_shared(self, phrase: Phrase) -> None:
        """Note that a sentence is about one of several people of a name, who may be "she" next."""
        is_first = phrase.first < self._verbs[phrase.sentence] and not self._hangs(phrase)
        if (is_first or self._is_speaking(phrase)) and phrase.core not in self._quoted:
            self._scenes.at(phrase.sentence).unclear.update(_GENDERS)

    def _take_epithet(self, phrase: Phrase) -> None:
        end = self._beside.reach(phrase)
        entity = self._epithets.meant(phrase, end, self._scenes)
        if entity is not None:
            self._describe(entity, phrase, phrase.end)

    def _is_speaking(self, phrase: Phrase) -> bool:
        last = phrase.end - 1
        if last in self._before_who or last not in self._spoken:
            return last in self._before_who
        is_whole = phrase.first - 1 not in self._spoken  # "according to Ada Hill"
        return is_whole or not self._hangs(phrase)

    def _take_description(self, phrase: Phrase) -> None:
        if self._is_said(phrase):
            return
        if self._is_one_of(phrase):
            head = self._reading.lowers[phrase.end - 1]
            name = self._reading.text(phrase.first - 2, phrase.end)
            reference = Reference(phrase.first - 2, phrase.end, "role", phrase.end)
            self._meet(Entity("someone", (head,), name), phrase, reference)
            return
        entity = self._groups.meant(phrase) or self._gathered(phrase)
        is_body = self._is_one_body(phrase)
        if entity is None and (is_body or not phrase.is_plural):
            end = self._beside.reach(phrase)
            alone, is_speaking = self._alone_before(phrase), self._is_speaking(phrase)
            entity = self._descriptions.meant(
                phrase, end, self._scenes, alone=alone, is_speaking=is_speaking
            )
            entity = self._groups.taken_up(phrase, entity)
        if entity is not None:
            self._describe(entity, phrase, phrase.end)

    def _gathered(self, phrase: Phrase) -> Entity | None:
        """Return the people whom the text was about, for "the crowd" and "the group"."""
        gatherings, lowers = self._reading.lists.grammar.gatherings, self._reading.lowers
        is_one = phrase.opening == "definite" and phrase.end - phrase.core == 1
        if not is_one or lowers[phrase.core] not in gatherings:
            return None
        last = self._scenes.at(phrase.sentence - 1).subject
        here, before = (self._scenes.at(phrase.sentence - back).present for back in (0, 1))
        others = [one for one in (*here.values(), *before.values()) if one.sort == "body"]
        if here or others or last is None or last.sort != "group" or last.side:
            return None  # "critics of the group"
        noun, lists = last.words[-1], self._reading.lists
        is_crowd = lists.kinds.get(noun, "citizen") in _CROWDS
        return last if is_crowd and self._reading.is_human(noun) else None

    def _is_one_body(self, phrase: Phrase) -> bool:
        """Tell whether a noun that is tagged as a plural stands for one body: "police said"."""
        lower, lists = self._reading.lowers[phrase.end - 1], self._reading.lists
        return lower in lists.plain_bodies and not lower.endswith(lists.grammar.plurals)

    def _alone_before(self, phrase: Phrase) -> Entity | None:
        """Return the one person named in the sentence before the one that a phrase opens."""
        is_first = phrase.first <= self._reading.tokens.sentences[phrase.sentence][0] + _OPENING
        if not is_first or phrase.core in self._quoted or self._scenes.at(phrase.sentence).present:
            return None
        before = self._scenes.at(phrase.sentence - 1).present.values()
        people = [entity for entity in before if entity.sort in {"person", "someone", "named"}]
        is_one = len(people) == 1 and people[0].is_named and people[0].sort == "person"
        return people[0] if is_one else None

    def _is_one_of(self, phrase: Phrase) -> bool:
        """Tell whether a phrase tells of whom one is meant: "one of the defectors"."""
        before = self._reading.lowers[phrase.first - 2 : phrase.first]
        grammar = self._reading.lists.grammar
        return (
            phrase.is_plural
            and len(before) == 2
            and (before[0] in grammar.one and before[1] in grammar.close_joins)
        )

    def _is_said(self, phrase: Phrase) -> bool:
        """Tell whether a description is only said of somebody: "was a legend"."""
        if phrase.opening != "indefinite":
            return False
        before = phrase.first - 1
        while self._reading.tags[before] == "RB":  # "was also a legend"
            before -= 1
        lower, grammar = self._reading.lowers[before], self._reading.lists.grammar
        return lower in grammar.be or lower in grammar.as_what

    def _describe(self, entity: Entity, phrase: Phrase, end: int) -> None:
        first = phrase.first if phrase.opening in {"definite", "owned"} else phrase.core
        reach = self._beside.belonging(phrase) if end == phrase.end else 0
        self._meet(entity, phrase, Reference(first, end, "role", end, reach))

    def _meet(self, entity: Entity, phrase: Phrase, reference: Reference) -> None:
        """Note that an entity is meant here, and whether its sentence is about it."""
        entity.meet(reference)
        self._entities.setdefault(id(entity), entity)
        for place in range(min(phrase.core, reference.first), reference.end):
            self._places.setdefault(place, entity)
        if phrase.core in self._quoted:
            return
        scene = self._scenes.at(phrase.sentence)
        tags = self._reading.tags
        is_owner = tags[phrase.end] == "POS" or (
            phrase.opening == "pronoun" and tags[phrase.first] == "PRP$"
        )
        if is_owner and id(entity) not in scene.present:
            scene.owning.add(id(entity))
        elif scene.owning and not is_owner:
            scene.owning.discard(id(entity))
        if tags[reference.end] in _VERBS:
            self._note_act(scene, entity, phrase, reference.end)
        scene.add(entity)
        is_speaking = not is_owner and self._is_speaking(phrase)  # "Holt's barrister said"
        if is_speaking:
            self._speaking.add(id(entity))
        is_outside = phrase.end - 1 in self._spoken and phrase.end - 1 not in self._before_who
        if is_speaking and is_outside and self._hangs(phrase):
            scene.teller = entity
            return
        is_first = scene.subject is None and phrase.first < self._verbs[phrase.sentence]
        is_outer = is_speaking and (scene.subject is None or phrase.end - 1 in self._outer)
        is_name = entity.sort == "person" and entity is not scene.subject
        is_better = is_name and (scene.subject is None or scene.subject.sort != "person")
        if is_outer and not is_better and self._goes_on(phrase):
            return
        if is_outer or (is_first and not is_owner and not self._hangs(phrase)):
            scene.subject = entity
            self._subject_ends[phrase.sentence] = phrase.end

    def _note_act(self, scene: Scene, entity: Entity, phrase: Phrase, verb: int) -> None:
        """Note what somebody does in a sentence: to whom, or in a clause of time."""
        acts_on = self._acts_on(verb)
        if acts_on:
            scene.acting.add((id(entity), acts_on))
        if self._reading.tags[phrase.first - 1] == _WHEN:
            scene.later.add(id(entity))

    def _goes_on(self, phrase: Phrase) -> bool:
        """Tell whether the words of the subject reach up to here: "Ada Hill of Osk and Aston"."""
        end = self._subject_ends.get(phrase.sentence)
        if end is None or end - 1 not in self._spoken:
            return False
        return all(place in self._spoken for place in range(end, phrase.first))

    def _hangs(self, phrase: Phrase) -> bool:
        """Tell whether a phrase hangs on a preposition, and is no subject."""
        grammar, lowers = self._reading.lists.grammar, self._reading.lowers
        is_counted = lowers[phrase.first - 2] in grammar.counting  # "hundreds of demonstrators"
        return lowers[phrase.first - 1] in grammar.role_joins and not is_counted

    def _take_pronoun(self, phrase: Phrase) -> None:
        pronoun = self._pronouns.get(self._reading.lowers[phrase.first], "")
        if not pronoun or phrase.first in self._quoted:
            return
        scenes, number = self._scenes, phrase.sentence
        entity: Entity | None = None
        if self._reading.tags[phrase.first] == "PRP$" and pronoun not in _GENDERS:
            self._take_owner(phrase, pronoun)
        if pronoun in _GENDERS:
            entity = self._person_of(phrase, pronoun)
        elif (
            pronoun in _TELLERS
            and phrase.first in self._outer
            and (teller := self._told_by(phrase)) is not None
        ):
            entity = teller
        elif pronoun == "it":
            entity = body_meant(scenes.near(number), scenes.subjects(number))
        elif pronoun == "they":
            entity = several_meant(tuple(scenes.back(number)), scenes.subjects(number))
        if entity is not None:
            form: Form = "pronoun"
            self._meet(entity, phrase, Reference(phrase.first, phrase.end, form, phrase.end))
        elif pronoun in _GENDERS and self._is_subject_form(phrase.first):
            scenes.at(number).unclear.add(pronoun)

    def _is_subject_form(self, place: int) -> bool:
        """Tell whether a pronoun is "he" or "she", not "him" or "his"."""
        is_object = self._reading.lowers[place] in self._reading.lists.grammar.objects
        return self._reading.tags[place] == "PRP" and not is_object

    def _told_by(self, phrase: Phrase) -> Entity | None:
        """Return the body or group that tells of the sentence before: "It fell, says Osk Power".

        So does one that spoke there, for who speaks behind the words: "Two fell, it said".
        """
        before = self._scenes.at(phrase.sentence - 1)
        last = before.subject
        is_behind = self._reading.words[phrase.first - 1] in _BEHIND_WORDS
        spoke = last if is_behind and last is not None and id(last) in self._speaking else None
        teller = before.teller or spoke
        return teller if teller is not None and teller.sort in {"body", "group"} else None

    def _person_of(self, phrase: Phrase, pronoun: str) -> Entity | None:
        """Return whom "he" or "she" means, and note that gender; None where that is unsure."""
        scenes, number = self._scenes, phrase.sentence
        near = list(scenes.back(number))
        is_behind = self._reading.words[phrase.first - 1] in _BEHIND_WORDS
        if near and is_behind and phrase.first in self._outer and number in scenes:
            near[0] = near[0].without_unheard(self._speaking)  # "A guest left, he said"
        is_speaker = phrase.first in self._outer
        entity = person_meant(pronoun, near, self._speaking, is_speaker=is_speaker) or only_person(
            pronoun, scenes.since(self._reading.paragraph_start(number), number)
        )
        is_object = self._reading.lowers[phrase.first] in self._reading.lists.grammar.objects
        if entity is None or (is_object and self._places.get(phrase.first - 2) is entity):
            return None  # "Ada Hill told her"
        if id(entity) not in scenes.at(number).present:  # "Emily Shaw said he drank"
            entity.gender = entity.gender or _GENDERS[pronoun]
        if entity.sort == "named":  # "Irene Falk came. She said"
            entity.sort = "person"
        return entity

    def _acts_on(self, end: int) -> str:
        """Return the pronoun for whom somebody does something to: "Lee Hart told her"; or ""."""
        reading = self._reading
        lower = reading.lowers[end + 1]
        is_told = lower in reading.lists.grammar.objects and reading.tags[end + 2] not in _OWNED
        return self._pronouns.get(lower, "") if is_told else ""

    def _take_owner(self, phrase: Phrase, pronoun: str) -> None:
        """Note who may be the owner in "his wife", which is too unsure to count as a place."""
        if pronoun in self._reading.lists.grammar.he:
            scenes = tuple(self._scenes.back(phrase.sentence))
            owner = person_meant("he", scenes, self._speaking)
            if owner is not None:
                self._owners[phrase.first] = owner

    def _move(self, moves: Sequence[Move]) -> None:
        """Let references mean somebody else."""
        gone = {id(reference) for _, _, reference in moves}
        for known, meant, reference in moves:
            insort(meant.references, reference, key=lambda item: item.first)
            for place in range(reference.first, reference.end):
                if self._places.get(place) is known:
                    self._places[place] = meant
        for known in {id(known): known for known, _, _ in moves}.values():
            known.references = [one for one in known.references if id(one) not in gone]

    def _join(self, joined: Mapping[int, Entity]) -> None:
        """Make several entities one."""
        if joined:
            self._places = {
                place: joined.get(id(owner), owner) for place, owner in self._places.items()
            }
        for number, entity in joined.items():
            other = self._entities.pop(number, None)
            if other is not None:
                entity.references = sorted(
                    (*entity.references, *other.references), key=lambda item: item.first
                )
