"""What of an article goes into a file, before a format writes it."""

from dataclasses import replace

from reader.core.analysis.analysis import Analysis
from reader.core.corrections import without_muted
from reader.core.lexicon.findings import Finding, Voice, each_once
from reader.core.notes import Note, placed_notes
from reader.core.text.article import Zone
from reader.core.text.spans import Span
from reader.storage.reports.report_format import Choices, Report

VOICE_NAMES: dict[Voice, str] = {
    "narrator": "narrator",
    "direct": "quoted",
    "indirect": "reported",
}


def chosen(report: Report, choices: Choices) -> Report:
    """Return a report with what was chosen of it, and without what the reader muted."""
    analysis = _without_outlet(report.analysis) if choices.hides_outlet else report.analysis
    unmuted = without_muted(report.analysis, report.corrections).findings
    findings = tuple(item for item in unmuted if _is_wanted(item, choices))
    naming = tuple(
        replace(one, labels=labels)
        for one in analysis.naming
        if (labels := tuple(x for x in one.labels if is_heard(x.voice, choices)))
    )
    name = _hidden_name(report) if choices.hides_outlet else report.name
    notes = _wanted_notes(report, choices) if "notes" in choices.parts else ()
    corrections = report.corrections if "corrections" in choices.parts else ()
    shown = replace(analysis, findings=findings, naming=naming)
    return Report(shown, name, corrections, notes, report.accessed)


def _wanted_notes(report: Report, choices: Choices) -> tuple[Note, ...]:
    """Return the notes of a report; of a part of the article only those that stand in it."""
    within = choices.within
    if within is None:
        return report.notes
    placed = placed_notes(report.notes, report.analysis.article.text)
    return tuple(note for span, note in placed if within.overlaps(span))


def is_heard(voice: str, choices: Choices) -> bool:
    """Tell whether the words of a voice are marked."""
    return not choices.voices or voice in choices.voices


def _is_wanted(finding: Finding, choices: Choices) -> bool:
    is_inside = choices.within is None or choices.within.overlaps(finding.span)
    return is_inside and finding.panel in choices.parts and is_heard(finding.voice, choices)


def _without_outlet(analysis: Analysis) -> Analysis:
    article = replace(analysis.article, outlet=None, byline=None, origin="", facts=())
    return replace(analysis, article=article)


def _hidden_name(report: Report) -> str:
    """Return a name that tells nothing of where an article came from."""
    words = (report.analysis.article.title or "article").lower().split()
    kept = ("".join(filter(str.isalnum, word)) for word in words)
    return "-".join(filter(None, kept))[:60] or "article"


def voices_told(choices: Choices) -> str:
    """Return whose words are marked, as a finished sentence."""
    if not choices.voices:
        return "Marks in everybody's words."
    names = ", ".join(VOICE_NAMES[voice] for voice in choices.voices)
    return f"Only marks in these words: {names}."


def drawn(report: Report, choices: Choices) -> tuple[Finding, ...]:
    """Return the findings that are drawn in the text, an entry of several categories once."""
    return tuple(each_once(counted(report, choices)))


def counted(report: Report, choices: Choices) -> tuple[Finding, ...]:
    """Return the findings that are shown and counted: the less certain ones only on request."""
    return tuple(
        item
        for item in report.analysis.findings
        if choices.shows_possible or item.confidence == "confident"
    )


def shown_stretches(report: Report, choices: Choices) -> dict[Zone, tuple[Span, ...]]:
    """Return for each zone what of it is shown: all, or its sentences with a mark or a note."""
    article, within = report.analysis.article, choices.within
    if "article" in choices.parts and within is None:
        return {zone: (zone.span,) for zone in article.zones}
    if "article" in choices.parts and within is not None:
        return {
            zone: (Span(max(zone.span.start, within.start), min(zone.span.end, within.end)),)
            for zone in article.zones
            if zone.span.overlaps(within)
        }
    marked = [item.span for item in drawn(report, choices)]
    marked += [span for span, _ in placed_notes(report.notes, article.text)]
    sentences = {
        sentence for span in marked if (sentence := report.analysis.sentence_at(span)) is not None
    }
    return {
        zone: found
        for zone in article.zones
        if (found := tuple(sorted(one for one in sentences if zone.span.contains(one))))
    }
