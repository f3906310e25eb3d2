"""Web pages as an article format. What reads them is loaded when the first one is opened."""

import codecs
import re

from reader.core.text.article import Article
from reader.core.text.byte_order import marked_encoding, wide_encoding, without_marks
from reader.intake.formats.article_format import ArticleFormat
from reader.intake.late_loads import read_html
from reader.intake.sources.sheets_beside import with_sheets_beside
from reader.intake.text.decode import decode_article, start_of_text

_PAGE = re.compile(r"(?i)<(?:!doctype\s+html|html|head|body)\b")
_CONTENT = re.compile(r"\S")
# What pages begin with that leave out what need not be written; browsers know them by it.
_PIECE = re.compile(
    r"(?i)<(?:a|article|b|base|br|center|div|font|form|h[1-6]|header|iframe|img|link|main|meta|nav"
    r"|noscript|ol|p|script|section|span|style|table|template|title|ul)(?=[\s/>])"
)
_TYPES = ("text/html", "application/xhtml+xml")
_MARK = b"<!DOCTYPE html>\n"


def _read(data: bytes, origin: str) -> Article:
    return read_html(with_sheets_beside(decode_article(data, origin), origin), origin)


def marked_page(data: bytes, content_type: str) -> bytes:
    """Return what a server sent, marked as a page where it is one and does not begin as one.

    Args:
        data: What the server sent.
        content_type: The header field, such as `text/html`; "" where there is none, and what is
            sent is looked at alone.
    """
    kind = content_type.partition(";")[0].strip().lower()
    is_meant = not kind or kind in _TYPES
    if not is_meant or _is_page(data) or not _begins_with(_PIECE, data):
        return data
    encoding = marked_encoding(data) or wide_encoding(data)
    if not encoding:
        return _MARK + data
    text = without_marks(data.decode(encoding, errors="replace"))
    return codecs.BOM_UTF8 + _MARK + text.encode("utf-8", "replace")


def _is_page(data: bytes) -> bool:
    return _begins_with(_PAGE, data)


def _begins_with(start: re.Pattern[str], data: bytes) -> bool:
    """Tell whether a text begins as a page does, after XML declaration and comments."""
    text = start_of_text(data)
    place = 0
    while found := _CONTENT.search(text, place):
        place = found.start()
        if text.startswith("<!--", place):
            end = text.find("-->", place)
        elif text.startswith("<?", place):
            end = text.find(">", place)
        else:
            return start.match(text, place) is not None
        if end < 0:
            return False
        place = text.index(">", end) + 1
    return False


HTML = ArticleFormat("html", "web pages", (".html", ".htm", ".xhtml"), _is_page, _read)
