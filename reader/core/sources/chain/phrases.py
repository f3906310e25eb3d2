"""Noun phrases that may mean somebody, found from tags in one walk over the text."""

from typing import Literal

from reader.core.sources.chain.name_starts import NameStarts
from reader.core.sources.chain.phrase_members import PhraseMembers
from reader.core.sources.chain.reading import Reading
from reader.core.text.expressions import APOSTROPHES
from reader.core.text.tagging import NAME_TAGS
from reader.values import frozen

Opening = Literal["definite", "indefinite", "owned", "bare", "pronoun"]

_NOUNS = frozenset("NN NNS NNP NNPS FW".split())
_PLURALS = frozenset({"NNS", "NNPS"})
_PRONOUNS = frozenset({"PRP", "PRP$"})
_FARTHEST = 60  # tokens from the first owner to what is owned
_LONGEST = 16  # words; menus and tables have longer rows of nouns


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
    begins = -1  # where the next phrase may begin: lines of marks hold none
    for number, (first, past_last) in enumerate(reading.tokens.read_sentences()):
        if begins < first:
            begins = walk.next_start(first)
        if begins < past_last:
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
        self._members, self._names = PhraseMembers(reading), NameStarts(reading)
        self.found: list[Phrase] = []

    def next_start(self, first: int) -> int:
        """Return where the first phrase from a token on may begin, or a place behind the text."""
        place = self._members.starts.find(1, first)
        return place if place >= 0 else len(self._words)

    def sentence(self, number: int, first: int, past_last: int) -> None:
        """Take the phrases of one sentence."""
        place = self._members.starts.find(1, first, past_last)
        while place >= 0:
            past = place + 1
            if self._tags[place] in _PRONOUNS and self._lowers[place] not in self._grammar.owners:
                self._take_pronoun(place, number)
            else:
                past = max(self._run(place, past_last, number), past)
            place = self._members.starts.find(1, past, past_last)

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
        while end < limit and self._members.goes_on(end, core):
            tag = self._tags[end]
            if tag == "NNS" and end > core and self._parts_names(end):
                self._take(first, core, end, opening, number)
                return end + 1
            is_owner = tag == "POS" or (self._words[end] in APOSTROPHES and end > core)
            if is_owner and not self._owns_name(end, core):
                self._take(first, core, end, opening, number)
                opening, core = "owned", end + 1
                first = first if core - first < _FARTHEST else core
            end += 1
        if core < end:
            self._take(first, core, end, opening, number)
        return end

    def _owns_name(self, index: int, core: int) -> bool:
        """Tell whether an owner is part of a body's name: "the Farmers' Alliance"."""
        lower, grammar = self._lowers[index - 1], self._grammar
        if index <= core or not self._words[index - 1][0].isupper():
            return False
        if not lower.endswith((*grammar.plurals, *grammar.plural_endings)):
            return False
        is_inside = index - 1 > core and self._reading.is_name_word(index - 2)
        if not (is_inside or lower in self._lists.people):  # "the Hill Peoples' Front"
            return False
        past = index + 1
        while self._reading.is_name_word(past):
            past += 1
        is_name = past > index + 1 and self._lowers[past - 1] in self._lists.bodies
        if is_name:
            self._names.owners_in_names |= {index - 1, index}
        return is_name

    def _parts_names(self, index: int) -> bool:
        """Tell whether a plural is a verb of a headline, taken for a noun: "Hill slams Reed"."""
        if not self._words[index].islower():
            return False
        is_name = self._reading.is_name_word
        between = is_name(index - 1) and is_name(index + 1)
        return between and not self._reading.is_somebody(self._lowers[index])

    def _take(self, first: int, core: int, end: int, opening: Opening, number: int) -> None:
        """Take the phrase of some words, where they hold a noun."""
        after = self._grammar.after_names
        while (
            end > core and self._lowers[end - 1] in after and self._hangs(end - 1, core, opening)
        ):
            end -= 1
        while end > core and self._tags[end - 1] not in _NOUNS and not self._ends(end - 1):
            end -= 1
        while core < end - 1 and self._counts(core):
            core += 1
        if core < end <= core + _LONGEST:
            word, lower = self._words[end - 1], self._lowers[end - 1]
            is_named = word[0].isupper() or "-" in word
            name = self._names.start_of(core, end, is_bare=opening == "bare") if is_named else end
            is_plural = name == end and self._is_plural(end - 1)
            is_somebody = self._reading.is_somebody(lower)
            is_capital = self._words[core][0].isupper()
            if is_capital and core < end - 1 and lower in self._grammar.general_bodies:
                is_foreign = self._lowers[core] in self._reading.nationalities
                is_new = opening == "indefinite" and is_foreign  # "an Indian firm"
                is_somebody &= is_new  # "the Dunmore group" is Dunmore
            if is_capital and name == end and not is_somebody:
                self._take_name_before(core, end, number)
            self.found.append(
                Phrase(first, core, name, end, opening, is_plural, number, is_somebody)
            )

    def _hangs(self, index: int, core: int, opening: Opening) -> bool:
        """Tell whether letters belong to the name before them: "Ada Hill MP", not "the MP"."""
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
        is_number = tag == "CD" and not self._reading.is_aged(lower)
        if not is_number and lower not in self._grammar.counting:
            return False
        # "the New York Times", "the People Power Party"
        is_capital = self._words[index][0].isupper()
        return not (is_capital and (tag in NAME_TAGS or self._is_in_name(index)))

    def _is_in_name(self, index: int) -> bool:
        """Tell whether a word stands after an article and before another capital."""
        is_the = self._lowers[index - 1] in self._grammar.name_openers
        return is_the and self._words[index + 1][:1].isupper()

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
