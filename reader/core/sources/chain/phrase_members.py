"""Which tokens may stand in a noun phrase: of most the tag tells it, of some what is around."""

from reader.core.sources.chain.reading import Reading
from reader.core.text.tagging import NAME_TAGS

_MEMBERS = frozenset("JJ JJR JJS CD NN NNS NNP NNPS VBN POS FW".split())
_RULING = frozenset({"VBG", "VBD"})
_AFTER_RULING = frozenset("NN NNS NNP NNPS FW JJ".split())
_PRONOUNS = frozenset({"PRP", "PRP$"})
_OPENERS = frozenset({"DT", "PRP$", "CD"})
_ASKED = frozenset({"VBG", "VBN", "VBD", "CD"})  # what stands beside them tells
_OFFICE = 4  # words of an office with "of the" in it
_JOINS = 2  # how a small word that may join two parts of a name is told from other members
_BEFORE_PARTICIPLES = frozenset("DT JJ CD POS PRP$ VBN RB".split())
_MARKS = frozenset("\"“”‘’«»'") | {"''", "``"}


class PhraseMembers:
    """Knows of each token of a text whether it may stand in a noun phrase, and open one.

    Attributes:
        starts: For each token 1 where it opens a phrase, if none has begun before it.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._lowers, self._tags, self._words = reading.lowers, reading.tags, reading.words
        self._lists = reading.lists
        self._grammar = reading.lists.grammar
        self._breaks = reading.lists.calendar | reading.lists.moments
        small = self._grammar.particles | self._grammar.causes
        self._the, self._causes = self._grammar.name_openers, self._grammar.office_joins
        self._joins = small | self._grammar.close_joins | self._the | {"&"}
        self._small = small | self._grammar.inside_names
        self._members = self._all_members()
        self.starts = self._all_starts()

    def _all_members(self) -> bytearray:
        """Return whether each token may stand in a phrase: 0 for no; of most the tag tells it."""
        asked = self._breaks | self._lists.before_names | self._grammar.called | _MARKS | {"&"}
        words, tags = self._reading.tokens.places, self._reading.tag_places
        members = bytearray(map(_MEMBERS.__contains__, self._tags))
        for index in {*words.of(asked), *tags.of(_ASKED)}:
            members[index] = self._is_member(index)
        for index in words.of(self._joins | self._small):
            members[index] = members[index] or _JOINS
        for index in self._reading.slogans:
            members[index] = 1
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

    def goes_on(self, index: int, core: int) -> bool:
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
        if lower in self._the:  # "Foundation for the Visual Arts"
            return self._joins_name(index - 1, core)
        is_cause = lower in self._grammar.causes and self._is_cause(index)
        if is_cause or not self._reading.is_name_word(index - 1):
            return is_cause
        is_before_the = lower in self._causes and self._lowers[index + 1] in self._the
        past = index + 1 + is_before_the
        following = self._words[past][:1].isupper() and self._tags[past] in NAME_TAGS
        if lower in self._grammar.particles:
            return following or self._lowers[index + 1] in self._grammar.particles
        if lower == "&":
            return following
        is_of = lower in self._grammar.close_joins
        office = " ".join(self._lowers[index - 1 : index + 2])
        opens = self._lowers[index - 1] in self._lists.namers or office in self._lists.offices
        return following and is_of and (opens or self._is_union(index, core))

    def _is_union(self, index: int, core: int) -> bool:
        """Tell whether "of" stands in "the Communications Workers of America"."""
        lower = self._lowers[index - 1]
        is_two = index - 1 > core and self._reading.is_name_word(index - 2)
        is_many = lower in self._lists.people and lower.endswith(self._grammar.plurals)
        is_the = self._lowers[core - 1] in self._the
        return is_two and is_many and is_the and self._lowers[index] in self._grammar.owner_joins

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
        first = index - 1 if lowers[index] in self._joins - self._the else index - 2
        past = first + _OFFICE
        is_listed = first >= core and " ".join(lowers[first:past]) in self._lists.offices
        return is_listed and self._reading.is_name_word(past)
