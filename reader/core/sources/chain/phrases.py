"""Noun phrases that may mean somebody, found from tags in one walk over the text."""

from typing import Literal

from reader.core.sources.chain.reading import NAME_TAGS, Reading
from reader.values import frozen

Opening = Literal["definite", "indefinite", "owned", "bare", "pronoun"]

_MEMBERS = frozenset("JJ JJR JJS CD NN NNS NNP NNPS VBN POS FW".split())
_NOUNS = frozenset("NN NNS NNP NNPS FW".split())
_RULING = frozenset({"VBG", "VBD"})
_AFTER_RULING = _NOUNS | {"JJ"}
_PLURALS = frozenset({"NNS", "NNPS"})
_PRONOUNS = frozenset({"PRP", "PRP$"})
_OPENERS = frozenset({"DT", "PRP$", "CD"})
_ASKED = frozenset({"VBG", "VBN", "VBD", "CD"})  # what stands beside them tells
_OFFICE = 4  # words of an office with "of the" in it
_LONGEST = 16  # words; menus and tables have longer rows of nouns
_JOINS = 2  # how a small word that may join two parts of a name is told from other members
_BEFORE_PARTICIPLES = frozenset("DT JJ CD POS PRP$ VBN RB".split())
_MARKS = frozenset("\"“”‘’«»'") | {"''", "``"}


@frozen
class Phrase:
    """A noun phrase, without what hangs on it by a preposition.

    Attributes:
        first: Its first token, article or owner included.
        core: Its first token after article or owner.
        name: Where the name at its end begins; `end` where it has none.
        end: Past its last token.
        opening: What it opens with.
        is_plural: Its last noun is in the plural.
        sentence: The number of its sentence.
        is_somebody: Its last noun stands for people or for a body.
    """

    first: int
    core: int
    name: int
    end: int
    opening: Opening
    is_plural: bool
    sentence: int
    is_somebody: bool = False

    @property
    def has_name(self) -> bool:
        """Tell whether a name stands at its end."""
        return self.name < self.end

    @property
    def has_role(self) -> bool:
        """Tell whether words stand before its name."""
        return self.core < self.name < self.end


def find_phrases(reading: Reading) -> tuple[Phrase, ...]:
    """Return the noun phrases and pronouns of a text; none crosses a line or a sentence."""
    walk = _Walk(reading)
    for number, (first, past_last) in enumerate(reading.tokens.sentences):
        walk.sentence(number, first, past_last)
    return tuple(walk.found)


