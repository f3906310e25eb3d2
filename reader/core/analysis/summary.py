"""Counts that the panels and reports show. No totals of guilt: counts and places only."""

from collections import Counter
from collections.abc import Iterable

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.correction_marks import NO_CORRECTIONS, CorrectionMarks
from reader.core.attribution import Attribution
from reader.core.lexicon.findings import Finding, each_once
from reader.core.lexicon.lexicon import Category, Panel
from reader.core.sources.source import Source, by_attribution
from reader.core.text.spans import edges
from reader.values import frozen

_FEWEST_WORDS = 300
_FEWEST_HITS = 5
_MOST_LIKELY = 3
_LIKELY = frozenset({"named", "named-with-role", "described"})


@frozen
class CategoryCount:
    """One category of a panel with its findings, those of the narrator apart.

    Attributes:
        category: The category.
        narrator: Findings in the narrator's words.
        sources: Findings in somebody else's words.
    """

    category: Category
    narrator: tuple[Finding, ...]
    sources: tuple[Finding, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return all of them in reading order."""
        both = (*self.narrator, *self.sources)
        return tuple(sorted(both, key=lambda found: edges(found.span)))


def panel_categories(analysis: Analysis, panel: Panel) -> tuple[Category, ...]:
    """Return the categories of a panel in the order of the lexicons, each once."""
    seen: dict[str, Category] = {}
    for lexicon in analysis.lexicons:
        if lexicon.panel == panel:
            for category in lexicon.categories:
                seen.setdefault(category.id, category)
    return tuple(seen.values())


def category_counts(
    analysis: Analysis, panel: Panel, findings: Iterable[Finding]
) -> tuple[CategoryCount, ...]:
    """Return one count for every category of the panel, empty ones included."""
    groups: dict[str, tuple[list[Finding], list[Finding]]] = {}
    for finding in findings:
        if finding.panel == panel:
            own, others = groups.setdefault(finding.category, ([], []))
            (own if finding.voice == "narrator" else others).append(finding)
    empty: tuple[list[Finding], list[Finding]] = ([], [])
    return tuple(
        CategoryCount(category, *map(tuple, groups.get(category.id, empty)))
        for category in panel_categories(analysis, panel)
    )


def confident(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that are shown at first."""
    return tuple(finding for finding in findings if finding.confidence == "confident")


def speakers(analysis: Analysis) -> dict[int, Source]:
    """Return the source of every attribution, by the attribution's id."""
    return by_attribution(analysis.sources)


def source_of(analysis: Analysis, finding: Finding) -> Source | None:
    """Return who speaks at a finding, or None for the narrator and unknown speakers."""
    if finding.attribution is None:
        return None
    return speakers(analysis).get(finding.attribution)


def is_doubted(analysis: Analysis, finding: Finding) -> bool:
    """Tell whether a finding stands in words of which the program is unsure whose they are."""
    return any(item.id == finding.attribution and not item.sure for item in analysis.attributions)


def attributions_of(analysis: Analysis, source: Source) -> tuple[Attribution, ...]:
    """Return the attributions of a source in reading order."""
    wanted = set(source.attributions)
    return tuple(item for item in analysis.attributions if item.id in wanted)


def said_by_source(analysis: Analysis) -> dict[str, tuple[Attribution, ...]]:
    """Return the attributions of every source in reading order, by the source's id."""
    owners: dict[int, list[str]] = {}
    for source in analysis.sources:
        for number in source.attributions:
            owners.setdefault(number, []).append(source.id)
    said: dict[str, list[Attribution]] = {source.id: [] for source in analysis.sources}
    for item in analysis.attributions:
        for owner in owners.get(item.id, ()):
            said[owner].append(item)
    return {owner: tuple(items) for owner, items in said.items()}


def sure_attributions_of(analysis: Analysis, source: Source) -> tuple[Attribution, ...]:
    """Return the attributions of a source that the program is sure of, in reading order."""
    return tuple(item for item in attributions_of(analysis, source) if item.sure)


def refusals(analysis: Analysis) -> tuple[Attribution, ...]:
    """Return who was asked and did not answer."""
    return tuple(item for item in analysis.attributions if item.kind == "refusal")


def speaking_sources(analysis: Analysis) -> tuple[Source, ...]:
    """Return the sources with words of their own, the most words first.

    Whom the program is not sure of in any place is none of them.
    """
    said = {item.id for item in analysis.attributions if item.sure and item.kind != "refusal"}
    found = [source for source in analysis.sources if said & set(source.attributions)]
    return tuple(sorted(found, key=lambda source: -source.words))


def source_numbers(analysis: Analysis) -> dict[str, int]:
    """Return the number of each source by its id: the same on screen, on paper and in reports.

    Those that speak come first, so that the last number of theirs is how many there are.
    """
    speaking = {source.id for source in speaking_sources(analysis)}
    ids = sorted((source.id for source in analysis.sources), key=lambda one: one not in speaking)
    return {source_id: number for number, source_id in enumerate(ids, start=1)}


def doubtful(analysis: Analysis) -> tuple[Attribution, ...]:
    """Return the attributions that the program is not sure of; they stay out of all counts."""
    return tuple(item for item in analysis.attributions if not item.sure)


def likely_sources(analysis: Analysis, pronoun: Source) -> tuple[Source, ...]:
    """Return whom an unresolved pronoun may mean: sources named before it, the nearest first."""
    if pronoun.is_resolved or not pronoun.mentions:
        return ()
    place = pronoun.mentions[0].start
    nearest = {
        source: max(mention.start for mention in source.mentions if mention.start < place)
        for source in analysis.sources
        if source.identification in _LIKELY
        and any(mention.start < place for mention in source.mentions)
    }
    return tuple(sorted(nearest, key=lambda source: -nearest[source]))[:_MOST_LIKELY]


def attributed_words(analysis: Analysis) -> int:
    """Return how many words of the article are somebody's words."""
    return sum(source.words for source in analysis.sources)


def allows_rate(words: int, hits: int) -> bool:
    """Tell whether a rate per 1,000 words says anything: 300 words and 5 hits at least."""
    return words >= _FEWEST_WORDS and hits >= _FEWEST_HITS


def allows_share(words: int, part: int) -> bool:
    """Tell whether a share of the text says anything: 300 words, and 5 of them in the part."""
    return allows_rate(words, part)


def summary_counts(analysis: Analysis) -> dict[str, object]:
    """Return the counts of the analysis document; with corrections, whose work they are."""
    shown = confident(analysis.findings)
    counts: dict[str, object] = {
        "words": analysis.words,
        "sentences": len(analysis.sentences),
        "wording": _by_category(shown, "wording"),
        "hedging": _by_category(shown, "hedging"),
        "possible": sum(item.confidence == "possible" for item in each_once(analysis.findings)),
        "sources": len(speaking_sources(analysis)),
        "refusals": len(refusals(analysis)),
        "attributed_words": attributed_words(analysis),
        "passages_without_source": len(analysis.unsourced),
        "identification": dict(
            Counter(source.identification for source in speaking_sources(analysis))
        ),
    }
    if analysis.marks != NO_CORRECTIONS:
        counts["corrections"] = _correction_counts(analysis.marks)
    return counts


def _correction_counts(marks: CorrectionMarks) -> dict[str, dict[str, int]]:
    """Return what the program had found, and what the reader made of it."""
    return {
        "program": {
            "attributions": marks.program_attributions,
            "sources": marks.program_sources,
            "hedges": marks.program_hedges,
        },
        "reader": {
            "attributions_added": len(marks.added),
            "attributions_changed": len(marks.changed),
            "attributions_removed": marks.removed,
            "sources_changed": len(marks.sources),
            "hedges_added": len(marks.hedges),
            "hedges_removed": marks.hedges_removed,
            "not_placed": len(marks.unplaced),
        },
    }


def _by_category(findings: Iterable[Finding], panel: Panel) -> dict[str, dict[str, int]]:
    counts: dict[str, Counter[str]] = {}
    for finding in findings:
        if finding.panel == panel:
            counts.setdefault(finding.category, Counter())[finding.voice] += 1
    return {
        category: {voice: count[voice] for voice in ("narrator", "direct", "indirect")}
        for category, count in sorted(counts.items())
    }
