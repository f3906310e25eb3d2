"""The words of one block: seams between elements, line breaks, links; glued words set apart."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

from reader.intake.text.date_lines import date_of_line, is_byline, is_time_line
from reader.values import frozen

# Marks that the walk over a page sets between the words; the page itself holds none of them.
SEAM, BREAK, LINK, LINK_END, QUOTE, QUOTE_END = "\x1e", "\x1f", "\x11", "\x12", "\x13", "\x14"
BOLD, BOLD_END = "\x15", "\x16"
_MARKS = re.compile("[\x1e\x11-\x16]")
_GAP = re.compile("\x1f(?:[\\s\x1e\x11\x12\x15\x16]*\x1f)+")
_BOLD = re.compile("\x15([^\x16]*)")
_BOLD_MARKS = re.compile("[\x15\x16]")
_LINKED = re.compile("\x11([^\x12]*)")
# Signs without a width; the joiners among them matter in scripts with joined letters only.
_UNSEEN = re.compile("[\u200b\u2060-\u2064\ufeff\u00ad\u034f\u180e]")
_JOINER = re.compile("(?<=[A-Za-z])[\u200c-\u200f]+(?=[A-Za-z])")
# Quotation marks of <q>, where the page has none of its own beside them.
_QUOTED_TWICE = re.compile('\x13(?=\\s*["“”„«])|(?<=["”“»])\x14')
# A sentence that ends, or a word in small letters, and then a new element that begins large.
_ENDED = re.compile(
    "([.?!:;”)])\x1e+(?=[A-Z“(])|(?<=[a-z\\d,])\x1e\x1e+(?=[A-Z“\\d(])|"
    "(?<=[A-Z]{3})\x1e\x1e+(?=[A-Z][a-z]{2})"
)
# Quotation marks and dashes whose names were written twice, so that browsers show the names.
_TWICE = re.compile(
    r"&(?:[lr][sd]quo|[bs]dquo|[lr]aquo|[mn]dash|hellip|nbsp|#8(?:2(?:1[1267]|2[01]|30)));"
)
_MOST_ROWS = 500  # that are looked at one by one
_NARROWEST = 40  # characters of a line in a text of fixed width


@frozen
class Line:
    """Words without a break in them, and how many of their characters are links and bold."""

    words: str
    link_size: int
    links: int
    bold_size: int = 0


def lines_of(text: str, *, is_pre: bool) -> Iterator[Line]:
    """Yield the paragraphs in the words of one block, which hold the marks of the walk."""
    if is_pre:
        text = text.replace("\n", BREAK)
    if BREAK not in text:
        yield from _line(text)
        return
    for part in _GAP.split(text):
        rows = [row for row in part.split(BREAK) if _MARKS.sub("", row).strip()]
        for words in _preformatted(rows) if is_pre else _sentences(rows):
            yield from _line(words)


def _preformatted(rows: list[str]) -> list[str]:
    return [" ".join(rows)] if _are_wrapped(rows) else rows


def _sentences(rows: list[str]) -> list[str]:
    """Return the rows between single breaks, put together where they are no lines of their own."""
    if _are_paragraphs(rows):
        return rows
    if len(rows) > _MOST_ROWS:
        return [" ".join(rows)]
    found: list[str] = []
    is_open = False
    for row in rows:
        words = _clean(row)
        is_line = is_byline(words) or is_time_line(words) or date_of_line(words) is not None
        if is_open and not is_line:
            found[-1] = f"{found[-1]} {row}"
        else:
            found.append(row)
        is_open = not is_line
    return found


def _are_wrapped(rows: list[str]) -> bool:
    """Tell whether lines were broken at a fixed width: no line had room for the next word."""
    lines = [_clean(row) for row in rows]
    width = max(map(len, lines), default=0)
    if width < _NARROWEST:
        return False
    full = sum(
        len(line) + 1 + len(below.split(" ", 1)[0]) > width for line, below in pairwise(lines)
    )
    return full >= 0.8 * (len(lines) - 1)


def _are_paragraphs(rows: list[str]) -> bool:
    """Tell whether lines are whole sentences, so that each is a paragraph."""
    ended = sum(_MARKS.sub("", row).rstrip().endswith((".", "?", "!", "”", '"')) for row in rows)
    return len(rows) > 1 and ended >= len(rows) - 1 and sum(map(len, rows)) > 60 * len(rows)


def _line(text: str) -> Iterator[Line]:
    words = _clean(text)
    if not words:
        return
    size, count = 0, 0
    if LINK in text:
        for found in _LINKED.findall(text):
            length = len(" ".join(_MARKS.sub("", found).split()))
            size += length
            count += length > 0
    bold = sum(len(_MARKS.sub("", found).strip()) for found in _BOLD.findall(text))
    yield Line(words, size, count, bold)


def _clean(text: str) -> str:
    """Return the words of a text with single spaces and without marks."""
    if not text.isascii():
        text = _JOINER.sub("", _UNSEEN.sub("", text))
    if BOLD in text or BOLD_END in text:
        text = _BOLD_MARKS.sub("", text)
    if SEAM in text:
        text = (
            text.replace("\x12\x1e\x1e\x11", "\x12 \x11").replace(LINK, "").replace(LINK_END, "")
        )
        text = _ENDED.sub(r"\1 ", text).replace(SEAM, "")
        if QUOTE in text or QUOTE_END in text:
            text = _QUOTED_TWICE.sub("", text).replace(QUOTE, "“").replace(QUOTE_END, "”")
    else:
        text = _MARKS.sub("", text)
    if "&" in text:
        text = _TWICE.sub(lambda found: unescape(found[0]), text)
    return " ".join(text.split())
