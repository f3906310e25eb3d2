"""The sets of articles that a call names: of the library, of folders, of analysis documents."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.batch.inputs import read_inputs
from reader.core.across.corpora.voiced_text import VoicedText
from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.lexicon.findings import Voice
from reader.core.sources.source import by_attribution
from reader.errors import ReaderError
from reader.paths import default_paths
from reader.storage.analysis_tools import load_analysis_tools
from reader.storage.library.library import Library
from reader.storage.library.rows import Wanted
from reader.values import frozen

COLLECTION = "collection:"
_LIBRARY = "library"
_LINES = ".jsonl"


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


class SetReader:
    """Reads sets; the tools of analysis are loaded for the first one that needs them."""

    def __init__(self) -> None:
        self._tools: AnalysisTools | None = None

    def read(self, word: str) -> ArticleSet:
        """Return the set that a word of the call names.

        Args:
            word: `library`, `collection:NAME`, a folder of articles, or JSON Lines of texts or
                of analysis documents.

        Raises:
            ReaderError: There is no such set, or nothing in it.
        """
        if word == _LIBRARY or word.startswith(COLLECTION):
            found = _of_library(word)
        elif word.lower().endswith(_LINES) and _holds_documents(Path(word)):
            found = _of_documents(Path(word))
        else:
            found = self._of_articles(Path(word))
        if not found.texts:
            raise ReaderError(
                f"“{word}” holds no article that can be counted.", hint=" ".join(found.problems)
            )
        return found

    def _of_articles(self, path: Path) -> ArticleSet:
        if self._tools is None:
            self._tools, _ = load_analysis_tools(default_paths())
        texts: list[VoicedText] = []
        problems: list[str] = []
        for item in read_inputs(path):
            try:
                analysis = analyse(item.article(is_verbatim=False), self._tools)
            except ReaderError as error:
                problems.append(str(error))
            else:
                texts.append(voiced(analysis, item.id))
        return ArticleSet(path.name, tuple(texts), tuple(problems))


def voiced(analysis: Analysis, name: str) -> VoicedText:
    """Return an analysed article as corpora count it."""
    article, owners = analysis.article, by_attribution(analysis.sources)
    stretches: list[tuple[int, int, Voice, str | None]] = []
    for one in analysis.voices:
        owner = owners.get(one.attribution or 0)
        stretches.append((one.span.start, one.span.end, one.voice, owner.name if owner else None))
    month = (article.published or "")[:7]
    title, outlet = article.title or "", article.outlet or ""
    return VoicedText(name, title, outlet, month, article.text, tuple(stretches))


def _of_library(word: str) -> ArticleSet:
    name = word.removeprefix(COLLECTION) if word != _LIBRARY else ""
    library = Library.open(default_paths().data)
    try:
        ids = library.ids(Wanted(collection=name))
        texts = tuple(library.analyses.voiced(ids))
    finally:
        library.close()
    missing = len(ids) - len(texts)
    told = f"{missing} of its articles have no analysis yet and are left out." if missing else ""
    return ArticleSet(name or "the library", texts, (told,) if told else ())


def _holds_documents(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return '"schema"' in file.readline(2_000)
    except OSError:
        return False  # reading it as a set of texts tells what is wrong


def _of_documents(path: Path) -> ArticleSet:
    texts: list[VoicedText] = []
    problems: list[str] = []
    for number, line in enumerate(_lines(path), start=1):
        try:
            plain = json.loads(line)
            text = None if "error" in plain else _of_document(plain)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            problems.append(f"{path.name}, line {number}: this is no analysis document.")
        else:
            if text is not None:
                texts.append(text)
    return ArticleSet(path.stem, tuple(texts), tuple(problems))


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            yield from (line for line in file if line.strip())
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise ReaderError(f"“{path}” cannot be read: {reason}.") from error


def _of_document(plain: dict[str, Any]) -> VoicedText:
    """Return an article from its analysis document; of a mixed passage the marks are direct."""
    article = plain["article"]
    names = {source["id"]: source["name"] for source in plain["sources"]}
    said = sorted(
        (start, end, _voice(item["form"], article["text"], start), names.get(item["source_id"]))
        for item in plain["attributions"]
        if item["kind"] != "refusal" and item["inside"] is None
        for start, end in item["content"]
    )
    month = (article["published"] or "")[:7]
    title, outlet = article["title"] or "", article["outlet"] or ""
    return VoicedText(plain["id"], title, outlet, month, article["text"], tuple(said))


def _voice(form: str, text: str, start: int) -> Voice:
    if form == "mixed":
        return "direct" if text[start : start + 1] in {"“", '"', "‘", "'"} else "indirect"
    return "direct" if form == "direct" else "indirect"
