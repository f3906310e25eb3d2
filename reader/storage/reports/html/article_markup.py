"""One article as markup: its zones with marks, and the cards beside each."""

from collections.abc import Callable, Iterator, Sequence

from reader.core.analysis.places import NUMBERED, Places
from reader.core.text.article import Zone
from reader.core.text.spans import Span
from reader.storage.reports.choosing import shown_stretches
from reader.storage.reports.html.cards import Cards
from reader.storage.reports.html.marked_text import MarkedText
from reader.storage.reports.html.signs import attribute, text
from reader.storage.reports.report_format import Choices, Report

_TAGS = {"subheading": "h2"}
_GAP = ' <span class="gap">[…]</span> '
Beside = Callable[[MarkedText], Callable[[Sequence[Span]], str]]


def facts_line(report: Report) -> str:
    """Return outlet, author, date and length on one line."""
    article, words = report.analysis.article, report.analysis.words
    facts = (article.outlet, article.byline, article.published, f"{words} words")
    return " · ".join(text(fact) for fact in facts if fact)


def language_of(report: Report) -> str:
    """Return the language of an article as markup tells it."""
    return attribute(report.analysis.article.language or "en")


def zones_markup(
    report: Report, choices: Choices, beside: Beside | None = None, headline: str = "h1"
) -> str:
    """Return all zones of an article, each with what stands beside it.

    Args:
        report: The article.
        choices: What is shown.
        beside: Makes of the marked text what returns the markup beside stretches; None for cards.
        headline: The element of the headline.
    """
    return "".join(zone_pieces(report, choices, beside, headline))


def zone_pieces(
    report: Report, choices: Choices, beside: Beside | None = None, headline: str = "h1"
) -> Iterator[str]:
    """Yield what `zones_markup` returns, piece by piece: a zone may have a million marks."""
    marked = MarkedText(report, choices)
    noted = beside(marked) if beside is not None else Cards(report, marked).markup
    places, shown = Places.of(report.analysis), shown_stretches(report, choices)
    zones = [zone for zone in report.analysis.article.zones if shown.get(zone, ())]
    first = next((zone for zone in zones if zone.kind == "headline"), None)
    if first is None:
        title = report.analysis.article.name
        yield f'<{headline} class="headline">{text(title)}</{headline}>'
    for zone in zones:
        stretches = shown[zone]
        tag = headline if zone is first else _TAGS.get(zone.kind, "p")
        yield f'<div class="z"><{tag} class="{zone.kind}"{_number(zone, places)}>'
        yield _GAP.join(map(marked.markup, stretches))
        yield f"</{tag}>"
        yield noted(stretches)
        yield "</div>"


def _number(zone: Zone, places: Places) -> str:
    place = places.at(zone.span.start)
    return f' data-n="{place.paragraph}"' if zone.kind in NUMBERED else ""


def title_of(reports: Sequence[Report]) -> str:
    """Return what a file on some articles is called."""
    first = reports[0].analysis.article.name
    return first if len(reports) == 1 else f"{first}, and {len(reports) - 1} more"
