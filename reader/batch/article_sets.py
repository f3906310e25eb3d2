"""Sets of articles as corpora count them: of the library, of folders, of analysis documents."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

from reader.batch.inputs import numbered_lines, read_inputs, too_long
from reader.core.across.corpora.voiced_text import VoicedText, month_of
from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.document import SCHEMA
from reader.core.lexicon.findings import Voice
from reader.core.sources.source import by_attribution
from reader.core.sources.voice import Spoken
from reader.core.text.article import name_of
from reader.errors import ReaderError
from reader.paths import Paths
from reader.schemas import is_later
from reader.storage.analysis_tools import load_analysis_tools
from reader.storage.library.library import Library
from reader.storage.library.rows import EVERYTHING, Wanted
from reader.values import frozen

LIBRARY = "library"
COLLECTION, TAG, SEARCH = "collection:", "tag:", "search:"
_LINES = ".jsonl"
_STEP = 100  # articles between two words of progress

Tell = Callable[[int], None]  # how many articles have been read; it may end the reading


@frozen
class ArticleSet:
    """A set of articles, read.

    Attributes:
        name: What it is called.
        texts: Its articles.
        problems: What could not be used, as finished sentences.
    """

    name: str
    texts: tuple[VoicedText, ...]
    problems: tuple[str, ...] = ()


def _tell_nobody(_number: int) -> None:
    """Tell nobody."""


class SetReader:
    """Reads sets; the tools of analysis are loaded for the first one that needs them."""

    def __init__(
        self,
        paths: Paths,
        tell: Tell = _tell_nobody,
        tools: AnalysisTools | None = None,
        known: Iterable[VoicedText] = (),
    ) -> None:
        """Read with the library and the lexicons of some paths.

        Args:
            paths: Where they lie.
            tell: Told how far the reading of a set is.
            tools: What analyses articles, where it is loaded already.
            known: Articles of the library that have been read for another set.
        """
        self._paths, self._tell, self._tools = paths, tell, tools
        self._known = {text.id: text for text in known}

    def read(self, word: str) -> ArticleSet:
        """Return the set that a word of a call names.

        Args:
            word: `library`, `collection:NAME`, `tag:NAME`, `search:NAME` of a kept search, a
                folder of articles, or JSON Lines of texts or of analysis documents.

        Raises:
            ReaderError: There is no such set, or nothing in it.
        """
        if word == LIBRARY or word.startswith((COLLECTION, TAG, SEARCH)):
            found = self._of_word(word)
        elif word.lower().endswith(_LINES) and _holds_documents(Path(word)):
            found = _of_documents(Path(word))
        else:
            found = self.of_articles(Path(word))
        if not found.texts:
            raise ReaderError(
                f"“{word}” holds no article that can be counted.", hint=" ".join(found.problems)
            )
        return found

    def _of_word(self, word: str) -> ArticleSet:
        kind, _, name = word.partition(":")
        if kind != LIBRARY and not name.strip():
            raise ReaderError(
                f"“{word}” has no name.", hint=f"Type it behind, such as {word}Market."
            )
        library = Library.open(self._paths.data)
        try:
            named = _query_of(library, name) if f"{kind}:" == SEARCH else name
            return self.of_kept(library, name or "the library", kept_ids(library, kind, named))
        finally:
            library.close()

    def of_kept(
        self, library: Library, name: str, ids: Sequence[str], *, counts_copies: bool = False
    ) -> ArticleSet:
        """Return some articles of the library; those that are not analysed yet are left out.

        What has been read for an earlier set is not read again.

        Args:
            library: The library.
            name: What the set is called.
            ids: The articles.
            counts_copies: Take near copies too; else only the article in front of them.

        Raises:
            LibraryError: The library cannot be read.
        """
        named = len(ids)
        if not counts_copies:
            ids = library.folding.without_copies(ids)
        told = list(_copies_left_out(named - len(ids)))
        unknown = [one for one in ids if one not in self._known]
        for text in self._counted(library.analyses.voiced(unknown)):
            self._known[text.id] = text
        texts = tuple(self._known[one] for one in ids if one in self._known)
        missing = len(ids) - len(texts)
        if missing == 1:
            told.append("1 of its articles has no analysis yet and is left out.")
        elif missing:
            told.append(f"{missing} of its articles have no analysis yet and are left out.")
        return ArticleSet(name, texts, tuple(told))

    def _counted(self, texts: Iterator[VoicedText]) -> Iterator[VoicedText]:
        for number, text in enumerate(texts):
            if number % _STEP == 0:
                self._tell(number)
            yield text

    def of_articles(self, path: Path) -> ArticleSet:
        """Return the articles of a folder or a file, read and analysed now.

        Raises:
            ReaderError: There is nothing at the path.
        """
        if self._tools is None:
            self._tools, _ = load_analysis_tools(self._paths)
        texts: list[VoicedText] = []
        problems: list[str] = []
        for number, item in enumerate(read_inputs(path)):
            self._tell(number)
            try:
                analysis = analyse(item.article(is_verbatim=False), self._tools)
            except ReaderError as error:
                problems.append(str(error))
            else:
                is_file = item.path and not item.number
                texts.append(voiced(analysis, item.id, item.path if is_file else ""))
        return ArticleSet(path.name, tuple(texts), tuple(problems))


def _copies_left_out(number: int) -> Iterator[str]:
    """Yield the sentence on copies that are not counted, where there are any."""
    if number == 1:
        yield "1 copy of another article is left out."
    elif number:
        yield f"{number:,} copies of other articles are left out."


def kept_ids(library: Library, kind: str, named: str) -> tuple[str, ...]:
    """Return the ids of a set of kept articles.

    Args:
        library: Where they are kept.
        kind: "collection", "tag", "feed" or "search"; any other for all articles.
        named: The name of the collection or tag, the number of the feed, what is searched for.

    Raises:
        ReaderError: It is searched for what is no query.
    """
    match kind:
        case "search":
            return tuple(found.id for found in library.search.each(named))
        case "collection":
            return library.ids(Wanted(collection=named))
        case "tag":
            return library.ids(Wanted(tag=named))
        case "feed":
            return library.ids(Wanted(feed=int(named)))
        case _:
            return library.ids(EVERYTHING)


def _query_of(library: Library, name: str) -> str:
    """Return what a kept search looks for."""
    kept = {search.name.casefold(): search.query for search in library.shelves.searches()}
    if name.casefold() not in kept:
        hint = "Keep one in the library of the window, or name a collection or a tag."
        raise ReaderError(f"There is no kept search “{name}”.", hint=hint)
    return kept[name.casefold()]


def voiced(analysis: Analysis, name: str, origin: str = "") -> VoicedText:
    """Return an analysed article as corpora count it."""
    article, owners = analysis.article, by_attribution(analysis.sources)
    stretches: list[Spoken] = []
    for one in analysis.voices:
        owner = owners.get(one.attribution or 0)
        who = (owner.name, owner.kind) if owner else (None, None)
        stretches.append((one.span.start, one.span.end, one.voice, *who))
    month = month_of(article.published)
    title = name_of(article.title, article.text)
    facts = (name, title, article.outlet or "", month)
    return VoicedText(*facts, article.text, tuple(stretches), origin)


def _holds_documents(path: Path) -> bool:
    """Tell whether a file of lines holds analyses; one that may be waited for is left alone."""
    try:
        if not path.is_file():
            return False
        with path.open(encoding="utf-8", errors="replace") as file:
            return '"schema"' in file.readline(2_000)
    except OSError:
        return False  # reading it as a set of texts tells what is wrong


class _LaterSchemaError(Exception):
    """A later version of the program made an analysis document."""


def _of_documents(path: Path) -> ArticleSet:
    texts: list[VoicedText] = []
    problems: list[str] = []
    for number, line in numbered_lines(path):
        if line is None:
            problems.append(too_long(path.name, number))
            continue
        try:
            plain = json.loads(line)
            text = None if "error" in plain else _of_document(plain)
        except _LaterSchemaError:
            told = "a later version of Close Reader made this analysis document."
            problems.append(f"{path.name}, line {number}: {told}")
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            problems.append(f"{path.name}, line {number}: this is no analysis document.")
        else:
            if text is not None:
                texts.append(text)
    return ArticleSet(path.stem, tuple(texts), tuple(problems))


def _of_document(plain: dict[str, Any]) -> VoicedText:
    """Return an article from its analysis document; of a mixed passage the marks are direct."""
    _refuse_later(plain["schema"])
    article = plain["article"]
    who = {one["id"]: (one["name"], one["kind"]) for one in plain["sources"]}
    who[None] = (None, None)
    said: list[Spoken] = [
        (start, end, _voice(item["form"], article["text"], start), *who[item["source_id"]])
        for item in plain["attributions"]
        if item["kind"] != "refusal" and item["inside"] is None
        for start, end in item["content"]
    ]
    said.sort(key=itemgetter(0, 1))
    text = article["text"]
    names = (plain["id"], text, *(article[key] or "" for key in ("title", "outlet", "published")))
    if not all(isinstance(one, str) for one in names):
        raise TypeError("an article's text or its names are no text")
    places = [place for one in said for place in one[:2]]
    if not all(isinstance(place, int) for place in places):
        raise TypeError("a stretch begins or ends at no whole number")
    if not all(0 <= start <= end <= len(text) for start, end, *_ in said):
        raise ValueError("a stretch lies outside the text")
    month = month_of(article["published"])
    title, outlet = name_of(article["title"], text), article["outlet"] or ""
    return VoicedText(plain["id"], title, outlet, month, text, tuple(said))


def _refuse_later(schema: str) -> None:
    """Refuse an analysis document of a schema that is not known here.

    Raises:
        _LaterSchemaError: A later version of the program made it.
        ValueError: It is no analysis document.
    """
    if is_later(schema, SCHEMA):
        raise _LaterSchemaError
    if schema != SCHEMA:
        raise ValueError("this schema is no analysis document's")


def _voice(form: str, text: str, start: int) -> Voice:
    if form == "mixed":
        return "direct" if text[start : start + 1] in {"“", '"', "‘", "'"} else "indirect"
    return "direct" if form == "direct" else "indirect"
