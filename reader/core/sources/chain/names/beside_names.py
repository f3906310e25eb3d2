"""What stands beside a name: roles before it, descriptions in apposition, ages, posts."""

from collections.abc import Sequence

from reader.core.sources.chain.phrases import Phrase
from reader.core.sources.chain.reading import Reading
from reader.core.text.tagging import FINITE

_LONGEST_APPOSITION = 14  # words
_LONGEST_POST = 20  # words
_ENDS = frozenset(", . ; : ) ( – —".split())
_PARTICIPLES = frozenset({"VBG", "VBN"})
_BEFORE_ROLES = frozenset({"VBG", "VBN", "RB"})
_FIELD_TAGS = frozenset("VBG NN NNS JJ".split())
_NO_FIELD = frozenset("DT PRP PRP$ IN TO WP WDT".split())
_LONGEST_FIELD = 6  # words from "for" to a name: "commissioner for works and housing Ada Hill"
_LONGEST_GROUP = 9  # words after "one of"
_STOPS = frozenset(", . ; : ? ! – — ( )".split())


class BesideNames:
    """Finds what a text tells of somebody right before or behind a name."""

    def __init__(self, reading: Reading, phrases: Sequence[Phrase]) -> None:
        """Take a text and its noun phrases."""
        self._reading = reading
        self._grammar = reading.lists.grammar
        self._lowers, self._words = reading.lowers, reading.words
        self._after = {phrase.first: phrase for phrase in phrases}
        self._ending = {phrase.end: phrase for phrase in phrases}
        self._aliases = frozenset(self._grammar.aliases)
        self._alias_ends = frozenset(one.rpartition(" ")[2] for one in self._aliases)
        self._longest_alias = max((len(one.split()) for one in self._aliases), default=0)
        self._named = {phrase.end: phrase for phrase in phrases if phrase.has_name}

    def apposition(self, phrase: Phrase) -> Phrase | None:
        """Return the description after a name and a comma: ", a spokesman for the militias,"."""
        end = self.past_brackets(phrase.end)  # "Dan (not his real name), a student,"
        comma = end + (self._lowers[end] in self._grammar.after_names)
        if self._lowers[comma + 1] in self._grammar.after_names and self._words[comma] == ",":
            comma += 2
        if self.is_aged(phrase):
            comma += 2
        told = self._told_from(comma + 1) if self._words[comma] == "," else None
        if told is None or told.opening == "pronoun" or told.has_name:
            return None
        head = self._lowers[told.end - 1]
        is_body = self._reading.is_body(head) and told.opening == "indefinite"
        is_human = self._reading.is_human(head) or is_body
        end = self.reach(told)
        past = end + (self._words[end] == ",")
        is_two = self.further_role(told) is not None
        is_list = self._lowers[past] in self._grammar.lists_on and not is_two
        if not is_human or is_list or not (is_two or self._is_closed(end)) or told.is_plural:
            return None
        return told if end - told.first <= _LONGEST_APPOSITION else None

    def further_role(self, told: Phrase) -> Phrase | None:
        """Return the second of two roles: "a former mayor of Osk and now head of its port"."""
        end = self.reach(told)
        if self._lowers[end] not in self._grammar.ands:
            return None
        further = self._told_from(end + 1)
        if further is None or further.opening == "pronoun" or further.has_name:
            return None
        is_human = self._reading.is_human(self._lowers[further.end - 1]) and not further.is_plural
        return further if is_human and self._is_closed(self.reach(further)) else None

    def _is_closed(self, end: int) -> bool:
        """Tell whether a description ends here, or goes on with "visiting" or "based in"."""
        is_participle = self._reading.tags[end] in _PARTICIPLES
        is_relative = self._lowers[end] in self._grammar.relative
        return self._words[end] in _ENDS or is_relative or is_participle

    def _told_from(self, index: int) -> Phrase | None:
        """Return the phrase that begins at a token or behind one that belongs to it.

        A tagger takes the first word of "marketing director" for a verb; "then a nurse" is one.
        """
        told, tag = self._after.get(index), self._reading.tags[index]
        if told is not None or tag not in _BEFORE_ROLES:
            return told
        told = self._after.get(index + 1)
        is_noun = told is not None and (tag == "RB" or told.opening == "bare")
        return told if is_noun else None

    def role_before(self, phrase: Phrase) -> int | None:
        """Return where the description before a name and a comma begins: "the mayor, Bob Cole"."""
        comma = phrase.first - 1
        end = phrase.end + (self._lowers[phrase.end] in self._grammar.after_names)
        if comma < 1 or self._words[comma] != "," or not self._closes(end):
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
            is_open = told.opening != "bare" or self.opens_sentence(told)
            is_noun = self._reading.is_human_before(told.end) or self._is_body_before(told, phrase)
            if is_open and is_noun and self.reach(told) == comma:
                if self._tells_of_another(told):
                    break
                found = first  # "the wife of the cleric, Ada Hill": the outer one
                if self._lowers[first - 1] not in self._grammar.role_joins:
                    break
        return found

    def alias_before(self, phrase: Phrase) -> Phrase | None:
        """Return whom a name is given to: "its leader, who goes by the name of Sola"."""
        if self._lowers[phrase.first - 1] not in self._alias_ends:
            return None
        for length in range(self._longest_alias, 0, -1):
            first = phrase.first - length
            if first > 1 and " ".join(self._lowers[first : phrase.first]) in self._aliases:
                end = first - (self._words[first - 1] == ",")
                told = self._ending.get(end)
                is_one = told is not None and not told.is_plural and not told.has_name
                is_human = is_one and self._reading.is_human(self._lowers[end - 1])
                return told if is_human and not phrase.is_plural else None
        return None

    def _tells_of_another(self, told: Phrase) -> bool:
        """Tell whether a name before a description has it: "To Ada Hill, a tutor, Reed was"."""
        before = self._named.get(told.first - 1)
        if before is None or self._words[told.first - 1] != "," or before.end - before.name < 2:
            return False
        return told.opening == "indefinite" and not self._reading.names_body(
            self._lowers[before.end - 1]
        )

    def _is_body_before(self, told: Phrase, phrase: Phrase) -> bool:
        """Tell whether a noun for a body names the body after it: "the company, Annis Lines"."""
        hangs = self._lowers[told.first - 1] in self._grammar.role_joins
        # "Outside the court, Ada Hill"
        hangs = hangs or self._reading.tags[told.first - 1] == "IN"
        is_body = self._reading.is_body(self._lowers[told.end - 1])
        is_alone = told.end == phrase.first - 1  # "a team at Osk University in Osk, NY"
        return is_body and is_alone and not hangs and not phrase.has_role

    def phrase_at(self, first: int) -> Phrase:
        """Return the phrase that begins at a token."""
        return self._after[first]

    def said_to_be(self, phrase: Phrase) -> Phrase | None:
        """Return what a name is said to be: "Ada Reed is the mayor of Osk"."""
        told = self._after.get(phrase.end + 1)
        if self._lowers[phrase.end] not in self._grammar.be or told is None:
            return None
        is_human = self._reading.is_human(self._lowers[told.end - 1])
        is_open = told.opening in {"definite", "indefinite", "owned"} or not told.is_plural
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

    def _closes(self, index: int) -> bool:
        return (
            self._words[index] in {",", ".", ")", ";", "”", '"', ""}
            or self._reading.tags[index] in FINITE
            or self._lowers[index] in self._grammar.personal_relative
        )

    def reach(self, phrase: Phrase) -> int:
        """Return where a description ends with what hangs on it: "head of the office in Osk"."""
        end = self.past_brackets(phrase.end)
        while self._lowers[end] in self._grammar.role_joins and end - phrase.first < 20:
            inner = self._after.get(end + 1)
            if inner is None or inner.opening == "pronoun":
                field = self._past_field(end + 1)
                if field == end + 1:
                    break
                end = field
                continue
            end = self.past_brackets(inner.end)
            end = self._past_field(end + 1) if self._is_two_fields(end) else end
            while self._lowers[end] in self._grammar.ands and self._after.get(end + 1):
                following = self._after[end + 1]
                is_part = following.has_name or self._is_rest_of_body(following)
                if self._reading.tags[following.end] in FINITE or not is_part:
                    break
                end = following.end
        return end

    def _is_rest_of_body(self, phrase: Phrase) -> bool:
        """Tell whether a phrase ends a name: "head of the search and rescue agency"."""
        is_bare = phrase.opening == "bare" and not phrase.is_plural
        return is_bare and self._reading.is_body(self._lowers[phrase.end - 1])

    def _is_two_fields(self, end: int) -> bool:
        """Tell whether a second field follows: "director of workforce and training at Osk"."""
        is_two = self._lowers[end] in self._grammar.ands
        return is_two and self._past_field(end + 1) > end + 1

    def _past_field(self, first: int) -> int:
        """Return where a field of work ends before its body: "nursing and care at Osk General".

        A tagger takes "nursing" for a verb, so that it is no phrase.
        """
        end, ands, joins = first, self._grammar.ands, self._grammar.at_bodies
        while end - first < _LONGEST_FIELD and self._words[end][:1].islower():
            is_field = self._reading.tags[end] in _FIELD_TAGS or self._lowers[end] in ands
            if not is_field:
                break
            end += 1
        return end if end > first and self._lowers[end] in joins else first

    def belonging(self, phrase: Phrase) -> int:
        """Return where a description ends with whose it is: "residents of Osk"; 0 without that."""
        if self._lowers[phrase.end] not in self._grammar.owner_joins:
            return 0
        if self._reading.tags[phrase.end + 1] == "CD":
            return phrase.end + 2  # "the mother of five"
        inner = self._after.get(phrase.end + 1)
        return inner.end if inner is not None and inner.opening != "pronoun" else 0

    def past_brackets(self, end: int) -> int:
        """Return where a phrase ends with the brackets after it: "CEI (a conference)"."""
        if self._words[end] != "(":
            return end
        closing = (place for place in range(end, end + 12) if self._words[place] == ")")
        return next(closing, end - 1) + 1

    def office_before(self, phrase: Phrase) -> int | None:
        """Return where an office before a name begins: "Superintendent of police Meera Nair"."""
        if phrase.end - phrase.name < 2 or phrase.opening != "bare":
            return None
        for join in range(phrase.name - 1, max(0, phrase.name - _LONGEST_FIELD), -1):
            if self._lowers[join] in self._grammar.office_joins:
                is_human = self._reading.is_human(self._lowers[join - 1])
                return join - 1 if is_human and join < phrase.name - 1 else None
            if self._reading.tags[join] in _NO_FIELD or not self._is_field(join, phrase):
                return None
        return None

    def _is_field(self, index: int, phrase: Phrase) -> bool:
        """Tell whether a word tells what an office is for: "Director of Police Ada Hill"."""
        if self._words[index].islower():
            return True
        lower, joins = self._lowers[index], self._grammar.office_joins
        is_whole = phrase.core <= index and joins.isdisjoint(self._lowers[phrase.core : index])
        is_role = self._reading.is_human(lower) or lower in self._reading.lists.before_names
        return is_whole and not is_role

    def among(self, phrase: Phrase) -> range | None:
        """Return whom somebody is one of: "one of the 14 councillors, Ann Bell", or behind it."""
        behind = phrase.end + 1
        told = self._after.get(behind + 2) if self._words[phrase.end] == "," else None
        if told is not None and told.is_plural and self._is_one_of(behind):
            end = self.reach(told)
            return range(behind, end) if self._is_closed(end) else None
        end = phrase.first - 1
        if end < 1 or self._words[end] != "," or not self._closes(phrase.end):
            return None
        for first in range(end - 1, max(1, end - _LONGEST_GROUP), -1):
            told = self._after.get(first)
            if self._words[first] in _STOPS:
                return None
            is_one = told is not None and self._is_one_of(first - 2)
            if told is not None and is_one and self.reach(told) == end:
                return range(first - 2, end)
        return None

    def _is_one_of(self, first: int) -> bool:
        """Tell whether "one of" begins at a token."""
        is_of = self._lowers[first + 1] in self._grammar.close_joins
        return is_of and self._lowers[first] in self._grammar.one

    def is_role(self, phrase: Phrase) -> bool:
        """Tell whether the word before a name is a role: "comedian", "Mayor", "wife"."""
        end, lists = self.role_end(phrase), self._reading.lists
        before, words = self._lowers[end - 1], self._lowers[max(0, end - 4) : end]
        offices = {" ".join(words[-3:]), " ".join(words)}
        is_office = any(office in lists.offices for office in offices)  # "Secretary of State"
        return is_office or before in lists.before_names or self._reading.is_human(before)

    def role_end(self, phrase: Phrase) -> int:
        """Return where the role before a name ends: before "named" in "a man named Bo"."""
        is_called = phrase.has_role and self._lowers[phrase.name - 1] in self._grammar.called
        return phrase.name - is_called

    def is_aged(self, phrase: Phrase) -> bool:
        """Tell whether an age stands behind a name: "Ada Hill, 43,"."""
        age = self._words[phrase.end + 1]
        is_age = self._words[phrase.end] == "," and age.isdigit() and len(age) == 2
        return is_age and self._words[phrase.end + 2] in {",", "."}

    def ages(self, phrase: Phrase) -> frozenset[str]:
        """Return what a person may be called by the age after a name: "the 43-year-old"."""
        if not self.is_aged(phrase):
            return frozenset()
        age = self._words[phrase.end + 1]
        return frozenset(f"{age}-{ending}" for ending in self._grammar.aged if ending[0] != "-")

    def opens_sentence(self, phrase: Phrase) -> bool:
        """Tell whether a phrase begins its sentence."""
        return phrase.first == self._reading.tokens.sentences[phrase.sentence][0]
