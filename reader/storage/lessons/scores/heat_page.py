"""The class heat map as one page to print: shades and lines by count, no codes and no order."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from reader.core.lessons.lesson import LessonArticle, Pen
from reader.core.lessons.scores.heat import (
    HeatSpan,
    heat_level,
    heat_of,
    heat_regions,
    level_ranges,
    readers_of,
)
from reader.core.lessons.scores.scoring import ClassScores
from reader.core.text.article import Zone
from reader.core.text.spans import Span
from reader.storage.lessons.scores.score_format import ScoreFormat
from reader.storage.lessons.scores.standalone_page import standalone_page
from reader.storage.lessons.scores.words import GUIDING
from reader.storage.lessons.texts import LessonTexts

_NOTHING = "<p>Nobody marked anything.</p>"
_TAGS = {"headline": "h2", "subheading": "h3"}
_STYLE = """
body{font:16px/1.7 "Source Serif 4",Georgia,serif;color:#000;background:#fff;margin:0}
main{max-width:56em;margin:0 auto;padding:1em}
section{break-after:page;padding:.6em 0 1em;border-bottom:1px solid #555}
h1{font-size:24px;margin:0} h2{font-size:21px;margin:0} h3{font-size:17px;margin:0} p{margin:0}
.small,.side,.key{font:13px/19px "IBM Plex Sans",sans-serif}
.row{display:grid;grid-template-columns:minmax(0,1fr) 13em;gap:0 1.5em;margin:0 0 .7em;
break-inside:avoid}
.side{border-left:1px solid #555;padding-left:.8em;overflow-wrap:anywhere}
.side b{display:inline-block;min-width:1.7em;text-align:right}
i{font-style:normal;padding:0 1px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.h1{background:#efefef;border-bottom:1px solid}
.h2{background:#dedede;border-bottom:3px double}
.h3{background:#cacaca;border-bottom:3px solid}
.h4{background:#b4b4b4;border-bottom:5px double}
.ref{border-top:1px dashed} .key i{padding:0 .6em}
@media (max-width:560px){.row{grid-template-columns:1fr}.side{border:0;padding:0 0 .4em}}
"""


def heat_page(scores: ClassScores, texts: LessonTexts) -> str:
    """Return one file with a map for each article and pen that the class marked."""
    title = escape(f"{scores.lesson.title}: class heat map")
    maps = "".join(
        _map(scores, texts, article, pen)
        for article in scores.lesson.articles
        for pen in scores.lesson.pens
    )
    return standalone_page(title, _STYLE, f"<h1>{title}</h1>{maps or _NOTHING}")


def _map(scores: ClassScores, texts: LessonTexts, article: LessonArticle, pen: Pen) -> str:
    answers = [one.answer for one in scores.pupils]
    heat = heat_of(answers, [article.id], pen.id)
    if not heat:
        return ""
    readers = readers_of(answers, article.id)
    right = scores.reference.marks if scores.reference else ()
    corners = [one.span for one in right if (one.article, one.category) == (article.id, pen.id)]
    told = f"Article {article.id}: {pen.name} ({pen.id}). {readers} answers, no names."
    zones = "".join(_zone(article, zone, heat, corners, readers, texts) for zone in article.zones)
    return (
        f'<section><p class="small">{escape(told)}</p>{_key(readers, has_reference=bool(corners))}'
        f'{zones}<p class="small">{escape(GUIDING)}</p></section>'
    )


def _key(readers: int, *, has_reference: bool) -> str:
    parts = " ".join(
        f'<i class="h{level}">{low if low == high else f"{low}–{high}"}</i>'
        for level, low, high in level_ranges(readers)
    )
    line = " Dashed line above: the reference." if has_reference else ""
    return f'<p class="key">marked by {parts} of {readers}.{line}</p>'


def _zone(
    article: LessonArticle,
    zone: Zone,
    heat: Sequence[HeatSpan],
    corners: Sequence[Span],
    readers: int,
    texts: LessonTexts,
) -> str:
    tag = _TAGS.get(zone.kind, "p")
    words = "".join(_words(article, zone, heat, corners, readers))
    counts = "<br>".join(
        f"<b>{one.count}</b> {escape(texts.words(article.id, one.span))}"
        for one in heat_regions(heat)
        if zone.span.start <= one.span.start < zone.span.end
    )
    return f'<div class="row"><{tag}>{words}</{tag}><div class="side">{counts}</div></div>'


def _words(
    article: LessonArticle,
    zone: Zone,
    heat: Sequence[HeatSpan],
    corners: Sequence[Span],
    readers: int,
) -> Iterator[str]:
    """Yield the words of a zone, cut where the count or the reference changes."""
    near = [one for one in heat if one.span.overlaps(zone.span)]
    edges = {zone.span.start, zone.span.end}
    for span in (*(one.span for one in near), *corners):
        edges |= {
            place for place in (span.start, span.end) if zone.span.start < place < zone.span.end
        }
    for start, end in pairwise(sorted(edges)):
        words = escape(article.text[start:end])
        level = next(
            (
                heat_level(one.count, readers)
                for one in near
                if one.span.start <= start < one.span.end
            ),
            0,
        )
        looks = [f"h{level}"] if level else []
        looks += ["ref"] if any(one.start <= start < one.end for one in corners) else []
        yield f'<i class="{" ".join(looks)}">{words}</i>' if looks else words


def _write(scores: ClassScores, texts: LessonTexts) -> bytes:
    return heat_page(scores, texts).encode("utf-8", "replace")


HEAT = ScoreFormat("heat", "Class heat map", ".html", _write)
