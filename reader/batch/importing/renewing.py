"""Analyses that are lacking or stale, made anew in a process of their own, newest first.

What it loads and remembers goes with it when it ends, and it takes no time from the window. Each
analysis is kept in one change, so a process that is ended leaves nothing half done.
"""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from reader.batch.worker_process import serve_parent
from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.known_lexicons import KnownLexicons
from reader.core.analysis.readability import Measure
from reader.core.lexicon.lexicon import switched_on
from reader.errors import ReaderError
from reader.intake.interruptions import start_spawned
from reader.paths import Paths
from reader.storage.analysis_tools import load_analysis_tools
from reader.storage.library.library import Library
from reader.values import frozen

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from reader.core.analysis.analysis import Analysis

_LOOKS_PER_SECOND = 5
_MOST_DEATHS = 5  # processes that end without being asked, in one run
_NICENESS = 10  # others go first
_NO_WAY = "The marks of kept articles could not be made anew: the process for it ended."

MeasureReadability = Callable[["Analysis"], tuple[Measure, ...]]
LoadReadability = Callable[[Paths], MeasureReadability]


@frozen
class Renewal:
    """What is to be made anew, and with what.

    Attributes:
        paths: The folders of the program that asks.
        load_readability: Loads what measures readability.
        switched_off: The ids of the lexicons that mark nothing.
        left_out: The ids of articles that are left as they are.
        language: The code of the language that articles are read in; "" to find it in each.
    """

    paths: Paths
    load_readability: LoadReadability
    switched_off: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    language: str = ""

    def tools(self) -> AnalysisTools:
        """Return the tools over the lexicons that are switched on.

        Raises:
            ReaderError: The language data cannot be read.
        """
        tools, _ = load_analysis_tools(self.paths)
        lexicons = switched_on(tools.lexicons, self.switched_off)
        return tools if lexicons == tools.lexicons else tools.with_lexicons(lexicons)


@frozen
class Step:
    """What the process tells.

    Attributes:
        kind: It takes an article in hand, has kept its analysis, cannot go on, or is at the end.
        told: The id of the article, or why it cannot go on.
        hint: What can be done then.
    """

    kind: Literal["begun", "kept", "failed", "done"]
    told: str = ""
    hint: str = ""


def renewed(renewal: Renewal, still_wanted: Callable[[], object]) -> Iterator[str]:
    """Make anew what is stale, and yield the id of each article whose analysis is kept now.

    An article at which the process ends unasked is left out, and another process goes on.

    Args:
        renewal: What is to be made anew.
        still_wanted: Called some times a second; whatever it raises ends the process.

    Raises:
        ReaderError: The library or the lexicons cannot be read, or no process stays alive.
    """
    for _ in range(_MOST_DEATHS):
        in_hand = ""
        for step in _steps(renewal, still_wanted):
            if step.kind == "done":
                return
            if step.kind == "failed":
                raise ReaderError(step.told, hint=step.hint)
            if step.kind == "kept":
                yield step.told
            in_hand = step.told if step.kind == "begun" else ""
        if not in_hand:
            break
        renewal = replace(renewal, left_out=renewal.left_out | {in_hand})
    raise ReaderError(_NO_WAY, hint="They are made when you open an article.")


def _steps(renewal: Renewal, still_wanted: Callable[[], object]) -> Iterator[Step]:
    """Yield what the process tells, until it ends."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(renewal, theirs), daemon=True)
    try:
        start_spawned(process)
        theirs.close()
        while True:
            still_wanted()
            if ours.poll(1 / _LOOKS_PER_SECOND):
                yield ours.recv()
    except (EOFError, OSError):
        return
    finally:
        if process.pid is not None:  # it was started
            process.kill()
            process.join()
        ours.close()


def _work(renewal: Renewal, pipe: "Connection[Step, Step]") -> None:
    """Make anew what is stale, and tell each step: the work of the process."""
    serve_parent()
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    try:
        for step in _renew(renewal):
            pipe.send(step)
    except ReaderError as error:
        pipe.send(Step("failed", error.message, error.hint))
    else:
        pipe.send(Step("done"))


def _renew(renewal: Renewal) -> Iterator[Step]:
    library = Library.open(renewal.paths.data)
    while library.analyses.note_voices():
        pass
    tools = renewal.tools()
    known = KnownLexicons(tools.lexicons)
    measure: MeasureReadability | None = None
    for article_id in library.analyses.stale(known):
        if article_id in renewal.left_out:
            continue
        yield Step("begun", article_id)
        article = library.articles.article(article_id)
        before = library.analyses.get(article_id, article, known, tools.language)
        found = analyse(article, tools, language=renewal.language)
        found = found.with_readability_of(before.analysis) if before else found
        if found.words and not found.readability:
            measure = measure or renewal.load_readability(renewal.paths)
            found = replace(found, readability=measure(found))
        library.analyses.keep(article_id, found, known, library.left_by_reader(found))
        yield Step("kept", article_id)
