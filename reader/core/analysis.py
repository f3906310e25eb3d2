"""analyse(article) -> Analysis: the only module that calls every detector."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.core.article import Article, ZoneKind
from reader.core.attribution import Attribution, CueList, find_attributions, quoted_spans
from reader.core.compounds import find_compounds
from reader.core.correction_marks import NO_CORRECTIONS, CorrectionMarks
from reader.core.findings import Finding
from reader.core.hedging import find_hedges
from reader.core.language import guess_language
from reader.core.lexicon import Lexicon
from reader.core.matcher import Matcher
from reader.core.naming import Naming, RivalNames, find_naming
from reader.core.passives import find_passives
from reader.core.readability import Measure
from reader.core.scare_quotes import find_scare_quotes
from reader.core.sources import Source, find_sources
from reader.core.spans import Span
from reader.core.tagging import Tagger
from reader.core.tokens import TokenTable, tokenize
from reader.core.voice import VoiceMap, VoiceStretch

_SHORTEST_PASSAGE = 5  # words; shorter sentences carry no claim worth a source


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the program has to say about one article. Views are shown it whole.

    Attributes:
        article: What was analysed.
        sentences: The sentences, in order.
        findings: In reading order, both panels, both confidences.
        attributions: In reading order.
        sources: In order of their first mention.
        naming: Rival wordings for one actor.
        voices: The stretches in somebody else's words, in order.
        unsourced: Sentences of the narrator in which no source was found.
        words: The number of words.
        readability: The measures; empty until they have been taken.
        caveats: What the program was unsure of, in finished sentences.
        lexicons: The lexicons that were used.
        marks: What of it is the reader's work; empty as the program made it.
    """

    article: Article
    sentences: tuple[Span, ...] = ()
    findings: tuple[Finding, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    sources: tuple[Source, ...] = ()
    naming: tuple[Naming, ...] = ()
    voices: tuple[VoiceStretch, ...] = ()
    unsourced: tuple[Span, ...] = ()
    words: int = 0
    readability: tuple[Measure, ...] = ()
    caveats: tuple[str, ...] = ()
    lexicons: tuple[Lexicon, ...] = ()
    marks: CorrectionMarks = NO_CORRECTIONS


@dataclass(frozen=True, slots=True)
class AnalysisTools:
    """What an analysis needs besides the article; made once, used for many.

    Attributes:
        tagger: Gives parts of speech.
        matcher: All lexicons, compiled.
        cues: The attribution cues among them.
        rivals: The contested names for groups of people among them.
        lexicons: The lexicons themselves, in layers from below to above.
    """

    tagger: Tagger
    matcher: Matcher
    cues: CueList
    rivals: RivalNames
    lexicons: tuple[Lexicon, ...]

    @classmethod
    def of(cls, tagger: Tagger, lexicons: tuple[Lexicon, ...]) -> "AnalysisTools":
        """Return the tools for these lexicons."""
        return cls(tagger, Matcher(lexicons), CueList(lexicons), RivalNames(lexicons), lexicons)


class AnalysisCancelledError(Exception):
    """Nobody wants the result any more."""


def analyse(
    article: Article,
    tools: AnalysisTools,
    *,
    assume_english: bool = False,
    report: Callable[[str], None] | None = None,
) -> Analysis:
    """Return all that can be told about an article, readability left out.

    Args:
        article: What to analyse.
        tools: Tagger and lexicons.
        assume_english: Mark the article even when it looks like another language.
        report: Told the name of each step before it begins; it may raise
            AnalysisCancelledError to end the work.
    """
    tell = report or _say_nothing
    tell("words")
    tokens = tokenize(article.text)
    plain = _plain(article, tokens)
    language = article.language if assume_english else guess_language(article.text)
    if not assume_english and language not in {None, "en"}:
        told = "This does not look like English. The lists are English, so nothing is marked."
        article = replace(article, language=language)
        return replace(plain, article=article, caveats=(*plain.caveats, told))
    tell("tags")
    tags = tools.tagger.tag(tokens)
    tell("lexicons")
    matched = tools.matcher.find(tokens, tags)
    tell("sources")
    attributions, caveats = find_attributions(tokens, tags, tools.cues)
    sources = find_sources(tokens, tags, attributions)
    tell("voices")
    voices = VoiceMap(attributions, quoted_spans(tokens))
    hedges = [finding for finding in matched if finding.panel == "hedging"]
    wording = [finding for finding in matched if finding.panel == "wording"]
    contents = [span for item in attributions for span in item.content]
    grammar = (
        *find_passives(tokens, tags),
        *find_compounds(tokens),
        *find_scare_quotes(tokens, contents),
    )
    found = (
        *wording,
        *beside(grammar, wording),
        *find_hedges(tokens, tags, hedges),
    )
    return replace(
        plain,
        article=replace(article, language=article.language or language or "en"),
        findings=placed_findings(found, article, voices),
        attributions=attributions,
        sources=sources,
        naming=find_naming(tokens, tags, tools.rivals, sources, voices),
        voices=voices.stretches(article.text),
        unsourced=passages_without_source(tokens, article, attributions),
        caveats=(*plain.caveats, *caveats),
        lexicons=tools.lexicons,
    )


def _say_nothing(_step: str) -> None:
    """Report no progress."""


def _plain(article: Article, tokens: TokenTable) -> Analysis:
    """Return what is known without any list: sentences and words."""
    caveats = list(article.caveats)
    words = sum(word[0].isalnum() for word in tokens.words)
    if not words:
        caveats.append("The article has no words.")
    return Analysis(
        article=article,
        sentences=tuple(tokens.span(first, past_last) for first, past_last in tokens.sentences),
        words=words,
        caveats=tuple(caveats),
    )


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
        placed.append(replace(finding, voice=voice, attribution=attribution, zone=zone))
    return tuple(sorted(placed, key=lambda f: (f.span.start, f.span.end, f.panel)))


def passages_without_source(
    tokens: TokenTable, article: Article, attributions: Sequence[Attribution]
) -> tuple[Span, ...]:
    """Return the narrator's sentences that neither hold nor touch an attribution."""
    zones = _Zones(article)
    touched = bytearray(len(tokens))
    for attribution in attributions:
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            for index in tokens.tokens_in(span):
                touched[index] = 1
    passages = []
    for first, past_last in tokens.sentences:
        span = tokens.span(first, past_last)
        is_long = past_last - first > _SHORTEST_PASSAGE
        if is_long and zones.at(span.start) == "paragraph" and not any(touched[first:past_last]):
            passages.append(span)
    return tuple(passages)
