"""What workers do for the analysis. Each function gets all it needs and only returns a value."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.core.analysis.analysis import Analysis
from reader.core.corrections import Correction, apply
from reader.core.text.article import Article
from reader.paths import Paths
from reader.ui.session.loaders import (
    AnalysisLoader,
    AnalysisWork,
    Measurer,
    ReadabilityLoader,
)
from reader.values import frozen

if TYPE_CHECKING:
    from reader.core.analysis.analysing import AnalysisTools
    from reader.core.analysis.live_marks import Remarker

Tell = Callable[[str], None]


@frozen
class Question:
    """What an analysis is asked for.

    Attributes:
        article: The article to analyse.
        tools: The tools that were in use when it was asked.
        has_old_rivals: The names in dispute are to be read again first.
        assumes_english: The article is marked although it looks like another language.
        language: The code of the language that the reader says it is in, or "".
    """

    article: Article
    tools: "AnalysisTools"
    has_old_rivals: bool = False
    assumes_english: bool = False
    language: str = ""


@frozen
class Answer:
    """What a worker found.

    Attributes:
        asked_with: The tools of the question: where others are in use by now, it is stale.
        tools: The same tools, with the names in dispute as they are now.
        found: The analysis.
        remarker: What marks this article again with other lexicons, where one was made.
    """

    asked_with: "AnalysisTools"
    tools: "AnalysisTools"
    found: Analysis
    remarker: "Remarker | None" = None


@frozen
class Remembered:
    """An analysis that was made before.

    Attributes:
        analysis: The program's own work.
        is_stale: Lexicons or the program have changed since: it is shown, and made anew.
    """

    analysis: Analysis
    is_stale: bool = False


@frozen
class Measured:
    """The measures of readability, and the function that took them."""

    measure: Measurer
    analysis: Analysis


def analysed(load: AnalysisLoader, question: Question, tell: Tell) -> Answer:
    """Return the analysis of an article."""
    work: AnalysisWork = load()
    tools = question.tools.with_rivals() if question.has_old_rivals else question.tools
    found = work.analyse(
        question.article,
        tools,
        assume_english=question.assumes_english,
        language=question.language,
        report=tell,
    )
    return Answer(question.tools, tools, found)


def remarked(
    load: AnalysisLoader,
    found: Analysis,
    tools: "AnalysisTools",
    remarker: "Remarker | None",
    _tell: Tell | None = None,
) -> Answer:
    """Return an analysis with the marks of other lexicons; who speaks stays as it is."""
    if remarker is None or not remarker.knows(found):
        work: AnalysisWork = load()
        remarker = work.Remarker(found, tools.tagger, tools.grammar)
    return Answer(tools, tools, remarker.remark(found, tools.matcher), remarker)


def corrected(found: Analysis, corrections: Sequence[Correction], _tell: Tell) -> Analysis:
    """Return an analysis with the reader's corrections on it."""
    return apply(found, corrections)


def measured(
    load: ReadabilityLoader,
    paths: Paths,
    measure: Measurer | None,
    analysis: Analysis,
    _tell: Tell,
) -> Measured:
    """Return an analysis with its measures of readability."""
    measure = measure or load(paths)
    return Measured(measure, replace(analysis, readability=measure(analysis)))
