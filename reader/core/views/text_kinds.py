"""The kind of a text, guessed with a reason that the reader can check, or as the reader says."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar, Literal, get_args

from reader.core.analysis.analysis import Analysis
from reader.core.text.article import TextKind
from reader.core.text.expressions import any_of, plain_apostrophes
from reader.core.text.word_lists import phrases, words
from reader.values import frozen

Reason = Literal["reader", "address", "label", "note", "writer", "answers", "times", "none"]
TEXT_KINDS: tuple[TextKind, ...] = get_args(TextKind)
_LABELS: tuple[TextKind, ...] = ("opinion", "analysis", "live", "interview", "news")

_LABEL = re.compile(r"([\w&’' -]{2,24}?)\s*[:|–—]\s")
_TIME = r"(?:[01]?\d|2[0-3])[.:][0-5]\d"
_LEAST_TIMES = 4  # paragraphs that begin with a time of day
_LEAST_ANSWERS = 3
_LEAST_SELF = 3  # times that the writer says "I", and
_WORDS_A_SELF = 150  # no more words for each of them than this


@frozen
class KindWords:
    """What tells the kind of a text in one language."""

    TABLE: ClassVar[str] = "kinds"

    opinion: frozenset[str] = words("parts of addresses and labels of texts that argue")
    analysis: frozenset[str] = words("the same of texts that explain")
    live: frozenset[str] = words("the same of reports written while something happens")
    interview: frozenset[str] = words("the same of conversations")
    news: frozenset[str] = words("the same of news")
    opinion_notes: tuple[str, ...] = phrases("what a standing note says of an opinion piece")
    behind_times: frozenset[str] = words("what may stand behind a time of day: “pm”, “GMT”")
    first_person: frozenset[str] = words("the writer speaking of themselves")

    def kind_of(self, label: str) -> TextKind | None:
        """Return the kind that a label or a part of an address stands for, or None."""
        plain = "-".join(plain_apostrophes(label.lower()).split())
        return next((kind for kind in _LABELS if plain in getattr(self, kind)), None)


@frozen
class KindOfText:
    """What kind of text an article is, and what says so.

    Attributes:
        kind: The kind; "unknown" where nothing says it.
        reason: What says so.
        words: The words that say it: a part of the address, a label, a note; or a number.
    """

    kind: TextKind
    reason: Reason
    words: str = ""


def kind_of_text(analysis: Analysis) -> KindOfText:
    """Return the kind that the reader gave a text, else the first that something tells."""
    given = next((kind for kind in TEXT_KINDS if kind == analysis.marks.text_kind), None)
    return KindOfText(given, "reader") if given else guessed_kind(analysis)


def guessed_kind(analysis: Analysis) -> KindOfText:
    """Return the kind that address, label, note or the text itself tell, in this order."""
    return next(_told(analysis), KindOfText("unknown", "none"))


def _told(analysis: Analysis) -> Iterator[KindOfText]:
    lists = analysis.language_data.lists(KindWords)
    yield from _by_address(analysis, lists)
    yield from _by_label(analysis, lists)
    yield from _by_note(analysis, lists)
    yield from _by_times(analysis, lists)
    answers = sum("interview" in item.rule.split(", ") for item in analysis.attributions)
    if answers >= _LEAST_ANSWERS:
        yield KindOfText("interview", "answers", str(answers))
    yield from _by_writer(analysis, lists)


def _by_address(analysis: Analysis, lists: KindWords) -> Iterator[KindOfText]:
    """Yield what the parts of the address say; an opinion page may lie below /news/."""
    facts = (fact.value for fact in analysis.article.facts if fact.name == "address")
    for address in (analysis.article.origin, *facts):
        _, is_address, rest = address.partition("://")
        parts = re.split(r"[?#]", rest)[0].split("/")[1:-1] if is_address else []
        found = {lists.kind_of(part): part for part in parts}
        for kind in _LABELS:
            if kind in found:
                yield KindOfText(kind, "address", f"/{found[kind]}/")


def _by_label(analysis: Analysis, lists: KindWords) -> Iterator[KindOfText]:
    """Yield what stands over the title, or before a colon or a bar in it."""
    text = analysis.article.text
    for zone in analysis.article.zones:
        words = " ".join(zone.span.of(text).split())
        label = _LABEL.match(words) if zone.kind == "headline" else None
        told = words if zone.kind == "kicker" else label[1] if label else ""
        kind = lists.kind_of(told.strip()) if told else None
        if kind is not None:
            yield KindOfText(kind, "label", told.strip())


def _by_note(analysis: Analysis, lists: KindWords) -> Iterator[KindOfText]:
    article = analysis.article
    notes = [zone.span.of(article.text) for zone in article.zones if zone.kind == "standing-note"]
    notes += [piece.text for piece in article.removed]
    for note in notes:
        plain = plain_apostrophes(note.lower())
        found = next((words for words in lists.opinion_notes if words in plain), None)
        if found is not None:
            yield KindOfText("opinion", "note", found)


def _by_times(analysis: Analysis, lists: KindWords) -> Iterator[KindOfText]:
    article = analysis.article
    starts = [zone.span.of(article.text)[:12] for zone in article.zones]
    time = re.compile(rf"{_TIME}(?:\s*(?:{any_of(lists.behind_times)}))?\b")
    times = sum(time.match(start) is not None for start in starts)
    if times >= _LEAST_TIMES:
        yield KindOfText("live", "times", str(times))


def _by_writer(analysis: Analysis, lists: KindWords) -> Iterator[KindOfText]:
    """Yield opinion where the narrator speaks of themselves again and again."""
    if not lists.first_person:
        return
    starts = [item.span.start for item in analysis.voices]
    own = 0
    for found in _words(lists.first_person).finditer(analysis.article.text):
        before = bisect_right(starts, found.start()) - 1
        own += before < 0 or analysis.voices[before].span.end <= found.start()
    if own >= _LEAST_SELF and analysis.words <= own * _WORDS_A_SELF:
        yield KindOfText("opinion", "writer", str(own))


@lru_cache(maxsize=8)
def _words(listed: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(listed)})\b", re.IGNORECASE)
