"""The steps of looking through the library, as a worker does them: no widgets, no signals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.core.analysis.searching import EntrySearch
from reader.core.languages.language import Language
from reader.core.lexicon.lexicon import Entry, Lexicon
from reader.core.lexicon.matcher import Matcher
from reader.core.text.spans import Span
from reader.core.text.tagging import Tagger
from reader.intake.article_folder import (
    LibraryFile,
    LibraryText,
    library_files,
    read_library_text,
)
from reader.values import frozen

Tell = Callable[[str], None]
Hits = tuple[LibraryText, tuple[Span, ...]]


@frozen
class LibraryPlace:
    """One place of the library where the entry stands."""

    path: str
    title: str
    text: str
    span: Span


@frozen
class LibraryCount:
    """How often the entry stands in the library, as far as it has been looked through.

    Attributes:
        hits: How often, over all articles.
        articles: In how many articles.
        searched: How many articles have been looked through.
        total: How many there are.
        left_out: How many older ones are beyond what is kept in memory.
        unread: How many could not be read.
        places: The first places.
        is_done: Nothing more is to come.
    """

    hits: int
    articles: int
    searched: int
    total: int
    left_out: int
    unread: int
    places: tuple[LibraryPlace, ...]
    is_done: bool


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """What to look for, and with what.

    Attributes:
        entry: The entry.
        owners: The ids of the lexicons that may own it.
        lexicons: All lexicons, for when the session has no matcher yet.
        matcher: The session's, if there is one.
        tagger: The session's, if there is one.
    """

    entry: Entry
    owners: frozenset[str]
    lexicons: tuple[Lexicon, ...]
    matcher: Matcher | None
    tagger: Tagger | None

    def is_like(self, other: "Wanted | None") -> bool:
        """Return whether the answer must be the same."""
        return (
            other is not None
            and self.entry is other.entry
            and self.owners == other.owners
            and self.matcher is other.matcher
            and (self.matcher is not None or are_same(self.lexicons, other.lexicons))
        )


def are_same(first: Sequence[object], second: Sequence[object]) -> bool:
    """Return whether two sequences hold the very same objects."""
    pairs = zip(first, second, strict=False)
    return len(first) == len(second) and all(one is other for one, other in pairs)


class SearchTools:
    """Tagger and matcher; what the session does not have is loaded, on the worker only."""

    def __init__(self, load_tagger: Callable[[], Tagger], language: Language) -> None:
        self._language = language
        self._load_tagger = load_tagger
        self._tagger: Tagger | None = None
        self._matcher: Matcher | None = None
        self._lexicons: tuple[Lexicon, ...] = ()

    def search_for(self, wanted: Wanted) -> EntrySearch:
        """Return the search for an entry."""
        if wanted.matcher is None or wanted.tagger is None:
            self._prepare(wanted.lexicons)
        matcher, tagger = wanted.matcher or self._matcher, wanted.tagger or self._tagger
        assert matcher is not None
        assert tagger is not None
        return EntrySearch(wanted.entry, wanted.owners, matcher, tagger, self._language)

    def _prepare(self, lexicons: tuple[Lexicon, ...]) -> None:
        self._tagger = self._tagger or self._load_tagger()
        if self._matcher is None or not are_same(lexicons, self._lexicons):
            self._matcher, self._lexicons = Matcher(lexicons), lexicons


@frozen
class Listed:
    """What articles there are."""

    files: tuple[LibraryFile, ...]


@frozen
class Read:
    """Articles that have been read."""

    texts: tuple[LibraryText, ...]


@frozen
class Found:
    """How many articles were looked through, and those with hits."""

    count: int
    hits: tuple[Hits, ...]


def list_files(folder: str, recent: tuple[str, ...], _tell: Tell) -> Listed:
    """Find out what articles there are."""
    return Listed(library_files(folder, recent))


def read_files(files: Sequence[LibraryFile], _tell: Tell) -> Read:
    """Read some articles."""
    return Read(tuple(map(read_library_text, files)))


def search_texts(
    tools: SearchTools, wanted: Wanted, texts: Sequence[LibraryText], tell: Tell
) -> Found:
    """Look through some articles; `tell` ends it when something else is wanted."""
    search = tools.search_for(wanted)
    hits = []
    for text in texts:
        tell("")
        spans = search.places(text.text, text.notes)
        if spans:
            hits.append((text, spans))
    return Found(len(texts), tuple(hits))
