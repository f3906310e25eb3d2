"""The comparison as one page that loads nothing: the table, and the texts its cells lead to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from reader.core.across.comparison.comparison import ComparedArticle, Comparison
from reader.core.across.comparison.forms.table import Block, Piece, Row, Section, comparison_table
from reader.core.analysis.places import Places
from reader.core.text.article import Zone
from reader.core.text.spans import Span
from reader.storage.reports.comparison.wording import (
    FOOT,
    TITLES,
    article_facts,
    letter_of,
    plain_words,
    row_note,
    whose,
)

_MOST_PLACES = 6
_WIDE, _HIGH, _LEFT = 136, 16, 16  # of a strip, and where its axis begins, in pixels
_TAGS = {"headline": "h2", "subheading": "h3"}
_STYLE = """
body{font:15px/1.45 "Noto Sans",Arial,sans-serif;margin:2em auto;padding:0 1em;max-width:76em;
color:#1f1d1a;background:#fcfbf8} h1{font-size:24px;margin:0 0 .6em} h2{font-size:20px}
h3{font-size:17px} a{color:#1b4a80} .scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;table-layout:fixed;min-width:40em}
td,th{text-align:left;vertical-align:top;padding:5px 10px;border-bottom:1px solid #d9d5cc;
overflow-wrap:break-word} th.name{width:17%;font-weight:600} tbody th[colspan]{background:#f1efe8;
color:#55514a;font-weight:600}
.note,.who,.foot,.facts{color:#55514a;font-size:13px;font-weight:400}
.p{margin-right:.9em;display:inline-block}
.label,.quote,.sentence,.hedge{font-family:Georgia,serif}
.direct .w{background:#ede8dc;padding:0 3px} .indirect .w{border:1px solid #8a8272;padding:0 3px}
.verb,.cue{font-style:italic} .p a{text-decoration:none;font-size:12px;margin-left:.25em}
.strip{vertical-align:middle} .none{color:#55514a} .b{display:inline-block;
border:1.5px solid #1f1d1a;border-radius:3px;padding:0 6px;font-weight:600}
.texts{display:flex;gap:2em;flex-wrap:wrap}
.texts section{flex:1 1 22em;font-family:Georgia,serif;min-width:0} :target{background:#fff1b8}
.caption,.kicker,.standing-note,.dateline{font-size:13px;color:#55514a}
@media print{body{background:#fff;color:#000;max-width:none;margin:0} .texts{display:block}
.texts section{page-break-before:always} tr{page-break-inside:avoid} .scroll{overflow:visible}}
"""


def comparison_html(comparison: Comparison, *, has_texts: bool = True) -> str:
    """Return a page with the table and the texts; every cell leads to its place.

    Args:
        comparison: What was found.
        has_texts: Write the texts below the table; on paper the table alone may be wanted.
    """
    page = _Page(comparison)
    texts = f"<div class=texts>{''.join(page.texts())}</div>" if has_texts else ""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{len(comparison.articles)} articles compared</title><style>{_STYLE}</style>"
        f"</head><body><main><h1>{len(comparison.articles)} articles compared</h1>"
        f"{page.table()}<p class=foot>{escape(FOOT)} {escape(_lexicons(comparison))}</p>"
        f"{texts}</main></body></html>\n"
    )


def _lexicons(comparison: Comparison) -> str:
    used = comparison.articles[0].analysis.lexicons
    return "; ".join(f"{item.title} {item.version}" for item in used)


class _Page:
    """Writes the parts of the page."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._places = [Places.of(item.analysis) for item in comparison.articles]

    def table(self) -> str:
        """Return the table, one body for each section."""
        heads = "".join(
            f"<th scope=col><span class=b>{letter_of(number)}</span> "
            f"<a href='#{letter_of(number)}'>{escape(next(article_facts(item)))}</a>"
            f"<div class=facts>{escape(' · '.join(list(article_facts(item))[1:]))}</div></th>"
            for number, item in enumerate(self._comparison.articles)
        )
        bodies = "".join(map(self._section, comparison_table(self._comparison)))
        return (
            "<div class=scroll tabindex=0 role=region aria-label='Comparison'>"
            "<table width='100%'><thead><tr>"
            f"<th class=name scope=col>What</th>{heads}</tr></thead>{bodies}</table></div>"
        )

    def _section(self, section: Section) -> str:
        columns = len(self._comparison.articles) + 1
        rows = "".join(map(self._row, section.rows))
        title = escape(TITLES[section.id])
        return f"<tbody><tr><th colspan={columns} scope=rowgroup>{title}</th></tr>{rows}</tbody>"

    def _row(self, row: Row) -> str:
        name = row.name if row.name is not None else "no source named"
        told = row_note(row)
        note = f"<div class=note>{escape(told)}</div>" if told else ""
        cells = "".join(
            f"<td>{self._cell(cell, number) or _NOT_FOUND}</td>"
            for number, cell in enumerate(row.cells)
        )
        return f"<tr><th class=name scope=row>{escape(name)}{note}</th>{cells}</tr>"

    def _cell(self, cell: tuple[Piece, ...], number: int) -> str:
        strips = "".join(_strip(piece.strip) for piece in cell if piece.strip)
        return "".join(self._piece(piece, number) for piece in cell) + strips

    def _piece(self, piece: Piece, number: int) -> str:
        who = whose(piece) if piece.kind in {"label", "hedge"} else ""
        told = f" <span class=who>{escape(who)}</span>" if who else ""
        words = f"<span class=w>{escape(plain_words(piece))}</span>"
        links = "" if piece.kind in {"verb", "cut"} else self._links(piece.spans, number)
        return f'<span class="p {piece.kind} {piece.voice}">{words}{told}{links}</span> '

    def _links(self, spans: tuple[Span, ...], number: int) -> str:
        places = dict.fromkeys(self._places[number].of_span(span) for span in spans)
        letter = letter_of(number)
        return "".join(
            f" <a href='#{letter}-{place}'>{place}</a>" for place in list(places)[:_MOST_PLACES]
        )

    def texts(self) -> Iterator[str]:
        """Yield the texts; each sentence can be led to."""
        for number, item in enumerate(self._comparison.articles):
            letter = letter_of(number)
            zones = "".join(self._zones(item, number))
            yield f"<section id={letter}><p><span class=b>{letter}</span></p>{zones}</section>"

    def _zones(self, item: ComparedArticle, number: int) -> Iterator[str]:
        seen: set[str] = set()
        for zone in item.analysis.article.zones:
            tag = _TAGS.get(zone.kind, "p")
            words = "".join(self._sentences(item, number, zone, seen))
            yield f"<{tag} class={zone.kind}>{words}</{tag}>"

    def _sentences(
        self, item: ComparedArticle, number: int, zone: Zone, seen: set[str]
    ) -> Iterator[str]:
        sentences = item.analysis.sentences
        first = bisect_right(sentences, zone.span.start, key=_end)
        past_last = bisect_left(sentences, zone.span.end, key=_start)
        starts = [max(zone.span.start, one.start) for one in sentences[first:past_last]]
        text = item.analysis.article.text
        for start, end in pairwise([*(starts or [zone.span.start]), zone.span.end]):
            place = self._places[number].of_span(Span(start, end))
            name = "" if place in seen else f" id='{letter_of(number)}-{place}'"
            seen.add(place)
            yield f"<span{name}>{escape(text[start:end])}</span>"


def _strip(blocks: Sequence[Block]) -> str:
    """Return a drawing of where a source speaks: the headline's box, thirds, and the blocks."""
    drawn = "".join(map(_block, blocks))
    size = f"width='{_WIDE}' height='{_HIGH}' viewBox='0 0 {_WIDE} {_HIGH}'"
    axis = f"M.5 5.5h10v9h-10zM{_LEFT} 14.5H{_WIDE}M56.5 11v4M96.5 11v4"
    return (
        f"<svg {size} class='strip' role='img' aria-label='Where in the text'>"
        f"<path fill='none' stroke='#8a8272' d='{axis}'/>{drawn}</svg>"
    )


def _block(block: Block) -> str:
    across = _WIDE - _LEFT
    left = 3.0 if block.start < 0 else _LEFT + block.start * across
    wide = max(3.0, (block.end - block.start) * across)
    place = f"x='{left:.1f}' width='{wide:.1f}'"
    if block.is_indirect:
        return f"<rect {place} y='8.5' height='6' fill='none' stroke='#1f1d1a'/>"
    return f"<rect {place} y='1' height='14' fill='#55514a'/>"


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end


_NOT_FOUND = "<span class=none>not found</span>"
