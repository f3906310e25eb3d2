"""Contested terms of an article: whose word each is, which the rivals are, what handbooks do."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import speakers
from reader.core.lexicon.findings import Finding, Voice
from reader.core.lexicon.lexicon import Entry
from reader.core.text.spans import Span
from reader.values import frozen

CATEGORY = "contested"


@frozen
class ContestedWord:
    """A word of a set as it stands in an article, in one voice, by one speaker.

    Attributes:
        text: The words as written first.
        spans: Where they stand.
        voice: In whose words.
        speaker: The name of the source, or None.
    """

    text: str
    spans: tuple[Span, ...]
    voice: Voice
    speaker: str | None


@frozen
class ContestedSet:
    """Rival words for one thing. None of them is the right one.

    Attributes:
        words: Those of the article, in reading order.
        rivals: The others.
        practice: What which handbook does, or "" where nobody has looked.
        objection: What is said against the words, or "".
        finding: The first mark of the set.
    """

    words: tuple[ContestedWord, ...]
    rivals: tuple[str, ...]
    practice: str
    objection: str
    finding: Finding


def contested_sets(
    analysis: Analysis, muted: frozenset[Span] = frozenset()
) -> tuple[ContestedSet, ...]:
    """Return the contested sets that the article has a listed word of, in reading order.

    Args:
        analysis: The article.
        muted: The places that the reader muted.
    """
    found = [
        finding
        for finding in analysis.findings
        if CATEGORY in finding.entry.categories and finding.span not in muted
    ]
    each = {finding.span: finding for finding in reversed(found)}  # one for each place
    groups: list[list[Finding]] = []
    for finding in sorted(each.values(), key=lambda item: item.span):
        near = [group for group in groups if any(_are_rivals(finding, one) for one in group)]
        merged = [item for group in near for item in group]
        groups = [group for group in groups if group not in near]
        groups.append([*merged, finding])
    lower = analysis.article.text.lower()
    sets = (_set(analysis, group, lower) for group in groups)
    return tuple(sorted(sets, key=lambda item: item.finding.span))


def _are_rivals(one: Finding, other: Finding) -> bool:
    """Tell whether two words are of one set: it is enough that one of them names the other."""
    first, second = one.entry.phrase.lower(), other.entry.phrase.lower()
    return first == second or first in _rivals(other.entry) or second in _rivals(one.entry)


def _rivals(entry: Entry) -> set[str]:
    return {phrase.strip().lower() for phrase in entry.counterpart.split(",")} - {""}


def _set(analysis: Analysis, found: Sequence[Finding], lower: str) -> ContestedSet:
    ordered = sorted(found, key=lambda finding: finding.span)
    phrases: dict[str, None] = {}
    for finding in ordered:
        for phrase in finding.entry.counterpart.split(","):
            phrases.setdefault(phrase.strip(), None)
    phrases.pop("", None)
    own = {finding.entry.phrase.lower() for finding in ordered}
    places = [(finding.span, finding.voice, finding.attribution) for finding in ordered]
    rivals: list[str] = []
    for phrase in phrases:
        taken = [span for span, _, _ in places]
        is_there = phrase.lower() in lower  # most are not, and that is quick to see
        spans = list(_plain_places(phrase, analysis, taken)) if is_there else []
        if spans:
            places += [(span, *analysis.voice_at(span)) for span in spans]
        elif phrase.lower() not in own:
            rivals.append(phrase)
    told = next((item.entry for item in ordered if item.entry.practice), ordered[0].entry)
    return ContestedSet(
        words=tuple(_words(analysis, sorted(places, key=lambda place: place[0]))),
        rivals=tuple(rivals),
        practice=told.practice,
        objection=told.objection,
        finding=ordered[0],
    )


def _plain_places(phrase: str, analysis: Analysis, taken: Sequence[Span]) -> Iterator[Span]:
    """Yield where a rival that no list marks stands in the text, in singular or plural."""
    pattern = re.compile(rf"(?<!\w){re.escape(phrase)}(?:s|es)?(?!\w)", re.IGNORECASE)
    for match in pattern.finditer(analysis.article.text):
        span = Span(*match.span())
        if not any(map(span.overlaps, taken)):
            yield span


def _words(
    analysis: Analysis, places: Iterable[tuple[Span, Voice, int | None]]
) -> Iterator[ContestedWord]:
    owners = speakers(analysis)
    found: dict[tuple[str, Voice, str | None], list[Span]] = {}
    shown: dict[str, str] = {}
    for span, voice, attribution in places:
        text = " ".join(span.of(analysis.article.text).split())
        source = owners.get(attribution or 0) if voice != "narrator" else None
        shown.setdefault(text.lower(), text)
        key = (text.lower(), voice, source.name if source else None)
        found.setdefault(key, []).append(span)
    for (text, voice, speaker), spans in found.items():
        yield ContestedWord(shown[text], tuple(spans), voice, speaker)
