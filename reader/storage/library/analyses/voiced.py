"""Kept articles as corpora count them: text, and whose words stand where."""

import json
from collections.abc import Iterator, Sequence

from reader.core.across.corpora.voiced_text import VoicedText, month_of
from reader.core.analysis.keeping import FORM, SPOKEN_PARTS, spoken_of
from reader.core.text.article import name_of
from reader.storage.library.database.connections import Database
from reader.storage.library.rows import id_of, number_of

_AT_ONCE = 200  # articles that are fetched together
_PARTS = ", ".join(f"'$[{part}]'" for part in SPOKEN_PARTS)


def voiced_texts(database: Database, article_ids: Sequence[str]) -> Iterator[VoicedText]:
    """Yield the articles that have an analysis, with the reader's corrections where there are any.

    The database itself looks the few parts up that tell whose words stand where: to read whole
    analyses took more than half of the time of a count.

    Raises:
        LibraryError: The library cannot be read.
    """
    for first in range(0, len(article_ids), _AT_ONCE):
        numbers = [number_of(one) for one in article_ids[first : first + _AT_ONCE]]
        signs = ", ".join("?" * len(numbers))
        rows = database.all(
            "SELECT a.id, a.title, a.outlet, a.published, b.text,"
            f" json_extract(json_of_analysis(COALESCE(n.corrected, n.data)), {_PARTS})"
            " FROM article a JOIN body b ON b.id = a.id JOIN analysis n ON n.article = a.id"
            f" WHERE a.id IN ({signs}) ORDER BY a.id",
            numbers,
        )
        for number, title, outlet, published, text, told in rows:
            try:
                form, *parts = json.loads(told) if told else [None]
                if form != FORM:  # kept by another version: it is made again some day
                    continue
                stretches = spoken_of(text, *parts)
            except (ValueError, TypeError, LookupError):  # damaged: so is this one
                continue
            month = month_of(published)
            name = name_of(title, text)
            yield VoicedText(id_of(number), name, outlet or "", month, text, stretches)
