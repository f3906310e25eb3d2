"""OpenDocument texts, as LibreOffice writes them, as an article format."""

from reader.intake.formats.article_format import ArticleFormat
from reader.intake.late_loads import read_odt

_KIND = b"mimetypeapplication/vnd.oasis.opendocument.text"
_HEAD = 200  # bytes in which the kind stands


def _is_odt(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and _KIND in data[:_HEAD]


ODT = ArticleFormat(
    "odt", "OpenDocument texts", (".odt", ".ott"), _is_odt, read_odt, is_known_by_ending=False
)
