"""The method sheet: what was counted, how, with which lists, and what was not."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from reader import __version__
from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import speaking_sources
from reader.core.document import SCHEMA
from reader.core.lexicon.findings import each_once
from reader.core.lexicon.lexicon import Lexicon
from reader.storage.reports.choosing import VOICE_NAMES, voices_told
from reader.storage.reports.correction_words import corrections_told
from reader.storage.reports.report_format import Choices, Report
from reader.values import frozen

QUESTION = "A mark is a question, not a verdict."
NOT_COVERED = (
    "Words show a part only. Not covered: which facts were chosen, pictures, placement, what was "
    "left out."
)


@frozen
class MethodPart:
    """One part of the sheet: a heading and what is told under it, sentence by sentence."""

    heading: str
    told: tuple[str, ...]


def method_sheet(reports: Sequence[Report], choices: Choices) -> tuple[MethodPart, ...]:
    """Return the method sheet of one or more articles, empty parts left out."""
    parts = (
        MethodPart("How to read it", (QUESTION, NOT_COVERED)),
        MethodPart("Program and settings", tuple(_settings(reports, choices))),
        MethodPart("Lists", tuple(map(list_told, lists_used(reports)))),
        *(
            part
            for report, title in zip(reports, titles_of(reports), strict=True)
            for part in _of_article(report, title)
        ),
    )
    return tuple(part for part in parts if part.told)


def lists_used(reports: Sequence[Report]) -> tuple[Lexicon, ...]:
    """Return the lists that mark words or words of doubt in any of the articles, each once."""
    found = {
        (item.id, item.version): item for report in reports for item in report.analysis.lexicons
    }
    return tuple(found.values())


def list_name(lexicon: Lexicon) -> str:
    """Return how a list is cited: its id and version."""
    return f"{lexicon.id}@{lexicon.version}"


def list_told(lexicon: Lexicon) -> str:
    """Return what is known of a list, in a few sentences."""
    entries = f"{len(lexicon.entries):,} entries, {lexicon.panel}, {lexicon.licence}"
    muted = f", {len(lexicon.muted)} entries muted" if lexicon.muted else ""
    return " ".join(
        (
            f"{lexicon.title} ({list_name(lexicon)}), by {', '.join(lexicon.authors) or 'nobody'}:"
            f" {entries}{muted}.",
            precision_told(lexicon),
            *([f"Known limits: {lexicon.limits}"] if lexicon.limits else []),
        )
    )


def precision_told(lexicon: Lexicon) -> str:
    """Return how many of the marks of a list people made too, as far as it was measured."""
    if lexicon.precision is None:
        return "Precision: not measured."
    texts = f" on {lexicon.measured_on:,} texts" if lexicon.measured_on else ""
    how = f" ({lexicon.measured_how.rstrip('.')})" if lexicon.measured_how else ""
    return f"Precision: {lexicon.precision:.2f}{texts}{how}."


def _settings(reports: Sequence[Report], choices: Choices) -> Iterator[str]:
    yield f"Close Reader {__version__}, analysis document {SCHEMA}."
    yield voices_told(choices)
    if choices.shows_possible:
        yield "Less certain marks are shown too."
    else:
        yield "Less certain marks are counted apart and not drawn."
    if choices.hides_outlet:
        yield "Outlet, byline and origin are hidden; the text itself may still name them."
    if len(reports) > 1:
        yield f"{len(reports)} articles."


def titles_of(reports: Sequence[Report]) -> tuple[str, ...]:
    """Return what each article is called; those of one title are told apart by date or number."""
    plain = [one.analysis.article.title or one.name for one in reports]
    dates = [one.analysis.article.published for one in reports]
    counts, dated = Counter(plain), Counter(zip(plain, dates, strict=True))
    seen: Counter[str] = Counter()
    titles = []
    for title, date in zip(plain, dates, strict=True):
        seen[title] += 1
        if counts[title] == 1:
            titles.append(title)
        elif date and dated[title, date] == 1:
            titles.append(f"{title}, {date}")
        else:
            titles.append(f"{title} ({seen[title]} of {counts[title]})")
    return tuple(titles)


def _of_article(report: Report, title: str) -> Iterator[MethodPart]:
    analysis = report.analysis
    yield MethodPart(title, tuple(_facts(analysis)))
    yield MethodPart(f"Left out of “{title}”", tuple(_left_out(analysis)))
    yield MethodPart(f"Unsure in “{title}”", analysis.caveats)
    told = tuple(f"The reader {words}." for words in corrections_told(report.corrections))
    yield MethodPart(f"Corrected by hand in “{title}”", told)


def _facts(analysis: Analysis) -> Iterator[str]:
    article = analysis.article
    facts = (article.outlet, article.byline, article.published, f"{analysis.words} words")
    yield f"{', '.join(fact for fact in facts if fact)}."
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    yield f"The text has {len(article.text):,} characters; its SHA-256 is {digest}."
    for panel, what in (("wording", "words and phrases"), ("hedging", "hedges and boosters")):
        found = [item for item in each_once(analysis.findings) if item.panel == panel]
        counts = Counter(item.voice for item in found if item.confidence == "confident")
        voices = ", ".join(f"{counts[voice]} {name}" for voice, name in VOICE_NAMES.items())
        unsure = len(found) - counts.total()
        yield f"Marked {what}: {counts.total()} ({voices}), and {unsure} less certain."
    refusals = sum(item.kind == "refusal" for item in analysis.attributions)
    yield (
        f"Attributions: {len(analysis.attributions) - refusals}; refusals to comment: {refusals}; "
        f"sources with words of their own: {len(speaking_sources(analysis))}; passages with no "
        f"source found: {len(analysis.unsourced)}."
    )


def _left_out(analysis: Analysis) -> Iterator[str]:
    for reason, count in Counter(piece.reason for piece in analysis.article.removed).items():
        yield f"{reason}: {count} {'piece' if count == 1 else 'pieces'}."
    if any(zone.kind == "standing-note" for zone in analysis.article.zones):
        yield "Standing notes stay in the text and are not counted."
