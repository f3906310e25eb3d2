"""Drafts of single sentences -> attributions of the whole text."""

from collections.abc import Iterable, Mapping, Sequence, Set

from reader.core.attribution.attributions import Attribution, Form, Kind
from reader.core.attribution.cue_list import CueList
from reader.core.attribution.doubts import Doubts
from reader.core.attribution.drafts import Draft, Sentence
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.interviews.turns import find_interview
from reader.core.attribution.quoting.quotations import Quotation, find_quotations, paragraphs_of
from reader.core.attribution.reading.clauses import ClauseReader
from reader.core.attribution.rules import VERBATIM, rule_name
from reader.core.attribution.stray_quotations import StrayQuotations
from reader.core.attribution.text_view import TextView, quotation_mask
from reader.core.attribution.words import InterviewWords, SpeakerWords
from reader.core.text.spans import Span
from reader.core.text.tokens import TokenTable
from reader.core.text.word_places import WordPlaces
from reader.values import frozen

TOO_MANY = (
    "The text reports more than any article does. What follows was not looked at for speakers."
)
_MOST = 2000  # attributions; a long article has a hundred
_LONGEST_SENTENCE = 300  # tokens
_OUTSIDE = -1  # the number of no quotation
_NEAR = 6  # drafts around one that may hold it
_LONGEST_DATELINE = 14  # tokens
_LONGEST_PLACE = 4  # tokens up to the colon of "NEW DELHI:"
_FIRST_PARAGRAPHS = 4  # in which a dateline may stand
_FEWEST_BEHIND = 12  # tokens of a paragraph behind its dateline
_SHORTEST = 6  # tokens of a sentence behind "(WSVN) -"
_DASHES = frozenset({"-", "—", "–", "--"})
_BEFORE_CUE = frozenset({"inverted", "after its content", "source phrase"})


@frozen
class Reported:
    """What a text reports.

    Attributes:
        attributions: All of it, in reading order.
        caveats: What could not be decided.
        tags: The tags of the text, those of verbs of speech put right.
        quoted: The stretches between quotation marks, marks included.
        tag_places: Where each of those tags stands.
    """

    attributions: tuple[Attribution, ...]
    caveats: tuple[str, ...]
    tags: tuple[str, ...]
    quoted: tuple[Span, ...]
    tag_places: WordPlaces


def find_reported(
    tokens: TokenTable, tags: Sequence[str], cues: CueList, people: Set[str] = frozenset()
) -> Reported:
    """Return what the text reports, with what the rules made of tags and quotation marks.

    Args:
        tokens: The text.
        tags: One Penn tag for each token.
        cues: The cue lexicons, made ready.
        people: Nouns for people and bodies; where they are known, other nouns are doubtful as
            speakers of what may be a deed ("the dam defended the valley").
    """
    paragraphs = paragraphs_of(tokens)
    quotations, caveats = find_quotations(tokens, paragraphs)
    view = TextView(tokens, tags, cues, quotations, people)
    reader = ClauseReader(view)
    small = view.grammar.in_dateline
    drafts, is_whole = _drafts(tokens, reader, dict(paragraphs), small)
    if not is_whole:
        caveats = (*caveats, TOO_MANY)
    doubts = Doubts(view, cues.language.lists(SpeakerWords), people)
    drafts = _without(doubts, drafts)
    lists = cues.language.lists(InterviewWords)
    interview = find_interview(view, paragraphs, lists)
    if interview.turns:
        drafts = interview.placed(drafts, view, lists)
    joiner = _Joiner(tokens, quotations, drafts)
    joiner.nest()
    joiner.grow()
    StrayQuotations(view, len(tokens), drafts, paragraphs).adopt()
    return Reported(
        _numbered(tokens, joiner.finished(), joiner, doubts, lists.first_person),
        (*caveats, *interview.caveats),
        view.tags[: len(tokens)],
        _spans(tokens, ((quotation.first, quotation.past_last) for quotation in quotations)),
        view.tag_places,
    )


def _drafts(
    tokens: TokenTable, reader: ClauseReader, ends: Mapping[int, int], small: Set[str]
) -> tuple[list[Draft], bool]:
    """Return what the sentences report, and whether all of them were read."""
    drafts: list[Draft] = []
    place, past_place = _place_before_colon(tokens, ends)
    for first, past_last in tokens.read_sentences():
        if past_last - first <= _LONGEST_SENTENCE and reader.is_idle(first, past_last):
            continue
        for part in _in_parts(past_place if first == place else first, past_last):
            if len(drafts) >= _MOST:
                return drafts, False
            paragraph_end = ends.get(first, 0) if part[0] in {first, past_place} else 0
            sentence = _without_dateline(tokens.words, part, paragraph_end, small)
            drafts.extend(reader.read(sentence))
    return drafts, True


