"""Writes the packed samples of the article formats, small and the same every time.

    make_samples.py            writes docx, odt, epub and pdf into the samples of the tests

Samples that are text (rtf, eml, mbox, json) are written by hand. Nothing here comes from another
program: the parts are the fewest that make a file of the format.
"""

import io
import sys
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[1] / "unit" / "intake" / "formats" / "samples"
TITLE = "Ferry stops running"
STORY = (
    "The ferry stops running on Sunday, the harbour board said. It may start again in May.",
    "“We were never asked,” said Nell Harwick, who lives on the far side.",
)
ENDS = ("A bus by the bridge", "A boat on Fridays")
_NAMES = "http://schemas.openxmlformats.org"
_WORD = f"{_NAMES}/wordprocessingml/2006/main"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns"


def packed(parts: Mapping[str, str | bytes], first: str = "") -> bytes:
    """Return a zip of some parts, with the kind of the file first and as it is, where asked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        if first:
            pack.writestr(zipfile.ZipInfo("mimetype"), first, zipfile.ZIP_STORED)
        for name, data in parts.items():
            pack.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(body: str = "", declaration: str = "", notes: str = "") -> bytes:
    """Return a Word document; `body` takes the place of the story, `notes` are its footnotes."""
    return packed({
        "[Content_Types].xml": f'<Types xmlns="{_NAMES}/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_NAMES}/package/2006/relationships"><Relationship '
        f'Id="r1" Type="{_NAMES}/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "docProps/core.xml": '<p:coreProperties xmlns:p="p" xmlns:dc="http://purl.org/dc/'
        'elements/1.1/" xmlns:t="http://purl.org/dc/terms/"><dc:title>Ferry</dc:title><dc:creator>'
        "Ada Brook</dc:creator><t:created>2021-03-03T10:00:00Z</t:created></p:coreProperties>",
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?>{declaration}'
        f'<w:document xmlns:w="{_WORD}"><w:body>{body or _word_story()}</w:body></w:document>',
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{_WORD}">{notes}</w:footnotes>',
        "word/styles.xml": f'<w:styles xmlns:w="{_WORD}"><w:style w:type="paragraph" '
        'w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" '
        'w:styleId="H2"><w:name w:val="heading 2"/></w:style></w:styles>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{_WORD}"><w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1">'
        '<w:abstractNumId w:val="0"/></w:num></w:numbering>',
    })  # fmt: skip


def word_line(words: str, style: str = "", *, is_item: bool = False) -> str:
    """Return one paragraph of a Word document."""
    kind = f'<w:pStyle w:val="{style}"/>' if style else ""
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if is_item else ""
    return f"<w:p><w:pPr>{kind}{item}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def _word_story() -> str:
    lines = [word_line(TITLE, "Title"), word_line("By Ada Brook"), *map(word_line, STORY)]
    items = (word_line(words, is_item=True) for words in ENDS)
    return "".join([*lines, word_line("What is left", "H2"), *items])


def odt(body: str = "", declaration: str = "") -> bytes:
    """Return an OpenDocument text; `body` takes the place of the story."""
    told = "".join(f"<text:p>{line}</text:p>" for line in ("By Ada Brook", *STORY))
    items = "".join(f"<text:list-item><text:p>{one}</text:p></text:list-item>" for one in ENDS)
    story = (
        f'<text:p text:style-name="P1">{TITLE}</text:p>{told}'
        f'<text:h text:outline-level="2">What is left</text:h><text:list>{items}</text:list>'
    )
    names = " ".join(f'xmlns:{one}="{_TEXT}:{one}:1.0"' for one in ("office", "text", "style"))
    return packed(
        {
            "content.xml": f'<?xml version="1.0" encoding="UTF-8"?>{declaration}'
            f"<office:document-content {names}><office:automatic-styles>"
            '<style:style style:name="P1" style:parent-style-name="Title"/>'
            f"</office:automatic-styles><office:body><office:text>{body or story}</office:text>"
            "</office:body></office:document-content>",
            "meta.xml": f'<office:document-meta {names} xmlns:meta="{_TEXT}:meta:1.0" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>Ferry</dc:title>'
            "<meta:initial-creator>Ada Brook</meta:initial-creator>"
            "<meta:creation-date>2021-03-03T10:00:00</meta:creation-date></office:meta>"
            "</office:document-meta>",
        },
        "application/vnd.oasis.opendocument.text",
    )


def epub(chapters: Mapping[str, str] | None = None, **more: str) -> bytes:
    """Return a book of chapters, each by the name of its part; `more` are further parts."""
    told = "".join(f"<p>{line}</p>" for line in STORY)
    pages = chapters or {
        "one.xhtml": f"<h1>{TITLE}</h1>{told}",
        "two.xhtml": "<h1>Mayor rows across</h1><p>The mayor rowed across on Monday.</p>",
    }
    items = "".join(
        f'<item id="i{number}" href="{name}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(pages)
    )
    order = "".join(f'<itemref idref="i{number}"/>' for number in range(len(pages)))
    return packed(
        {
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:'
            'container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
            "OPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.'
            f'org/dc/elements/1.1/"><metadata><dc:title>{TITLE}</dc:title><dc:creator>Ada Brook'
            "</dc:creator><dc:date>2021-03-03</dc:date></metadata><manifest>"
            '<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
            f"{items}</manifest><spine>{order}</spine></package>",
            "OPS/nav.xhtml": "<html><body><nav><a href='one.xhtml'>One</a></nav></body></html>",
            **{
                f"OPS/{name}": f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{page}</body>'
                "</html>"
                for name, page in pages.items()
            },
            **{name.replace("__", "/").replace("_", "."): part for name, part in more.items()},
        },
        "application/epub+zip",
    )


@dataclass(frozen=True)
class Words:
    """Words on a page of a PDF: their place in points from the lower left corner, their size."""

    x: float
    y: float
    text: str
    size: float = 10


def pdf(pages: Sequence[Sequence[Words]], more: str = "") -> bytes:
    """Return a PDF with words at their places; `more` goes into its trailer."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    parts = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        "<</Title(Ferry)/Author(Ada Brook)/CreationDate(D:20210303100000)>>",
    ]
    for number, words in enumerate(pages):
        drawn = "".join(
            f"BT /F {one.size} Tf {one.x} {one.y} Td ({_escaped(one.text)}) Tj ET\n"
            for one in words
        )
        parts += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {6 + 2 * number} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>",
            f"<</Length {len(drawn.encode('cp1252'))}>>stream\n{drawn}endstream",
        ]
    return file_of_objects(parts, more)


