"""The HTML report: the article with its marks in one file that loads nothing."""

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from reader.core.analysis import Analysis
from reader.core.findings import Finding
from reader.core.summary import category_counts, confident, source_of
from reader.storage.reports import categories_by_id

_COLORS = "#8F2402 #9E651D #47552C #00564A #007C9D #0B4FAB #68266E #C10F66".split()
_TAGS = {"headline": "h1", "subheading": "h2", "caption": "p", "list-item": "p"}
_STYLE = """
body{font:19px/1.58 Georgia,serif;max-width:600px;margin:2em auto;padding:0 1em;color:#1f1d1a;
background:#fcfbf8} h1{font-size:34px;line-height:40px} h2{font-size:21px}
.caption,.standing-note,.facts,.foot{font:13px/19px sans-serif;color:#55514a}
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
        f"{''.join(_zones(analysis))}{_table(analysis)}"
        "<p class=foot>A mark is a question, not a verdict. Words show a part only. Not covered: "
        "which facts were chosen, pictures, placement, what was left out. "
        f"{escape(_lexicons(analysis))}</p></body></html>\n"
    )


def _lexicons(analysis: Analysis) -> str:
    return "; ".join(f"{item.title} {item.version}" for item in analysis.lexicons)


def _zones(analysis: Analysis) -> Iterator[str]:
    shown = confident(analysis.findings)
    for zone in analysis.article.zones:
        tag = _TAGS.get(zone.kind, "p")
        inside = [finding for finding in shown if zone.span.contains(finding.span)]
        words = _marked(analysis, zone.span.start, zone.span.end, inside)
        yield f'<{tag} class="{zone.kind}">{words}</{tag}>'


def _marked(analysis: Analysis, start: int, end: int, findings: list[Finding]) -> str:
    """Return a stretch of text with voices as spans and findings as marks."""
    voices = [v for v in analysis.voices if v.span.start < end and start < v.span.end]
    edges = {start, end}
    spans = [voice.span for voice in voices] + [finding.span for finding in findings]
    for span in spans:
        edges.update((max(start, span.start), min(end, span.end)))
    parts = []
    for left, right in pairwise(sorted(edges)):
        words = escape(analysis.article.text[left:right])
        voice = next((v.voice for v in voices if v.span.start <= left < v.span.end), None)
        here = [f for f in findings if f.span.start <= left < f.span.end]
        for finding in here:
            words = _mark(analysis, finding, words, is_last=finding.span.end == right)
        parts.append(f'<span class="{voice}">{words}</span>' if voice else words)
    return "".join(parts)


def _mark(analysis: Analysis, finding: Finding, words: str, *, is_last: bool) -> str:
    category = categories_by_id(analysis).get((finding.panel, finding.category))
    slot = category.slot if category and finding.panel == "wording" else 0
    letter = escape(category.letter) if category else ""
    source = source_of(analysis, finding)
    who = source.name if source and source.name else finding.voice
    about = escape(f"{category.name if category else finding.category}. {who}", quote=True)
    kind = f"{finding.panel} s{slot}" + (" source" if finding.voice != "narrator" else "")
    sign = f"<sup>{letter}</sup>" if is_last else ""
    return f'<mark class="{kind}" title="{about}">{words}{sign}</mark>'


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