def _place_before_colon(tokens: TokenTable, ends: Mapping[int, int]) -> TokenRange:
    """Return the first token of "NAGPUR: The bench said" and that behind its colon; else -1, -1.

    Capitals before a colon are a place where one of the first paragraphs, and no other, has them.
    """
    found = [
        (first, colon + 1)
        for first, past_last in ends.items()
        for colon in range(first + 1, min(first + _LONGEST_PLACE, past_last))
        if tokens.words[colon] == ":"
        and all(word.isupper() and len(word) > 1 for word in tokens.words[first:colon])
    ]
    is_lone = len(found) == 1 and found[0][0] in list(ends)[:_FIRST_PARAGRAPHS]
    if not is_lone or ends[found[0][0]] - found[0][1] < _FEWEST_BEHIND:
        return -1, -1
    return found[0]


def _without(doubts: Doubts, drafts: list[Draft]) -> list[Draft]:
    """Leave out what is no report after all; what lay inside it stands on its own."""
    gone = {id(draft) for draft in drafts if doubts.is_none(draft)}
    for draft in drafts:
        while draft.inside is not None and id(draft.inside) in gone:
            draft.inside = draft.inside.inside
    return [draft for draft in drafts if id(draft) not in gone]


def _in_parts(first: int, past_last: int) -> Iterable[TokenRange]:
    """Cut a "sentence" of thousands of words, so that the time stays in line with its length."""
    for start in range(first, past_last, _LONGEST_SENTENCE):
        yield start, min(past_last, start + _LONGEST_SENTENCE)


def _without_dateline(
    words: Sequence[str], part: TokenRange, paragraph_end: int, small: Set[str]
) -> Sentence:
    """Return the sentence without "LONDON (Agency) -" before it."""
    first, past_last = part
    is_agency = words[first] == "(" and past_last - first > _SHORTEST
    if is_agency and words[first + 2] == ")" and words[first + 3] in _DASHES:
        return Sentence(first + 4, past_last, paragraph_end)  # "ASTON, Fla. (WSVN) - A crash"
    if paragraph_end:
        first = _past_agency(words, first, past_last)
        for place in range(first + 1, min(first + _LONGEST_DATELINE, past_last - 1)):
            if words[place] in _DASHES:
                is_place = words[first].isupper() and not _DASHES & {*words[place + 1 : past_last]}
                if words[place - 1] == ")" or is_place:
                    first = place + 1
                break
            if words[place].islower() and words[place] not in small:
                break
    return Sentence(first, past_last, paragraph_end)


def _past_agency(words: Sequence[str], first: int, past_last: int) -> int:
    """Return the first token behind "Nagpur, Jul 18 (UNS)", or the first of all."""
    for place in range(first + 2, min(first + _LONGEST_DATELINE, past_last - _SHORTEST)):
        if words[place] == ")" and words[place - 2] == "(" and words[place - 1].isupper():
            is_dated = words[place - 3].isdigit() and words[place + 1][:1].isupper()
            return place + 1 if is_dated else first
    return first


class _Joiner:
    """Grows contents to whole quotations and puts turns of a transcript in order."""

    def __init__(
        self,
        tokens: TokenTable,
        quotations: Sequence[Quotation],
        drafts: list[Draft],
    ) -> None:
        self._tokens = tokens
        self._quotations = quotations
        self._drafts = drafts
        self.mask = quotation_mask(len(tokens), quotations)

    def nest(self) -> None:
        """Put what stands in a speaker's part of a transcript inside it."""
        speaker: Draft | None = None
        for draft in self._drafts:
            if draft.rule == "transcript":
                speaker = draft
            elif speaker is not None and draft.order < speaker.content[0][1]:
                draft.inside = draft.inside or speaker

    def grow(self) -> None:
        """Let each content that enters a quotation hold all of it."""
        for draft in self._drafts:
            draft.content = [self._grown(part, draft) for part in draft.content]

    def _grown(self, part: TokenRange, draft: Draft) -> TokenRange:
        start, end = part
        cue = draft.cue or (0, 0)
        if self.mask[start] >= 0:
            first = self._quotations[self.mask[start]].first
            is_before = draft.rule in _BEFORE_CUE and draft.shape in {"", "any verb"}
            start = first if first >= cue[1] or is_before else start
        last = self.mask[end]
        if self.mask[end - 1] >= 0 or (last >= 0 and self._quotations[last].first < end):
            number = self.mask[end - 1] if self.mask[end - 1] >= 0 else last
            past_last = self._quotations[number].past_last
            if end > cue[0] or past_last <= cue[0]:
                end = max(end, past_last)
        return start, end

    def _trimmed(self, part: TokenRange) -> TokenRange:
        """Leave out commas at the edges, which belong to nobody's words."""
        start, end = part
        words = self._tokens.words
        while start < end and words[start] in {",", ";"}:
            start += 1
        while start < end and words[end - 1] in {",", ";"} and self.mask[end - 1] < 0:
            end -= 1
        return start, end

    def finished(self) -> list[Draft]:
        """Return the drafts that report something, in reading order, contents in order."""
        result = []
        for draft in self._drafts:
            # A border drawn by a later cue may have left nothing of a content.
            parts = map(self._trimmed, draft.content)
            draft.content = _merged(sorted(part for part in parts if part[0] < part[1]))
            if draft.content or draft.kind == "refusal":
                result.append(draft)
        _nest_held(result)
        return _once(result)

    def form(self, draft: Draft) -> Form:
        """Return whether the content of a draft stands in quotation marks, wholly or in part."""
        if draft.rule in VERBATIM:
            return "direct"
        numbers = [{*self.mask[start:end]} - {_OUTSIDE} for start, end in draft.content]
        if not any(numbers):
            return "indirect"
        places = self._tokens.places
        words = sum(places.count_words(start, end) for start, end in draft.content)
        quoted = 0
        for (start, end), inside in zip(draft.content, numbers, strict=True):
            for quotation in map(self._quotations.__getitem__, inside):
                first, past_last = max(start, quotation.first), min(end, quotation.past_last)
                quoted += places.count_words(first, past_last)
        if words and quoted >= 0.9 * words:
            return "direct"
        return "mixed" if quoted else "indirect"