def file_of_objects(parts: Sequence[str], more: str = "") -> bytes:
    """Return a PDF of numbered objects, the first of which is its catalogue."""
    out = b"%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{number} 0 obj{part}endobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(parts) + 1
    trailer = f"trailer<</Size {size}/Root 1 0 R/Info 4 0 R{more}>>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("cp1252")


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def lines_of_text(x: float, y: float, lines: Iterable[str], step: float = 13) -> list[Words]:
    """Return lines below one another."""
    return [Words(x, y - step * number, line) for number, line in enumerate(lines)]


def story_pdf() -> bytes:
    """Return the story as a PDF of one page."""
    first = (
        "The ferry stops running on Sunday, the harbour board said. It may",
        "start again in May.",
    )
    second = (
        "“We were never asked,” said Nell Harwick, who lives on the far side, where",
        "no bus goes.",
    )
    return pdf([[
        Words(72, 760, TITLE, 20),
        Words(72, 735, "By Ada Brook"),
        *lines_of_text(72, 705, first),
        *lines_of_text(72, 670, second),
        Words(300, 40, "1", 8),
    ]])  # fmt: skip


def omnivore(items: str = "", page: str = "") -> bytes:
    """Return a zip as Omnivore handed it out, with one page and its highlights."""
    told = "".join(f"<p>{line}</p>" for line in STORY)
    listed = (
        '[{"slug": "ferry", "title": "Ferry stops running", "url": "https://quay.example/ferry", '
        '"labels": ["harbour", "sea"], "state": "Active", "savedAt": "2021-03-03T13:00:00.000Z", '
        '"publishedAt": "2021-03-02T09:00:00.000Z", "author": "Ada Brook"}, {"slug": "mayor", '
        '"title": "Mayor rows, again", "url": "https://quay.example/mayor", "labels": [], '
        '"state": "Archived", "savedAt": "2021-03-04T13:00:00.000Z"}, {"slug": "../plain", '
        '"title": "", "url": "https://quay.example/plain", "savedAt": "2021-03-04T13:00:00.000Z"}]'
    )
    return packed({
        "metadata_0_to_3.json": items or listed,
        "content/ferry.html": page or f"<html><body>{told}</body></html>",
        "highlights/ferry.md": "> “We were never asked,”\n> said Nell Harwick\n\nFor Monday\n",
    })  # fmt: skip


def main() -> int:
    """Write the samples."""
    for name, data in {"docx": docx(), "odt": odt(), "epub": epub(), "pdf": story_pdf()}.items():
        (SAMPLES / f"{name}.{name}").write_bytes(data)
    (SAMPLES.parents[1] / "collections" / "samples" / "omnivore.zip").write_bytes(omnivore())
    return 0


if __name__ == "__main__":
    sys.exit(main())
