"""People and bodies by name: full names and shorter forms."""

from collections.abc import Mapping, Sequence, Set

from reader.core.sources.chain.entities import Entity, Form, Reference
from reader.core.sources.chain.genders import MOST, Genders
from reader.core.sources.chain.names.beside_names import BesideNames
from reader.core.sources.chain.names.last_names import LastNames
from reader.core.sources.chain.phrases import Phrase
from reader.core.sources.chain.reading import Reading
from reader.core.sources.words.reference_words import spellings
from reader.core.text.tagging import FINITE

Words = tuple[str, ...]
_ALIKE = 4  # letters that make "Kristen" and "Kristin" one first name
_LONGEST_NAME = 4  # words
_PARTS = frozenset({",", "."})
_AFTER_DATELINE = frozenset(", ( — – - --".split())


class Names:
    """Finds who is named in a text, and joins the shorter forms of each name."""

    def __init__(
        self,
        reading: Reading,
        named: Sequence[Phrase],
        spoken: frozenset[int],
        beside: BesideNames,
    ) -> None:
        """Take a text.

        Args:
            reading: The text.
            named: Its noun phrases with a name.
            spoken: The tokens of those who are said to speak.
            beside: What stands beside its names.
        """
        self._reading, self._beside = reading, beside
        self._grammar = reading.lists.grammar
        self._lowers, self._words = reading.lowers, reading.words
        self._spoken = spoken
        self._named = named
        self._keys = {item.name: self._lowers[item.name : item.end] for item in self._named}
        self._spell_alike()
        self._cut_labels()
        self._part_juniors()
        self._speakers = {
            self._lowers[phrase.name]
            for phrase in self._named
            if phrase.end - phrase.name == 1
            and (phrase.name in spoken or self._is_addressed(phrase))
        }
        addressed = (p for p in self._named if p.end - p.name == 1 and self._is_addressed(p))
        self._addressed = {self._lowers[phrase.name] for phrase in addressed}
        self._runs = {self._key(phrase) for phrase in self._named}
        self._alone = {self._lowers[p.name] for p in self._named if self._is_alone(p)}
        self.people: dict[Words, Entity] = {}
        self._by_last: dict[str, list[Words]] = {}
        self.bodies: dict[Words, Entity] = {}
        self.others: dict[Words, Entity] = {}

    def found(self) -> dict[int, Entity]:
        """Return the entity of each named phrase, by the phrase's first token of the name."""
        self._take_full_names()
        self._take_couples()
        self._take_bodies()
        return self._joined()

    def is_shared(self, phrase: Phrase) -> bool:
        """Tell whether a name of one word is the last name of several people."""
        bearers = self._by_last.get(self._lowers[phrase.name], ())
        is_one = phrase.end - phrase.name == 1
        return is_one and len({id(self.people[key]) for key in bearers}) > 1

    def _key(self, phrase: Phrase) -> Words:
        return self._keys[phrase.name]

    def _spell_alike(self) -> None:
        """Let "Mueller" and "Muller" be "Müller", where the text writes all of them."""
        foreign = {word for key in self._keys.values() for word in key if not word.isascii()}
        spelled = {
            other: word for word in foreign for other in spellings(word, self._grammar.letters)
        }
        if spelled:
            for name, key in self._keys.items():
                self._keys[name] = tuple(spelled.get(word, word) for word in key)

    def _cut_labels(self) -> None:
        """Cut capitals off a name that stands without them too: "ADVERTISEMENT Ada Hill"."""
        runs = set(self._keys.values())
        for name, key in self._keys.items():
            word = self._words[name]
            is_label = (
                len(word) > _ALIKE and word.isupper() and not self._words[name + 1].isupper()
            )
            if is_label and len(key) > 2 and key[1:] in runs:
                self._keys[name] = key[1:]

    def _part_juniors(self) -> None:
        """Tell "Donald Trump Jr." from Donald Trump, where the text has named the elder before."""
        met: set[Words] = set()
        juniors: dict[str, Words] = {}
        for phrase in self._named:
            key, after = self._key(phrase), self._lowers[phrase.end]
            if after not in self._grammar.juniors:
                met.add(key)
            elif key in met and len(key) > 1:
                self._keys[phrase.name] = juniors[key[-1]] = (*key, after)
            elif key[-1] in juniors and len(key) == 1:
                self._keys[phrase.name] = juniors[key[-1]]

    def _is_shortened(self, phrase: Phrase) -> bool:
        """Tell whether a bare name's last word goes on to stand for all of it."""
        last = self._lowers[phrase.end - 1]
        is_region = self._lowers[phrase.name] in self._grammar.regions  # "Southern California"
        is_alone = last in self._alone and not last.endswith(self._grammar.plurals)
        return phrase.opening == "bare" and is_alone and not is_region

    def _is_alone(self, phrase: Phrase) -> bool:
        """Tell whether a name of one word stands where a person's may, not after "in"."""
        is_one = phrase.end - phrase.name == 1 and phrase.opening == "bare"
        before = self._lowers[phrase.first - 1]
        return is_one and before not in self._grammar.before_places

    def _is_addressed(self, phrase: Phrase) -> bool:
        """Tell whether a form of address stands before a name: "Mr Reed"."""
        before = self._lowers[phrase.name - 1] if phrase.has_role else ""
        return before in self._reading.lists.forms_of_address

    # -- full names ------------------------------------------------------------------------------

    def _take_full_names(self) -> None:
        shown: set[Words] = set()
        for phrase in self._named:
            if self._key(phrase) not in shown and self._is_person(phrase):  # one place is enough
                shown.add(self._key(phrase))
        for phrase in self._named:
            key = self._key(phrase)
            if key in shown and key not in self.people:
                same = self._same_person(key)
                self.people[key] = same or Entity("person", key, self._name(phrase), is_named=True)
                if len(key) > 1:
                    self._by_last.setdefault(key[-1], []).append(key)

    def _take_couples(self) -> None:
        """Give the first of two who share a surname theirs: "Anders and Joy Loewen"."""
        begins = {phrase.name: phrase for phrase in self._named}
        for phrase in self._named:
            is_first = phrase.end - phrase.name == 1 and phrase.opening == "bare"
            partner = begins.get(phrase.end + 1) if is_first else None
            if partner is None or self._reading.tags[phrase.end] != "CC":
                continue
            key = self._key(partner)
            own = (self._lowers[phrase.name], key[-1])
            is_given = own[0] in self._grammar.given_names
            if is_given and len(key) == len(own) and key in self.people and own not in self.people:
                name = f"{self._words[phrase.name]} {self._words[partner.end - 1]}"
                self.people[own] = Entity("person", own, name, is_named=True)

    def _same_person(self, key: Words) -> Entity | None:
        """Return a person of the same first and last name: "Ada J. Renfrew", "Ada Renfrew"."""
        if len(key) < 2:
            return None
        for known in self._by_last.get(key[-1], [])[-MOST:]:
            entity = self.people[known]
            is_longer = known[0] == key[0] and abs(len(known) - len(key)) == 1
            is_misspelt = known[0][:_ALIKE] == key[0][:_ALIKE] and len(known[0]) == len(key[0])
            is_end = known[-len(key) :] == key and self._is_surname_of_two(key)
            is_alike = known[0] in self._grammar.same_names.get(key[0], ())
            if is_longer or is_end or is_alike or (is_misspelt and len(key[0]) > _ALIKE + 1):
                return entity
        return None

    def _is_surname_of_two(self, key: Words) -> bool:
        """Tell whether a name begins with no first name: "dos Reyes", "Lopez Garcia"."""
        return key[0] in self._grammar.particles or key[0] not in self._grammar.given_names

    def _name(self, phrase: Phrase) -> str:
        key = self._key(phrase)
        is_junior = key[-1] in self._grammar.juniors
        first = phrase.end + is_junior - len(key)  # behind a label that is cut off
        return self._reading.text(max(first, phrase.name), phrase.end + is_junior)

    def _is_person(self, phrase: Phrase) -> bool:
        key = self._key(phrase)
        is_surname = self._is_titled(phrase) or self._ends_in_surname(phrase)
        first_names = key[:-1] if is_surname else key  # "Governor Helen Park"
        is_listed = len(key) > 1 and " ".join(key) in self._reading.lists.named
        if is_listed or len(key) > _LONGEST_NAME:
            return False
        is_cause = not self._grammar.causes.isdisjoint(key)  # "Parents for Plain Reading"
        is_cause |= phrase.name in self._reading.slogans  # "Save Our Sands"
        first = self._words[phrase.name]  # "NSW Health"
        is_cause |= len(key) == 2 and len(first) > 2 and first.isupper() and first.isalpha()
        if is_cause or any(map(self._reading.names_body, first_names)):
            return False
        is_told = phrase.has_role and self._beside.is_role(phrase)
        is_told |= self._beside.office_before(phrase) is not None
        is_the = phrase.opening == "definite" and not self._has_title(phrase)
        if self._has_initial(phrase) or is_the or is_told:
            return self._has_initial(phrase) or not is_the
        if len(key) < 2:
            is_aged = phrase.opening == "bare" and self._beside.is_aged(phrase)  # "Lucy, 36,"
            is_known = is_aged or self._beside.alias_before(phrase) is not None
            return is_known or self._is_apposed(phrase)
        if self._ends_as_body(key):
            return False
        return (
            self._is_spoken(phrase)
            or self._is_given(phrase)
            or self._lowers[phrase.end : phrase.end + 1][0] in self._grammar.personal_relative
            or self._lowers[phrase.end + 1] in self._grammar.personal_relative
            or self._beside.is_aged(phrase)
            or self._is_shortened(phrase)
            or self._role_beside(phrase)
        )

    def _ends_as_body(self, key: Words) -> bool:
        """Tell whether the last of several words makes a name a body's: "Daiwa Securities"."""
        is_ending = len(key) > 1 and key[-1] in self._reading.lists.kinds_by_ending
        return is_ending and key[0] not in self._grammar.given_names

    def _is_given(self, phrase: Phrase) -> bool:
        """Tell whether a name begins with a first name: "Ada Hill went", "the Post's Ada Hill"."""
        is_owned = phrase.opening == "owned" and self._reading.tags[phrase.core - 1] == "POS"
        is_bare = (phrase.opening == "bare" or is_owned) and not phrase.has_role
        return is_bare and self._lowers[phrase.name] in self._grammar.given_names

    def _has_initial(self, phrase: Phrase) -> bool:
        """Tell whether a name has a first name and an initial: "Michael R. Reed"."""
        first, last = phrase.name, phrase.end - 1
        is_three = last - first == 2 and len(self._words[first + 1]) == 2
        is_initial = is_three and self._words[first + 1].endswith(".")
        return is_initial and self._lowers[first] in self._grammar.given_names

    def _ends_in_surname(self, phrase: Phrase) -> bool:
        """Tell whether a body's word is a surname here: "Bill Powers", if "Mr Powers" comes.

        Or if it speaks without an article: "Mary Banks of Osk … Banks said".
        """
        last = self._lowers[phrase.end - 1]
        if self._lowers[phrase.name] not in self._grammar.given_names:
            return False
        is_told = last in self._grammar.surnames and last in self._speakers  # "Banks said"
        return is_told or last in self._grammar.firm_surnames or last in self._addressed

    def _is_titled(self, phrase: Phrase) -> bool:
        """Tell whether a name of two words has a title, so that its last word is no place's."""
        is_full = phrase.end - phrase.name == 2 and phrase.opening == "bare"
        return is_full and self._has_title(phrase) and self._reading.is_surname(phrase.end - 1)

    def _is_apposed(self, phrase: Phrase) -> bool:
        """Tell whether a name of one word stands between commas: "his wife, Sunita, came"."""
        past = self._beside.past_brackets(phrase.end)
        is_bare = phrase.opening == "bare"
        is_parted = self._words[past] in _PARTS and is_bare
        after = self._beside.apposition(phrase) if is_parted else None
        if after is not None and after.opening in {"indefinite", "owned"}:
            # "Halyna, a farmer's widow,"; not "Foundation for Democracies, a policy institute,"
            return self._reading.is_human(self._lowers[after.end - 1])
        before = self._beside.role_before(phrase) if is_parted else None
        if before is None:
            return False
        told = self._beside.phrase_at(before)  # "a boy from Irving, Texas," is not called Texas
        is_whole = told.end == phrase.first - 1
        openings = {"owned", "definite"} if self._words[past] == "," else {"owned"}
        return is_whole and told.opening in openings

    def _has_title(self, phrase: Phrase) -> bool:
        return (
            phrase.has_role and self._lowers[phrase.name - 1] in self._reading.lists.before_names
        )

    def _is_spoken(self, phrase: Phrase) -> bool:
        """Tell whether a name is a speaker's, or its last word alone is one elsewhere."""
        if phrase.opening != "bare":
            return False
        whole = phrase.name in self._spoken and phrase.end - 1 in self._spoken
        hangs = self._lowers[phrase.first - 1] in self._grammar.role_joins
        return (whole and not hangs) or self._lowers[phrase.end - 1] in self._speakers

    def _role_beside(self, phrase: Phrase) -> bool:
        """Tell whether a role stands in apposition, before or after."""
        return bool(self._beside.apposition(phrase)) or bool(self._beside.role_before(phrase))

    # -- bodies ----------------------------------------------------------------------------------

    def _take_bodies(self) -> None:
        lists = self._reading.lists
        parts = {(word,) for key in self.people for word in (key[0], key[-1])}
        for phrase in self._named:
            key = self._key(phrase)
            if key in self.people or key in self.bodies or key in parts:
                continue
            word = self._words[phrase.end - 1]
            is_known = key[-1] in lists.bodies or " ".join(key) in lists.kinds
            is_known |= not self._grammar.causes.isdisjoint(key) or self._ends_as_body(key)
            is_known |= phrase.name in self._reading.slogans
            is_capital = sum(map(str.isupper, word)) > max(1, len(word) // 2)  # "LoP"
            is_capital &= len(key) == 1
            is_short = is_capital and not self._is_dateline(phrase)
            is_of = bool(lists.bodies.intersection(key)) and len(key) > 1
            is_told = phrase.has_role and self._reading.is_body(
                self._lowers[self._beside.role_end(phrase) - 1]
            )
            if is_known or is_short or is_of or is_told or self._is_the_body(phrase, key):
                self.bodies[key] = Entity("body", key, self._name(phrase), is_named=True)
            elif len(key) > 1 and self._reading.tags[phrase.end] in FINITE:
                self.others[key] = Entity("named", key, self._name(phrase), is_named=True)

    def _is_dateline(self, phrase: Phrase) -> bool:
        """Tell whether a name is the place where a report was written: "LONDON, 3 May -"."""
        return self._beside.opens_sentence(phrase) and self._words[phrase.end] in _AFTER_DATELINE

    def _is_the_body(self, phrase: Phrase, key: Words) -> bool:
        """Tell whether a name of several words after "the", or one that speaks, is a body's."""
        is_the = phrase.opening == "definite" and len(key) > 1
        return is_the or self._is_spoken(phrase) or "&" in key

    # -- shorter forms ---------------------------------------------------------------------------

    def _joined(self) -> dict[int, Entity]:
        bearers: dict[str, set[Words]] = {}
        for key in self._runs | set(self.people):
            if len(key) > 1:
                for word in {key[0], key[-1]}:
                    bearers.setdefault(word, set()).add(key)
        beside = self._told_beside()
        genders = Genders(self._reading, self._named, self.people, bearers, beside)
        called = LastNames()
        self._thrones = self._offices_of(beside)
        found: dict[int, Entity] = {}
        for phrase in self._named:
            key = self._key(phrase)
            entity = self.people.get(key) if len(key) > 1 else None
            if entity is not None:
                called.bring_in(entity, self._reading.paragraph_start(phrase.sentence))
            entity = entity or self._short_name(phrase, key, bearers, genders, called)
            entity = entity or genders.apart(phrase, self.people.get(key))
            entity = entity or self.bodies.get(key)
            entity = entity or self.others.get(key)
            if entity is not None:
                found[phrase.name] = entity
        return found

    def _offices_of(self, beside: Mapping[int, Words]) -> Mapping[int, Set[str]]:
        """Return which offices are told of each person, by `id`."""
        found: dict[int, Set[str]] = {}
        for phrase in self._named:
            person = self.people.get(self._key(phrase))
            if person is not None and phrase.end - phrase.name > 1:
                told = {*self._lowers[phrase.core : phrase.name], *beside.get(phrase.name, ())}
                short = self._grammar.short_titles  # "Rep. Ada Hill", "Congresswoman Hill"
                told |= {word for title in told for word in short.get(title, ())}
                offices = told & self._reading.lists.titles
                found[id(person)] = found.get(id(person), set()) | offices
        return found

    def _holding(self, phrase: Phrase, people: dict[int, Entity]) -> dict[int, Entity]:
        """Return those whom an office before a last name leaves: "President Lund" is no mayor."""
        office = self._lowers[phrase.name - 1] if phrase.has_role else ""
        if office not in self._reading.lists.titles:
            return people
        told = {number: self._thrones.get(number, frozenset[str]()) for number in people}
        holders = {number: one for number, one in people.items() if office in told[number]}
        thrones = self._grammar.thrones
        if holders or office not in thrones:
            return holders or people
        return {n: one for n, one in people.items() if told[n].isdisjoint(thrones)}

    def _told_beside(self) -> Mapping[int, Words]:
        """Return by the first token of a full name what a description beside it says."""
        told: dict[int, Words] = {}
        for phrase in self._named:
            if phrase.end - phrase.name > 1 and self._key(phrase) in self.people:
                before, after = self._beside.role_before(phrase), self._beside.apposition(phrase)
                beside = self._beside.phrase_at(before) if before is not None else after
                if beside is not None:
                    told[phrase.name] = self._lowers[beside.core : beside.end]
        return told

    def _short_name(
        self,
        phrase: Phrase,
        key: Words,
        bearers: dict[str, set[Words]],
        genders: Genders,
        called: LastNames,
    ) -> Entity | None:
        """Return the person or body whose name this is a part of, if it is one alone."""
        if len(key) > 1 and not phrase.has_role and key not in self.bodies:
            return None
        keys = bearers.get(key[0], set()) if len(key) == 1 else set()
        if len(keys) > MOST:
            return None
        people = {id(self.people[k]): self.people[k] for k in keys if k in self.people}
        people = genders.fitting(phrase, people) if people else people
        people = self._holding(phrase, people)
        if len(people) > 1 and not phrase.has_role and phrase.opening == "bare":
            return called.meant(key, people)
        if len(people) > 1 and phrase.has_role and phrase.opening == "bare":
            title = self._lowers[phrase.name - 1]
            paragraph = self._reading.paragraph_start(phrase.sentence)
            return called.titled((title, *key), people, paragraph)
        if len(people) != 1:
            return None
        person = next(iter(people.values()))
        if phrase.has_role and len(keys) > 1:
            called.call((self._lowers[phrase.name - 1], *key), person)
        is_placed = self._lowers[phrase.first - 1] in self._grammar.before_places
        called_after = () if is_placed else key[:1]  # "Trump" is no part of "Trump Tower"
        is_alone = all(
            _is_longer(k, person.words) or k[:1] == called_after == person.words[-1:]
            for k in keys
            if k not in self.people
        )
        return person if is_alone and phrase.opening != "definite" else None


def form_of(entity: Entity, phrase: Phrase, lowers: Sequence[str]) -> Form:
    """Return in which form a phrase names a person or a body."""
    key = tuple(lowers[phrase.name : phrase.end])
    if len(key) > 1 or len(entity.words) == 1:
        return "full"
    if phrase.has_role:
        return "title"
    return "first" if key[0] == entity.words[0] else "last"


def reference_of(entity: Entity, phrase: Phrase, reading: Reading) -> Reference:
    """Return a named phrase as a reference, with its role but without its article.

    Other words before a person's name are none of it: "loopholes Donald Trump used".
    """
    first = phrase.first if phrase.opening == "owned" else phrase.core
    if entity.sort in {"person", "named"} and phrase.has_role and _is_other(phrase, reading):
        first = phrase.name
    return Reference(first, phrase.end, form_of(entity, phrase, reading.lowers), phrase.name)


def _is_other(phrase: Phrase, reading: Reading) -> bool:
    """Tell whether the word before a name is a verb or a thing, and says nothing of whom."""
    before = phrase.name - 1
    lower = reading.lowers[before]
    is_small = reading.words[before].islower()
    hangs = reading.lowers[phrase.first - 1] in reading.lists.grammar.role_joins
    is_plain = reading.tags[before].startswith(("NN", "VB")) and (is_small or hangs)
    told = (lower, lower.rpartition("-")[2])  # "co-founder" is a founder
    is_told = any(one in reading.lists.before_names or reading.is_human(one) for one in told)
    return is_plain and not is_told and lower not in reading.lists.grammar.called


def _is_longer(key: Words, words: Words) -> bool:
    """Tell whether a name holds the other: "ada j. renfrew", "ada renfrew foundation"."""
    ends = (key[0], key[-1]) == (words[0], words[-1]) or key[-len(words) :] == words
    return ends or key[: len(words)] == words
