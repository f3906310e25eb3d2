"""The functions that load what the first text must not wait for; they are passed in."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from reader.paths import Paths
from reader.values import frozen

if TYPE_CHECKING:
    from reader.core.analysis.analysing import AnalysisTools
    from reader.core.analysis.analysis import Analysis
    from reader.core.analysis.finding_recipe import GrammarWords
    from reader.core.analysis.live_marks import Remarker
    from reader.core.text.article import Article
    from reader.core.text.tagging import Tagger
    from reader.errors import LexiconError


class AnalysisWork(Protocol):
    """What `reader.storage.analysis_tools` offers, and a test's stand-in for it."""

    def load_analysis_tools(
        self, paths: Paths, /, *, later: list[Callable[[], object]]
    ) -> "tuple[AnalysisTools, tuple[LexiconError, ...]]":
        """Return the tools over all lexicons, and what is wrong with the lexicons.

        What keeps the lists as they were read is left for `later`.
        """

    def analyse(
        self,
        article: "Article",
        tools: "AnalysisTools",
        /,
        *,
        assume_english: bool,
        language: str,
        report: Callable[[str], None],
    ) -> "Analysis":
        """Return the analysis of an article."""

    def Remarker(
        self, analysis: "Analysis", tagger: "Tagger", words: "GrammarWords", /
    ) -> "Remarker":
        """Return what marks the article again with other lexicons."""


AnalysisLoader = Callable[[], Any]  # a module with the names of AnalysisWork
Measurer = Callable[["Analysis"], Any]
ReadabilityLoader = Callable[[Paths], Measurer]


@frozen
class LateLoads:
    """The functions that import what the first text must not wait for.

    Attributes:
        analysis: Returns the module of the analysis, with all detectors behind it.
        readability: Returns the function that measures readability.
        editor: Returns the parts of the editor, as `reader.ui.places.editor.parts` holds them.
        export: Returns the parts of export and print, as `reader.ui.places.export.parts` holds
            them; None where nothing can be taken away.
        comparison: Returns the parts of comparisons, as `reader.ui.places.comparison.parts` holds
            them; None where nothing can be compared.
        library: Returns the parts of the library's storage, as
            `reader.ui.session.library.library_parts` holds them; None where nothing is kept.
        library_place: Returns the parts of its page, as `reader.ui.places.library.parts` holds
            them.
        corpus: Returns the parts of the page of counts, as `reader.ui.places.corpus.parts` holds
            them; None where nothing can be counted.
        lessons: Returns the parts of lessons, as `reader.ui.places.lessons.parts` holds them;
            None where there are none.
        renewing: Returns the module that makes stale analyses anew,
            `reader.batch.importing.renewing`; None where they stay stale.
        portable: Returns the class that moves what is kept beside the program; None where it
            stays where it is.
    """

    analysis: AnalysisLoader
    readability: ReadabilityLoader
    editor: Callable[[], Any]
    export: Callable[[], Any] | None = None
    comparison: Callable[[], Any] | None = None
    corpus: Callable[[], Any] | None = None
    library: Callable[[], Any] | None = None
    library_place: Callable[[], Any] | None = None
    lessons: Callable[[], Any] | None = None
    renewing: Callable[[], Any] | None = None
    portable: Callable[[], Any] | None = None
