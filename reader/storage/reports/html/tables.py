"""What stands below an article on its page: counts, sources, names, corrections, method."""

from collections.abc import Iterable, Iterator, Sequence

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.analysis.summary import (
    category_counts,
    source_numbers,
    speaking_sources,
    sure_attributions_of,
)
from reader.core.lexicon.lexicon import Panel
from reader.core.notes import unplaced_notes
from reader.core.sources.source import Source
from reader.storage.reports.choosing import VOICE_NAMES, counted
from reader.storage.reports.correction_words import corrections_told
from reader.storage.reports.html.cards import note_lines, short
from reader.storage.reports.html.signs import text
from reader.storage.reports.html.style import line_of, slot_class
from reader.storage.reports.report_format import Choices, Report
from reader.storage.reports.sheets.method_sheet import MethodPart

_MOST_VERBS = 12


def sections(report: Report, choices: Choices) -> str:
    """Return the tables of one article, each in a section with its heading."""
    analysis, parts = report.analysis, choices.parts
    made = (
        ("Words to look at", _counts(report, choices, "wording")),
        ("Signs of uncertainty, and of emphasis", _counts(report, choices, "hedging")),
        ("Who speaks", _sources(analysis) if "sourcing" in parts else ""),
        ("Names for the same people", _naming(analysis) if "sourcing" in parts else ""),
        ("Notes on the article", "".join(_loose_notes(report))),
        ("Corrected by hand", _list(corrections_told(report.corrections))),
    )
    return "".join(f"<section><h2>{title}</h2>{body}</section>" for title, body in made if body)


def _counts(report: Report, choices: Choices, panel: Panel) -> str:
    rows = []
    for count in category_counts(report.analysis, panel, counted(report, choices)):
        if count.findings:
            category = count.category
            kind = f"{slot_class(category, panel)} {line_of(category, panel)}"
            sign = f'<mark class="{kind}">{text(category.letter)}</mark>'
            numbers = (f"{len(count.narrator)}", f"{len(count.sources)}")
            rows.append((sign, text(category.name), *numbers, text(category.question)))
    heads = ("Sign", "Kind", "narrator", "sources", "A question to ask")
    return _table(f"Marks by kind, {panel}", heads, rows)


def _sources(analysis: Analysis) -> str:
    places, numbers = Places.of(analysis), source_numbers(analysis)
    rows = [
        (
            f"{numbers[source.id]}",
            text(_name(source)),
            text(f"{source.identification.replace('-', ' ')}, {source.kind.replace('-', ' ')}"),
            f"{source.words}",
            text(_verbs(analysis, source)),
            text(", ".join(dict.fromkeys(places.of_span(span) for span in source.mentions[:6]))),
        )
        for source in speaking_sources(analysis)
    ]
    heads = ("No.", "Source", "How it is named, kind", "words", "Verbs", "Places")
    return _table("Sources", heads, rows)


def _name(source: Source) -> str:
    name = source.name or "no source named"
    told = name if source.is_resolved else f"{name} (not resolved)"
    return f"{told}, {source.role}" if source.role else told


def _verbs(analysis: Analysis, source: Source) -> str:
    words = analysis.article.text
    cues = (item.cue[0].of(words) for item in sure_attributions_of(analysis, source) if item.cue)
    return ", ".join(list(dict.fromkeys(" ".join(cue.split()) for cue in cues))[:_MOST_VERBS])


def _naming(analysis: Analysis) -> str:
    names = {source.id: source.name or "" for source in analysis.sources}
    places = Places.of(analysis)
    rows = [
        (
            text(naming.actor),
            f"“{text(label.text)}”",
            text(
                ", ".join(filter(None, (VOICE_NAMES[label.voice], names.get(label.speaker or ""))))
            ),
            f"{len(label.spans)}",
            text(", ".join(dict.fromkeys(map(places.of_span, label.spans[:6])))),
        )
        for naming in analysis.naming
        for label in naming.labels
    ]
    heads = ("Who", "Called", "In whose words", "times", "Places")
    return _table("Names", heads, rows)


def _loose_notes(report: Report) -> Iterator[str]:
    """Yield the notes on the whole article, and those whose words it no longer has."""
    for note in unplaced_notes(report.notes, report.analysis.article.text):
        if note.anchor is not None:
            yield f"<p><em>Place not found: “{text(short(note.anchor.quote))}”</em></p>"
        yield note_lines(note)


def method_section(parts: Iterable[MethodPart]) -> str:
    """Return the method sheet as a section."""
    told = "".join(f"<h3>{text(part.heading)}</h3>{_list(part.told)}" for part in parts)
    return f'<section class="method"><h2>Method sheet</h2>{told}</section>'


def _list(sentences: Sequence[str]) -> str:
    items = "".join(f"<li>{text(sentence)}</li>" for sentence in sentences)
    return f"<ul>{items}</ul>" if items else ""


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table of cells that are markup already, "" without rows."""
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return (
        f'<div class="wide" tabindex="0" role="group" aria-label="{title}"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