def _nest_held(drafts: Sequence[Draft]) -> None:
    """Put inside another what it holds: "dismissed claims that it was late" has two cues."""
    for number, draft in enumerate(drafts):
        if draft.inside is not None or not draft.content:
            continue
        before = drafts[max(0, number - _NEAR) : number]
        after = (item for item in drafts[number + 1 : number + _NEAR] if not _holds(draft, item))
        for outer in (*before, *after):
            if _holds(outer, draft) and not _is_within(outer, draft):
                draft.inside = outer
                break


def _once(drafts: list[Draft]) -> list[Draft]:
    """Leave out who is nobody and says the same as the one around: "said in a statement that"."""
    again = {
        id(draft): draft.inside
        for draft in drafts
        if draft.inside is not None and draft.source is None
        if draft.content == draft.inside.content
    }
    for draft in drafts:
        while draft.inside is not None and id(draft.inside) in again:
            draft.inside = again[id(draft.inside)]
    return [draft for draft in drafts if id(draft) not in again]


def _holds(outer: Draft, draft: Draft) -> bool:
    """Tell whether all of a content lies in that of another draft; both are in order."""
    if draft.content and not _spans_over(outer.content, draft.content):
        return False
    return all(
        any(first <= start and end <= past_last for first, past_last in outer.content)
        for start, end in draft.content
    )


def _spans_over(outer: Sequence[TokenRange], inner: Sequence[TokenRange]) -> bool:
    """Tell whether parts reach from before others to behind them."""
    return bool(outer) and outer[0][0] <= inner[0][0] and inner[-1][1] <= outer[-1][1]


def _is_within(draft: Draft, outer: Draft) -> bool:
    """Tell whether a draft lies inside another, however deep."""
    while draft.inside is not None:
        draft = draft.inside
        if draft is outer:
            return True
    return False


def _merged(parts: Iterable[TokenRange]) -> list[TokenRange]:
    merged: list[TokenRange] = []
    for start, end in parts:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _numbered(
    tokens: TokenTable,
    drafts: Sequence[Draft],
    joiner: _Joiner,
    doubts: Doubts,
    first_person: Set[str],
) -> tuple[Attribution, ...]:
    numbers = {id(draft): number for number, draft in enumerate(drafts, start=1)}
    forms = {id(draft): joiner.form(draft) for draft in drafts}
    return tuple(
        Attribution(
            id=numbers[id(draft)],
            kind=_kind(draft, forms[id(draft)]),
            form=forms[id(draft)],
            source=_spans(tokens, [draft.source] if draft.source else []),
            cue=_spans(tokens, [draft.cue] if draft.cue else []),
            content=_spans(tokens, draft.content),
            verb_class=draft.verb_class,
            rule=rule_name(draft.rule, draft.shape),
            inside=numbers.get(id(draft.inside)) if draft.inside else None,
            sure=doubts.is_sure(draft),
            of_writer=forms[id(draft)] != "direct" and _is_own(tokens, draft, first_person),
        )
        for draft in drafts
    )


def _is_own(tokens: TokenTable, draft: Draft, first_person: Set[str]) -> bool:
    """Tell whether the writer speaks in person, and nobody whom the text lets speak."""
    if draft.source is None:
        return False
    first, past_last = draft.source
    is_own = past_last - first == 1 and tokens.lowers[first] in first_person
    # "I learned that I was wrong" is the writer's twice, "Holm said that I was wrong" is not.
    return is_own and (draft.inside is None or _is_own(tokens, draft.inside, first_person))


def _spans(tokens: TokenTable, ranges: Iterable[TokenRange]) -> tuple[Span, ...]:
    return tuple(tokens.span(first, past_last) for first, past_last in ranges)


def _kind(draft: Draft, form: Form) -> Kind:
    """Return the kind; a thought in quotation marks was spoken: "“It is over,” he remembers"."""
    return "speech" if draft.kind == "thought" and form == "direct" else draft.kind
