"""What the program says about the articles of a lesson, as plain data for its page."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import confident, speakers, speaking_sources
from reader.core.lessons.lesson import LessonArticle
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Category
from reader.core.sources.source import Source
from reader.errors import LexiconError
from reader.paths import Paths
from reader.storage.analysis_tools import load_analysis_tools
from reader.storage.files.temporary_folders import temporary_folder
from reader.storage.lessons.lesson_files import LessonPack
from reader.storage.reports.tables import categories_by_id

_GRADES: Mapping[str, str] = {
    "named-with-role": "named, with a role",
    "named": "named",
    "described": "described, not named",
    "group": "a group",
    "unnamed": "not named",
}


@contextmanager
def lists_of(pack: LessonPack) -> Iterator[tuple[Path, ...]]:
    """Lay the lists that travel with a lesson into a folder of their own while they are read.

    Yields:
        The folders of the lists.
    """
    with temporary_folder() as place:
        folders = []
        for name, files in pack.lists.items():
            folder = place / name
            folder.mkdir()
            for file, data in files.items():
                (folder / file).write_bytes(data)
            folders.append(folder)
        yield tuple(folders)


def lesson_tools(pack: LessonPack, paths: Paths) -> tuple[AnalysisTools, tuple[LexiconError, ...]]:
    """Return what analyses the articles of a lesson, with the lesson's own lists on top.

    Raises:
        ReaderError: The language data cannot be read.
    """
    with lists_of(pack) as folders:
        return load_analysis_tools(paths, folders)


def analysed(article: LessonArticle, tools: AnalysisTools) -> Analysis:
    """Return the analysis of an article of a lesson."""
    return analyse(article.as_article(with_outlet=True), tools)


def plain_marks(analysis: Analysis) -> list[dict[str, object]]:
    """Return the marks of wording and hedging that are shown at first, with their reasons."""
    categories = categories_by_id(analysis)
    titles = {one.id: f"{one.title} {one.version}" for one in analysis.lexicons}
    by_attribution = speakers(analysis)
    return [
        _plain_mark(
            finding,
            categories.get((finding.panel, finding.category)),
            by_attribution.get(finding.attribution or 0),
            analysis.article.text,
            titles.get(finding.lexicon, finding.lexicon),
        )
        for finding in confident(analysis.findings)
        if finding.panel != "sourcing"
    ]


def _plain_mark(
    finding: Finding, category: Category | None, source: Source | None, text: str, title: str
) -> dict[str, object]:
    return {
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.span.of(text),
        "panel": finding.panel,
        "letter": category.letter if category else "?",
        "name": category.name if category else finding.category,
        "explanation": category.explanation if category else "",
        "question": category.question if category else "",
        "voice": finding.voice,
        "who": _who(finding, source),
        "list": title,
    }


def _who(finding: Finding, source: Source | None) -> str:
    if finding.voice == "narrator":
        return "The narrator’s words."
    how = "quoted" if finding.voice == "direct" else "reported"
    if source is None or not source.name:
        return f"Somebody’s words, {how}; the program found no source."
    return f"The words of {source.name}, {how}."


def plain_sources(analysis: Analysis) -> list[dict[str, str]]:
    """Return those who speak, with what the program found about them."""
    return [
        {
            "name": source.name or "no source named",
            "about": ", ".join(
                filter(
                    None, (source.role, _GRADES[source.identification], f"{source.words} words")
                )
            ),
        }
        for source in speaking_sources(analysis)
    ]
