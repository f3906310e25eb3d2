"""PDF as an article format; it needs the extra "pdf", and says so where that is missing."""

from reader.intake.formats.article_format import ArticleFormat
from reader.intake.late_loads import read_pdf

_LOOKED_AT = 1_024  # bytes in which other programs find the beginning too


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:_LOOKED_AT]


PDF = ArticleFormat("pdf", "PDF", (".pdf",), _is_pdf, read_pdf, is_known_by_ending=False)
