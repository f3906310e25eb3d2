"""All that the program has to say about one article, and where its parts belong."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING

from reader.core.analysis.correction_marks import NO_CORRECTIONS, CorrectionMarks
from reader.core.analysis.readability import Measure
from reader.core.attribution import Attribution
from reader.core.languages.language import PLAIN, Language
from reader.core.lexicon.findings import Finding, Voice
from reader.core.lexicon.lexicon import Lexicon
from reader.core.sources.source import Source
from reader.core.sources.voice import VoiceMap, VoiceStretch
from reader.core.text.article import Article, ZoneKind
from reader.core.text.spans import Span
from reader.core.text.tokens import TokenTable
from reader.values import frozen

if TYPE_CHECKING:
    from reader.core.sources.naming import Naming

_SHORTEST_PASSAGE = 5  # words; shorter sentences carry no claim worth a source


@frozen
class Analysis:
    """All that the program has to say about one article. Views are shown it whole.

    Attributes:
        article: What was analysed.
        sentences: The sentences, in order.
        findings: In reading order, both panels, both confidences.
        attributions: In reading order.
        sources: In order of their first mention.
        actors: All who are named or described, with their wordings.
        naming: Those of them for whom the article has more than one wording.
        voices: The stretches in somebody else's words, in order.
        unsourced: Sentences of the narrator in which no source was found.
        words: The number of words.
        readability: The measures; empty until they have been taken.
        caveats: What the program was unsure of, in finished sentences.
        lexicons: The lexicons that were used.
        language_data: What is known of the language in which it was analysed.
        marks: What of it is the reader's work; empty as the program made it.
    """

    article: Article
    sentences: tuple[Span, ...] = ()
    findings: tuple[Finding, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    sources: tuple[Source, ...] = ()
    actors: "tuple[Naming, ...]" = ()
    naming: "tuple[Naming, ...]" = ()
    voices: tuple[VoiceStretch, ...] = ()
    unsourced: tuple[Span, ...] = ()
    words: int = 0
    readability: tuple[Measure, ...] = ()
    caveats: tuple[str, ...] = ()
    lexicons: tuple[Lexicon, ...] = ()
    language_data: Language = field(default=PLAIN, compare=False, repr=False)
    marks: CorrectionMarks = NO_CORRECTIONS

    def with_readability_of(self, other: "Analysis | None") -> "Analysis":
        """Return the analysis with the measures of another one of the same text.

        Words and sentences are all that they depend on besides the text; where these are counted
        in another way, or there are no measures, nothing is taken over.
        """
        if other is None or not other.readability or self.article.text != other.article.text:
            return self
        if (self.words, len(self.sentences)) != (other.words, len(other.sentences)):
            return self
        return replace(self, readability=other.readability)

    def sentence_at(self, span: Span) -> Span | None:
        """Return the sentence in which a span begins, or None between sentences."""
        index = bisect_right(self.sentences, span.start, key=_start) - 1
        if index >= 0 and span.start < self.sentences[index].end:
            return self.sentences[index]
        return None

    def voice_at(self, span: Span) -> tuple[Voice, int | None]:
        """Return in whose words a span begins: the voice, and the id of the attribution."""
        index = bisect_right(self.voices, span.start, key=_start_of) - 1
        if index < 0 or self.voices[index].span.end <= span.start:
            return "narrator", None
        return self.voices[index].voice, self.voices[index].attribution


def _start_of(stretch: VoiceStretch) -> int:
    return stretch.span.start


def _start(span: Span) -> int:
    return span.start


class _Zones:
    """Tells in which kind of zone a place lies."""

    def __init__(self, article: Article) -> None:
        self._zones = article.zones
        self._starts = [zone.span.start for zone in article.zones]

    def at(self, place: int) -> ZoneKind:
        index = bisect_right(self._starts, place) - 1
        return self._zones[index].kind if index >= 0 else "paragraph"


def beside(findings: Iterable[Finding], listed: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings that stand where no entry of a list was found."""
    starts = [finding.span.start for finding in listed]
    for finding in findings:
        near = bisect_right(starts, finding.span.end)
        if not any(item.span.overlaps(finding.span) for item in listed[max(0, near - 3) : near]):
            yield finding


def placed_findings(
    findings: Iterable[Finding], article: Article, voices: VoiceMap
) -> tuple[Finding, ...]:
    """Return the findings in reading order, each with its voice and zone.

    Standing notes repeat from article to article: what stands in them is not counted.
    """
    zones = _Zones(article)
    placed = []
    for finding in findings:
        zone = zones.at(finding.span.start)
        if zone == "standing-note":
            continue
        voice, attribution = voices.at(finding.span)
        placed.append(finding.placed(voice, attribution, zone))
    placed.sort(key=lambda f: (f.span.start, f.span.end, f.panel))
    return tuple(placed)


def passages_without_source(
    tokens: TokenTable, article: Article, attributions: Sequence[Attribution]
) -> tuple[Span, ...]:
    """Return the narrator's sentences that neither hold nor touch an attribution."""
    zones = _Zones(article)
    touched = bytearray(len(tokens))
    for attribution in attributions:
        if attribution.is_nobodys:
            continue
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            places = tokens.tokens_in(span)
            touched[places.start : places.stop] = b"\x01" * len(places)
    passages = []
    for first, past_last in tokens.sentences:
        is_long = past_last - first > _SHORTEST_PASSAGE
        if is_long and touched.find(1, first, past_last) < 0:
            span = tokens.span(first, past_last)
            if zones.at(span.start) == "paragraph":
                passages.append(span)
    return tuple(passages)
