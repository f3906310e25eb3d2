"""The article on the page, its analysis and the lexicons: starts the work, says what changed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.live_marks import Remarker
from reader.core.corrections import Correction, apply
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Lexicon
from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.core.text.tagging import Tagger
from reader.errors import ReaderError
from reader.intake import read
from reader.paths import Paths
from reader.storage.user_data.mutes_file import Mutes, load_mutes, save_mutes
from reader.ui.jobs import Jobs
from reader.ui.session.kept_corrections import CorrectionsKeeper

if TYPE_CHECKING:
    from reader.core.analysis.analysing import AnalysisTools
    from reader.core.analysis.live_marks import Remarker
    from reader.core.lexicon.matcher import Matcher
    from reader.core.text.tagging import Tagger

AnalysisLoader = Callable[[], ModuleType]
_REST_MS = 150  # after the last change of a lexicon
_LONG = 20_000  # words; longer articles are marked anew by a worker
ReadabilityLoader = Callable[[Paths], Callable[[Analysis], Any]]


class Session(QObject):
    """Holds one article at a time. The page never waits: the analysis follows the text.

    Signals:
        article_changed(Article | None): Another article is to be shown.
        analysis_changed(Analysis): There is a (new) analysis of the article.
        marks_changed(Analysis): Only the marks are others; analysis_changed follows in a moment.
        muted_changed(): A place or an entry was muted or is marked again.
        failed(ReaderError): Something went wrong that the reader should know.
        lexicons_troubled(ReaderError): Some lexicons are not in order; the rest is in use.
        step_changed(str): The step that the analysis begins; "" when it has ended.
    """

    article_changed = Signal(object)
    analysis_changed = Signal(object)
    marks_changed = Signal(object)
    muted_changed = Signal()
    failed = Signal(object)
    lexicons_troubled = Signal(object)
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
        self._known: tuple[Lexicon, ...] = ()  # those switched off as well
        self._off: frozenset[str] = frozenset()
        self._measure: Callable[[Analysis], Any] | None = None
        self._remarker: Remarker | None = None
        self._has_old_rivals = False  # the names in dispute are read anew for a whole analysis
        self._assumes_english = False
        self.article: Article | None = None
        self.analysis: Analysis | None = None
        self._found: Analysis | None = None
        self.corrections = CorrectionsKeeper(paths.data / "corrections", self)
        self.corrections.changed.connect(self._correct)
        self.corrections.failed.connect(self.failed)
        self._mutes_path = paths.data / "mutes.json"
        self._mutes, self.mutes_problem = load_mutes(self._mutes_path)
        self._mutes_unread = self.mutes_problem is not None
        self._rest_timer = QTimer(self)
        self._rest_timer.setSingleShot(True)
        self._rest_timer.setInterval(_REST_MS)
        self._rest_timer.timeout.connect(self._tell_rest)
        self._reading_jobs = Jobs(self)
        self._reading_jobs.finished.connect(self._fetched)
        self._reading_jobs.failed.connect(self._work_failed)
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._analysed)
        self._jobs.failed.connect(self._work_failed)
        self._jobs.progressed.connect(self.step_changed)
        self._correcting_jobs = Jobs(self)
        self._correcting_jobs.finished.connect(self._corrected)
        self._correcting_jobs.failed.connect(self._work_failed)
        self._readability_jobs = Jobs(self)
        self._readability_jobs.finished.connect(self._measured)
        self._readability_jobs.failed.connect(self._work_failed)

    # -- taking in ---------------------------------------------------------------------------

    def open(self, origin: str) -> bool:
        """Read an article and show it; tell whether that worked, or is under way.

        A page from the web is fetched by a worker, so that the window stays awake.
        """
        if origin.lower().startswith(("http://", "https://")):
            self.step_changed.emit("page")
            self._reading_jobs.start(partial(self._fetch, origin))
            return True
        return self._take(partial(read.read_article, origin))

    @staticmethod
    def _fetch(origin: str, _tell: Callable[[str], None]) -> Article:
        return read.read_article(origin)

    def _fetched(self, article: Article) -> None:
        self.step_changed.emit("")
        self.show(article)

    def paste_text(self, text: str) -> bool:
        """Show pasted text as an article; tell whether that worked."""
        return self._take(partial(read.read_pasted_text, text))

    def paste_html(self, html: str) -> bool:
        """Show a pasted piece of a page as an article; tell whether that worked."""
        return self._take(partial(read.read_pasted_html, html))

    def reload(self) -> bool:
        """Read the article again from where it came from."""
        origin = self.article.origin if self.article else ""
        if self.article is not None and not origin:
            self.failed.emit(
                ReaderError(
                    self.tr("Pasted text cannot be read again."),
                    hint=self.tr("Copy it anew and paste it."),
                )
            )
        return bool(origin) and self.open(origin)

    def restore(self, index: int) -> None:
        """Put one piece that was left out back into the article."""
        if self.article is not None:
            self.show(read.restore(self.article, index), is_same=True)

    def restore_all(self) -> None:
        """Put all pieces that were left out back into the article."""
        if self.article is not None:
            self.show(read.restore_all(self.article), is_same=True)

    def _take(self, reading: Callable[[], Article]) -> bool:
        self._reading_jobs.cancel()
        try:
            article = reading()
        except ReaderError as error:
            self.failed.emit(error)
            return False
        self.show(article)
        return True

    def show(self, article: Article | None, *, is_same: bool = False) -> None:
        """Show an article (or none); its analysis is still to come.

        Args:
            article: What to show.
            is_same: It is the article on the page with other pieces of it: corrections stay.
        """
        self._jobs.cancel()
        self._rest_timer.stop()
        self._readability_jobs.cancel()
        self._correcting_jobs.cancel()
        self._assumes_english = False
        self.article = article
        self.analysis = None
        self._found = None
        problem = self.corrections.begin(article, self.corrections.done if is_same else ())
        self.article_changed.emit(article)
        if problem is not None:
            self.lexicons_troubled.emit(problem)

    # -- analysis ----------------------------------------------------------------------------

    def analyse(self) -> None:
        """Analyse the article on a worker; call it after the text has been painted."""
        article = self.article
        if article is None:
            return
        self._jobs.start(partial(self._work, article))

    def _work(self, article: Article, tell: Callable[[str], None]) -> Analysis:
        tell("lexicons")
        module = self._load_analysis()
        if self._tools is None:
            tools, problems = module.load_analysis_tools(self._paths)
            self._known = tools.lexicons
            self._tools = (
                tools.with_words(self._switched_on(tools.lexicons)) if self._off else tools
            )
            self._report(problems)
        elif self._has_old_rivals:
            self._tools = self._tools.with_rivals()
        self._has_old_rivals = False
        found: Analysis = module.analyse(
            article, self._tools, assume_english=self._assumes_english, report=tell
        )
        return found

    def _report(self, problems: tuple[ReaderError, ...]) -> None:
        """Tell the first problem of the lexicons, and how many more there are."""
        if not problems:
            return
        told = problems[0].message
        if len(problems) > 1:
            more = self.tr("{told} ({n} more; `close-reader lexicon check` shows all.)")
            told = more.format(told=told, n=len(problems) - 1)
        hint = problems[0].hint or self.tr("What is in order stays in use.")
        self.lexicons_troubled.emit(ReaderError(told, hint))

    def assume_english(self) -> None:
        """Mark the article although it looks like another language."""
        self._assumes_english = True
        self.analyse()

    def cancel(self) -> None:
        """Stop the analysis, or the fetching of a page; the text stays."""
        self._reading_jobs.cancel()
        self._jobs.cancel()
        self.step_changed.emit("")

    def reload_lexicons(self) -> None:
        """Read all lexicons again and analyse anew."""
        self._tools = None
        self.analyse()

    @property
    def lexicons(self) -> tuple[Lexicon, ...]:
        """Return all lexicons, those switched off too, once an article has been analysed."""
        return self._known

    def switch_off(self, names: Iterable[str]) -> None:
        """Mark with all lists but these, and the reader's layers over them."""
        self._off = frozenset(names)
        if self._known:
            self.mark_with(self._known)

    def _switched_on(self, lexicons: tuple[Lexicon, ...]) -> tuple[Lexicon, ...]:
        return tuple(
            one for one in lexicons if self._off.isdisjoint({one.id, one.id.removeprefix("my-")})
        )

    @property
    def switched_off(self) -> frozenset[str]:
        """Return the ids of the lists that mark nothing now."""
        return self._off

    @property
    def tagger(self) -> "Tagger | None":
        """Return the tagger, once an article has been analysed."""
        return self._tools.tagger if self._tools else None

    @property
    def matcher(self) -> "Matcher | None":
        """Return all lexicons compiled, once an article has been analysed."""
        return self._tools.matcher if self._tools else None

    def mark_with(self, lexicons: tuple[Lexicon, ...]) -> None:
        """Mark the article with these lexicons, at once where it is not long.

        What another set of attribution cues changes takes a whole analysis.
        """
        tools, found = self._tools, self._found
        if tools is None:
            return
        self._known = lexicons
        lexicons = self._switched_on(lexicons)
        if _cues(lexicons) != _cues(tools.lexicons):
            self._tools = tools.with_lexicons(lexicons)
            self.analyse()
            return
        self._tools = tools.with_words(lexicons)
        self._has_old_rivals = True
        if found is None or not found.lexicons or self._jobs.is_busy:
            self.analyse()
        elif found.words > _LONG:
            self._jobs.start(partial(self._remark, found))
        else:
            self._show_marks(self._remark(found))

    def _show_marks(self, analysis: Analysis) -> None:
        """Show the marks first; what the panels tell of them follows when typing rests."""
        self._found = analysis
        if self.corrections.done:
            self._correct()
            return
        self.analysis = analysis
        self.marks_changed.emit(analysis)
        self._rest_timer.start()

    def _tell_rest(self) -> None:
        if self.analysis is not None:
            self.analysis_changed.emit(self.analysis)

    def _remark(self, found: Analysis, _tell: Callable[[str], None] | None = None) -> Analysis:
        tools = self._tools
        assert tools is not None, "only an analysed article is marked anew"
        if self._remarker is None or not self._remarker.knows(found):
            self._remarker = self._load_analysis().Remarker(found, tools.tagger)
        remarked: Analysis = self._remarker.remark(found, tools.matcher)
        return remarked

    def _analysed(self, analysis: Analysis) -> None:
        self._found = analysis
        self.step_changed.emit("")
        self._correct()
        if analysis.words and not analysis.readability:
            self._readability_jobs.start(partial(self._measured_readability, analysis))

    def _correct(self) -> None:
        """Put the reader's corrections on what the program found."""
        found, corrections = self._found, self.corrections.done
        if found is None:
            return
        if corrections:
            self._correcting_jobs.start(partial(self._put_on, found, corrections))
        else:
            self._correcting_jobs.cancel()
            self._corrected(found)

    @staticmethod
    def _put_on(
        found: Analysis, corrections: Sequence[Correction], _tell: Callable[[str], None]
    ) -> Analysis:
        return apply(found, corrections)

    def _corrected(self, analysis: Analysis) -> None:
        if self._found is not None:
            self.analysis = replace(analysis, readability=self._found.readability)
            self.analysis_changed.emit(self.analysis)

    def _measured_readability(self, analysis: Analysis, _tell: Callable[[str], None]) -> Analysis:
        if self._measure is None:
            self._measure = self._load_readability(self._paths)
        return replace(analysis, readability=self._measure(analysis))

    def _measured(self, measured: Analysis) -> None:
        if self._found is None or measured.article.text != self._found.article.text:
            return
        self._found = measured
        if self.analysis is not None:
            self._corrected(self.analysis)

    def _work_failed(self, error: Exception) -> None:
        self.step_changed.emit("")
        if isinstance(error, ReaderError):
            self.failed.emit(error)
        else:
            raise error

    # -- muting -------------------------------------------------------------------------------

    def mute_here(self, finding: Finding, *, is_muted: bool = True) -> None:
        """Stop marking this place of this article, or mark it again."""
        if self.article is not None:
            text = self.article.text
            self._keep(self._mutes.with_place(text, finding.span, is_muted=is_muted))

    def mute_everywhere(self, finding: Finding, *, is_muted: bool = True) -> None:
        """Stop marking this entry in every article, or mark it again."""
        self._keep(self._mutes.with_entry(finding, is_muted=is_muted))

    def _keep(self, mutes: Mutes) -> None:
        self._mutes = mutes
        try:
            save_mutes(self._mutes_path, mutes, keep_old=self._mutes_unread)
            self._mutes_unread = False
        except ReaderError as error:
            self.failed.emit(error)
        self.muted_changed.emit()

    def muted_spans(self) -> frozenset[Span]:
        """Return all places of this article that are not to be marked."""
        if self.article is None:
            return frozenset()
        findings = self.analysis.findings if self.analysis else ()
        entries = self._mutes.entries
        return self._mutes.spans(self.article.text) | {
            item.span for item in findings if (item.lexicon, item.entry.phrase) in entries
        }

    def close(self) -> None:
        """End all work, as the window does when it closes."""
        self._rest_timer.stop()
        for jobs in (
            self._reading_jobs,
            self._jobs,
            self._correcting_jobs,
            self._readability_jobs,
        ):
            jobs.cancel()
            jobs.wait()


def _cues(lexicons: Sequence[Lexicon]) -> list[Lexicon]:
    return [item for item in lexicons if item.panel == "sourcing"]


def sample_paths(paths: Paths) -> tuple[Path, ...]:
    """Return the sample articles that are shipped."""
    return tuple(sorted((paths.resources / "samples").glob("*.md")))
