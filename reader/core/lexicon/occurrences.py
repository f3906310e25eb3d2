"""Where a phrase was seen, and whether it counts there: what stands around it decides."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from reader.core.lexicon.filed.late_entries import Lead
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.guards import lies_inside, stands_after, stands_before
from reader.core.lexicon.lexicon import Confidence, Entry, Guard, Panel
from reader.core.lexicon.phrase_words import PhraseWords
from reader.core.lexicon.phrases import Phrase
from reader.core.text.expressions import plain_apostrophes
from reader.core.text.tagging import Part
from reader.core.text.tokens import TokenTable
from reader.values import frozen

_TAGS: dict[Part, tuple[str, ...]] = {
    "verb": ("VB",),
    "noun": ("NN",),
    "adj": ("JJ", "VBN", "VBG", "VBD"),
    "adv": ("RB", "RP", "IN", "JJR"),
}
_SHOUTED = 5  # letters; shorter words in capitals are mostly initials
_OPENING = frozenset('"“‘«([-—–:') | {"``", "''", "--", "..."}


@frozen
class Pattern:
    """An entry ready for matching.

    Attributes:
        made: Makes the entry, once for all.
        number: Which one it is to make.
        lead: What is known of the entry before it is made.
        lexicon: The id of its lexicon.
        panel: The panel that shows it.
        categories: The ids of the categories it is shown under.
        phrase: Its phrase, cut into steps.
        rank: Whose word counts when two claim one place: the higher one's.
        lists: What is known of the language around it.
    """

    made: Callable[[int], Entry]
    number: int
    lead: Lead
    lexicon: str
    panel: Panel
    categories: tuple[str, ...]
    phrase: Phrase
    rank: int
    lists: PhraseWords

    @property
    def entry(self) -> Entry:
        """Return the entry."""
        return self.made(self.number)


Hit = tuple[int, int, Pattern]  # first token, token after the last, what was seen


class Surroundings:
    """What stands around the hits of one text: decides which of them count."""

    def __init__(self, tokens: TokenTable, tags: Sequence[str] | None) -> None:
        self._tokens = tokens
        self._tags = tags
        self._sentence = 0
        self._title_case: dict[int, bool] = {}

    def findings(self, hits: Iterable[Hit]) -> tuple[Finding, ...]:
        """Return the hits (in reading order) that count, the longer one where two overlap."""
        kept = _without_overlaps([hit for hit in map(self._widened, hits) if self._counts(hit)])
        self._sentence = 0
        return tuple(finding for hit in kept for finding in self._findings(hit))

    def _widened(self, hit: Hit) -> Hit:
        """Return a hit that ends in an open slot with all words of the name that fills it."""
        first, past_last, pattern = hit
        if pattern.lead.kind.match != "slot" or not pattern.phrase.ends_open:
            return hit
        words, limit = self._tokens.words, self._sentence_of(first)[1]
        if words[past_last - 1][0].isupper():
            while past_last < limit and words[past_last][0].isupper():
                past_last += 1
        return first, past_last, pattern

    def _counts(self, hit: Hit) -> bool:
        first, past_last, pattern = hit
        sentence_end = self._sentence_of(first)[1]
        if past_last > sentence_end:
            return False
        kind = pattern.lead.kind
        if kind.match == "case" and not self._has_case(hit):
            return False
        if kind.part is not None and self._tags is not None and not self._has_part(hit):
            return False
        for guard in pattern.entry.guards:
            if self._holds(guard, hit) is not guard.only:
                return False
        is_capital = self._tokens.words[first][0].isupper()
        return not (is_capital and pattern.phrase.is_lower and self._is_in_name(hit))

    def _sentence_of(self, index: int) -> tuple[int, int]:
        sentences = self._tokens.sentences
        while self._sentence and sentences[self._sentence][0] > index:
            self._sentence -= 1
        while sentences[self._sentence][1] <= index:
            self._sentence += 1
        return sentences[self._sentence]

    def _has_case(self, hit: Hit) -> bool:
        first, past_last, pattern = hit
        words = self._tokens.span(first, past_last).of(self._tokens.text)
        written = plain_apostrophes(words).split()
        wanted = pattern.phrase.as_written
        if "…" not in wanted and not any(word.endswith("*") for word in wanted):
            return tuple(written) == wanted
        return _agree_in_case(written, wanted)

    def _has_part(self, hit: Hit) -> bool:
        first, past_last, pattern = hit
        part = pattern.lead.kind.part
        if part is None or self._tags is None or past_last - first > 2:
            return True
        if part in {"noun", "adj"} and (past_last - first == 2 or "-" in pattern.lead.phrase):
            return True  # compounds are known by their form, and often taken for the other part
        place = min(first + pattern.phrase.head, past_last - 1)
        tag = self._tags[place]
        if not tag or tag.startswith(_TAGS[part]):
            return True
        # Known by what follows: taggers take many an adjective there for a noun.
        return part == "adj" and any(g.only and g.kind == "after" for g in pattern.entry.guards)

    def _holds(self, guard: Guard, hit: Hit) -> bool:
        first, past_last, pattern = hit
        lowers, numbers = self._tokens.lowers, pattern.lists.numbers
        if guard.kind == "before":
            return stands_before(lowers, first, guard.words, numbers)
        if guard.kind == "after":
            return stands_after(lowers, past_last, guard.words, numbers)
        if guard.kind == "phrase":
            return lies_inside(lowers, first, past_last, guard.words, numbers)
        return self._is_capital_run(first, past_last)

    def _is_in_name(self, hit: Hit) -> bool:
        """Tell whether the words are (part of) a proper name: White House, Mad King Street."""
        begin, end, pattern = hit
        first, past_last = self._sentence_of(begin)
        if self._is_title(first, past_last, pattern.lists.small):
            return False
        words = self._tokens.words
        if words[begin].isupper() and len(words[begin]) >= _SHOUTED:
            return False
        opens = all(words[place] in _OPENING for place in range(first, begin))
        if not opens:
            return not (begin > first and words[begin - 1] in {":", "“", '"'})
        if any(words[place][0].isupper() for place in range(begin + 1, end)):
            return True
        if end >= past_last or not words[end][0].isupper():
            return False
        tag = self._tags[begin] if self._tags else ""
        return not tag or tag.startswith("NNP")

    def _is_capital_run(self, begin: int, end: int) -> bool:
        first, past_last = self._sentence_of(begin)
        words = self._tokens.words
        if not words[begin][0].isupper():
            return False
        before = begin > first and words[begin - 1][0].isupper()
        after = end < past_last and words[end][0].isupper()
        return before or after or begin > first

    def _is_title(self, first: int, past_last: int, small: Set[str]) -> bool:
        """Tell whether a sentence is set in capitals or in Title Case."""
        known = self._title_case.get(first)
        if known is None:
            words = zip(
                self._tokens.words[first:past_last],
                self._tokens.lowers[first:past_last],
                strict=True,
            )
            telling = [word for word, lower in words if word.isalpha() and lower not in small]
            capitals = sum(word[0].isupper() for word in telling)
            known = len(telling) > 1 and capitals >= 0.8 * len(telling)
            known = known and self._tokens.words[past_last - 1] != "."
            self._title_case[first] = known
        return known

    def _findings(self, hit: Hit) -> Iterator[Finding]:
        """Yield a finding for each category of what was seen."""
        begin, end, pattern = hit
        first, past_last = self._sentence_of(begin)
        lowers = self._tokens.lowers
        span = self._tokens.span(begin, end)
        is_negated = not pattern.lists.negations.isdisjoint(lowers[max(first, begin - 3) : begin])
        is_question = "?" in lowers[max(first, past_last - 2) : past_last]
        entry = pattern.entry
        is_mentioned = self._is_mentioned(begin, first, pattern.lists.mentions)
        confidence: Confidence = "possible" if is_mentioned else entry.confidence
        for category in pattern.categories:
            yield Finding(
                span,
                pattern.lexicon,
                pattern.panel,
                category,
                entry,
                confidence,
                is_negated=is_negated,
                is_question=is_question,
            )

    def _is_mentioned(self, begin: int, first: int, mentions: Set[str]) -> bool:
        """Tell whether the sentence speaks about the words: the word “hoax”, the term hoax."""
        lowers = self._tokens.lowers
        place = begin - 1
        while place > first and lowers[place] in _OPENING:
            place -= 1
        return place >= first and lowers[place] in mentions


def _agree_in_case(written: Sequence[str], wanted: Sequence[str]) -> bool:
    """Tell whether the fixed words of a phrase with gaps or `*` stand there as written."""
    place = 0
    for word in wanted:
        if word == "…":
            continue
        stem = word.removesuffix("*")
        while place < len(written) and not (
            written[place].startswith(stem) if word.endswith("*") else written[place] == word
        ):
            place += 1
        if place == len(written):
            return False
        place += 1
    return True


def _without_overlaps(hits: Sequence[Hit]) -> list[Hit]:
    """Return what stays of hits in reading order where some lie over one another."""
    kept: list[Hit] = []
    group: list[Hit] = []
    end = 0
    for hit in hits:
        if hit[0] >= end:
            kept.extend(_strongest(group) if len(group) > 1 else group)
            group = []
        group.append(hit)
        end = max(end, hit[1])
    kept.extend(_strongest(group))
    return kept


def _strongest(hits: list[Hit]) -> list[Hit]:
    """Return, panel by panel, the longer before the shorter and the upper before the lower.

    Of two entries for the same words the one that counts only beside certain others is meant.
    """
    hits.sort(
        key=lambda hit: (
            hit[0] - hit[1],
            -hit[2].rank,
            hit[0],
            not any(guard.only for guard in hit[2].entry.guards),
        )
    )
    taken: dict[Panel, set[int]] = {}
    kept = []
    for hit in hits:
        places = taken.setdefault(hit[2].panel, set())
        covered = range(hit[0], hit[1])
        if places.isdisjoint(covered):
            places.update(covered)
            kept.append(hit)
    kept.sort(key=lambda hit: hit[:2])
    return kept
