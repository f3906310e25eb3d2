"""Articles in JSON as an article format: an analysis of ours, exports of reading programs."""

import re

from reader.intake.formats.article_format import ArticleFormat
from reader.intake.late_loads import read_data_article, read_data_articles

_BEGINS = re.compile(rb"(?:\xef\xbb\xbf){0,9}\s{0,999}[\[{]\s{0,999}[\"\[{\]}]")
_ENDS = re.compile(rb"[\"\]}\w{\[]\s{0,999}[\]}]\s{0,999}\Z")


def _is_data(data: bytes) -> bool:
    return _BEGINS.match(data[:3_000]) is not None and _ENDS.search(data[-3_000:]) is not None


DATA = ArticleFormat(
    "data",
    "articles in JSON",
    (".json",),
    _is_data,
    read_data_article,
    read_many=read_data_articles,
    is_known_by_ending=False,
)
