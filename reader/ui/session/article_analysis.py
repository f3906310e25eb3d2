"""The analysis of the open article: made by workers, corrected by the reader, always latest."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.analysis.analysis import Analysis
from reader.core.corrections.text_actions import said_of_text
from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.paths import Paths
from reader.storage.user_data.store import Store
from reader.ui.jobs import Jobs
from reader.ui.session.background_work import (
    Answer,
    Measured,
    Question,
    Remembered,
    analysed,
    corrected,
    measured,
    remarked,
)
from reader.ui.session.corrections_in_force import CorrectionsInForce
from reader.ui.session.lexicons_in_use import LexiconsInUse
from reader.ui.session.loaders import LateLoads, Measurer
from reader.ui.session.open_article import OpenArticle

if TYPE_CHECKING:
    from reader.core.analysis.live_marks import Remarker

_REST_MS = 150  # after the last change of a lexicon
_PAINTED_MS = 400  # until kept marks have been painted, and the reader stays
_LONG = 20_000  # words; longer articles are marked again by a worker


class ArticleAnalysis(QObject):
    """Holds the analysis of the article on the page. The page never waits for it.

    Signals:
        begun(): There is another article, or none; its analysis is still to come.
        changed(Analysis): There is a new analysis of the article.
        marks_changed(Analysis): Only the marks are others; `changed` follows in a moment.
        failed(ReaderError): Something went wrong that the reader should know.
        step_changed(str): The step that the analysis begins; "" when it has ended.

    Attributes:
        remember: Returns the kept analysis of the article on the page, and whether it is stale;
            None where there is none.
        current: The analysis with the reader's corrections on it, or None.
        corrections: The reader's corrections of the article, and the mutes.
    """

    begun = Signal()
    changed = Signal(object)
    marks_changed = Signal(object)
    failed = Signal(object)
    step_changed = Signal(str)

    def __init__(
        self,
        article: OpenArticle,
        lexicons: LexiconsInUse,
        paths: Paths,
        loads: LateLoads,
        store: Store,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._article, self._lexicons = article, lexicons
        self._paths, self._loads = paths, loads
        self.current: Analysis | None = None
        self.remember: Callable[[], Remembered | None] | None = None
        self.corrections = CorrectionsInForce(store, self)
        self._found: Analysis | None = None  # by the program alone
        self._remarker: Remarker | None = None
        self._measure: Measurer | None = None
        self._assumes_english = False
        self._language = ""  # that the reader said, when the analysis was asked for
        self._usual_language = ""  # that articles are read in where nothing is said of theirs
        self._waits_for_lexicons = False
        self._rest_timer = QTimer(self)
        self._rest_timer.setSingleShot(True)
        self._rest_timer.setInterval(_REST_MS)
        self._rest_timer.timeout.connect(self._tell_rest)
        self._renewal_timer = QTimer(self)
        self._renewal_timer.setSingleShot(True)
        self._renewal_timer.setInterval(_PAINTED_MS)
        self._renewal_timer.timeout.connect(self.start)
        self._jobs, self._correcting, self._measuring = Jobs(self), Jobs(self), Jobs(self)
        self._connect()

    def _connect(self) -> None:
        self._article.changed.connect(self._begin_article)
        self._lexicons.changed.connect(self._mark_again)
        self._lexicons.failed.connect(self._work_failed)
        self._lexicons.loaded.connect(self._lexicons_loaded)
        self._lexicons.changed_outside.connect(self.reload_lexicons)
        self.corrections.changed.connect(self._correct)
        self.corrections.failed.connect(self.failed)
        self._jobs.finished.connect(self._take_answer)
        self._jobs.progressed.connect(self.step_changed)
        self._correcting.finished.connect(self._corrected)
        self._measuring.finished.connect(self._measured)
        for jobs in (self._jobs, self._correcting, self._measuring):
            jobs.failed.connect(self._work_failed)

    # -- begin and end -------------------------------------------------------------------------

    def _begin_article(self, article: Article | None) -> None:
        """Forget the article before: nothing of it may come late."""
        self._end_work()
        self._assumes_english = False
        self.current = self._found = self._remarker = None
        carried = self.corrections.done if self._article.is_restored else ()
        self.corrections.begin(article, carried)
        self._language = self._said_language()
        self.begun.emit()

    def start(self) -> None:
        """Analyse the article on a worker; call it after the text has been painted."""
        article, tools = self._article.current, self._lexicons.tools
        if article is None:
            return
        if tools is None:
            self._waits_for_lexicons = True
            self.step_changed.emit("lexicons")
            self._lexicons.load()
            return
        if self._shows_remembered():
            return
        self._renewal_timer.stop()
        has_old_rivals = self._lexicons.has_old_rivals
        question = Question(article, tools, has_old_rivals, self._assumes_english, self._language)
        self._jobs.start(partial(analysed, self._loads.analysis, question))

    def _shows_remembered(self) -> bool:
        """Show the kept analysis at once; return False where a new one is to be made now.

        Where it is stale, that comes when its marks have been painted, and the reader stays.
        """
        if self.remember is None or self._assumes_english or self._found is not None:
            return False
        remembered = self.remember()
        if remembered is None or self._is_wrongly_unmarked(remembered.analysis):
            return False
        self._found = remembered.analysis
        self.step_changed.emit("")
        self._correct()
        if remembered.is_stale or not remembered.analysis.readability:
            self._renewal_timer.start()
        return True

    def _is_wrongly_unmarked(self, analysis: Analysis) -> bool:
        """Tell whether an analysis left an article unmarked that is to be read in our language."""
        tools = self._lexicons.tools
        is_ours = tools is not None and self._language == tools.language.code
        return is_ours and not analysis.lexicons

    @property
    def found(self) -> Analysis | None:
        """Return the program's own work, without the reader's corrections."""
        return self._found

    def _lexicons_loaded(self) -> None:
        if self._waits_for_lexicons:
            self._waits_for_lexicons = False
            self.start()

    def read_in(self, language: str) -> None:
        """Read articles in this language where the reader says nothing of theirs.

        Args:
            language: Its code; "" to find it in each text.
        """
        self._usual_language = language
        self._correct()

    def assume_english(self) -> None:
        """Mark the article although it looks like another language."""
        self._assumes_english = True
        self.start()

    def reload_lexicons(self) -> None:
        """Read all lexicons again, and analyse the article with them."""
        self._lexicons.reload()
        self._jobs.cancel()
        self.start()

    def cancel(self) -> None:
        """Stop the analysis; the text stays."""
        self._waits_for_lexicons = False
        self._renewal_timer.stop()
        self._jobs.cancel()
        self.step_changed.emit("")

    def stop(self) -> None:
        """End all work, as the window does when it closes."""
        self._end_work()
        for jobs in (self._jobs, self._correcting, self._measuring):
            jobs.wait()

    def _end_work(self) -> None:
        self._waits_for_lexicons = False
        self._rest_timer.stop()
        self._renewal_timer.stop()
        for jobs in (self._jobs, self._correcting, self._measuring):
            jobs.cancel()

    # -- marks ---------------------------------------------------------------------------------

    def _mark_again(self, has_other_cues: bool) -> None:  # noqa: FBT001 -- a slot
        """Mark the article with other lexicons, at once where it is not long.

        What other attribution cues change takes a whole analysis.
        """
        tools, found = self._lexicons.tools, self._found
        if tools is None:
            return
        if has_other_cues or found is None or not found.lexicons or self._jobs.is_busy:
            self.start()
            return
        work = partial(remarked, self._loads.analysis, found, tools, self._remarker)
        if found.words > _LONG:
            self._jobs.start(work)
        else:
            self._show_marks(work())

    def _show_marks(self, answer: Answer) -> None:
        """Show the marks first; what the panels tell of them follows when typing rests."""
        self._found, self._remarker = answer.found, answer.remarker
        if self.corrections.done:
            self._correct()
            return
        self.current = answer.found
        self.marks_changed.emit(answer.found)
        self._rest_timer.start()

    def _tell_rest(self) -> None:
        if self.current is not None:
            self.changed.emit(self.current)

    def _take_answer(self, answer: Answer) -> None:
        """Keep what a worker found; what other lexicons have made stale is asked for again."""
        if answer.asked_with is not self._lexicons.tools:
            self.start()
            return
        self._lexicons.take_new_rivals(answer.asked_with, answer.tools)
        found = answer.found.with_readability_of(self._found)
        self._found, self._remarker = found, answer.remarker or self._remarker
        self.step_changed.emit("")
        self._correct()
        if found.words and not found.readability:
            work = partial(measured, self._loads.readability, self._paths, self._measure)
            self._measuring.start(partial(work, found))

    # -- corrections and readability -----------------------------------------------------------

    def _said_language(self) -> str:
        said = said_of_text(self.corrections.done).get("language", "")
        return said or self.usual_language

    @property
    def usual_language(self) -> str:
        """Return the language that articles are usually read in; "" to find it in each text.

        One that is no longer installed counts as none.
        """
        tools = self._lexicons.tools
        is_gone = tools is not None and self._usual_language != tools.language.code
        return "" if is_gone else self._usual_language

    def _correct(self) -> None:
        """Put the reader's corrections on what the program found."""
        found, corrections = self._found, self.corrections.done
        language = self._said_language()
        if language != self._language:
            self._language = language
            self.start()  # another language has other marks
            return
        if found is None:
            return
        if corrections:
            self._correcting.start(partial(corrected, found, corrections))
        else:
            self._correcting.cancel()
            self._corrected(found)

    def _corrected(self, analysis: Analysis) -> None:
        if self._found is not None:
            self.current = replace(analysis, readability=self._found.readability)
            self.changed.emit(self.current)

    def _measured(self, result: Measured) -> None:
        self._measure = result.measure
        found = self._found
        if found is None or result.analysis.article.text != found.article.text:
            return
        self._found = replace(found, readability=result.analysis.readability)
        if self.current is not None:
            self._corrected(self.current)

    def _work_failed(self, error: Exception) -> None:
        self._waits_for_lexicons = False
        self.step_changed.emit("")
        if not isinstance(error, ReaderError):
            raise error
        self.failed.emit(error)
