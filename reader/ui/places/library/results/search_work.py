"""What a worker does for a search: asks the library, and cuts the words around each place."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.core.across.query import read_query
from reader.core.analysis.places import Places
from reader.errors import LibraryError
from reader.ui.places.library.results.result_lines import FoundText, found_text, note_lines
from reader.values import frozen

if TYPE_CHECKING:
    from reader.storage.library.library import Library

PAGE = 30  # articles that are looked for at once


@frozen
class Found:
    """What a search found so far.

    Attributes:
        query: What was typed.
        texts: The articles, newest first.
        is_whole: There are no more.
        error: What was wrong with the question, or None.
    """

    query: str
    texts: tuple[FoundText, ...] = ()
    is_whole: bool = True
    error: LibraryError | None = None


def search(
    library: "Library", query: str, before: tuple[FoundText, ...], tell: Callable[[str], None]
) -> Found:
    """Return one more page of what a query finds, after those that were found before."""
    try:
        return _searched(library, query, before, tell)
    except LibraryError as error:
        return Found(query, before, error=error)
    finally:
        library.release()


def _searched(
    library: "Library", query: str, before: tuple[FoundText, ...], tell: Callable[[str], None]
) -> Found:
    last = before[-1].article.id if before else None
    found = library.search.find(query, limit=PAGE, before=last)
    fronts = library.folding.fronts([one.id for one in found])
    asked = [term.words for term in read_query(query).terms if term.field == "notes"]
    texts = []
    for one in found:
        tell("search")
        article = library.articles.article(one.id)
        places = Places(article)
        names = [str(places.at(place.start)) for place in one.places]
        text = found_text(one, article.text, names, fronts.get(one.id, ""))
        if asked:
            notes = note_lines(one, places, article.text, library.notes_on(article), asked)
            text = replace(text, notes=notes)
        texts.append(text)
    return Found(query, (*before, *texts), is_whole=len(found) < PAGE)
