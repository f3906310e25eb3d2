"""Marks of all articles by category, each with its voice and its speaker."""

from collections.abc import Iterable, Sequence

from reader.core.across.comparison.compared_text import ComparedText
from reader.core.across.comparison.comparison import CategoryMarks, ComparedMark
from reader.core.analysis.summary import confident, panel_categories
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Category, Panel


def marks_by_category(texts: Sequence[ComparedText], panel: Panel) -> tuple[CategoryMarks, ...]:
    """Return the marks that a panel shows at first, by category, categories without any left out.

    The categories come in the order of the lexicons.
    """
    categories: dict[str, Category] = {}
    found: dict[str, list[ComparedMark]] = {}
    for text in texts:
        for category in panel_categories(text.analysis, panel):
            categories.setdefault(category.id, category)
        for finding in confident(text.analysis.findings):
            if finding.panel == panel:
                found.setdefault(finding.category, []).append(mark_of(text, finding))
    return tuple(
        CategoryMarks(category, tuple(found[name]))
        for name, category in categories.items()
        if name in found
    )


def mark_of(text: ComparedText, finding: Finding) -> ComparedMark:
    """Return a finding as a mark of its article."""
    speaker = text.speaker_of(finding.attribution)
    return ComparedMark(text.number, finding.span, finding.voice, speaker)


def hedges_in(text: ComparedText, findings: Iterable[Finding]) -> tuple[ComparedMark, ...]:
    """Return those of some findings that weaken a claim, as marks."""
    return tuple(
        mark_of(text, finding)
        for finding in findings
        if finding.panel == "hedging" and finding.category != "booster"
    )
