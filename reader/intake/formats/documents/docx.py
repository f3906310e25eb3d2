"""Documents of Word as an article format."""

from reader.intake.formats.article_format import ArticleFormat
from reader.intake.late_loads import read_docx

_OF_BOOKS = b"META-INF/container.xml"  # a book may have a folder called "word"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def _is_docx(data: bytes) -> bool:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _LOCKED in data
    return data.startswith(b"PK\x03\x04") and b"word/" in data and _OF_BOOKS not in data


DOCX = ArticleFormat(
    "docx", "Word documents", (".docx",), _is_docx, read_docx, is_known_by_ending=False
)
