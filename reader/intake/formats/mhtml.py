"""Pages that a browser saved with all their parts in one file, as an article format."""

import re

from reader.core.text.article import Article
from reader.intake.formats.article_format import ArticleFormat
from reader.intake.late_loads import page_in_archive, read_html
from reader.intake.text.decode import file_name
from reader.intake.text.line_ends import with_line_feeds

_LOOKED_AT = 20_000  # bytes that the head of a message may take
_FIELD = re.compile(rb"[!-9;-~]{1,80}[ \t]{0,9}:")
_PARTS = re.compile(rb"(?i)\r?\ncontent-type:\s{0,99}multipart/")


def _read(data: bytes, origin: str) -> Article:
    return read_html(page_in_archive(data, file_name(origin)), origin)


def _is_archive(data: bytes) -> bool:
    """Tell whether a file begins with the head of a message of several parts."""
    start = with_line_feeds(data[:_LOOKED_AT])
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    return _FIELD.match(head) is not None and _PARTS.search(b"\n" + head) is not None


MHTML = ArticleFormat(
    "mhtml",
    "pages saved in one file",
    (".mht", ".mhtml"),
    _is_archive,
    _read,
    is_known_by_ending=False,
)
