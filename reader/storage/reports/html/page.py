"""The HTML report: articles with their marks in one file that opens anywhere and loads nothing."""

import base64
import hashlib
from collections.abc import Iterator, Sequence

from reader.storage.reports.choosing import voices_told
from reader.storage.reports.html.article_markup import (
    facts_line,
    language_of,
    title_of,
    zone_pieces,
)
from reader.storage.reports.html.signs import text
from reader.storage.reports.html.style import style_sheet
from reader.storage.reports.html.tables import method_section, sections
from reader.storage.reports.report_format import Choices, Report, ReportFormat
from reader.storage.reports.sheets.method_sheet import (
    NOT_COVERED,
    QUESTION,
    list_name,
    lists_used,
    method_sheet,
    titles_of,
)

_KEY = (
    "Solid under the narrator’s words, hatched under a source’s; "
    '<span class="direct">quoted</span> and <span class="indirect">reported</span> words. '
    "The letter names the kind of a mark."
)


def html_page(reports: Sequence[Report], choices: Choices) -> str:
    """Return a page with the marked articles, their cards, tables, key and method sheet."""
    return "".join(_pieces(reports, choices))


def _pieces(reports: Sequence[Report], choices: Choices) -> Iterator[str]:
    """Yield the page piece by piece."""
    style = style_sheet(is_black=choices.is_black)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    yield (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{text(title_of(reports))}</title><style>{style}</style></head><body>"
    )
    yield from _body(reports, choices)
    yield "</body></html>\n"


def _body(reports: Sequence[Report], choices: Choices) -> Iterator[str]:
    many = len(reports) > 1
    if many:
        yield f"<header><h1>{text(title_of(reports))}</h1></header>"
        links = (
            f'<li><a href="#a{number}">{text(title)}</a></li>'
            for number, title in enumerate(titles_of(reports), start=1)
        )
        yield f'<nav aria-label="Articles"><ol>{"".join(links)}</ol></nav>'
    yield "<main>"
    for number, report in enumerate(reports, start=1):
        yield f'<article id="a{number}" lang="{language_of(report)}">'
        yield f'<p class="facts">{facts_line(report)}</p>'
        yield from zone_pieces(report, choices, headline="h2" if many else "h1")
        yield f"</article>{sections(report, choices)}"
    if "method" in choices.parts:
        yield method_section(method_sheet(reports, choices))
    yield f"</main><footer>{_foot(reports, choices)}</footer>"


def _foot(reports: Sequence[Report], choices: Choices) -> str:
    lists = "; ".join(f"{item.title} ({list_name(item)})" for item in lists_used(reports))
    return (
        f'<p class="key">{_KEY}</p><p>{QUESTION} {NOT_COVERED}</p>'
        f"<p>Lists: {text(lists) or 'none'}. {voices_told(choices)}</p>"
    )


def _write(reports: Sequence[Report], choices: Choices) -> bytes:
    # As one string a million marks would take a gigabyte, several times over.
    return b"".join(piece.encode() for piece in _pieces(reports, choices))


HTML = ReportFormat(
    "html",
    "Web page",
    ".html",
    _write,
    about="marks and notes, opens anywhere without network",
)
