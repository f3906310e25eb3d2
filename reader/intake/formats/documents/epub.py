"""Electronic books as an article format: one article, or one a chapter."""

from reader.intake.formats.article_format import ArticleFormat
from reader.intake.late_loads import read_book, read_chapters

_KIND = b"mimetypeapplication/epub+zip"
_HEAD = 200  # bytes in which the kind stands


def _is_epub(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and _KIND in data[:_HEAD]


EPUB = ArticleFormat(
    "epub",
    "electronic books (EPUB)",
    (".epub",),
    _is_epub,
    read_book,
    read_many=read_chapters,
    is_known_by_ending=False,
)
