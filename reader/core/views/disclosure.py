"""What an article tells of a source: through which channel, how it knows, where it speaks.

Only what the words of its sentences say is taken; where they say nothing the answer is empty,
never a guess.
"""

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Generic, Literal, TypeVar, get_args

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import said_by_source
from reader.core.attribution.attributions import Attribution
from reader.core.sources.anonymity import Anonymity, find_anonymity, speaks_of_anonymity
from reader.core.sources.source import Source
from reader.core.sources.words.disclosure_words import DisclosureWords, pattern_of
from reader.core.text.spans import Span
from reader.core.views.disclosure_words import Channel, Knowledge
from reader.values import frozen

Position = Literal["headline", "lead", "first-third", "later", "last-word"]
Value = TypeVar("Value", bound=str)

_NEAR = 300  # characters
_NEGATED = 40  # characters before a fact in which a negation may stand
_NAMED = frozenset({"named", "named-with-role"})


@frozen
class Told(Generic[Value]):
    """Something that the text says of a source, and the words that say it."""

    value: Value
    words: Span


@frozen
class _Frame:
    """Words around a source and its cue, and where they begin."""

    start: int
    words: str


@frozen
class Disclosure:
    """What an article tells of one source. Empty means: the article does not say.

    Attributes:
        anonymity: What is said of a name kept back, or None.
        channels: Through what the words came, each kind once, in reading order.
        knowledge: How the source knows, each way once, in reading order.
        positions: Where in the article it speaks.
    """

    anonymity: Anonymity | None
    channels: tuple[Told[Channel], ...]
    knowledge: tuple[Told[Knowledge], ...]
    positions: tuple[Position, ...]


class Disclosures:
    """Reads what an analysis tells of its sources; made once for an article."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._words = analysis.language_data.lists(DisclosureWords)
        self._marks = sorted(
            (span.start, span.end, item.id)
            for item in analysis.attributions
            if item.source
            for span in (*item.source, *item.cue)
        )
        self._said = said_by_source(analysis)
        self._last = max(map(_end, analysis.attributions), default=0)
        zones = analysis.article.zones
        self._headline = next((zone.span for zone in zones if zone.kind == "headline"), None)
        body = [zone.span for zone in zones if zone.kind == "paragraph"]
        self._lead = body[0] if body else Span(0, 0)
        self._third = self._lead.start + (len(analysis.article.text) - self._lead.start) // 3

    @cached_property
    def _channels(self) -> Mapping[Channel, re.Pattern[str]]:
        """The patterns of channels that find anything; sought when there is a source."""
        values = _by_value(self._words, "channel", get_args(Channel))
        return _found_in(self._analysis.article.text, values)

    @cached_property
    def _knowledge(self) -> Mapping[Knowledge, re.Pattern[str]]:
        values = _by_value(self._words, "knows", get_args(Knowledge))
        return _found_in(self._analysis.article.text, values)

    @cached_property
    def _asked(self) -> bool:
        """Whether a name is kept back anywhere."""
        return speaks_of_anonymity(self._analysis.article.text, self._words)

    def of(self, source: Source) -> Disclosure:
        """Return what the article tells of a source."""
        said = self._said.get(source.id, ())
        frames = [frame for item in said for frame in self._frames(item, source)]
        text = self._analysis.article.text
        is_named = source.is_resolved and source.identification in _NAMED
        asked = None if is_named else self._anonymity(said)
        knowledge = [
            *_search(frames, self._knowledge, self._words),
            *_first_hand(text, said, self._words),
        ]
        return Disclosure(
            asked,
            tuple(_first_of_each(_search(frames, self._channels, self._words))),
            tuple(_first_of_each(knowledge)),
            self._positions(said),
        )

    def _sentence(self, place: int) -> Span:
        """Return the sentence around a place; of a very long one what is near."""
        whole = self._analysis.sentence_at(Span(place, place))
        if whole is None:
            return Span(place, place)
        return Span(max(whole.start, place - _NEAR), max(place, min(whole.end, place + _NEAR)))

    def _anonymity(self, said: Iterable[Attribution]) -> Anonymity | None:
        text = self._analysis.article.text
        for item in said if self._asked else ():
            for span in (*item.source, *item.cue):
                found = find_anonymity(text, self._sentence(span.start), span, self._words)
                if found is not None:
                    return found
        return None

    def _frames(self, item: Attribution, source: Source) -> Iterator[_Frame]:
        """Yield the words around source and cue, without what is said, up to the next speaker."""
        text, own = self._analysis.article.text, frozenset(source.attributions)
        named: dict[Span, Span] = {}
        for span in (*item.source, *item.cue):
            sentence = self._sentence(span.start)
            known = next((near for near in named if near.contains(span)), sentence)
            hull = named.get(known, span)
            named[known] = Span(min(hull.start, span.start), max(hull.end, span.end))
        for sentence, hull in named.items():
            frame = self._up_to_others(
                Span(sentence.start, max(sentence.end, hull.end)), hull, own
            )
            yield _Frame(frame.start, _blanked(text, frame, item.content))

    def _up_to_others(self, sentence: Span, own: Span, numbers: Container[int]) -> Span:
        """Return the part of a sentence around some words in which nobody else is named."""
        start, end = sentence.start, sentence.end
        for index in range(bisect_right(self._marks, (start, -1, 0)), len(self._marks)):
            mark = self._marks[index]
            if mark[0] >= end:
                break
            if mark[2] not in numbers and mark[1] <= own.start:
                start = max(start, mark[1])
            elif mark[2] not in numbers and mark[0] >= own.end:
                end = mark[0]
        return Span(start, end)

    def _positions(self, said: Iterable[Attribution]) -> tuple[Position, ...]:
        """Return where somebody speaks, each kind of place once, in the article's order."""
        found: set[Position] = set()
        for item in said:
            if item.content and not item.is_narrators:
                found.add(self._position(item.content[0]))
                if _end(item) == self._last:
                    found.add("last-word")
        return tuple(position for position in get_args(Position) if position in found)

    def _position(self, content: Span) -> Position:
        if self._headline and self._headline.contains(content):
            return "headline"
        if content.start < self._lead.end:
            return "lead"
        return "first-third" if content.start < self._third else "later"


