"""Kept articles as corpora count them: text, and whose words stand where."""

from collections.abc import Iterator, Sequence

from reader.core.across.corpora.voiced_text import VoicedText, month_of
from reader.core.analysis.keeping import FORM, voices_in
from reader.storage.library.database.connections import Database
from reader.storage.library.database.packing import unpack_analysis
from reader.storage.library.rows import id_of, number_of

_AT_ONCE = 200  # articles that are fetched together


def voiced_texts(database: Database, article_ids: Sequence[str]) -> Iterator[VoicedText]:
    """Yield the articles that have an analysis, with the reader's corrections where there are any.

    Raises:
        LibraryError: The library cannot be read.
    """
    for first in range(0, len(article_ids), _AT_ONCE):
        numbers = [number_of(one) for one in article_ids[first : first + _AT_ONCE]]
        signs = ", ".join("?" * len(numbers))
        rows = database.all(
            "SELECT a.id, a.title, a.outlet, a.published, b.text, COALESCE(n.corrected, n.data)"
            " FROM article a JOIN body b ON b.id = a.id JOIN analysis n ON n.article = a.id"
            f" WHERE a.id IN ({signs}) ORDER BY a.id",
            numbers,
        )
        for number, title, outlet, published, text, data in rows:
            try:
                plain = unpack_analysis(data)
            except ValueError:
                continue
            if plain[0] == FORM:  # kept by another version: it is made again some day
                month = month_of(published)
                stretches = voices_in(plain, text)
                yield VoicedText(id_of(number), title, outlet or "", month, text, stretches)
