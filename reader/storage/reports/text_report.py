"""The text report: what the panels show, readable in a terminal."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.analysis.summary import (
    attributed_words,
    category_counts,
    confident,
    doubtful,
    refusals,
    said_by_source,
    source_numbers,
    speakers,
    speaking_sources,
)
from reader.core.attribution import Attribution
from reader.core.lexicon.findings import Finding, each_once
from reader.core.lexicon.lexicon import Panel
from reader.core.sources.chain.entities import Form
from reader.core.sources.source import Source
from reader.core.views.disclosure import Disclosure, Disclosures, Position
from reader.core.views.plainer import fitted_entry
from reader.storage.reports.report_format import Choices, Report, ReportFormat

_WIDTH = 88
_MARKS = (
    "“",
    "‘",
    '"',
    "'",
    "«",
)  # words with quotation marks of their own get no more
_MOST_PLACES = 6
_VOICES = {"narrator": "narrator", "direct": "quoted", "indirect": "reported"}
GRADES = {
    "named-with-role": "named, with role",
    "named": "named",
    "described": "described",
    "group": "a group",
    "unnamed": "not named",
}
POSITIONS: dict[Position, str] = {
    "headline": "title",
    "lead": "first paragraph",
    "first-third": "first third",
    "later": "last two thirds",
    "last-word": "last word",
}
_FORMS: dict[Form, str] = {
    "full": "full name",
    "last": "last name",
    "first": "first name",
    "title": "title and name",
    "role": "role or description",
    "pronoun": "pronoun",
}
TOLD: dict[str, str] = {
    "press-conference": "press conference",
    "hearing": "court or parliament",
    "letter": "letter or e-mail",
    "published-work": "published work",
    "other-media": "other media",
    "witness": "saw or heard it",
    "participant": "took part",
    "document": "document",
    "hearsay": "from others",
    "official-duty": "by their office",
}


_LOADED = ("word or phrase to look at", "words and phrases to look at")  # one, and several
_HEDGES = ("sign of uncertainty or emphasis", "signs of uncertainty and emphasis")


def text_report(analysis: Analysis, _name: str) -> str:
    """Return the report on an analysis as text of 88 columns."""
    return "\n".join(_lines(analysis)) + "\n"


def _lines(analysis: Analysis) -> Iterator[str]:
    article = analysis.article
    yield from textwrap.wrap(article.name, _WIDTH)
    facts = (article.outlet, article.byline, article.published, f"{analysis.words} words")
    yield " · ".join(fact for fact in facts if fact)
    yield ""
    shown = confident(analysis.findings)
    yield from _panel(analysis, shown, "wording", _LOADED)
    yield "A mark is a question, not a verdict."
    yield ""
    yield from _sourcing(analysis)
    yield ""
    yield from _naming(analysis)
    yield from _panel(analysis, shown, "hedging", _HEDGES)
    yield "Hedges can be honest. Ask what is uncertain, and who says so."
    yield ""
    yield from _about(analysis)


def _panel(
    analysis: Analysis, shown: Iterable[Finding], panel: Panel, title: tuple[str, str]
) -> Iterator[str]:
    found = [finding for finding in shown if finding.panel == panel]
    places, owners = Places.of(analysis), speakers(analysis)
    unsure = frozenset(item.id for item in doubtful(analysis))
    count = sum(1 for _ in each_once(found))
    yield f"{panel.upper()}: {count} {title[count != 1]}"
    yield f"{'':36}{'narrator':>10}{'sources':>9}"
    for row in category_counts(analysis, panel, found):
        listed = row.findings
        if not listed:
            continue
        name = f"  {row.category.letter}  {row.category.name}"
        own, others = len(row.narrator) or "–", len(row.sources) or "–"
        yield f"{name:36}{own:>10}{others:>9}"
        for finding in listed[:_MOST_PLACES]:
            source = owners.get(finding.attribution or 0)
            perhaps = "perhaps " if finding.attribution in unsure else ""
            speaker = f", {perhaps}{source.name}" if source and source.name else ""
            told = _place(analysis, finding, speaker)
            yield f"       {places.of_span(finding.span):8} {told}"
        if len(listed) > _MOST_PLACES:
            yield f"       and {len(listed) - _MOST_PLACES} more"


def _place(analysis: Analysis, finding: Finding, speaker: str) -> str:
    words = " ".join(finding.span.of(analysis.article.text).split())
    options = fitted_entry(analysis, finding).wordings
    plainer = f" (plainer: {', '.join(options)})" * bool(options)
    shown = words if words[:1] in _MARKS else f"“{words}”"
    return f"{shown} · {_VOICES[finding.voice]}{speaker}{plainer}"


def _sourcing(analysis: Analysis) -> Iterator[str]:
    sources = speaking_sources(analysis)
    told, disclosures = attributed_words(analysis), Disclosures(analysis)
    who = "1 source" if len(sources) == 1 else f"{len(sources)} sources"
    yield f"SOURCING: {who}, {told} of {analysis.words} words are their words"
    numbers, said = source_numbers(analysis), said_by_source(analysis)
    for source in sources:
        yield f"  {numbers[source.id]:>2}. {_source_name(source)}"
        yield f"      {GRADES[source.identification]} · {source.kind} · {source.words} words"
        verbs = _verbs(analysis.article.text, said[source.id])
        if verbs:
            yield f"      {verbs}"
        yield from _disclosure(disclosures.of(source), analysis.article.text)
    unsure = len(doubtful(analysis))
    if unsure:
        yield f"  Not sure, and not counted: {unsure} that may be somebody's words"
    yield from _silence(analysis)
    yield f"  Passages with no source found: {len(analysis.unsourced)}"
    yield "  The program found none. The reporter may still have one, or have been there."


def _silence(analysis: Analysis) -> Iterator[str]:
    """Tell who was asked and did not answer, and in which words the article says so."""
    silent = refusals(analysis)
    if silent:
        yield f"  Asked, did not answer: {len(silent)}"
        owners, places = speakers(analysis), Places.of(analysis)
        for item in silent[:_MOST_PLACES]:
            source = owners.get(item.id)
            name = _source_name(source) if source else "no source named"
            cue = item.cue[0].of(analysis.article.text) if item.cue else ""
            place = places.of_span(item.cue[0]) if item.cue else ""
            words = _shortened(f"{name}: {cue}", _WIDTH - 17)
            yield f"       {place:8} {words}"


def _disclosure(told: Disclosure, text: str) -> Iterator[str]:
    """Tell where a source speaks, through what, how it knows, and why it has no name."""
    if told.positions:
        yield f"      speaks in: {', '.join(POSITIONS[place] for place in told.positions)}"
    for name, found in (("channel", told.channels), ("knows it", told.knowledge)):
        for item in found:
            words = " ".join(item.words.of(text).split())
            yield f"      {name}: {TOLD.get(item.value, item.value)} (“{words}”)"
    if told.anonymity is not None:
        reason = told.anonymity.reason
        words = f"“{' '.join(reason.of(text).split())}”" if reason else "no reason given"
        yield from textwrap.wrap(
            f"name kept back: {words}", _WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 8
        )


def _naming(analysis: Analysis) -> Iterator[str]:
    """Tell how the article names its actors, narrator and sources apart."""
    several = [one for one in analysis.naming if one.is_various]
    if not several:
        return
    yield f"NAMING: {len(several)} with more than one name"
    yield f"{'':54}{'narrator':>10}{'sources':>9}"
    names = {source.id: source.name or "" for source in analysis.sources}
    for naming in several:
        yield f"  {naming.actor}"
        forms = [
            f"{naming.forms[form]} {name}" for form, name in _FORMS.items() if form in naming.forms
        ]
        if forms:
            yield f"      meant by: {', '.join(forms)}"
        counts: dict[str, list[int]] = {}
        for label in naming.labels:
            count = counts.setdefault(label.text, [0, 0])
            count[label.voice != "narrator"] += len(label.spans)
        for text, (own, others) in counts.items():
            words = _shortened(text, 44)
            yield f"       {'“' + words + '”':47}{own or '–':>10}{others or '–':>9}"
            users = [label for label in naming.labels if label.text == text and label.speaker]
            said_by = dict.fromkeys(names.get(label.speaker or "", "") for label in users)
            told = ", ".join(name for name in said_by if name)
            if told:
                yield f"         so {_shortened(told, _WIDTH - 12)}"
    yield ""


def _source_name(source: Source) -> str:
    name = source.name or "no source named"
    if not source.is_resolved:
        name = f"{name} (not resolved)"
    return f"{name}, {source.role}" if source.role else name


def _shortened(words: str, width: int) -> str:
    """Return words on one line, cut where they are wider; few are, and that takes long to tell."""
    plain = " ".join(words.split())
    return plain if len(plain) <= width else textwrap.shorten(plain, width, placeholder=" …")


def _verbs(text: str, said: Iterable[Attribution]) -> str:
    cues = [item.cue[0].of(text) for item in said if item.sure and item.cue]
    return ", ".join(dict.fromkeys(" ".join(cue.split()) for cue in cues))


def _about(analysis: Analysis) -> Iterator[str]:
    yield "ABOUT"
    for measure in analysis.readability:
        if measure.value is not None:
            harder = {True: "higher is harder", False: "higher is easier", None: ""}
            name = measure.id.replace("_", " ")
            yield f"  {name:32}{measure.value:>8g}  {harder[measure.higher_is_harder]}".rstrip()
    for piece in analysis.article.removed:
        words = _shortened(piece.text, 50)
        yield f"  Left out, {piece.reason}: {words}"
    for caveat in analysis.caveats:
        yield f"  {caveat}"
    lexicons = ", ".join(f"{item.title} {item.version}" for item in analysis.lexicons)
    yield f"  Lexicons: {lexicons or 'none'}"
    yield (
        "  Words show a part only. Not covered: which facts were chosen, pictures, placement,\n"
        "  what was left out."
    )


def _write(reports: Sequence[Report], _choices: Choices) -> bytes:
    return "\n".join(text_report(one.analysis, one.name) for one in reports).encode(
        "utf-8", "replace"
    )


TEXT = ReportFormat(
    "text",
    "Text report",
    ".txt",
    _write,
    about="what the panels show, for a terminal",
    holds=frozenset({"wording", "sourcing", "hedging"}),
    loss="It holds the counts and places, not the article and not your notes.",
    is_export=False,
)