def _end(item: Attribution) -> int:
    """Return where what is said ends; a refusal says nothing."""
    return 0 if item.is_narrators or not item.content else item.content[-1].end


def _blanked(text: str, frame: Span, contents: Iterable[Span]) -> str:
    """Return a stretch of the text with what is said in it made spaces."""
    words = frame.of(text)
    for content in contents:
        start = max(0, content.start - frame.start)
        end = min(len(words), content.end - frame.start)
        if start < end:
            words = words[:start] + " " * (end - start) + words[end:]
    return words


def _by_value(
    words: DisclosureWords, opening: str, values: Sequence[Value]
) -> Mapping[Value, re.Pattern[str]]:
    """Return the patterns for each of some values, in the order of the lists."""
    known = {str(value): value for value in values}
    return {known[name]: pattern for name, pattern in words.by_value(opening).items()}


def _found_in(
    text: str, patterns: Mapping[Value, re.Pattern[str]]
) -> Mapping[Value, re.Pattern[str]]:
    """Return the patterns that find anything in a text at all: mostly few of them."""
    return {value: pattern for value, pattern in patterns.items() if pattern.search(text)}


def _search(
    frames: Iterable[_Frame], patterns: Mapping[Value, re.Pattern[str]], lists: DisclosureWords
) -> Iterator[Told[Value]]:
    """Yield what the patterns find; words that one has taken no later one takes again."""
    seen: set[Value] = set()
    ones_own = pattern_of(lists.to_ones_own)
    for frame in frames if patterns else ():
        words = ones_own.sub(lambda found: " " * len(found.group()), frame.words)
        for value, pattern in patterns.items():
            found = None if value in seen else _asserted(pattern, words, lists)
            if found is not None:
                seen.add(value)
                start, end = found.span()
                yield Told(value, Span(frame.start + start, frame.start + end))
                words = words[:start] + " " * (end - start) + words[end:]


def _asserted(
    pattern: re.Pattern[str], words: str, lists: DisclosureWords
) -> re.Match[str] | None:
    """Return the first match that no negation before or in it turns round."""
    negation = pattern_of(lists.negations)
    for found in pattern.finditer(words):
        before = words[max(0, found.start() - _NEGATED) : found.start()]
        if not negation.search(before) and not negation.search(found.group()):
            return found
    return None


def _first_hand(
    text: str, said: Iterable[Attribution], lists: DisclosureWords
) -> Iterator[Told[Knowledge]]:
    """Yield where a source says in its own quoted words what it saw or heard."""
    pattern = pattern_of(lists.first_person)
    for item in said:
        if item.form == "direct":
            for content in item.content:
                found = pattern.search(text, content.start, content.end)
                if found is not None:
                    yield Told("witness", Span(*found.span()))


def _first_of_each(found: Iterable[Told[Value]]) -> Iterator[Told[Value]]:
    seen: set[Value] = set()
    for told in sorted(found, key=lambda item: item.words):
        if told.value not in seen:
            seen.add(told.value)
            yield told
