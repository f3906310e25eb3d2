"""What every rule looks at: words, tags, quotations, noun phrases and cues of one text."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set

from reader.core.attribution.cue_list import CueList
from reader.core.attribution.grammar.complements import Complements
from reader.core.attribution.grammar.mistaken_verbs import MistakenVerbs
from reader.core.attribution.grammar.noun_phrases import NounPhrases
from reader.core.attribution.grammar.tagged_words import TaggedWords
from reader.core.attribution.grammar.verbs_beside import VerbsBesideQuotations
from reader.core.attribution.quoting.quotations import Quotation
from reader.core.attribution.words import (
    AttributionWords,
    NounPhraseWords,
    ReportingVerbs,
    SpeakerWords,
)
from reader.core.text.tagging import FINITE, NAME_TAGS
from reader.core.text.tokens import TokenTable, window
from reader.core.text.word_places import WordPlaces

OPENING = frozenset("\"“‘«„'") | {"``", "''"}
CLOSING = frozenset("\"”’»'") | {"''"}
STOPS = frozenset(".?!")
_LONGEST_PHRASE = 40  # tokens of a phrase that names a source
_LONGEST_PLACE = 6  # tokens between two commas after it


class TextView:
    """A text with its tags, its quotations and the cues: what every rule looks at.

    The columns are windows: outside the text there is no word, no tag and no quotation, so a rule
    may look ahead and back as far as it likes.

    Attributes:
        words: Each token as written; "" outside the text.
        lowers: Each token in lower case; "" outside the text.
        tags: The Penn tag of each token; "" outside the text.
        inside: The number of the quotation each token stands in, or -1.
        grammar: The words of the language that the rules look for.
        speakers: The words that tell who can speak.
        auxiliaries: Forms of all auxiliaries.
        places: Where each word stands.
        tag_places: Where each tag stands.
        reporting: Those of its words that may be a form of a verb that reports.
        complements: What may follow the verbs that report.
        people: Nouns for people and bodies, where they are known.
    """

    def __init__(
        self,
        tokens: TokenTable,
        tags: Sequence[str],
        cues: CueList,
        quotations: Sequence[Quotation],
        people: Set[str] = frozenset(),
    ) -> None:
        self.people = people
        self.words = window(tokens.words, "")
        self.lowers = window(tokens.lowers, "")
        self.cues = cues
        self.grammar = cues.language.lists(AttributionWords)
        tagged = window(tags, "")
        self._starts = [first for first, _ in tokens.sentences]
        self._breaks = frozenset(self._starts)
        self.places = tokens.places
        self.reporting = cues.verb_forms(self.places.words())
        text = TaggedWords(self.words, self.lowers, tagged, self.grammar, self.places)
        mistaken = MistakenVerbs(text, self._is_cue, self._breaks, self.reporting)
        self.tags = tuple(VerbsBesideQuotations(text).corrected(quotations, mistaken.found()))
        self.tag_places = WordPlaces(self.tags)
        self._finite = bytes(map(FINITE.__contains__, self.tags))
        self._names = bytes(map(NAME_TAGS.__contains__, self.tags))
        self.speakers = cues.language.lists(SpeakerWords)
        self.auxiliaries = self.grammar.be | self.grammar.have
        self.complements = Complements(cues.language.lists(ReportingVerbs))
        self.phrases = NounPhrases(
            self.words, self.lowers, self.tags, cues.language.lists(NounPhraseWords)
        )
        self.quotations = quotations
        self.inside = quotation_mask(len(tokens), quotations)
        self._opened = [quotation.first for quotation in quotations]
        outer = bytearray(self._finite)
        for quotation in quotations:
            first, past_last = quotation.first, quotation.past_last
            outer[first:past_last] = bytes(past_last - first)
        self._outer = bytes(outer)

    def _is_cue(self, index: int) -> bool:
        """Tell whether a word may be a verb that reports."""
        return self.cues.verb_at(self.lowers, index) is not None

    def group_start(self, index: int, limit: int) -> int:
        """Return where the verb group begins: auxiliaries and adverbs before the head."""
        start = index
        place = index - 1
        while place >= limit:
            tag, lower = self.tags[place], self.lowers[place]
            is_auxiliary = tag in {"MD", "TO"} or lower in self.auxiliaries
            if is_auxiliary and tag != "POS":
                start = place
            elif not (tag in {"RB", "RBR"} or lower in self.grammar.within_group):
                break
            place -= 1
        return start

    def past_adverbs(self, place: int, limit: int) -> int:
        """Return the place left of the adverbs before a token."""
        while place > limit and self.tags[place - 1] == "RB":
            place -= 1
        return place

    def has_auxiliary(self, group: int, index: int) -> bool:
        """Tell whether a form of "be" stands in a verb group before its head."""
        return any(self.lowers[place] in self.grammar.be for place in range(group, index))

    def is_progressive(self, index: int, limit: int) -> bool:
        """Tell whether a form in -ing is the predicate: "is asking"."""
        return self.has_auxiliary(self.group_start(index, limit), index)

    def is_passive(self, index: int, group: int) -> bool:
        """Tell whether a verb group is in the passive."""
        if self.tags[index] not in {"VBN", "VBD"}:
            return False
        nearest = [p for p in range(group, index) if self.lowers[p] in self.auxiliaries]
        return (
            bool(nearest)
            and self.lowers[nearest[-1]] in self.grammar.be
            and self.lowers[nearest[-1]] not in self.grammar.shortened
        )

    def has_verb(self, start: int, end: int) -> bool:
        """Tell whether a finite verb stands in a range."""
        return self._finite.find(1, max(start, 0), max(end, 0)) >= 0

    def has_break(self, start: int, end: int) -> bool:
        """Tell whether a sentence begins in a range."""
        number = bisect_left(self._starts, start)
        return number < len(self._starts) and self._starts[number] < end

    def sentence_before(self, first: int) -> tuple[int, int] | None:
        """Return the sentence before the one that begins at a token, without its stop, or None."""
        number = bisect_left(self._starts, first)
        if number == 0:
            return None
        start, end = self._starts[number - 1], first
        while end > start and (self.words[end - 1] in STOPS or self.words[end - 1] in CLOSING):
            end -= 1
        return (start, end) if end > start else None

    def has_name(self, start: int, end: int) -> bool:
        """Tell whether a phrase has a name in it: "the Royal Mint", "Ada Hill"."""
        return self._names.find(1, start, end) >= 0

    def verbs_between(self, start: int, end: int) -> Iterator[int]:
        """Yield the places of the finite verbs of a range that are in no quotation."""
        place = self._outer.find(1, start, end)
        while place >= 0:
            yield place
            place = self._outer.find(1, place + 1, end)

    def has_quotation(self, start: int, end: int) -> bool:
        """Tell whether any part of a quotation stands in a range."""
        number = bisect_left(self._opened, end) - 1
        return number >= 0 and self.quotations[number].past_last > start

    def quotation_before(self, place: int) -> int:
        """Return the number of the quotation that ends right before a token, or -1.

        What ends the sentence before does not count.
        """
        edge = place - 1
        if self.words[edge] in {",", "—", "–", "--"} and self.inside[edge] < 0:
            edge -= 1
        if not self._is_closing(edge):
            return -1
        return -1 if edge + 1 in self._breaks else self.inside[edge]

    def ends_content(self, index: int) -> bool:
        """Tell whether reported words may end at a token: a comma, a mark, a question."""
        word = self.words[index]
        return word in {",", "?", "!", "—", "–", "--"} or self._is_closing(index)

    def _is_closing(self, index: int) -> bool:
        """Tell whether a token closes a quotation, a mark turned the wrong way included."""
        number = self.inside[index]
        if number < 0:
            return False
        hangs = self.words[index] == "“" and self.quotations[number].past_last == index + 1
        return hangs or self.words[index] in CLOSING

    def past_comma(self, start: int, end: int) -> int:
        """Return where the content begins after a source phrase: after its comma."""
        for place in range(start, min(end, start + _LONGEST_PHRASE)):
            if self.tags[place] in FINITE and self.inside[place] < 0:
                # "According to the ministry over 300 were hurt"; "In a poll released Monday, half"
                commas = (p for p in range(place, end) if self.words[p] == ",")
                comma = next((p for p in commas if self.clause_after(p + 1, end)), -1)
                return comma + 1 if comma > 0 else start
            if self.words[place] == "," and self.tags[place + 1] != "VBG":
                return self._past_place(place, end)
        return start

    def _past_place(self, comma: int, end: int) -> int:
        """Return where the content begins after "the ministry in Mina, Saudi Arabia,"."""
        for place in range(comma + 1, min(end, comma + _LONGEST_PLACE)):
            if self.words[place] == ",":
                return place + 1 if place > comma + 1 else comma + 1
            if not self.tags[place].startswith("NNP"):
                break
        return comma + 1

    def is_head_only(self, first: int, start: int) -> bool:
        """Tell whether nothing with a finite verb stands before a subject in its sentence."""
        return self._outer.find(1, max(first, 0), max(start, 0)) < 0

    def clause_after(self, start: int, end: int) -> bool:
        """Tell whether a new clause, subject and verb, begins at a token."""
        subject = self.phrases.plain_after(start, end)
        if subject is None:
            return False
        verb = subject[1]
        if self.tags[verb] == "IN" and self.lowers[verb + 1] in self.grammar.days:
            verb += 2  # "the court on Thursday ruled"
        return verb < end and self.tags[verb] in FINITE


def quotation_mask(length: int, quotations: Sequence[Quotation]) -> tuple[int, ...]:
    """Return for each token the number of its quotation, marks included, or -1: a window."""
    mask = [-1] * length
    for number, quotation in enumerate(quotations):
        first, past_last = quotation.first, quotation.past_last
        mask[first:past_last] = [number] * (past_last - first)
    return window(mask, -1)


class RulesOnView:
    """A group of rules with what it looks at under short names: the base of all that read."""

    def __init__(self, view: TextView) -> None:
        self._view = view
        self._grammar = view.grammar
        self._complements = view.complements
        self._words = view.words
        self._lowers = view.lowers
        self._tags = view.tags
        self._inside = view.inside
        self._quotations = view.quotations
        self._phrases = view.phrases
        self._cues = view.cues
