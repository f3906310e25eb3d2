"""Electronic books as an article format: one article, or one a chapter."""

from reader.intake.formats.article_format import ArticleFormat
from reader.intake.formats.documents.kind_of_pack import kind_of_pack
from reader.intake.late_loads import read_book, read_chapters

_KIND = b"application/epub+zip"
_CONTAINER = b"META-INF/container.xml"  # leads to the book wherever the kind stands


def _is_epub(data: bytes) -> bool:
    is_told = kind_of_pack(data).startswith(_KIND)
    return is_told or (data.startswith(b"PK\x03\x04") and _CONTAINER in data)


EPUB = ArticleFormat(
    "epub",
    "electronic books (EPUB)",
    (".epub",),
    _is_epub,
    read_book,
    read_many=read_chapters,
    is_known_by_ending=False,
)
