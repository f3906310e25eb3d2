"""Measures how long every kind of document takes, and what hostile ones take: CPU and memory.

benchmark_intake.py            each document in a process of its own, a line each
benchmark_intake.py NAME       that one, here
"""

import resource
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from functools import partial
from itertools import pairwise

import make_samples as made

from reader.errors import ReaderError
from reader.intake.feeds.opml import read_opml
from reader.intake.feeds.reading import read_feed
from reader.intake.read import articles_in, read_bytes

SENTENCE = "The mayor of Osk said on Monday that the ferry may stop, and nobody was asked. "
PARAGRAPH = SENTENCE * 6
MB = 1_000_000
AT = "https://quay.example/feed"


def _mailbox(count: int) -> bytes:
    head = (
        "From a@b.example Wed Mar  3 18:00:00 2021\nFrom: Ada <a@b.example>\nTo: b@b.example\n"
        "Subject: Ferry {}\nDate: Wed, 03 Mar 2021 18:00:00 +0100\nMessage-ID: <{}@b>\n\n"
    )
    letters = (head.format(number, number) + f"{PARAGRAPH}\n\n" * 8 for number in range(count))
    return "".join(letters).encode()


def _feed(count: int) -> bytes:
    told = f"<description>&lt;p&gt;{PARAGRAPH * 8}</description>"
    items = (
        f"<item><title>Ferry {number}</title><guid>{number}</guid>{told}</item>"
        for number in range(count)
    )
    return (
        f'<rss version="2.0"><channel><title>Quay</title>{"".join(items)}</channel></rss>'.encode()
    )


def _pages(count: int) -> bytes:
    return made.pdf([made.lines_of_text(60, 780, [SENTENCE] * 50)] * count)


def _pdf_bomb() -> bytes:
    drawn = zlib.compress(b"BT /F 10 Tf 72 700 Td (Hello there) Tj ET\n" * 6 * MB, 9)
    page = "<</Type/Page/Parent 2 0 R/Contents 6 0 R/Resources<</Font<</F 3 0 R>>>>>>"
    head = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[5 0 R]>>", "<<>>", "<<>>"]
    stream = f"<</Filter/FlateDecode/Length {len(drawn)}>>stream\n".encode() + drawn
    return made.file_of_objects([*head, page, "BOMB"]).replace(b"BOMB", stream + b"\nendstream")


def _laughs(inside: str) -> bytes:
    names = "abcdefghij"
    told = '<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in pairwise(names)
    )
    return f'<?xml version="1.0"?><!DOCTYPE x [{told}]>{inside}'.encode()


def _article(data: bytes, origin: str) -> Callable[[], object]:
    return lambda: read_bytes(data, origin)


WORK: dict[str, Callable[[], Callable[[], object]]] = {
    "DOCX, 40 paragraphs": lambda: _article(made.docx(made.word_line(PARAGRAPH) * 40), "a.docx"),
    "ODT, 40 paragraphs": lambda: _article(
        made.odt(f"<text:p>{PARAGRAPH}</text:p>" * 40), "a.odt"
    ),
    "RTF, 40 paragraphs": lambda: _article(
        (r"{\rtf1\ansi " + (PARAGRAPH + r"\par ") * 40 + "}").encode(), "a.rtf"
    ),
    "EPUB, 20 chapters of 40": lambda: _article(
        made.epub({f"{n}.xhtml": f"<h1>C {n}</h1>" + f"<p>{PARAGRAPH}" * 40 for n in range(20)}),
        "a.epub",
    ),
    "mbox, 100 messages": lambda: partial(articles_in, _mailbox(100), "a.mbox"),
    "PDF, 1 page": lambda: _article(_pages(1), "a.pdf"),
    "PDF, 100 pages": lambda: _article(_pages(100), "a.pdf"),
    "feed, 500 entries of 2 MB": lambda: partial(read_feed, _feed(500), AT),
    "DOCX that unpacks to 20 MB": lambda: _article(made.docx("<w:p/>" * 3_300_000), "a.docx"),
    "DOCX with the most tags that are read": lambda: _article(
        made.docx("<w:p/>" * 119_000), "a.docx"
    ),
    "ODT of 9.9 MB of short lines": lambda: _article(
        made.odt("<text:p>a b</text:p>" * 450_000), "a.odt"
    ),
    "EPUB of 7.9 MB of empty tags": lambda: _article(
        made.epub({"a.xhtml": "<p/>" * 1_970_000}), "a.epub"
    ),
    "RTF of 5.9 MB": lambda: _article(("{\\rtf1 " + "{a}" * 1_960_000).encode(), "a.rtf"),
    "JSON of 35 MB of short texts": lambda: _article(
        ('["' + 'ā","' * 7 * MB + '"]').encode(), "a.json"
    ),
    "mail of 28 MB of parts": lambda: _article(
        b"From: a@b\nTo: a\nDate: x\nSubject: T\nContent-Type: multipart/mixed; boundary=x\n\n"
        + b"--x\n\na\n" * 3_500_000,
        "a.eml",
    ),
    "mail of a million short lines": lambda: _article(
        b"From: a@b\nTo: a\nDate: x\nSubject: T\n\n" + b"a b\n" * 990_000, "a.eml"
    ),
    "mail of a million lines of head": lambda: _article(
        b"From: a@b\nTo: a\nDate: x\nSubject: T\nMessage-ID: x\n\n\n".replace(
            b"\n\n", b"\n" + b"A: b\n" * 9_000 + b"\n", 1
        )
        + b"a b\n" * 900_000,
        "a.eml",
    ),
    "PDF that unpacks to 250 MB": lambda: _article(_pdf_bomb(), "a.pdf"),
    "feed of nested entities": lambda: partial(read_feed, _laughs("<rss>&j;</rss>"), AT),
    "feed of 140,000 empty tags": lambda: partial(
        read_feed, b"<rss><channel>" + b"<item/>" * 140_000, AT
    ),
    "list of feeds of nested entities": lambda: partial(
        read_opml, _laughs('<opml><body><outline xmlUrl="&j;"/></body></opml>'), "a"
    ),
    "list of 10 MB of outlines": lambda: partial(
        read_opml, b"<opml><body>" + b"<outline/>" * 990_000 + b"</body></opml>", "a"
    ),
}


def _measure(name: str) -> None:
    read = WORK[name]()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began, wall = time.process_time(), time.monotonic()
    told = ""
    try:
        read()
    except ReaderError as error:
        told = error.message
    spent = time.process_time() - began
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    peak = max(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, before)
    print(
        f"| {name} | {spent + children.ru_utime + children.ru_stime:.2f} s | "
        f"{time.monotonic() - wall:.1f} s | {peak // 1024} MB"
        + (f" + {children.ru_maxrss // 1024} MB" if children.ru_maxrss else "")
        + f" | {told} |",
        flush=True,
    )


def main() -> int:
    """Measure one document, or all of them."""
    if len(sys.argv) > 1:
        _measure(sys.argv[1])
        return 0
    for name in WORK:
        subprocess.run([sys.executable, __file__, name], check=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
