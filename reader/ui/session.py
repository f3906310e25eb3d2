"""The article on the page, its analysis and the lexicons: starts the work, says what changed."""

import importlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from PySide6.QtCore import QObject, Signal

from reader.core.analysis import Analysis, AnalysisTools
from reader.core.article import Article
from reader.core.findings import Finding
from reader.core.spans import Span
from reader.errors import ReaderError
from reader.paths import Paths
from reader.ui.jobs import Jobs

AnalysisLoader = Callable[[], ModuleType]
ReadabilityLoader = Callable[[Paths], Callable[[Analysis], Any]]


class Session(QObject):
    """Holds one article at a time. The page never waits: the analysis follows the text.

    Signals:
        article_changed(Article | None): Another article is to be shown.
        analysis_changed(Analysis): There is a (new) analysis of the article.
        muted_changed(): A place or an entry was muted or is marked again.
        failed(ReaderError): Something went wrong that the reader should know.
        step_changed(str): The step that the analysis begins; "" when it has ended.
    """

    article_changed = Signal(object)
    analysis_changed = Signal(object)
    muted_changed = Signal()
    failed = Signal(object)
    step_changed = Signal(str)

    def __init__(
        self,
        paths: Paths,
        load_analysis: AnalysisLoader,
        load_readability: ReadabilityLoader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._paths = paths
        self._load_analysis = load_analysis
        self._load_readability = load_readability
        self._tools: AnalysisTools | None = None
        self._measure: Callable[[Analysis], Any] | None = None
        self._assumes_english = False
        self.article: Article | None = None
        self.analysis: Analysis | None = None
        self._muted_places: dict[str, frozenset[Span]] = {}
        self._muted_entries: tuple[tuple[str, str], ...] = ()
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._analysed)
        self._jobs.failed.connect(self._work_failed)
        self._jobs.progressed.connect(self.step_changed)
        self._readability_jobs = Jobs(self)
        self._readability_jobs.finished.connect(self._measured)
        self._readability_jobs.failed.connect(self._work_failed)

    # -- taking in ---------------------------------------------------------------------------

    def open(self, origin: str) -> bool:
        """Read an article and show it; tell whether that worked."""
        return self._take(lambda: _intake().read_article(origin))

    def paste_text(self, text: str) -> bool:
        """Show pasted text as an article; tell whether that worked."""
        return self._take(lambda: _intake().read_pasted_text(text))

    def paste_html(self, html: str) -> bool:
        """Show a pasted piece of a page as an article; tell whether that worked."""
        return self._take(lambda: _intake().read_pasted_html(html))

    def reload(self) -> bool:
        """Read the article again from where it came from."""
        origin = self.article.origin if self.article else ""
        return bool(origin) and self.open(origin)

    def restore(self, index: int) -> None:
        """Put one piece that was left out back into the article."""
        if self.article is not None:
            self.show(_intake().restore(self.article, index))

    def restore_all(self) -> None:
        """Put all pieces that were left out back into the article."""
        if self.article is not None:
            self.show(_intake().restore_all(self.article))

    def _take(self, read: Callable[[], Article]) -> bool:
        try:
            article = read()
        except ReaderError as error:
            self.failed.emit(error)
            return False
        self.show(article)
        return True

    def show(self, article: Article | None) -> None:
        """Show an article (or none); its analysis is still to come."""
        self._jobs.cancel()
        self._readability_jobs.cancel()
        self._assumes_english = False
        self.article = article
        self.analysis = None
        self.article_changed.emit(article)

    # -- analysis ----------------------------------------------------------------------------

    def analyse(self) -> None:
        """Analyse the article on a worker; call it after the text has been painted."""
        article = self.article
        if article is None:
            return
        self._jobs.start(lambda tell: self._work(article, tell))

    def _work(self, article: Article, tell: Callable[[str], None]) -> Analysis:
        tell("lexicons")
        if self._tools is None:
            module = self._load_analysis()
            self._tools, problems = module.load_analysis_tools(self._paths)
            self._report(problems)
        analyse = importlib.import_module("reader.core.analysis").analyse
        analysis: Analysis = analyse(
            article, self._tools, assume_english=self._assumes_english, report=tell
        )
        return analysis

    def _report(self, problems: tuple[ReaderError, ...]) -> None:
        for problem in problems:
            self.failed.emit(problem)

    def assume_english(self) -> None:
        """Mark the article although it looks like another language."""
        self._assumes_english = True
        self.analyse()

    def cancel(self) -> None:
        """Stop the analysis; the text stays."""
        self._jobs.cancel()
        self.step_changed.emit("")

    def reload_lexicons(self) -> None:
        """Read all lexicons again and analyse anew."""
        self._tools = None
        self.analyse()

    def _analysed(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.step_changed.emit("")
        self.analysis_changed.emit(analysis)
        if analysis.words:
            self._readability_jobs.start(lambda _tell: self._measured_readability(analysis))

    def _measured_readability(self, analysis: Analysis) -> Analysis:
        if self._measure is None:
            self._measure = self._load_readability(self._paths)
        return replace(analysis, readability=self._measure(analysis))

    def _measured(self, analysis: Analysis) -> None:
        if self.article is not None and analysis.article.text == self.article.text:
            self.analysis = analysis
            self.analysis_changed.emit(analysis)

    def _work_failed(self, error: Exception) -> None:
        self.step_changed.emit("")
        if isinstance(error, ReaderError):
            self.failed.emit(error)
        else:
            raise error

    # -- muting -------------------------------------------------------------------------------

    @property
    def muted_places(self) -> frozenset[Span]:
        """Return the places muted in this article."""
        return self._muted_places.get(self._key(), frozenset())

    def is_muted(self, finding: Finding) -> bool:
        """Tell whether the entry of a finding is muted everywhere."""
        return (finding.lexicon, finding.entry.phrase) in self._muted_entries

    def mute_here(self, finding: Finding) -> None:
        """Stop marking this place of this article."""
        self._muted_places[self._key()] = self.muted_places | {finding.span}
        self.muted_changed.emit()

    def unmute_here(self, finding: Finding) -> None:
        """Mark this place again."""
        self._muted_places[self._key()] = self.muted_places - {finding.span}
        self.muted_changed.emit()

    def mute_everywhere(self, finding: Finding) -> None:
        """Stop marking this entry in every article."""
        self._muted_entries = (*self._muted_entries, (finding.lexicon, finding.entry.phrase))
        self.muted_changed.emit()

    def unmute_everywhere(self, finding: Finding) -> None:
        """Mark this entry again."""
        key = (finding.lexicon, finding.entry.phrase)
        self._muted_entries = tuple(item for item in self._muted_entries if item != key)
        self.muted_changed.emit()

    def muted_spans(self) -> frozenset[Span]:
        """Return all places of this article that are not to be marked."""
        findings = self.analysis.findings if self.analysis else ()
        return self.muted_places | {item.span for item in findings if self.is_muted(item)}

    def _key(self) -> str:
        return self.article.text[:2000] if self.article else ""

    def close(self) -> None:
        """End all work, as the window does when it closes."""
        self._jobs.cancel()
        self._readability_jobs.cancel()
        self._jobs.wait()
        self._readability_jobs.wait()


def _intake() -> ModuleType:
    return importlib.import_module("reader.intake.read")


def sample_paths(paths: Paths) -> tuple[Path, ...]:
    """Return the sample articles that are shipped."""
    return tuple(sorted((paths.resources / "samples").glob("*.md")))
