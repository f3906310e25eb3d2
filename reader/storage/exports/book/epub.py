"""An EPUB 3 of an article or a collection, for reading devices and for whoever reads by ear."""

import io
import uuid
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import chain

from reader.storage.exports.authors import authors_of
from reader.storage.exports.book.chapters import HEAD, STYLE, chapter
from reader.storage.reports.choosing import voices_told
from reader.storage.reports.html.article_markup import language_of, title_of
from reader.storage.reports.html.signs import attribute, text
from reader.storage.reports.html.tables import method_section
from reader.storage.reports.report_format import Choices, Report, ReportFormat
from reader.storage.reports.sheets.method_sheet import (
    NOT_COVERED,
    QUESTION,
    list_name,
    lists_used,
    method_sheet,
    titles_of,
)

_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
"""
_PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"
 xml:lang="{language}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">{identifier}</dc:identifier><dc:title>{title}</dc:title>
<dc:language>{language}</dc:language>{people}
<meta property="dcterms:modified">{changed}</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata><manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
{items}</manifest><spine>{spine}</spine></package>
"""


def epub(reports: Sequence[Report], choices: Choices) -> bytes:
    """Return a book with a chapter for each article, and one on how to read it."""
    titles = titles_of(reports)
    pages = [
        (f"article-{number}", title, chapter(one, choices))
        for number, (title, one) in enumerate(zip(titles, reports, strict=True), start=1)
    ]
    pages.append(("about", "About the marks", _about(reports, choices)))
    files = {
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": _package(reports, pages),
        "EPUB/nav.xhtml": _navigation(reports, pages),
        "EPUB/style.css": STYLE,
        **{f"EPUB/{name}.xhtml": page for name, _, page in pages},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as pack:  # the kind comes first, and as it is
        pack.writestr(zipfile.ZipInfo("mimetype", _MADE), "application/epub+zip")
        for name, content in files.items():
            facts = zipfile.ZipInfo(name, _MADE)
            facts.compress_type = zipfile.ZIP_DEFLATED
            pack.writestr(facts, content.encode())
    return out.getvalue()


_MADE = (1980, 1, 1, 0, 0, 0)
_Pages = Sequence[tuple[str, str, str]]


def _package(reports: Sequence[Report], pages: _Pages) -> str:
    named = "\n".join((*(report.analysis.article.text for report in reports), *_people(reports)))
    identity = uuid.uuid5(uuid.NAMESPACE_OID, named.encode("utf-8", "surrogatepass").hex())
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>'
        for name, _, _ in pages
    )
    return _PACKAGE.format(
        language=language_of(reports[0]),
        identifier=f"urn:uuid:{identity}",
        title=text(title_of(reports)),
        people="".join(f"<dc:creator>{text(name)}</dc:creator>" for name in _people(reports)),
        changed=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        items=items,
        spine="".join(f'<itemref idref="{name}"/>' for name, _, _ in pages),
    )


def _people(reports: Sequence[Report]) -> tuple[str, ...]:
    found = (authors_of(report.analysis.article.byline) for report in reports)
    return tuple(dict.fromkeys(chain.from_iterable(found)))


def _navigation(reports: Sequence[Report], pages: _Pages) -> str:
    head = HEAD.format(language=language_of(reports[0]), title="Contents")
    links = "".join(
        f'<li><a href="{attribute(name)}.xhtml">{text(title)}</a></li>' for name, title, _ in pages
    )
    return (
        f'{head}<body><nav epub:type="toc"><h1>Contents</h1><ol>{links}</ol></nav></body></html>\n'
    )


def _about(reports: Sequence[Report], choices: Choices) -> str:
    lists = "; ".join(f"{item.title} ({list_name(item)})" for item in lists_used(reports))
    method = method_section(method_sheet(reports, choices)) if "method" in choices.parts else ""
    told = (f"{QUESTION} {NOT_COVERED}", f"Lists: {lists or 'none'}. {voices_told(choices)}")
    paragraphs = "".join(f"<p>{text(words)}</p>" for words in told)
    head = HEAD.format(language="en", title="About the marks")
    return f"{head}<body><h1>About the marks</h1>{paragraphs}{method}</body></html>\n"


EPUB = ReportFormat(
    "epub",
    "EPUB",
    ".epub",
    epub,
    is_text=False,
    about="for a reading device",
    loss="Reading devices draw fewer kinds of lines; the letters and footnotes tell all kinds.",
)
