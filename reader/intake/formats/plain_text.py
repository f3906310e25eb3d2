"""Plain text as an article format: what every text is that is nothing else."""

import re

from reader.core.text.article import Article
from reader.errors import IsFeedError
from reader.intake.formats.article_format import ArticleFormat
from reader.intake.text.decode import decode_article, file_name
from reader.intake.text.plain_text import read_plain_text

_FEED = re.compile(
    r"\s{0,99}(?:<\?xml[^<>]{0,300}>\s{0,99}){0,3}<(?:rss|feed|rdf:RDF|opml)\b", re.IGNORECASE
)


def _read(data: bytes, origin: str) -> Article:
    text = decode_article(data, origin)
    if _FEED.match(text):
        raise IsFeedError(
            f"“{file_name(origin)}” is a feed, or a list of feeds, and no article.",
            hint="Follow it: close-reader feeds follow, with its address or its file.",
        )
    return read_plain_text(text, origin)


def _is_taken(_data: bytes) -> bool:
    return True


PLAIN_TEXT = ArticleFormat(
    "plain-text", "plain text", (".txt", ".text"), _is_taken, _read, read_plain_text
)
