"""Roles: what the words around a name say that its bearer is."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set

from reader.core.sources.chain.entities import Entity
from reader.core.sources.chain.genders import gender_of
from reader.core.sources.chain.names.beside_names import BesideNames
from reader.core.sources.chain.phrases import Phrase
from reader.core.sources.chain.reading import Reading

_NEAR = 4  # phrases before a name, one of which may be its office
_NEAR_VERB = 12  # tokens from a name to its verb
_NEAR_PARTICIPLE = 3  # tokens of a verb group


class RolesBesideNames:
    """Gives those who are named the roles, heads and genders that stand beside their names."""

    def __init__(
        self,
        reading: Reading,
        phrases: Sequence[Phrase],
        beside: BesideNames,
        verbs: Mapping[int, int],
    ) -> None:
        """Take a text; `verbs` are the places of the first finite verb of each sentence."""
        self._reading, self._phrases, self._beside = reading, phrases, beside
        self._verbs = verbs
        self._begins = [phrase.first for phrase in phrases]
        self._empty = reading.lists.forms_of_address | reading.lists.grammar.states_before
        self._attached: dict[tuple[int, int], tuple[Entity, int]] = {}

    def bearer(self, phrase: Phrase) -> tuple[Entity, int] | None:
        """Return to whom a phrase was given as a role, and where the role ends; or None."""
        return self._attached.get((phrase.first, phrase.end))

    def take(self, phrase: Phrase, entity: Entity) -> None:
        """Note what stands beside a name: title, role, apposition, "is the mayor"."""
        reading, beside = self._reading, self._beside
        if entity.sort == "person":
            self._take_office(phrase, entity)
        if phrase.has_role:
            end = beside.role_end(phrase)
            first = phrase.first if phrase.opening == "owned" else phrase.core
            noun = reading.lowers[end - 1]
            is_body = reading.is_body(noun) and not noun.endswith(reading.lists.grammar.plurals)
            is_body &= noun not in reading.lists.grammar.levels  # "the state Democratic Party"
            hangs = reading.lowers[phrase.first - 1] in reading.lists.grammar.owner_joins
            is_field = hangs and end - 1 == phrase.first and reading.is_body(noun)
            is_role = beside.is_role(phrase) or is_body  # not "this forces Republicans"
            if is_role and not is_field:  # "Director of Police Ada Hill"
                self._add_role(entity, first, end, end)
        self._take_appositions(phrase, entity)
        told = beside.said_to_be(phrase)
        if told is not None:
            self._add_role(entity, told.first, beside.reach(told), told.end)
        post = beside.post(phrase)
        if post is not None and entity.sort == "person":
            entity.roles.setdefault(reading.text(post.start, post.stop), post)
            # "who founded Osk Foods": the founder
            entity.heads.update(
                reading.lists.grammar.doing.get(reading.lowers[post.start + 1], ())
            )
        entity.heads |= self._heads_beside(phrase, entity) | beside.ages(phrase)
        for word in reading.lowers[phrase.core : phrase.name]:
            gender = gender_of((word,), reading.lists.grammar)
            entity.gender = entity.gender or gender

    def _take_office(self, phrase: Phrase, entity: Entity) -> None:
        """Note an office with its field, and whom somebody is one of."""
        office, among = self._beside.office_before(phrase), self._beside.among(phrase)
        if office is not None:
            told = next((p for p in self._phrases_near(phrase) if p.end == office + 1), None)
            first = told.first if told is not None else office
            self._attach(entity, first, self._beside.role_end(phrase), office + 1)
        if among is not None:
            entity.roles.setdefault(self._reading.text(among.start, among.stop), among)

    def _take_appositions(self, phrase: Phrase, entity: Entity) -> None:
        """Note what stands between commas beside a name, and whom it is given to."""
        beside = self._beside
        told = beside.apposition(phrase)
        if told is not None:
            self._attach(entity, told.first, beside.reach(told), told.end)
            further = beside.further_role(told)
            if further is not None:
                self._attach(entity, further.first, beside.reach(further), further.end)
        alias = beside.alias_before(phrase) if entity.sort == "person" else None
        if alias is not None:
            self._attach(entity, alias.first, alias.end, alias.end)
        before = beside.role_before(phrase)
        if before is not None:
            told = beside.phrase_at(before)
            self._attach(entity, before, beside.reach(told), told.end)

    def _heads_beside(self, phrase: Phrase, entity: Entity) -> Set[str]:
        """Return the nouns that the words around a name tell of its bearer."""
        if entity.sort == "body":
            return self._fighters_of(phrase)
        if entity.sort == "person" and self._is_accused(phrase):
            return self._reading.lists.grammar.accused
        return self._of_letters(phrase)

    def _of_letters(self, phrase: Phrase) -> Set[str]:
        """Return what letters after a name tell: "Iain Hill KC" is counsel."""
        grammar, letters = self._reading.lists.grammar, self._reading.lowers[phrase.end]
        is_after = letters in grammar.after_names
        return frozenset(grammar.short_titles.get(letters, ()) if is_after else ())

    def _fighters_of(self, phrase: Phrase) -> set[str]:
        """Return "fighters" of "fighters of the Northern Front", which tells what the Front is."""
        lists, lowers = self._reading.lists, self._reading.lowers
        of = phrase.first - 1
        is_of = of > 0 and lowers[of] in lists.grammar.close_joins
        after = lowers[phrase.end]
        told = {lowers[of - 1] if is_of else "", after if phrase.opening != "bare" else ""}
        return {word for word in told if lists.kinds.get(word) == "armed-group"}

    def _is_accused(self, phrase: Phrase) -> bool:
        """Tell whether a name stands before "is accused of" or "denies": "Bo Lund, 52, denies"."""
        reading = self._reading
        verb = self._verbs[phrase.sentence]
        is_near = phrase.end <= verb <= phrase.end + _NEAR_VERB
        if not is_near or phrase.first > self._reading.tokens.sentences[phrase.sentence][0] + 1:
            return False
        near = reading.lowers[verb : verb + _NEAR_PARTICIPLE]
        return not reading.lists.grammar.accusing.isdisjoint(near)

    def _phrases_near(self, phrase: Phrase) -> Iterable[Phrase]:
        """Return the phrases before one, the nearest first."""
        place = bisect_left(self._begins, phrase.first)
        return reversed(self._phrases[max(0, place - _NEAR) : place])

    def _attach(self, entity: Entity, first: int, end: int, head_end: int) -> None:
        self._add_role(entity, first, end, head_end)
        self._attached[first, head_end] = (entity, end)

    def _add_role(self, entity: Entity, first: int, end: int, head_end: int) -> None:
        lists = self._reading.lists
        words = self._reading.lowers[first:head_end]
        if self._empty.issuperset(words) and lists.weak_kinds.keys().isdisjoint(words):
            return
        entity.roles.setdefault(self._reading.text(first, end), range(first, end))
        head = words[-1]
        if head not in lists.forms_of_address:
            entity.heads |= {head, *self._initials(first, end)}
        entity.heads.update(lists.grammar.short_titles.get(head, ()))  # "Dr Hill", "the doctor"
        if entity.sort == "person" and not entity.gender:
            entity.gender = gender_of((head,), lists.grammar)

    def _initials(self, first: int, end: int) -> Set[str]:
        """Return the capitals of an office: "dgp" of "Director General of Police"."""
        words = self._reading.words[first:end]
        capitals = "".join(word[0] for word in words if word[0].isupper())
        is_office = len(capitals) > 2 and words[0][0].isupper() and words[-1][0].isupper()
        return frozenset({capitals.lower()} if is_office else ())
