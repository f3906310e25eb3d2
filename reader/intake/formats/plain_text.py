"""Plain text as an article format: what every text is that is nothing else."""

from reader.core.text.article import Article
from reader.intake.formats.article_format import ArticleFormat
from reader.intake.text.decode import decode_article
from reader.intake.text.plain_text import read_plain_text


def _read(data: bytes, origin: str) -> Article:
    return read_plain_text(decode_article(data, origin), origin)


def _is_taken(_data: bytes) -> bool:
    return True


PLAIN_TEXT = ArticleFormat(
    "plain-text", "plain text", (".txt", ".text"), _is_taken, _read, read_plain_text
)
