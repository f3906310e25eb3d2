"""Web pages as an article format. What reads them is loaded when the first one is opened."""

import re

from reader.core.text.article import Article
from reader.intake.formats.article_format import ArticleFormat
from reader.intake.late_loads import read_html
from reader.intake.text.decode import decode_article, start_of_text

_PAGE = re.compile(r"(?i)<(?:!doctype\s+html|html|head|body)\b")
_CONTENT = re.compile(r"\S")


def _read(data: bytes, origin: str) -> Article:
    return read_html(decode_article(data, origin), origin)


def _is_page(data: bytes) -> bool:
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
            return _PAGE.match(text, place) is not None
        if end < 0:
            return False
        place = text.index(">", end) + 1
    return False


HTML = ArticleFormat("html", "web pages", (".html", ".htm", ".xhtml"), _is_page, _read)
