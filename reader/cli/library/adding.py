"""`library add`: each input read, kept and analysed; a bad one is told, and the rest goes on."""

import argparse
from collections.abc import Iterator
from functools import cached_property

from reader.batch.documents import AnalysisSettings, DocumentMaker, LoadReadability
from reader.cli.library.inputs import Incoming, Read, incoming
from reader.cli.output import harmless, say
from reader.core.analysis.known_lexicons import KnownLexicons
from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.storage.library.library import Library
from reader.storage.library.rows import Added


def add(library: Library, call: argparse.Namespace, load_readability: LoadReadability) -> int:
    """Keep every article of the inputs, a line each; return 1 if any could not be kept.

    Raises:
        ReaderError: The library cannot be written, or the lexicons cannot be read.
    """
    keeper = _Keeper(library, call, load_readability)
    failed = 0
    for word in call.inputs:
        for one in _told(incoming(word)):
            if isinstance(one, str):
                say((one,))
                failed += 1
            elif not keeper.keep(one):
                failed += 1
    say(keeper.problems)
    return 1 if failed else 0


def _told(items: Iterator[Incoming]) -> Iterator[Incoming | str]:
    """Yield what comes in, and as a sentence what ends it early."""
    try:
        yield from items
    except ReaderError as error:
        yield str(error)


class _Keeper:
    """Keeps one article after another; the lists are loaded for the first one."""

    def __init__(
        self, library: Library, call: argparse.Namespace, load_readability: LoadReadability
    ) -> None:
        self._library = library
        self._call = call
        self._load = load_readability
        self.problems: tuple[str, ...] = ()

    @cached_property
    def _maker(self) -> DocumentMaker:
        maker = DocumentMaker(AnalysisSettings(), self._load)
        self.problems = maker.problems
        return maker

    @cached_property
    def _lexicons(self) -> KnownLexicons:
        return KnownLexicons(self._maker.tools.lexicons)

    def keep(self, item: Incoming) -> bool:
        """Keep one article and print its line; tell what is wrong with it, and return False."""
        try:
            read = item.read()
        except ReaderError as error:
            say((str(error),))
            return False
        added = self._added(read)
        is_analysed = self._call.no_analysis or not added.is_new
        is_well = is_analysed or self._analyse(added.id, read.article)
        print(f"{added.id}  {_line(added, read.article)}", flush=True)
        return is_well

    def _added(self, read: Read) -> Added:
        """Keep an article; an address alone is not put over a text that is kept of it."""
        names = (*self._call.collection, *read.collections)
        tags = (*self._call.tag, *read.tags)
        articles, shelves = self._library.articles, self._library.shelves
        known = articles.id_of_address(read.article.origin) if read.is_address_only else None
        if known is None:
            return articles.add(read.article, read.original, collections=names, tags=tags)
        for name in names:
            shelves.put_in_collection(name, [known])
        for tag in tags:
            shelves.give_tag(tag, [known])
        return Added(known, is_new=False)

    def _analyse(self, article_id: str, article: Article) -> bool:
        try:
            analysis = self._maker.analysis(article)
        except ReaderError:
            raise
        except Exception as error:  # noqa: BLE001 -- one article must never end a run over thousands
            reason = f"{type(error).__name__}, {error}"
            say((f"{article_id} is kept, but could not be analysed: {reason}.",))
            return False
        self._library.analyses.keep(article_id, analysis, self._lexicons)
        return True


def _line(added: Added, article: Article) -> str:
    title = harmless(" ".join((article.title or "without a title").split()))
    if added.was_in_trash:
        return f"{title} (taken out of the trash)"
    if not added.is_new:
        return f"{title} (kept already)"
    return f"{title} (a new version)" if added.is_version else title
