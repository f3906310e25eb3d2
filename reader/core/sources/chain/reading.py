"""One text as the chain of reference reads it: words, tags, and what the lists say of them."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from reader.core.sources.words.source_words import SourceWords
from reader.core.text.tagging import FINITE, NAME_TAGS
from reader.core.text.tokens import TokenTable, lowered, window
from reader.core.text.word_places import WordPlaces

_INITIALS = 6  # letters and stops


class Reading:
    """Tokens and tags with open ends, and questions about single words.

    Attributes:
        tokens: The text.
        words: Each token as written; nothing stands past the end.
        lowers: Each token in lower case.
        tags: One Penn tag for each token.
        lists: The words for roles, titles and bodies.
        tag_places: Where each tag stands.
        finite: Where finite verbs stand.
        subjects: What stands alone with a capital before a verb: "Reed said".
        modifying: Endings of what stands before a name and is no part of it: "Labour-run".
        nationalities: Words for what belongs to a state, without those for a whole people.
        surnames: Words for people that are somebody's last name here: "Peter Cook", "Cook said".
    """

    def __init__(
        self, tokens: TokenTable, tags: Sequence[str], lists: SourceWords, tag_places: WordPlaces
    ) -> None:
        self.tokens = tokens
        self.words = window(tokens.words, "")
        self.lowers = window(tokens.lowers, "")
        self.tags = window(tags, "")
        self.lists = lists
        self.tag_places = tag_places
        self.finite = self.tag_places.of(FINITE)
        self.nationalities = lists.nationalities
        self._starts = frozenset(first for first, _ in tokens.sentences)
        self._plain = frozenset(tokens.words)
        self.subjects = frozenset(self._subjects())
        self.surnames = frozenset(self._surnames())
        self._paragraphs = _paragraph_starts(tokens)
        self._aged = tuple(lists.grammar.aged)
        self._plurals = (*lists.grammar.plurals, *lists.grammar.plural_endings)
        self.modifying = (*lists.grammar.placing, *lists.grammar.siding_after)
        self._not_names = lists.calendar | lists.grammar.after_names | lists.grammar.speaker

    @cached_property
    def capitals(self) -> frozenset[str]:
        """What has a capital anywhere inside a sentence."""
        inside = list(self.tokens.words)
        for first in self._starts:
            inside[first] = ""
        return frozenset(lowered(word) for word in set(inside) if word[:1].isupper())

    @cached_property
    def _names(self) -> frozenset[str]:
        """What is tagged as a name anywhere inside a sentence."""
        named = self.tag_places.of(NAME_TAGS)
        return frozenset(self.lowers[index] for index in named if index not in self._starts)

    def paragraph_start(self, sentence: int) -> int:
        """Return the first sentence of the paragraph that a sentence stands in."""
        return self._paragraphs[sentence]

    def is_name_word(self, index: int) -> bool:
        """Tell whether a word may be part of a name: it has a capital and is tagged so."""
        word = self.words[index]
        if not word[:1].isupper():
            first, _, second = word.partition("-")
            return second[:1].isupper() and first in self.lists.grammar.particles  # "al-Amr"
        lower = self.lowers[index]
        if self.is_day_name(index):
            return True
        if "-" in lower and lower.endswith(self.modifying):
            return False  # "Labour-run Osk Council"
        if word.isupper() and lower in self.lists.state_of and self._is_short_state(index):
            return True
        if lower in self._not_names or (index in self._starts and self._is_plain(index)):
            return index in self.slogans
        return (
            self.tags[index] in NAME_TAGS
            or lower in self.lists.before_names
            or _is_initial(word)
            or self._is_name_elsewhere(index)
            or self._is_first_name(index)
            or (lower in self.nationalities and lower in self.surnames)
            or index in self.slogans
        )

    @cached_property
    def slogans(self) -> frozenset[int]:
        """The places of names with an owner inside, no headline in capitals: "Save Our Sands"."""
        words, found = self.words, set[int]()
        for index in self.tokens.places.of(self.lists.grammar.owners):
            is_capital = words[index][0].isupper() and not words[index].isupper()
            if not (index and is_capital and words[index + 1][:1].isupper()):
                continue
            first = index - 1
            is_first = first in self._starts or not words[first - 1][:1].isupper()
            if words[first][0].isupper() and is_first and not words[index + 2][:1].isupper():
                found |= {first, index, index + 1}
        return frozenset(found)

    def _is_short_state(self, index: int) -> bool:
        """Tell whether letters that are a pronoun too name a state: "the US said"."""
        following, grammar = self.tags[index + 1], self.lists.grammar
        is_the = self.lowers[index - 1] in grammar.name_openers
        return following in FINITE or (is_the and not following.startswith(("NN", "JJ", "$")))

    def _is_first_name(self, index: int) -> bool:
        """Tell whether a first name opens a sentence that is a word too: "Sandy Reed said"."""
        is_given = index in self._starts and self.lowers[index] in self.lists.grammar.given_names
        following = self.words[index + 1]
        return is_given and following[:1].isupper() and self.tags[index + 1] in NAME_TAGS

    def is_day_name(self, index: int) -> bool:
        """Tell whether a day or a month is a first name: "their commander, Sunday Obi"."""
        lower, lists = self.lowers[index], self.lists
        if lower not in lists.calendar or not self.words[index][:1].isupper():
            return False
        if self._is_last_name(index):
            return True
        following, before = self.lowers[index + 1], self.lowers[index - 1]
        is_name = self.words[index + 1][:1].isupper() and self.tags[index + 1] in NAME_TAGS
        is_told = before == "," and self.is_human(self.lowers[index - 2])
        return (
            is_name
            and following not in lists.calendar
            and (is_told or before in lists.before_names)
        )

    def _is_last_name(self, index: int) -> bool:
        """Tell whether a month is a last name: "Theresa May", "Mrs May", then "May said"."""
        before, following = self.lowers[index - 1], self.words[index + 1]
        if following[:1].isdigit() or not self.words[index - 1][:1].isupper():
            is_met = self.lowers[index] in self._named_by_month
            return is_met and self.tags[index + 1] in FINITE
        return before in self.lists.grammar.given_names or before in self.lists.before_names

    @cached_property
    def _named_by_month(self) -> frozenset[str]:
        """Months that somebody's first name stands before."""
        given = self.lists.grammar.given_names
        places = self.tokens.places.of(self.lists.calendar)
        return frozenset(
            self.lowers[place]
            for place in places
            if self.lowers[place - 1] in given and self.words[place][:1].isupper()
        )

    def _is_name_elsewhere(self, index: int) -> bool:
        """Tell whether a noun that opens a sentence is a name inside others, and never small."""
        lower = self.lowers[index]
        is_noun = index in self._starts and self.tags[index] == "NN"
        return is_noun and lower in self._names and lower not in self._plain

    def _is_common(self, lower: str) -> bool:
        """Tell whether a word with a capital at the start of a sentence is a plain noun."""
        is_noun = lower in self.lists.people or lower in self.lists.kinds
        return is_noun and (lower in self._plain or lower.endswith(self._plurals))

    def _is_plain(self, index: int) -> bool:
        """Tell whether a word is no name that opens a sentence: "Tourist attractions"."""
        lower, following = self.lowers[index], self.words[index + 1]
        qualifies = self.tags[index + 1] in {"NN", "NNS"} and following.islower()
        return (qualifies and lower in self.lists.people) or self._is_common(lower)

    def _subjects(self) -> Iterator[str]:
        words, tags = self.words, self.tags
        for index in [place - 1 for place in self.finite if place]:
            is_alone = words[index][0].isupper() and not words[index - 1][:1].isupper()
            if is_alone and tags[index - 1] != "DT":
                yield self.lowers[index]

    def _surnames(self) -> Iterator[str]:
        """Yield last names that are words for people too, but never in small letters here."""
        lists, lowers = self.lists, self.lowers
        kinds = (lists.people, lists.forms_of_address, self.nationalities)  # "Mark Cuban"
        wanted = frozenset().union(*(self.capitals & words for words in kinds)) - self._plain
        for index in self.tokens.places.of(wanted):
            before, is_title = lowers[index - 1], lowers[index] in lists.before_names
            is_given = before in lists.grammar.given_names
            is_name = self.tags[index - 1] in NAME_TAGS and self.words[index - 1][:1].isupper()
            is_told = before in lists.speaking or before in lists.before_names
            is_party = lowers[index] in lists.grammar.parties  # "the Utah Republican"
            is_name = is_name and lowers[index] in self.subjects and not is_party
            if self.words[index][0].isupper() and (
                is_given or (is_name and not is_told | is_title)
            ):
                yield lowers[index]

    def is_human(self, lower: str) -> bool:
        """Tell whether a noun in the singular or plural stands for people."""
        if lower in self.surnames:
            return False
        if lower in self.lists.people or self.is_aged(lower):
            return True
        return lower.startswith(self.lists.grammar.prefixes) and (
            lower.partition("-")[2] in self.lists.people
        )

    def is_human_before(self, end: int) -> bool:
        """Tell whether a phrase that ends before a token is of people: "secretary general"."""
        two = " ".join(self.lowers[end - 2 : end])
        return self.is_human(self.lowers[end - 1]) or two in self.lists.people

    def is_surname(self, index: int) -> bool:
        """Tell whether a word for a place ends a titled name: "Governor Helen Park"."""
        before = self.lowers[index - 2]
        grammar = self.lists.grammar
        is_titled = before in self.lists.before_names and before not in grammar.high_titles
        return is_titled and self.lowers[index] in grammar.surnames

    def is_aged(self, lower: str) -> bool:
        """Tell whether a word is a noun for somebody of an age: "80-year-old"."""
        return "-" in lower and lower.endswith(self._aged)

    def is_body(self, lower: str) -> bool:
        """Tell whether a noun stands for a body that can speak, not for a place."""
        if lower in self.lists.plain_bodies:
            return True
        is_telling = lower in self.lists.kinds or lower in self.lists.grammar.general_bodies
        return is_telling and lower in self.lists.bodies

    def is_somebody(self, lower: str) -> bool:
        """Tell whether a noun stands for people or for a body."""
        if lower in self.lists.somebody:
            return lower not in self.surnames or self.is_body(lower)
        return self.is_aged(lower)

    def names_body(self, lower: str) -> bool:
        """Tell whether a word makes a name that of a body or a place."""
        bodies = self.lists.bodies
        plurals = self.lists.grammar.plurals
        return lower in bodies or any(lower.removesuffix(end) in bodies for end in plurals)

    def text(self, first: int, end: int) -> str:
        """Return some words as they stand in the text, on one line."""
        if end <= first:
            return ""
        return " ".join(self.tokens.span(first, end).of(self.tokens.text).split())


def _is_initial(word: str) -> bool:
    """Tell whether a word is letters with a stop after each: "J.", "S.K."."""
    is_short = word.endswith(".") and len(word) <= _INITIALS
    return is_short and word[::2].isalpha() and set(word[1::2]) == {"."}


def _paragraph_starts(tokens: TokenTable) -> Sequence[int]:
    """Return for each sentence the number of the first one of its paragraph."""
    starts: list[int] = []
    last = 0
    for number, (first, past_last) in enumerate(tokens.sentences):
        begins = tokens.starts[first] if first < past_last else last
        is_new = not starts or "\n" in tokens.text[last:begins]
        starts.append(number if is_new else starts[-1])
        last = tokens.ends[past_last - 1] if first < past_last else last
    return starts
