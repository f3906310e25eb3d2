"""What the reader highlighted and wrote in another program -> highlights and notes here."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from reader.core.corrections import Scope
from reader.core.notes.history import highlight
from reader.core.notes.notes import Note, Pen
from reader.core.text.spans import Span
from reader.storage.library.library import Library
from reader.storage.user_data.scope_files import NOTES

_PEN: Pen = "lemon"
_FORM = "%Y-%m-%dT%H:%M:%SZ"
_LONGEST = 5_000  # characters of a passage
_MOST = 500  # passages of one article


def keep_highlights(library: Library, article_id: str, passages: Sequence[str], note: str) -> None:
    """Keep passages as highlights of an article that has just been added, and a note on it.

    A passage that is not in the text, because the page was cut otherwise there, becomes a note
    on the whole article, so that nothing is lost.

    Raises:
        LibraryError: The library cannot be written.
    """
    if not (passages or note):
        return
    article = library.articles.article(article_id)
    now = datetime.now(UTC).strftime(_FORM)
    notes = tuple(_notes(article.text, passages[:_MOST], now))
    if note:
        notes += (Note(_PEN, None, note[:_LONGEST], made=now),)
    library.work.save(NOTES, Scope.of(article), (), notes)


def _notes(text: str, passages: Sequence[str], now: str) -> Iterator[Note]:
    for passage in dict.fromkeys(passages):
        words = passage[:_LONGEST].split()
        found = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
        if found:
            yield highlight(text, Span(*found.span()), _PEN, now)
        elif words:
            yield Note(_PEN, None, " ".join(words), made=now)