class _Walk:
    """Walks over sentences, from noun phrase to noun phrase.

    Attributes:
        found: The phrases so far.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._lowers, self._tags, self._words = reading.lowers, reading.tags, reading.words
        self._lists = reading.lists
        self._grammar = reading.lists.grammar
        self._breaks = reading.lists.calendar | reading.lists.moments
        small = self._grammar.particles | self._grammar.causes
        self._joins = small | self._grammar.close_joins | {"&"}
        self._small = small | self._grammar.inside_names
        self._members = self._all_members()
        self._starts = self._all_starts()
        self._owners_in_names: set[int] = set()
        self.found: list[Phrase] = []

    def _all_members(self) -> bytearray:
        """Return whether each token may stand in a phrase: 0 for no; of most the tag tells it."""
        asked = self._breaks | self._lists.before_names | self._grammar.called | _MARKS | {"&"}
        words, tags = self._reading.tokens.places, self._reading.tag_places
        members = bytearray(map(_MEMBERS.__contains__, self._tags))
        for index in {*words.of(asked), *tags.of(_ASKED)}:
            members[index] = self._is_member(index)
        for index in words.of(self._joins | self._small):
            members[index] = members[index] or _JOINS
        return members

    def _all_starts(self) -> bytearray:
        """Return whether each token opens a phrase, where none has begun before it."""
        owners, tags = self._grammar.owners, self._reading.tag_places
        starts = bytearray(map((1).__eq__, self._members))
        for index in tags.of(_OPENERS):
            starts[index] = 1
        for index in tags.of(_PRONOUNS):
            if self._lowers[index] not in owners:
                starts[index] = 1
        return starts

    def sentence(self, number: int, first: int, past_last: int) -> None:
        """Take the phrases of one sentence."""
        place = self._starts.find(1, first, past_last)
        while place >= 0:
            past = place + 1
            if self._tags[place] in _PRONOUNS and self._lowers[place] not in self._grammar.owners:
                self._take_pronoun(place, number)
            else:
                past = max(self._run(place, past_last, number), past)
            place = self._starts.find(1, past, past_last)

    def _take_pronoun(self, place: int, number: int) -> None:
        end = place + 1
        self.found.append(
            Phrase(place, place, end, end, "pronoun", is_plural=False, sentence=number)
        )

    def _run(self, first: int, limit: int, number: int) -> int:
        """Take the phrases of one run, owners first; return where the run ends."""
        opening: Opening = "bare"
        core = first
        lower = self._lowers[first]
        if lower in self._grammar.owners and self._tags[first] in _PRONOUNS:
            self._take_pronoun(first, number)
            opening, core = "owned", first + 1
        elif self._tags[first] == "DT" or lower in self._grammar.indefinite:
            opening = "definite" if lower in self._grammar.definite else "indefinite"
            core = first + 1
        end = core
        while end < limit and self._goes_on(end, core):
            if end > core and self._parts_names(end):
                self._take(first, core, end, opening, number)
                return end + 1
            is_owner = self._tags[end] == "POS" or (self._words[end] in {"’", "'"} and end > core)
            if is_owner and not self._owns_name(end, core):
                self._take(first, core, end, opening, number)
                opening, core = "owned", end + 1
            end += 1
        self._take(first, core, end, opening, number)
        return end

    def _owns_name(self, index: int, core: int) -> bool:
        """Tell whether an owner is part of a body's name: "the Farmers' Alliance"."""
        lower, grammar = self._lowers[index - 1], self._grammar
        is_plural = lower.endswith((*grammar.plurals, *grammar.plural_endings))
        is_many = is_plural and lower in self._lists.people
        if index <= core or not (is_many and self._words[index - 1][0].isupper()):
            return False
        past = index + 1
        while self._reading.is_name_word(past):
            past += 1
        is_name = past > index + 1 and self._lowers[past - 1] in self._lists.bodies
        if is_name:
            self._owners_in_names |= {index - 1, index}
        return is_name

    def _parts_names(self, index: int) -> bool:
        """Tell whether a verb of a headline, taken for a noun, stands here: "Hill slams Reed"."""
        if self._tags[index] != "NNS" or not self._words[index].islower():
            return False
        is_name = self._reading.is_name_word
        between = is_name(index - 1) and is_name(index + 1)
        return between and not self._reading.is_somebody(self._lowers[index])

    def _goes_on(self, index: int, core: int) -> bool:
        """Tell whether a token belongs to the phrase that its neighbour to the left stands in."""
        kind = self._members[index]
        if kind == _JOINS:
            return self._joins_name(index, core) or self._joins_office(index, core)
        return kind == 1

    def _is_member(self, index: int) -> bool:
        tag = self._tags[index]
        if tag in _RULING and self._tags[index - 1] == "DT":
            return self._tags[index + 1] in _AFTER_RULING  # "the ruling party", "a retired nurse"
        if tag not in _MEMBERS:
            return self._is_title(index) or self._joins_two_names(index) or self._gives_name(index)
        if self._words[index] in _MARKS and tag != "POS":
            return False
        if tag == "VBN":
            return self._is_participle_inside(index)
        if self._lowers[index] in self._breaks:
            return self._is_name_of_day(index)
        return tag != "CD" or ":" not in self._words[index]

    def _is_participle_inside(self, index: int) -> bool:
        """Tell whether a participle stands inside a phrase: "a captured soldier"."""
        if self._lowers[index] in self._grammar.called:
            return not self._calls_names(index)
        is_former = self._lowers[index] in self._grammar.formerly  # "Retired nurse Ada Hill"
        return is_former or self._tags[index - 1] in _BEFORE_PARTICIPLES

    def _is_title(self, index: int) -> bool:
        """Tell whether a word that is tagged as no noun is a title: "Premier Bo Stern"."""
        is_title = self._lowers[index] in self._lists.before_names
        return is_title and self._words[index][:1].isupper() and self._tags[index] != "DT"

    def _gives_name(self, index: int) -> bool:
        """Tell whether a form tagged as a verb gives a name: "a courteous man named Bo Stern"."""
        is_called = self._lowers[index] in self._grammar.called
        if not is_called or not self._reading.is_name_word(index + 1):
            return False
        first = index - 1
        while self._tags[first] in {"NN", "JJ"}:
            first -= 1
        is_indefinite = self._lowers[first] in self._grammar.indefinite
        return first < index - 1 and is_indefinite and not self._calls_names(index)

    def _calls_names(self, index: int) -> bool:
        """Tell whether a name is followed by what it is called: "called Reed a liar"."""
        past = index + 1
        while self._reading.is_name_word(past):
            past += 1
        return past > index + 1 and (self._tags[past] == "DT" or self._words[past] in _MARKS)

    def _joins_two_names(self, index: int) -> bool:
        """Tell whether "&" stands between two names that are one: "Kell & Stroud"."""
        is_name = self._reading.is_name_word
        return self._words[index] == "&" and is_name(index - 1) and is_name(index + 1)

    def _is_name_of_day(self, index: int) -> bool:
        """Tell whether a time is part of a name: "the Sunday Times", "the Osk Morning Post"."""
        if self._reading.is_day_name(index):
            return True
        following = self._words[index + 1][:1].isupper() and self._tags[index + 1] in NAME_TAGS
        first = index - 1
        while self._lowers[index] in self._lists.moments and self._reading.is_name_word(first):
            first -= 1
        return following and self._lowers[first] in self._grammar.definite

    def _joins_name(self, index: int, core: int) -> bool:
        """Tell whether a small word stands inside a name: "Ludwig van Beethoven"."""
        lower = self._lowers[index]
        if index <= core or lower not in self._joins:
            return False
        if lower in self._grammar.causes and self._is_cause(index):
            return True
        if not self._reading.is_name_word(index - 1):
            return False
        following = self._words[index + 1][:1].isupper() and self._tags[index + 1] in NAME_TAGS
        if lower in self._grammar.particles:
            return following or self._lowers[index + 1] in self._grammar.particles
        if lower == "&":
            return following
        is_of = lower in self._grammar.close_joins
        office = " ".join(self._lowers[index - 1 : index + 2])
        opens = self._lowers[index - 1] in self._lists.namers or office in self._lists.kinds
        return following and is_of and opens

    def _is_cause(self, index: int) -> bool:
        """Tell whether "for" tells what a body stands for: "Parents for Plain Reading"."""
        if not self._words[index - 1][:1].isupper():
            return False
        past = index + 1
        while self._reading.is_name_word(past) or self._lowers[past] in self._small:
            past += 1
        while self._lowers[past - 1] in self._small:
            past -= 1
        lower = self._lowers[index - 1]
        is_many = lower in self._lists.people and lower.endswith(self._grammar.plurals)
        is_body = past > index + 1 and self._lowers[past - 1] in self._lists.bodies
        is_role = lower in self._lists.before_names or self._reading.is_human(lower)
        return (is_many and past > index + 2) or (is_body and not is_role)

    def _joins_office(self, index: int, core: int) -> bool:
        """Tell whether a small word is part of an office: "Leader of the Opposition Ada Hill"."""
        lowers = self._lowers
        if index <= core or lowers[index] not in self._small:
            return False
        first = index - 1 if lowers[index] in self._joins else index - 2
        past = first + _OFFICE
        is_listed = first >= core and " ".join(lowers[first:past]) in self._lists.kinds
        return is_listed and self._reading.is_name_word(past)

    def _take(self, first: int, core: int, end: int, opening: Opening, number: int) -> None:
        """Take the phrase of some words, where they hold a noun."""
        while end > core and self._is_after_name(end - 1, core, opening):
            end -= 1
        while end > core and self._tags[end - 1] not in _NOUNS and not self._ends(end - 1):
            end -= 1
        while core < end - 1 and self._counts(core):
            core += 1
        if core < end <= core + _LONGEST:
            is_named = self._words[end - 1][0].isupper() or "-" in self._words[end - 1]
            name = self._name_start(core, end, opening) if is_named else end
            is_plural = name == end and self._is_plural(end - 1)
            is_somebody = self._reading.is_somebody(self._lowers[end - 1])
            is_under_name = core < end - 1 and self._words[core][0].isupper()
            if is_under_name and self._lowers[end - 1] in self._grammar.general_bodies:
                is_somebody = False  # "the Dunmore group" is Dunmore
            if name == end and not is_somebody and self._words[core][0].isupper():
                self._take_name_before(core, end, number)
            self.found.append(
                Phrase(first, core, name, end, opening, is_plural, number, is_somebody)
            )

    def _is_after_name(self, index: int, core: int, opening: Opening) -> bool:
        """Tell whether letters belong to the name before them: "Ada Hill MP", not "the MP"."""
        if self._lowers[index] not in self._grammar.after_names:
            return False
        is_told = opening == "bare" and index > core
        return is_told or not self._reading.is_human(self._lowers[index])

    def _take_name_before(self, core: int, end: int, number: int) -> None:
        """Take the name before a noun that means nobody: "the Warhol exhibition"."""
        past = core
        while past < end and self._reading.is_name_word(past):
            past += 1
        name = core
        while name < past - 1 and self._lowers[name] in self._lists.before_names:
            name += 1  # "Mr Obama lands", where a tagger sees no verb
        if core < past < end:
            is_titled = past - core > 1 and self._lowers[core] in self._lists.before_names
            name = core + is_titled  # "Mr Reed lands in Osk"
            self.found.append(
                Phrase(core, core, name, past, "bare", is_plural=False, sentence=number)
            )

    def _counts(self, index: int) -> bool:
        """Tell whether a word before a noun only numbers: "at least seven men"."""
        lower, tag = self._lowers[index], self._tags[index]
        if tag in NAME_TAGS and self._words[index][0].isupper():
            return False  # "the New York Times"
        is_number = tag == "CD" and not self._reading.is_aged(lower)
        return is_number or lower in self._grammar.counting

    def _is_plural(self, index: int) -> bool:
        lower, tag = self._lowers[index], self._tags[index]
        if tag in _PLURALS or lower.endswith(self._grammar.plural_endings):
            return True
        is_many = tag == "NNP" and lower.endswith(self._grammar.plurals)
        return is_many and lower in self._lists.people

    def _ends(self, index: int) -> bool:
        reading, lower = self._reading, self._lowers[index]
        is_alone = lower in reading.nationalities and self._tags[index - 1] == "DT"
        return reading.is_somebody(lower) or reading.is_name_word(index) or is_alone

    def _name_start(self, core: int, end: int, opening: Opening) -> int:
        """Return where the name begins that ends a phrase: after the last title or role."""
        listed = self._listed_start(core, end)
        if listed is not None:
            return listed
        reading, start = self._reading, end
        while start > core and self._is_named(start - 1, end):
            start -= 1
        while start < end and self._lowers[start] in self._grammar.particles:
            start += 1
        if core < start < end and self._lowers[start] in self._grammar.causes:
            start -= 1  # "Parents for Plain Reading"
        is_surname = self._reading.is_surname(end - 1)
        is_body = self._lowers[end - 1] in self._lists.bodies and not is_surname
        while is_body and core < start < end and self._is_before_body(start - 1):
            start -= 1  # "Korean Central News Agency"
        cut = start
        for place in range(start, end - 1):
            lower = self._lowers[place]
            is_title = lower in self._lists.before_names or reading.is_human(lower)
            following = self._lowers[place + 1]
            is_many = place == end - 2 and following.endswith(self._grammar.plurals)
            is_many &= lower in self._lists.kinds and reading.is_human(following)
            is_title |= is_many  # "ANC MPs"
            is_title = is_title and place not in self._owners_in_names  # "People's Republic"
            is_inside = following in self._grammar.in_titled_names
            is_inside = is_inside or following in self._lists.bodies
            if is_title and not is_body and not is_inside and not self._is_first_name(place, end):
                cut = place + 1
        cut = self._person_start(self._past_office(cut, end), end)
        last = self._lowers[end - 1]
        is_title = last in self._lists.before_names and last not in reading.surnames
        is_role = is_title or reading.is_human(last)
        is_alone = end - cut == 1 or opening != "bare"
        is_titled = cut > start and self._lowers[cut - 1] in self._lists.before_names
        if is_role and ((is_alone and not is_titled) or self._is_office(end - 2, end)):
            return end
        if is_title and end - cut == 1:
            return end
        return cut

    def _is_before_body(self, index: int) -> bool:
        """Tell whether a capital belongs to the name of a body: not "Labour-run Osk Council"."""
        is_modifier = self._lowers[index].endswith(self._reading.modifying)
        return self._words[index][:1].isupper() and not is_modifier

    def _is_first_name(self, index: int, end: int) -> bool:
        """Tell whether a word that is a title too is a first name here: "secretary Dean Hill"."""
        is_given = self._lowers[index] in self._grammar.given_names
        return is_given and end - index == 2 and self._reading.is_human(self._lowers[index - 1])

    def _past_office(self, first: int, end: int) -> int:
        """Return where a name begins behind an office: "minister of education Ada Hill"."""
        for place in (first - 3, first - 2, first - 1, first):
            for past in (place + 3, place + 4):
                if place >= 0 and first <= past < end and self._is_office(place, past):
                    return past
        return first

    def _is_office(self, first: int, past: int) -> bool:
        """Tell whether some words are listed as an office."""
        is_end = self._lowers[past - 1] in self._lists.phrase_ends
        return is_end and " ".join(self._lowers[first:past]) in self._lists.kinds

    def _person_start(self, first: int, end: int) -> int:
        """Return where a person's name begins behind a body's: "Open Relations Alia Salem"."""
        reading, last = self._reading, end - 1
        start = last - 1
        is_long = start > first and not reading.names_body(self._lowers[last])
        if not is_long or not self._words[start][:1].isupper():
            return first
        is_given = self._lowers[start] in self._grammar.given_names
        if not is_given and self._lowers[last] not in reading.subjects:
            return first
        hangs = self._lowers[first - 1] in self._grammar.role_joins
        is_body = hangs and reading.names_body(self._lowers[first - 2])
        before = self._lowers[first:start]
        return start if is_body or any(map(reading.names_body, before)) else first

    def _listed_start(self, core: int, end: int) -> int | None:
        """Return where the listed name of a body begins that ends a phrase: "Al Jazeera"."""
        named, lowers = self._lists.named, self._lowers
        if lowers[end - 1] not in self._lists.phrase_ends:
            return None
        return next((i for i in range(core, end - 1) if " ".join(lowers[i:end]) in named), None)

    def _is_named(self, index: int, end: int) -> bool:
        if self._reading.is_name_word(index) or index in self._owners_in_names:
            return True
        return index < end - 1 and self._lowers[index] in self._small
