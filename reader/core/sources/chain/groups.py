"""Groups: whose troops, which campaigners, and the sides of a conflict."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reader.core.sources.chain.entities import Entity
from reader.core.sources.chain.phrases import Phrase
from reader.core.sources.chain.reading import Reading
from reader.core.sources.kinds_in_words.kinds import kind_of
from reader.core.sources.source import SourceKind

_FORCES = frozenset({"military", "armed-group"})
_MOST = 40  # groups of one noun, and names of those who bear arms
_LONGEST_OWNER = 9  # tokens after "of" that may name whose a group is
_OWNER_TAGS = frozenset({"DT", "JJ", "POS"})
_NEAR = 8  # sentences over which another noun takes up a group
_SHARED = 6  # letters that make "militia" and "militiamen" one stem


@dataclass(slots=True, eq=False)
class _Band:
    """Those who bear arms and are called by one stem, and the sentences they stand in."""

    stem: str
    entity: Entity
    is_sided: bool = False  # "pro-Kiev militia": no army's, and nobody else's
    sentences: set[int] = field(default_factory=set)


class Groups:
    """Puts together the names of each group, by head noun and modifier."""

    def __init__(self, reading: Reading, spoken: frozenset[int]) -> None:
        """Take a text and the tokens of those who are said to speak in it."""
        self._reading, self._spoken = reading, spoken
        self._lists = reading.lists
        self._grammar = reading.lists.grammar
        self._states = self._lists.state_of
        self._telling_nothing = self._grammar.counting | self._grammar.definite
        self._forces: dict[str, Entity] = {}
        self._kinds: dict[tuple[str, ...], SourceKind] = {}
        self._called: dict[str, list[Entity]] = {}
        self._unsided: Entity | None = None
        self._force_sentences: set[int] = set()
        self._bands: list[_Band] = []
        self._met: list[tuple[int, str, Entity]] = []
        self._alike = self._lists.alike
        self._people: dict[str, list[tuple[frozenset[str], Entity]]] = {}

    def meant(self, phrase: Phrase) -> Entity | None:
        """Return the group that a noun phrase means, or None where it means no group."""
        head = self._reading.lowers[phrase.end - 1]
        if not self._is_many(phrase, head) or self._is_other(phrase):
            return None
        kind = self._kind(self._reading.lowers[phrase.core : phrase.end])
        if kind in _FORCES and head not in self._grammar.ranks:
            force = self._force(phrase, is_regular=kind == "military")
            if force is not None:
                self._note(phrase, head, force)
            return force
        if not phrase.is_plural or head in self._grammar.counting:
            return None
        if not self._reading.is_human(head):
            return None
        entity = self._of_people(phrase, head)
        if self._reading.lowers[phrase.first] not in self._grammar.newly:
            self._note(phrase, head, entity)
        return entity

    def _is_other(self, phrase: Phrase) -> bool:
        words = self._reading.lowers[phrase.first : phrase.end]
        return not self._grammar.other.isdisjoint(words)

    def _kind(self, words: tuple[str, ...]) -> SourceKind:
        kind = self._kinds.get(words)
        if kind is None:
            kind = self._kinds[words] = kind_of(" ".join(words), self._lists)
        return kind

    def _is_many(self, phrase: Phrase, head: str) -> bool:
        kind = self._lists.kinds.get(head)
        is_noun = kind in _FORCES or self._reading.is_human(head)
        return is_noun and (phrase.is_plural or self._reading.is_body(head))

    def _force(self, phrase: Phrase, *, is_regular: bool) -> Entity | None:
        side = self._side(phrase) or self._side_after(phrase)
        own = self._stem(phrase)
        is_apart = not is_regular and self._is_apart(phrase, own)
        is_backed = not is_regular and self._is_backed(phrase)
        is_sides = (side and side in self._forces) or self._is_sided(phrase)
        if is_regular or (is_sides and not is_apart and not is_backed):
            self._force_sentences.add(phrase.sentence)
            return self._regular(phrase, side)
        stem = f"{side} {own}" if is_apart else own if is_backed else side or own
        band = next((b for b in self._bands[:_MOST] if self._is_one(b.stem, stem)), None)
        if band is None:
            known = None if side else self._under_another_noun(phrase)
            band = _Band(stem, known or self._entity(phrase), is_apart)
            self._bands.append(band)
        if phrase.end - 1 not in self._spoken:
            band.sentences.add(phrase.sentence)
        return band.entity

    def _is_apart(self, phrase: Phrase, own: str) -> bool:
        """Tell whether both sides have such groups: "pro-Kiev militia" beside "militias"."""
        is_known = any(self._is_one(band.stem, own) for band in self._bands[:_MOST])
        return is_known and self._is_sided(phrase) and not self._is_backed(phrase)

    def _is_backed(self, phrase: Phrase) -> bool:
        """Tell whether a group is only helped by a side: "Moscow-backed rebels" are rebels."""
        words = self._reading.lowers[phrase.core : phrase.end]
        return any(word.endswith(tuple(self._grammar.siding_after)) for word in words)

    def _regular(self, phrase: Phrase, side: str) -> Entity | None:
        """Return the forces of a state; without a word whose they are, those called so before."""
        head = self._reading.lowers[phrase.end - 1]
        if not side:
            called = self._called.get(head, [])
            if called:
                return called[0] if len(called) == 1 else None
            if self._forces:
                return None
            self._unsided = self._unsided or self._entity(phrase)
            return self._unsided
        if side not in self._forces:
            self._forces[side] = self._entity(phrase)
            self._forces[side].side = side
        if head not in self._forces[side].heads:
            self._forces[side].heads.add(head)
            self._called.setdefault(head, []).append(self._forces[side])
        return self._forces[side]

    def _stem(self, phrase: Phrase) -> str:
        """Return the word that tells it is a group that bears arms."""
        words = self._reading.lowers[phrase.core : phrase.end]
        return next((w for w in words if self._lists.kinds.get(w) == "armed-group"), words[-1])

    def _is_sided(self, phrase: Phrase) -> bool:
        """Tell whether a modifier puts the group on somebody's side: "pro-Kiev"."""
        words = self._reading.lowers[phrase.first : phrase.end]
        return any(self._sided(word) for word in words)

    def _sided(self, word: str) -> str:
        for opening in self._grammar.siding_before:
            if word.startswith(opening):
                return word.removeprefix(opening)
        for ending in self._grammar.siding_after:
            if word.endswith(ending):
                return word.removesuffix(ending)
        return ""

    def _side(self, phrase: Phrase) -> str:
        """Return whose group it is, by the name among its modifiers; a capital is its state."""
        for place in range(phrase.first, phrase.end - 1):
            lower = self._reading.lowers[place]
            name = self._sided(lower) or (
                lower if self._reading.words[place][:1].isupper() else ""
            )
            if (
                name
                and lower not in self._grammar.definite
                and not self._is_opening(place, phrase)
            ):
                return self._states.get(name, name)
        return ""

    def _side_after(self, phrase: Phrase) -> str:
        """Return whose group it is by the name after it: "forces of the Republic of Lugansk"."""
        lowers, words = self._reading.lowers, self._reading.words
        if lowers[phrase.end] not in self._grammar.owner_joins:
            return ""
        side = ""
        for place in range(phrase.end + 1, phrase.end + _LONGEST_OWNER):
            is_part = words[place][:1].isupper() or self._reading.tags[place] in _OWNER_TAGS
            if not is_part and lowers[place] not in self._grammar.close_joins:
                break
            side = lowers[place] if words[place][:1].isupper() else side
        return self._states.get(side, side)

    def _is_opening(self, place: int, phrase: Phrase) -> bool:
        """Tell whether a capital only opens a sentence: "Government troops"."""
        is_first = place == self._reading.tokens.sentences[phrase.sentence][0]
        lower = self._reading.lowers[place]
        return is_first and not (lower in self._states or lower in self._reading.capitals)

    def _of_people(self, phrase: Phrase, head: str) -> Entity:
        """Return a group of people by its noun; modifiers that differ make two groups."""
        told = frozenset(
            word
            for word in self._reading.lowers[phrase.first : phrase.end - 1]
            if word not in self._telling_nothing and not word.isdigit()
        )
        if self._reading.lowers[phrase.first] in self._grammar.newly:
            return self._entity(phrase)  # "some researchers" are not the ones before
        known = self._people.setdefault(head, [])
        fitting = [
            e
            for words, e in known[-_MOST:]
            if told & words or (not (told and words) and self._is_of_kind(phrase, e))
        ]
        if len(set(map(id, fitting))) == 1:
            if (told, fitting[0]) not in known[-_MOST:]:
                known.append((told, fitting[0]))
            return fitting[0]
        taken_up = None if fitting or told else self._under_another_noun(phrase)
        entity = taken_up or self._entity(phrase)
        known.append((told, entity))
        return entity

    def _is_of_kind(self, phrase: Phrase, known: Entity) -> bool:
        """Tell whether words before a noun make no others of them: "army officials"."""
        if phrase.end - phrase.core == len(known.words):
            return True
        kinds = {self._kind(self._reading.lowers[phrase.core : phrase.end])}
        kinds.add(self._kind(known.words))
        return len(kinds - {"unclear"}) < 2

    def taken_up(self, phrase: Phrase, known: Entity | None) -> Entity | None:
        """Return the group that a noun in the singular takes up: "researchers … the team".

        Args:
            phrase: The noun phrase.
            known: Whom the phrase means otherwise, or None; groups may take it up later.
        """
        head = self._reading.lowers[phrase.end - 1]
        if head not in self._alike or phrase.is_plural:
            return known
        is_alone = phrase.end - phrase.core == 1
        entity = (self._under_another_noun(phrase) if is_alone else None) or known
        if entity is not None:
            self._note(phrase, head, entity)
        return entity

    def _note(self, phrase: Phrase, head: str, entity: Entity) -> None:
        """Keep where a group was met, so that another noun can take it up."""
        self._met.append((phrase.sentence, head, entity))

    def _under_another_noun(self, phrase: Phrase) -> Entity | None:
        """Return the one group near by that another noun can take up: "gunmen … the attackers"."""
        sets = self._alike.get(self._reading.lowers[phrase.end - 1], frozenset())
        if phrase.opening != "definite" or not sets:
            return None
        found: dict[int, Entity] = {}
        for sentence, head, entity in reversed(self._met[-_MOST:]):
            if phrase.sentence - sentence > _NEAR or len(found) > 2:
                break
            if not sets.isdisjoint(self._alike.get(head, ())):
                found[id(entity)] = entity
        groups = [entity for entity in found.values() if entity.sort == "group"]
        meant = groups or tuple(found.values())  # people before "a team", which may be others
        return meant[0] if len(meant) == 1 else None

    def _entity(self, phrase: Phrase) -> Entity:
        words = self._reading.lowers[phrase.core : phrase.end]
        return Entity("group", words, self._reading.text(phrase.first, phrase.end))

    def _is_one(self, one: str, other: str) -> bool:
        """Tell whether two nouns are of one stem: "militia", "militiamen"."""
        short, long = sorted((one, other), key=len)
        plural = next(filter(short.endswith, self._grammar.plurals), "")
        return one == other or (
            len(short) >= _SHARED and long.startswith(short.removesuffix(plural)[:-1])
        )

    def one_side(self) -> Mapping[int, Entity]:
        """Return which bands are one: all, where they face an army and never one another.

        A sentence that holds two of their names speaks of two groups.
        """
        bands = [band for band in self._bands if not band.is_sided]
        met = [number for band in bands for number in band.sentences]
        is_facing = bool(self._force_sentences.intersection(met))
        if len(bands) < 2 or not is_facing or len(met) != len(set(met)):
            return {}
        joined = {id(band.entity): bands[0].entity for band in bands[1:]}
        for band in bands:
            band.entity = bands[0].entity
        return joined

    def of_bodies(self, entities: Iterable[Entity]) -> Mapping[int, Entity]:
        """Return by `id` of which named body that bears arms a group is: "the Front's fighters".

        Args:
            entities: All that the text speaks of.
        """
        bands = [band for band in self._bands[:_MOST] if band.entity.sort == "group"]
        if not bands:
            return {}
        armed = [one for one in entities if one.sort == "body" and self._bears_arms(one)]
        found: dict[int, Entity] = {}
        for band in bands:
            owners = [body for body in armed if band.stem == body.words[-1]]
            if len(owners) == 1:
                found[id(band.entity)] = owners[0]
        return found

    def _bears_arms(self, body: Entity) -> bool:
        """Tell whether a named body is one of fighters, by its name or by what they are called."""
        kinds = {self._lists.kinds.get(head) for head in body.heads}
        is_state = body.words[-1] in self._lists.states
        return body.is_named and not is_state and "armed-group" in {*kinds, self._kind(body.words)}
