"""What the lists of a duel mark, each for itself, and duels as lessons."""

from collections.abc import Sequence
from dataclasses import replace

from reader.core.analysis.analysing import AnalysisTools
from reader.core.lessons.duel import Duel, duel_of
from reader.core.lessons.lesson import Lesson, LessonArticle, ListVersion, Pen, Step
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Lexicon
from reader.paths import Paths
from reader.storage.lessons.lesson_files import LessonPack
from reader.storage.lessons.making import lesson_id, own_lists
from reader.storage.lessons.program_marks import analysed

_PENS = (Pen("A", "Words of the first list"), Pen("B", "Words of the second list", form="box"))


def lists_for_duels(tools: AnalysisTools) -> tuple[Lexicon, ...]:
    """Return the lists that mark wording or hedging, one of each id, the topmost."""
    found = {one.id: one for one in tools.lexicons if one.panel != "sourcing"}
    return tuple(found.values())


def duel_on(article: LessonArticle, sides: tuple[Lexicon, Lexicon], tools: AnalysisTools) -> Duel:
    """Return what two lists mark in an article, each as if the other was not there."""
    first, second = (_marks(article, side, tools) for side in sides)
    return duel_of(first, second)


def _marks(article: LessonArticle, side: Lexicon, tools: AnalysisTools) -> list[Finding]:
    """Return the marks of one list; a detector that marks by grammar is nobody's list."""
    analysis = analysed(article, tools.with_words((side,)))
    return [finding for finding in analysis.findings if finding.lexicon == side.id]


def duel_lesson(
    articles: Sequence[LessonArticle], sides: tuple[Lexicon, Lexicon], title: str, paths: Paths
) -> LessonPack:
    """Return a duel as a lesson; the reader's own lists travel with it."""
    ids = tuple(one.id for one in articles)
    steps = (
        Step("read", "read", "Duel", articles=ids, pens=("A", "B")),
        Step("judge", "judge", "Judge last", articles=ids),
    )
    named = replace(
        Lesson(
            "",
            title,
            steps,
            _PENS,
            tuple(articles),
            tuple(ListVersion(one.id, one.version) for one in sides),
            kind="duel",
            sides=tuple(one.id for one in sides),
        ),
        id=lesson_id(title, articles),
    )
    return LessonPack(named, own_lists(paths, sides))
