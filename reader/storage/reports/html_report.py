"""The HTML report: the article with its marks in one file that loads nothing."""

from bisect import bisect_left
from html import escape
from itertools import pairwise
from typing import TypeVar

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import category_counts, confident, speakers
from reader.core.lexicon.findings import Finding, each_once
from reader.core.sources.voice import VoiceStretch
from reader.core.text.article import Zone
from reader.core.text.spans import Span
from reader.storage.reports.report_format import Report, ReportFormat
from reader.storage.reports.tables import categories_by_id

_Item = TypeVar("_Item")
_COLORS = "#8F2402 #9E651D #47552C #00564A #007C9D #0B4FAB #68266E #C10F66".split()
_TAGS = {"headline": "h1", "subheading": "h2", "caption": "p", "list-item": "p"}
_STYLE = """
body{font:19px/1.58 Georgia,serif;max-width:600px;margin:2em auto;padding:0 1em;color:#1f1d1a;
background:#fcfbf8} h1{font-size:34px;line-height:40px} h2{font-size:21px}
.standfirst{font-size:21px;line-height:30px}
.kicker,.caption,.standing-note,.facts,.foot{font:13px/19px sans-serif;color:#55514a}
.direct{background:#ede8dc} .indirect{outline:1px solid #bbb19b;background:#f6f3ec}
mark{background:none;color:inherit;border-bottom:3px solid #55606c}
mark.hedging{border-bottom:2px dotted #55606c} mark sup{font:600 10px sans-serif}
mark.source{border-bottom-width:2px} table{border-collapse:collapse;font:13px/19px sans-serif}
td,th{text-align:left;padding:2px 12px 2px 0;border-bottom:1px solid #d9d5cc}
@media print{body{background:#fff;color:#000}}
""" + "".join(f"mark.s{i}{{border-color:{color}}}" for i, color in enumerate(_COLORS, start=1))


def html_report(analysis: Analysis, name: str) -> str:
    """Return a page with the marked article, its counts and a key."""
    article = analysis.article
    title = escape(article.title or name)
    facts = " · ".join(
        escape(fact)
        for fact in (article.outlet, article.byline, article.published, f"{analysis.words} words")
        if fact
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body><p class=facts>{facts}</p>"
        f"{''.join(map(_Page(analysis).zone, article.zones))}{_table(analysis)}"
        "<p class=foot>A mark is a question, not a verdict. Words show a part only. Not covered: "
        "which facts were chosen, pictures, placement, what was left out. "
        f"{escape(_lexicons(analysis))}</p></body></html>\n"
    )


def _lexicons(analysis: Analysis) -> str:
    return "; ".join(f"{item.title} {item.version}" for item in analysis.lexicons)


class _Page:
    """Writes zones, stretch by stretch; everything is looked up once."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.article.text
        self._voices = [(item.span, item) for item in analysis.voices]
        self._findings = [(item.span, item) for item in each_once(confident(analysis.findings))]
        self._categories = categories_by_id(analysis)
        self._speakers = speakers(analysis)

    def zone(self, zone: Zone) -> str:
        tag = _TAGS.get(zone.kind, "p")
        voices = _taken(self._voices, zone.span)
        findings = [
            item for item in _taken(self._findings, zone.span) if zone.span.contains(item.span)
        ]
        return f'<{tag} class="{zone.kind}">{self._marked(zone.span, voices, findings)}</{tag}>'

    def _marked(self, place: Span, voices: list[VoiceStretch], findings: list[Finding]) -> str:
        """Return a stretch of text with voices as spans and findings as marks."""
        edges = {place.start, place.end}
        for span in [*(v.span for v in voices), *(f.span for f in findings)]:
            edges.update((max(place.start, span.start), min(place.end, span.end)))
        borders = sorted(edges)
        spoken = _covering(borders, [(v.span, v) for v in voices])
        marked = _covering(borders, [(f.span, f) for f in findings])
        parts = []
        for number, (left, right) in enumerate(pairwise(borders)):
            words = escape(self._text[left:right])
            for finding in marked[number]:
                words = self._mark(finding, words, is_last=finding.span.end == right)
            voice = next((item.voice for item in spoken[number]), None)
            parts.append(f'<span class="{voice}">{words}</span>' if voice else words)
        return "".join(parts)

    def _mark(self, finding: Finding, words: str, *, is_last: bool) -> str:
        category = self._categories.get((finding.panel, finding.category))
        slot = category.slot if category and finding.panel == "wording" else 0
        letter = escape(category.letter) if category else ""
        source = self._speakers.get(finding.attribution or 0)
        who = source.name if source and source.name else finding.voice
        about = escape(f"{self._names(finding)}. {who}", quote=True)
        kind = f"{finding.panel} s{slot}" + (" source" if finding.voice != "narrator" else "")
        sign = f"<sup>{letter}</sup>" if is_last else ""
        return f'<mark class="{kind}" title="{about}">{words}{sign}</mark>'

    def _names(self, finding: Finding) -> str:
        """Return the names of all categories that a mark stands for."""
        names = dict.fromkeys((finding.category, *finding.entry.categories))
        found = (self._categories.get((finding.panel, name)) for name in names)
        return ", ".join(item.name for item in found if item) or finding.category


def _taken(items: list[tuple[Span, _Item]], place: Span) -> list[_Item]:
    """Return what touches a place; the items are in reading order."""
    begin = bisect_left(items, place.start, key=lambda item: item[0].start)
    while begin and items[begin - 1][0].end > place.start:
        begin -= 1
    end = bisect_left(items, place.end, key=lambda item: item[0].start)
    return [item for span, item in items[begin:end] if span.end > place.start]


def _covering(borders: list[int], items: list[tuple[Span, _Item]]) -> list[list[_Item]]:
    """Return for each stretch between two borders what covers it."""
    found: list[list[_Item]] = [[] for _ in borders]
    for span, item in items:
        place = bisect_left(borders, span.start)
        while borders[place] < min(span.end, borders[-1]):
            found[place].append(item)
            place += 1
    return found


def _table(analysis: Analysis) -> str:
    rows = []
    shown = confident(analysis.findings)
    for panel in ("wording", "hedging"):
        for count in category_counts(analysis, panel, shown):
            if count.findings:
                category = count.category
                rows.append(
                    f"<tr><td>{escape(category.letter)}</td><td>{escape(category.name)}</td>"
                    f"<td>{len(count.narrator)}</td><td>{len(count.sources)}</td></tr>"
                )
    head = "<tr><th></th><th>Category</th><th>narrator</th><th>sources</th></tr>"
    return f"<table>{head}{''.join(rows)}</table>"


def _write(report: Report) -> bytes:
    return html_report(report.analysis, report.name).encode()


HTML = ReportFormat("html", "Page with marks", ".html", _write)
