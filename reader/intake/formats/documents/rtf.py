"""Rich text as an article format."""

from reader.intake.formats.article_format import ArticleFormat
from reader.intake.late_loads import read_rtf


def _is_rtf(data: bytes) -> bool:
    return data[:100].lstrip().startswith(b"{\\rtf")


RTF = ArticleFormat("rtf", "rich text", (".rtf",), _is_rtf, read_rtf, is_known_by_ending=False)
