"""OpenDocument texts, as LibreOffice writes them, as an article format."""

from reader.intake.formats.article_format import ArticleFormat
from reader.intake.formats.documents.kind_of_pack import kind_of_pack
from reader.intake.late_loads import read_odt

_KIND = b"application/vnd.oasis.opendocument.text"


def _is_odt(data: bytes) -> bool:
    return kind_of_pack(data).startswith(_KIND)


ODT = ArticleFormat(
    "odt", "OpenDocument texts", (".odt", ".ott"), _is_odt, read_odt, is_known_by_ending=False
)
