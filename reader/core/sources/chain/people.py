"""People and bodies by name: full names, shorter forms, and what stands beside them."""

from collections.abc import Mapping, Sequence, Set

from reader.core.sources.chain.entities import Entity, Form, Reference
from reader.core.sources.chain.genders import MOST, Genders
from reader.core.sources.chain.last_names import LastNames
from reader.core.sources.chain.phrases import Phrase
from reader.core.sources.chain.reading import FINITE, Reading

Words = tuple[str, ...]
_ALIKE = 4  # letters that make "Kristen" and "Kristin" one first name
_LONGEST_NAME = 4  # words
_LONGEST_APPOSITION = 14  # words
_LONGEST_POST = 20  # words
_AFTER_DATELINE = frozenset(", ( — – - --".split())
_ENDS = frozenset(", . ; : ) ( – —".split())
_STOPS = frozenset(", . ; : ? ! – — ( )".split())


class Names:
    """Finds who is named in a text, and joins the shorter forms of each name."""

    def __init__(
        self, reading: Reading, phrases: Sequence[Phrase], spoken: frozenset[int]
    ) -> None:
        """Take a text.

        Args:
            reading: The text.
            phrases: Its noun phrases.
            spoken: The tokens of those who are said to speak.
        """
        self._reading = reading
        self._grammar = reading.lists.grammar
        self._lowers, self._words = reading.lowers, reading.words
        self._spoken = spoken
        self._named = [phrase for phrase in phrases if phrase.has_name]
        self._speakers = {
            self._lowers[phrase.name]
            for phrase in self._named
            if phrase.end - phrase.name == 1
            and (phrase.name in spoken or self._is_addressed(phrase))
        }
        self._runs = {self._key(phrase) for phrase in self._named}
        self._alone = {self._lowers[p.name] for p in self._named if self._is_alone(p)}
        self._after: dict[int, Phrase] = {}
        for phrase in phrases:
            self._after[phrase.first] = phrase
        self.people: dict[Words, Entity] = {}
        self._by_last: dict[str, list[Words]] = {}
        self.bodies: dict[Words, Entity] = {}
        self.others: dict[Words, Entity] = {}

    def found(self) -> dict[int, Entity]:
        """Return the entity of each named phrase, by the phrase's first token of the name."""
        self._take_full_names()
        self._take_bodies()
        return self._joined()

    def _key(self, phrase: Phrase) -> Words:
        return self._lowers[phrase.name : phrase.end]

    def _is_shortened(self, phrase: Phrase) -> bool:
        """Tell whether a bare name's last word goes on to stand for all of it."""
        last = self._lowers[phrase.end - 1]
        return phrase.opening == "bare" and last in self._alone and not last.endswith("s")

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
        shown = {self._key(phrase) for phrase in self._named if self._is_person(phrase)}
        for phrase in self._named:
            key = self._key(phrase)
            if key in shown and key not in self.people:
                same = self._same_person(key)
                self.people[key] = same or Entity("person", key, self._name(phrase), is_named=True)
                if len(key) > 1:
                    self._by_last.setdefault(key[-1], []).append(key)

    def _same_person(self, key: Words) -> Entity | None:
        """Return a person of the same first and last name: "Ada J. Renfrew", "Ada Renfrew"."""
        if len(key) < 2:
            return None
        for known in self._by_last.get(key[-1], [])[-MOST:]:
            entity = self.people[known]
            is_longer = known[0] == key[0] and abs(len(known) - len(key)) == 1
            is_misspelt = known[0][:_ALIKE] == key[0][:_ALIKE] and len(known[0]) == len(key[0])
            if is_longer or (is_misspelt and len(key[0]) > _ALIKE + 1):
                return entity
        return None

    def _name(self, phrase: Phrase) -> str:
        return self._reading.text(phrase.name, phrase.end)

    def _is_person(self, phrase: Phrase) -> bool:
        key = self._key(phrase)
        first_names = key[:-1] if self._is_titled(phrase) else key  # "Governor Helen Park"
        is_listed = len(key) > 1 and " ".join(key) in self._reading.lists.named
        if is_listed or len(key) > _LONGEST_NAME:
            return False
        is_cause = not self._grammar.causes.isdisjoint(key)  # "Parents for Plain Reading"
        first = self._words[phrase.name]  # "NSW Health"
        is_cause |= len(key) == 2 and len(first) > 2 and first.isupper() and first.isalpha()
        if is_cause or any(map(self._reading.names_body, first_names)):
            return False
        if phrase.opening == "definite" and not self._has_title(phrase):
            return False
        if phrase.has_role and (self.is_role(phrase) or self.office_before(phrase) is not None):
            return True
        if len(key) < 2:
            return self._is_apposed(phrase)
        return (
            self._is_spoken(phrase)
            or self._is_given(phrase)
            or self._lowers[phrase.end : phrase.end + 1][0] in self._grammar.personal_relative
            or self._lowers[phrase.end + 1] in self._grammar.personal_relative
            or self._is_aged_after(phrase)
            or self._is_shortened(phrase)
            or self._role_beside(phrase)
        )

    def office_before(self, phrase: Phrase) -> int | None:
        """Return where an office before a name begins: "Superintendent of police Meera Nair"."""
        join = phrase.first - 1
        is_of = join > 0 and self._lowers[join] in self._grammar.office_joins
        is_full = phrase.end - phrase.name > 1 and phrase.opening == "bare"
        is_small = self._words[phrase.name - 1].islower()
        is_office = (
            is_of and is_full and is_small and self._reading.is_human(self._lowers[join - 1])
        )
        return join - 1 if is_office else None

    def _is_given(self, phrase: Phrase) -> bool:
        """Tell whether a bare name begins with a first name: "Ada Hill went home"."""
        is_bare = phrase.opening == "bare" and not phrase.has_role
        return is_bare and self._lowers[phrase.name] in self._grammar.given_names

    def _is_titled(self, phrase: Phrase) -> bool:
        """Tell whether a name of two words has a title, so that its last word is no place's."""
        is_full = phrase.end - phrase.name == 2 and phrase.opening == "bare"
        return is_full and self._has_title(phrase) and self._reading.is_surname(phrase.end - 1)

    def _is_apposed(self, phrase: Phrase) -> bool:
        """Tell whether a name of one word stands between commas: "his wife, Sunita, came"."""
        is_parted = self._words[phrase.end] == "," and phrase.opening == "bare"
        after = self.apposition(phrase) if is_parted else None
        if after is not None and after.opening in {"indefinite", "owned"}:
            return True  # "Halyna, a farmer's widow,"
        before = self.role_before(phrase) if is_parted else None
        if before is None:
            return False
        told = self._after[before]  # "a boy from Irving, Texas," is not called Texas
        return told.end == phrase.first - 1 and told.opening in {"owned", "definite"}

    def _has_title(self, phrase: Phrase) -> bool:
        return (
            phrase.has_role and self._lowers[phrase.name - 1] in self._reading.lists.before_names
        )

    def is_role(self, phrase: Phrase) -> bool:
        """Tell whether the word before a name is a role: "comedian", "Mayor", "wife"."""
        end, lists = self.role_end(phrase), self._reading.lists
        before, words = self._lowers[end - 1], self._lowers[max(0, end - 4) : end]
        offices = {" ".join(words[-3:]), " ".join(words)}
        is_office = any(office in lists.kinds for office in offices)  # "Secretary of State"
        return is_office or before in lists.before_names or self._reading.is_human(before)

    def role_end(self, phrase: Phrase) -> int:
        """Return where the role before a name ends: before "named" in "a man named Bo"."""
        is_called = phrase.has_role and self._lowers[phrase.name - 1] in self._grammar.called
        return phrase.name - is_called

    def _is_spoken(self, phrase: Phrase) -> bool:
        """Tell whether a name is a speaker's, or its last word alone is one elsewhere."""
        if phrase.opening != "bare":
            return False
        whole = phrase.name in self._spoken and phrase.end - 1 in self._spoken
        hangs = self._lowers[phrase.first - 1] in self._grammar.role_joins
        return (whole and not hangs) or self._lowers[phrase.end - 1] in self._speakers

    def _is_aged_after(self, phrase: Phrase) -> bool:
        age = self._words[phrase.end + 1]
        is_age = self._words[phrase.end] == "," and age.isdigit() and len(age) == 2
        return is_age and self._words[phrase.end + 2] in {",", "."}

    def ages(self, phrase: Phrase) -> frozenset[str]:
        """Return what a person may be called by the age after a name: "the 43-year-old"."""
        if not self._is_aged_after(phrase):
            return frozenset()
        age = self._words[phrase.end + 1]
        return frozenset(f"{age}-{ending}" for ending in self._grammar.aged if ending[0] != "-")

    def _role_beside(self, phrase: Phrase) -> bool:
        """Tell whether a role stands in apposition, before or after."""
        return bool(self.apposition(phrase)) or bool(self.role_before(phrase))

    # -- what stands beside a name ---------------------------------------------------------------

    def apposition(self, phrase: Phrase) -> Phrase | None:
        """Return the description after a name and a comma: ", a spokesman for the militias,"."""
        comma = phrase.end + (self._lowers[phrase.end] in self._grammar.after_names)
        if self._lowers[comma + 1] in self._grammar.after_names and self._words[comma] == ",":
            comma += 2
        if self._is_aged_after(phrase):
            comma += 2
        told = self._after.get(comma + 1) if self._words[comma] == "," else None
        if told is None or told.opening == "pronoun" or told.has_name:
            return None
        head = self._lowers[told.end - 1]
        is_body = self._reading.is_body(head) and told.opening == "indefinite"
        is_human = self._reading.is_human(head) or is_body
        end = self.reach(told)
        is_list = self._lowers[end : end + 1][0] in {"and", "or"} or (
            self._words[end] == "," and self._lowers[end + 1] in {"and", "or"}
        )
        is_closed = self._words[end] in _ENDS or self._lowers[end] in self._grammar.relative
        if not is_human or is_list or not is_closed or told.is_plural:
            return None
        return told if end - told.first <= _LONGEST_APPOSITION else None

    def role_before(self, phrase: Phrase) -> int | None:
        """Return where the description before a name and a comma begins: "the mayor, Bob Cole"."""
        comma = phrase.first - 1
        if comma < 1 or self._words[comma] != "," or not self._closes(phrase.end):
            return None
        found: int | None = None
        is_inside = False  # brackets: "of CEI (a conference), Bo Stern"
        for first in range(comma - 1, max(-1, comma - _LONGEST_APPOSITION), -1):
            if self._words[first] == ")" or is_inside:
                is_inside = self._words[first] != "("
                continue
            if self._words[first] in _STOPS:
                break
            told = self._after.get(first)
            if told is None or told.has_name or told.is_plural or told.opening == "pronoun":
                continue
            is_open = told.opening != "bare" or self._opens_sentence(told)
            is_noun = self._reading.is_human_before(told.end) or self._is_body_before(told, phrase)
            if is_open and is_noun and self.reach(told) == comma:
                found = first  # "the wife of the cleric, Ada Hill": the outer one
                if self._lowers[first - 1] not in self._grammar.role_joins:
                    break
        return found

    def _is_body_before(self, told: Phrase, phrase: Phrase) -> bool:
        """Tell whether a noun for a body names the body after it: "the company, Annis Lines"."""
        hangs = self._lowers[told.first - 1] in self._grammar.role_joins
        # "Outside the court, Ada Hill"
        hangs = hangs or self._reading.tags[told.first - 1] == "IN"
        is_body = self._reading.is_body(self._lowers[told.end - 1])
        return is_body and not hangs and not phrase.has_role

    def phrase_at(self, first: int) -> Phrase:
        """Return the phrase that begins at a token."""
        return self._after[first]

    def said_to_be(self, phrase: Phrase) -> Phrase | None:
        """Return what a name is said to be: "Ada Reed is the mayor of Osk"."""
        told = self._after.get(phrase.end + 1)
        if self._lowers[phrase.end] not in self._grammar.be or told is None:
            return None
        is_human = self._reading.is_human(self._lowers[told.end - 1])
        is_open = told.opening in {"definite", "indefinite", "owned"}
        return told if is_human and is_open and not told.has_name else None

    def post(self, phrase: Phrase) -> range | None:
        """Return the clause after a name that tells its work: ", who chairs the union,"."""
        start = phrase.end + 1
        is_parted = self._words[phrase.end] == ","
        if not is_parted or self._lowers[start] not in self._grammar.personal_relative:
            return None
        if self._lowers[start + 1] not in self._grammar.posts:
            return None
        ends = (i for i in range(start, start + _LONGEST_POST) if self._words[i] in _STOPS)
        end = next(ends, start)
        return range(start, end) if end > start + 2 else None

    def _opens_sentence(self, phrase: Phrase) -> bool:
        return phrase.first == self._reading.tokens.sentences[phrase.sentence][0]

    def _closes(self, index: int) -> bool:
        return (
            self._words[index] in {",", ".", ")", ";", "”", '"', ""}
            or self._reading.tags[index] in FINITE
            or self._lowers[index] in self._grammar.personal_relative
        )

    def reach(self, phrase: Phrase) -> int:
        """Return where a description ends with what hangs on it: "head of the office in Osk"."""
        end = self._past_brackets(phrase.end)
        while self._lowers[end] in self._grammar.role_joins and end - phrase.first < 20:
            inner = self._after.get(end + 1)
            if inner is None or inner.opening == "pronoun":
                break
            end = self._past_brackets(inner.end)
            while self._lowers[end] == "and" and self._after.get(end + 1):
                following = self._after[end + 1]
                if self._reading.tags[following.end] in FINITE or not following.has_name:
                    break
                end = following.end
        return end

    def belonging(self, phrase: Phrase) -> int:
        """Return where a description ends with whose it is: "residents of Osk"; 0 without that."""
        if self._lowers[phrase.end] not in self._grammar.owner_joins:
            return 0
        if self._reading.tags[phrase.end + 1] == "CD":
            return phrase.end + 2  # "the mother of five"
        inner = self._after.get(phrase.end + 1)
        return inner.end if inner is not None and inner.opening != "pronoun" else 0

    def _past_brackets(self, end: int) -> int:
        """Return where a phrase ends with the brackets after it: "CEI (a conference)"."""
        if self._words[end] != "(":
            return end
        closing = (place for place in range(end, end + 12) if self._words[place] == ")")
        return next(closing, end - 1) + 1

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
            is_known |= not self._grammar.causes.isdisjoint(key)
            is_capital = sum(map(str.isupper, word)) > max(1, len(word) // 2)  # "LoP"
            is_capital &= len(key) == 1
            is_short = is_capital and not self._is_dateline(phrase)
            is_of = bool(lists.bodies.intersection(key)) and len(key) > 1
            is_told = phrase.has_role and self._reading.is_body(
                self._lowers[self.role_end(phrase) - 1]
            )
            if is_known or is_short or is_of or is_told or self._is_the_body(phrase, key):
                self.bodies[key] = Entity("body", key, self._name(phrase), is_named=True)
            elif len(key) > 1 and self._reading.tags[phrase.end] in FINITE:
                self.others[key] = Entity("named", key, self._name(phrase), is_named=True)

    def _is_dateline(self, phrase: Phrase) -> bool:
        """Tell whether a name is the place where a report was written: "LONDON, 3 May -"."""
        return self._opens_sentence(phrase) and self._words[phrase.end] in _AFTER_DATELINE

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
        genders = Genders(self._reading, self._named, self.people, bearers, self._told_beside())
        called = LastNames()
        self._thrones = self._offices_of()
        found: dict[int, Entity] = {}
        for phrase in self._named:
            key = self._key(phrase)
            entity = self.people.get(key) if len(key) > 1 else None
            if entity is not None:
                called.bring_in(entity)
            entity = entity or self._short_name(phrase, key, bearers, genders, called)
            entity = entity or genders.apart(phrase, self.people.get(key))
            entity = entity or self.bodies.get(key)
            entity = entity or self.others.get(key)
            if entity is not None:
                found[phrase.name] = entity
        return found

    def _offices_of(self) -> Mapping[int, Set[str]]:
        """Return which of the offices that one holds alone are told of each person, by `id`."""
        found: dict[int, Set[str]] = {}
        beside = self._told_beside()
        for phrase in self._named:
            person = self.people.get(self._key(phrase))
            if person is not None and phrase.end - phrase.name > 1:
                told = {*self._lowers[phrase.core : phrase.name], *beside.get(phrase.name, ())}
                offices = told & self._grammar.thrones
                found[id(person)] = found.get(id(person), set()) | offices
        return found

    def _holding(self, phrase: Phrase, people: dict[int, Entity]) -> dict[int, Entity]:
        """Return those whom an office before a last name leaves: "President Lund" is no mayor."""
        office = self._lowers[phrase.name - 1] if phrase.has_role else ""
        if office not in self._grammar.thrones:
            return people
        told = {number: self._thrones.get(number, frozenset[str]()) for number in people}
        holders = {number: one for number, one in people.items() if office in told[number]}
        return holders or {number: one for number, one in people.items() if not told[number]}

    def _told_beside(self) -> Mapping[int, Words]:
        """Return by the first token of a full name what a description beside it says."""
        told: dict[int, Words] = {}
        for phrase in self._named:
            if phrase.end - phrase.name > 1 and self._key(phrase) in self.people:
                before, after = self.role_before(phrase), self.apposition(phrase)
                beside = self.phrase_at(before) if before is not None else after
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
        if len(people) != 1:
            return None
        person = next(iter(people.values()))
        is_alone = all(_is_longer(k, person.words) for k in keys if k not in self.people)
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
