"""Analyses that are lacking or stale are made anew on a worker, one by one, newest first."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from reader.errors import ReaderError
from reader.paths import Paths
from reader.ui.jobs import Jobs
from reader.ui.session.background_work import measured
from reader.ui.session.late_loads import LateLoads, Measurer
from reader.ui.session.session import Session

if TYPE_CHECKING:
    from reader.core.analysis.analysing import AnalysisTools
    from reader.storage.library.library import Library

_REST_MS = 4_000  # after the last change, before work begins
_SHOWN_EVERY = 5  # articles after which lists are shown anew


class Renewing(QObject):
    """Works while nothing else is to be done; a change of lists or library begins it again."""

    def __init__(self, session: Session, loads: LateLoads, paths: Paths, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._loads, self._paths = session, loads, paths
        self._measure: Measurer | None = None
        self._done = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._begin)
        self._jobs = Jobs(self)
        self._jobs.progressed.connect(self._progress)
        self._jobs.finished.connect(self._finish)
        self._jobs.failed.connect(self._fail)
        session.door.changed.connect(self._wait)
        session.door.opened.connect(self._wait)
        session.lexicons.changed.connect(self._start_over)
        session.lexicons.loaded.connect(self._wait)

    def _wait(self) -> None:
        if not self._jobs.is_busy:
            self._rest.start()

    def _start_over(self) -> None:
        """Begin again with other lists, for what was made with those before is stale."""
        self._jobs.cancel()
        self._rest.start()

    def _begin(self) -> None:
        library, tools = self._session.door.library, self._session.lexicons.tools
        if library is None or self._jobs.is_busy:
            return
        if tools is None:
            self._session.lexicons.load()
            return
        known = self._session.door.parts.known_lexicons(tools.lexicons)
        self._done = 0
        work = partial(_renew, library, tools, known, self._loads, self._paths, self._measure)
        self._jobs.start(work)

    def _progress(self, article_id: str) -> None:
        if not article_id:  # nothing that lists show has changed
            return
        self._done += 1
        if self._done % _SHOWN_EVERY == 0:
            self._session.door.tell_renewed()

    def _finish(self, measure: Measurer | None) -> None:
        self._measure = measure
        if self._done:
            self._session.door.tell_renewed()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self._session.door.failed.emit(error)

    def stop(self) -> None:
        """End all work, as the window does when it closes."""
        self._rest.stop()
        self._jobs.cancel()
        self._jobs.wait()


def _renew(
    library: "Library",
    tools: "AnalysisTools",
    known: Any,  # noqa: ANN401 -- KnownLexicons, loaded late
    loads: LateLoads,
    paths: Paths,
    measure: Measurer | None,
    tell: Callable[[str], None],
) -> Measurer | None:
    """Analyse and keep what is stale, on a worker; return what measures readability."""
    try:
        return _renewed(library, tools, known, (loads, paths), measure, tell)
    finally:
        library.release()


def _renewed(
    library: "Library",
    tools: "AnalysisTools",
    known: Any,  # noqa: ANN401 -- KnownLexicons, loaded late
    late: tuple[LateLoads, Paths],
    measure: Measurer | None,
    tell: Callable[[str], None],
) -> Measurer | None:
    loads, paths = late
    work = loads.analysis()
    while library.analyses.note_voices():
        tell("")
    for article_id in library.analyses.stale(known):
        article = library.articles.article(article_id)
        analysis = work.analyse(article, tools, assume_english=False, report=_quiet)
        if analysis.words:
            result = measured(loads.readability, paths, measure, analysis, _quiet)
            measure, analysis = result.measure, result.analysis
        library.analyses.keep(article_id, analysis, known, library.left_by_reader(analysis))
        tell(article_id)
    return measure


def _quiet(_step: str) -> None:
    return None
