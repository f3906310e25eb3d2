"""An analysis as plain data that can be kept, and back.

The article is kept elsewhere, and an entry of a lexicon by its name: what is kept stays small, and
shows the entry's note as it reads today. Where the lexicon has lost the entry, its phrase remains.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.known_lexicons import KnownLexicons, key_of
from reader.core.analysis.readability import Measure
from reader.core.attribution import Attribution
from reader.core.languages.language import PLAIN, Language
from reader.core.lexicon.findings import Finding, Voice
from reader.core.lexicon.lexicon import Entry, Guard
from reader.core.sources.naming import Naming, NamingLabel
from reader.core.sources.source import Source
from reader.core.sources.voice import VoiceStretch
from reader.core.text.article import Article
from reader.core.text.spans import Span

FORM = 3  # raised when the order of the parts changes
Plain = list[Any]


def plain_analysis(analysis: Analysis, known: KnownLexicons) -> Plain:
    """Return an analysis as lists of numbers and words, without its article and lexicons."""
    return [
        FORM,
        analysis.article.language,
        _flat(analysis.sentences),
        [_finding(item, known) for item in analysis.findings],
        [_attribution(item) for item in analysis.attributions],
        [_source(item) for item in analysis.sources],
        [_naming(item) for item in analysis.actors],
        [[*_pair(item.span), item.voice, item.attribution] for item in analysis.voices],
        _flat(analysis.unsourced),
        analysis.words,
        [[item.id, item.value, item.higher_is_harder] for item in analysis.readability],
        list(analysis.caveats),
        [_which(item, analysis.actors) for item in analysis.naming],
        int(bool(analysis.lexicons)),
    ]


def analysis_from_plain(
    plain: Plain, article: Article, known: KnownLexicons, language: Language = PLAIN
) -> Analysis:
    """Return the analysis that was kept, of the article it was made of.

    Args:
        plain: What `plain_analysis` returned.
        article: The article.
        known: The lexicons in use.
        language: What is known of its language.

    Raises:
        ValueError: It is no analysis, or one of another form.
    """
    try:
        form, code, *parts = plain
        if form != FORM:
            raise ValueError("another version of the program kept it")
        return _analysis(parts, replace(article, language=code), known, language)
    except (TypeError, IndexError, KeyError) as error:
        raise ValueError("it is no analysis") from error


def _analysis(
    parts: Plain, article: Article, known: KnownLexicons, language: Language
) -> Analysis:
    sentences, findings, attributions, sources, actors, voices, *rest = parts
    unsourced, words, readability, caveats, naming, is_marked = rest
    actors = tuple(_naming_of(item) for item in actors)
    return Analysis(
        article=article,
        sentences=_spans(sentences),
        findings=tuple(_finding_of(item, known) for item in findings),
        attributions=tuple(_attribution_of(item) for item in attributions),
        sources=tuple(_source_of(item) for item in sources),
        actors=actors,
        naming=tuple(
            actors[item] if isinstance(item, int) else _naming_of(item) for item in naming
        ),
        voices=tuple(VoiceStretch(Span(a, b), voice, one) for a, b, voice, one in voices),
        unsourced=_spans(unsourced),
        words=words,
        readability=tuple(Measure(*item) for item in readability),
        caveats=tuple(caveats),
        lexicons=known.lexicons if is_marked else (),
        language_data=language,
    )


# Places are kept as differences, so that long texts need no more digits than short ones.


def _flat(spans: Iterable[Span]) -> list[int]:
    numbers, before = [], 0
    for span in spans:
        numbers += [span.start - before, len(span)]
        before = span.start
    return numbers


def _spans(numbers: Sequence[int]) -> tuple[Span, ...]:
    spans, start = [], 0
    for step, length in zip(numbers[::2], numbers[1::2], strict=True):
        start += step
        spans.append(Span(start, start + length))
    return tuple(spans)


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _finding(finding: Finding, known: KnownLexicons) -> Plain:
    entry = finding.entry
    is_listed = known.find(finding.lexicon, key_of(entry)) == entry
    return [
        *_pair(finding.span),
        finding.lexicon,
        finding.panel,
        finding.category,
        list(key_of(entry)) if is_listed else _whole_entry(entry),
        finding.confidence,
        finding.voice,
        finding.attribution,
        finding.zone,
        int(finding.is_negated),
        int(finding.is_question),
    ]


def _finding_of(plain: Plain, known: KnownLexicons) -> Finding:
    start, end, lexicon, panel, category, entry, confidence, *rest = plain
    voice, attribution, zone, is_negated, is_question = rest
    return Finding(
        span=Span(start, end),
        lexicon=lexicon,
        panel=panel,
        category=category,
        entry=_entry_of(entry, lexicon, confidence, known),
        confidence=confidence,
        voice=voice,
        attribution=attribution,
        zone=zone,
        is_negated=bool(is_negated),
        is_question=bool(is_question),
    )


def _whole_entry(entry: Entry) -> dict[str, Any]:
    """Return an entry that no list has: a detector made it."""
    plain = {name: getattr(entry, name) for name in Entry.__slots__}
    plain["guards"] = [[guard.kind, guard.words, guard.only] for guard in entry.guards]
    return {name: value for name, value in plain.items() if value not in ("", (), [], 0, None)}


def _entry_of(plain: Any, lexicon: str, confidence: Any, known: KnownLexicons) -> Entry:  # noqa: ANN401 -- plain data
    if isinstance(plain, dict):
        return _made_entry(plain)
    phrase, match, part, category, line = plain
    found = known.find(lexicon, (phrase, match, part, category, line))
    return found or Entry(phrase, match, part, category, confidence)


def _made_entry(plain: Mapping[str, Any]) -> Entry:
    made: dict[str, Any] = {"phrase": "", "match": "forms", "part": None, "category": ""}
    made |= {"confidence": "possible", **plain}
    made["alternatives"] = tuple(made.get("alternatives", ()))
    made["guards"] = tuple(Guard(a, tuple(b), c) for a, b, c in made.get("guards", ()))
    return Entry(**made)


def _attribution(item: Attribution) -> Plain:
    return [
        item.id,
        item.kind,
        item.form,
        _flat(item.source),
        _flat(item.cue),
        _flat(item.content),
        item.verb_class,
        item.rule,
        item.inside,
        int(item.sure),
    ]


def _attribution_of(plain: Plain) -> Attribution:
    number, kind, form, source, cue, content, verb_class, rule, inside, sure = plain
    spans = _spans(source), _spans(cue), _spans(content)
    return Attribution(number, kind, form, *spans, verb_class, rule, inside, bool(sure))


def _source(item: Source) -> Plain:
    return [
        item.id,
        item.name,
        item.role,
        item.identification,
        item.kind,
        _flat(item.mentions),
        list(item.attributions),
        item.words,
        item.anonymity_reason,
        int(item.is_resolved),
    ]


def _source_of(plain: Plain) -> Source:
    code, name, role, identification, kind, mentions, attributions, words, reason, known = plain
    return Source(
        id=code,
        name=name,
        role=role,
        identification=identification,
        kind=kind,
        mentions=_spans(mentions),
        attributions=tuple(attributions),
        words=words,
        anonymity_reason=reason,
        is_resolved=bool(known),
    )


def _which(naming: Naming, actors: Sequence[Naming]) -> int | Plain:
    """Return which of the actors an item is; most are one of them."""
    return actors.index(naming) if naming in actors else _naming(naming)


def _naming(item: Naming) -> Plain:
    labels = [[one.text, _flat(one.spans), one.voice, one.speaker] for one in item.labels]
    places = {form: _flat(spans) for form, spans in item.places.items()}
    return [item.actor, labels, places, item.kind, item.role]


def _naming_of(plain: Plain) -> Naming:
    actor, labels, places, kind, role = plain
    made = (NamingLabel(text, _spans(at), voice, who) for text, at, voice, who in labels)
    forms = {form: _spans(spans) for form, spans in places.items()}
    return Naming(actor, tuple(made), forms, kind, role)


def voices_in(plain: Plain) -> tuple[tuple[int, int, Voice, str | None], ...]:
    """Return start, end, voice and speaker of the stretches in somebody else's words, in order.

    It reads only that part of a kept analysis, for searches through many.
    """
    speakers = {number: source[1] for source in plain[5] for number in source[6]}
    return tuple((start, end, voice, speakers.get(one)) for start, end, voice, one in plain[7])


def found_in(plain: Plain) -> tuple[tuple[int, int, str, str], ...]:
    """Return start, end, phrase of the entry and category of the findings, in order."""
    found = []
    for start, end, _, _, category, entry, *_ in plain[3]:
        phrase = entry["phrase"] if isinstance(entry, dict) else entry[0]
        found.append((start, end, phrase, category))
    return tuple(found)
