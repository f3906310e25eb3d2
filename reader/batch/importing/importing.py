"""Articles of inputs into the library, one result each, for the command and the window."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from reader.batch.importing.highlights import keep_highlights
from reader.batch.importing.inputs import Incoming, Read, incoming
from reader.core.text.article import Article
from reader.errors import LibraryError, ReaderError
from reader.storage.library.library import Library
from reader.storage.library.rows import Added, InTrash
from reader.values import frozen

Outcome = Literal["added", "version", "kept", "out-of-trash", "failed"]
_NOTHING = "There is nothing to keep in “{word}”. Choose another file or folder."

# Called for each new article with its id; returns what went wrong as a sentence, or "".
OnNew = Callable[[str, Article], str]


@frozen
class Imported:
    """What came of one article of an input.

    Attributes:
        name: What the article is called in its input.
        outcome: Added, added as a new version of an address, kept already, taken out of the
            trash, or failed.
        id: Its id in the library, or "" where it failed.
        title: Its title, or "".
        problem: Why it failed, or could not be analysed, as a finished sentence, or "".
    """

    name: str
    outcome: Outcome
    id: str = ""
    title: str = ""
    problem: str = ""


@frozen
class _Shelves:
    """Where articles come to: collections and tags, and what becomes of those in the trash."""

    collections: Sequence[str]
    tags: Sequence[str]
    in_trash: InTrash


def import_all(
    library: Library,
    words: Iterable[str],
    *,
    collections: Sequence[str] = (),
    tags: Sequence[str] = (),
    on_new: OnNew = lambda _id, _article: "",
    still_wanted: Callable[[], object] = lambda: None,
    in_trash: InTrash = "comes back",
) -> Iterator[Imported]:
    """Keep every article of some inputs, and yield what came of each, in order.

    A bad input is one result; the rest goes on. What was kept stays when the work is ended.

    Args:
        library: Where to keep them.
        words: Files, folders, addresses, "-", JSON Lines, exports of other programs.
        collections: Names of collections to put them in.
        tags: Tags to give them.
        on_new: Called for each new article, for instance to analyse it.
        still_wanted: Called before each article; whatever it raises ends the work.
        in_trash: What becomes of what the reader has put into the trash.

    Raises:
        LibraryError: The library cannot be written.
    """
    shelves = _Shelves(collections, tags, in_trash)
    for word in words:
        for item in _items(word):
            still_wanted()
            if isinstance(item, Imported):
                yield item
            else:
                yield _imported(library, item, shelves, on_new)


def _items(word: str) -> Iterator[Incoming | Imported]:
    """Yield what comes in, and as a result what ends it early, or that nothing came."""
    is_empty = True
    try:
        for item in incoming(word):
            is_empty = False
            yield item
    except ReaderError as error:
        yield Imported(word, "failed", problem=str(error))
        return
    if is_empty:
        yield Imported(word, "failed", problem=_NOTHING.format(word=word))


def _imported(
    library: Library,
    item: Incoming,
    shelves: _Shelves,
    on_new: OnNew,
) -> Imported:
    try:
        read = item.read()
        added = _added(library, read, shelves)
    except LibraryError:
        raise
    except ReaderError as error:
        return Imported(item.name, "failed", problem=str(error))
    problem = on_new(added.id, read.article) if added.is_new else ""
    return Imported(item.name, _outcome(added), added.id, read.article.title or "", problem)


def _added(library: Library, read: Read, shelves: _Shelves) -> Added:
    """Keep an article; an address alone is not put over a text that is kept of it."""
    names, tags = (*shelves.collections, *read.collections), (*shelves.tags, *read.tags)
    articles = library.articles
    known = articles.id_of_address(read.article.origin) if read.is_address_only else None
    if known is None:
        with library.change():
            added = articles.add(
                read.article,
                read.original,
                collections=names,
                tags=tags,
                in_trash=shelves.in_trash,
            )
            if added.is_new:
                keep_highlights(library, added.id, read.highlights, read.note)
        return added
    with library.change():
        for name in names:
            library.shelves.put_in_collection(name, [known])
        for tag in tags:
            library.shelves.give_tag(tag, [known])
    return Added(known, is_new=False)


def _outcome(added: Added) -> Outcome:
    if added.was_in_trash:
        return "out-of-trash"
    if not added.is_new:
        return "kept"
    return "version" if added.is_version else "added"
