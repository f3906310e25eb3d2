"""Analyses that are lacking or stale are made anew in a process of their own, newest first."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from reader.errors import ReaderError
from reader.paths import Paths
from reader.ui.jobs import Jobs
from reader.ui.session.loaders import LateLoads
from reader.ui.session.session import Session

if TYPE_CHECKING:
    from reader.storage.library.library import Library

_REST_MS = 4_000  # after the last change, before work begins
_SHOWN_MS = 1_000  # between two times that lists are shown anew

Still = Callable[[], object]


class Renewing(QObject):
    """Works while nothing else is to be done; a change of lists or library begins it again."""

    def __init__(self, session: Session, loads: LateLoads, paths: Paths, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._loads, self._paths = session, loads, paths
        self._is_asked_again = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._begin)
        self._shown = QTimer(self)
        self._shown.setSingleShot(True)
        self._shown.setInterval(_SHOWN_MS)
        self._shown.timeout.connect(session.door.tell_renewed)
        self._jobs = Jobs(self)
        self._jobs.progressed.connect(self._progress)
        self._jobs.finished.connect(self._go_on)
        self._jobs.failed.connect(self._fail)
        session.door.changed.connect(self._wait)
        session.door.opened.connect(self._wait)
        session.lexicons.changed.connect(self._start_over)
        session.lexicons.loaded.connect(self._wait)
        session.analysis.corrections.kept.connect(self._wait)

    def _wait(self) -> None:
        self._is_asked_again = self._jobs.is_busy
        if self._loads.renewing is not None and not self._jobs.is_busy:
            self._rest.start()

    def _go_on(self) -> None:
        """Look once more, where something has changed behind the work."""
        if self._is_asked_again:
            self._wait()

    def _start_over(self) -> None:
        """Begin again with other lists, for what was made with those before is stale."""
        self._jobs.cancel()
        self._wait()

    def _begin(self) -> None:
        lexicons, library = self._session.lexicons, self._session.door.library
        if library is None or self._jobs.is_busy or self._loads.renewing is None:
            return
        if lexicons.tools is None:
            lexicons.load()
            return
        known = self._session.door.parts.known_lexicons(lexicons.tools.lexicons)
        work = self._loads.renewing()
        renewal = work.Renewal(
            self._paths,
            self._loads.readability,
            lexicons.switched_off,
            language=self._session.analysis.usual_language,
        )
        self._jobs.start(partial(_renew, library, known, partial(work.renewed, renewal)))

    def _progress(self, article_id: str) -> None:
        if article_id and not self._shown.isActive():
            self._shown.start()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self._session.door.failed.emit(error)

    def stop(self) -> None:
        """End all work, as the window does when it closes."""
        self._rest.stop()
        self._shown.stop()
        self._jobs.cancel()
        self._jobs.wait()


def _renew(
    library: "Library",
    known: Any,  # noqa: ANN401 -- KnownLexicons, loaded late
    renewed: Callable[[Still], Iterator[str]],
    tell: Callable[[str], None],
) -> None:
    """Tell of each article whose analysis is made anew, where any has to be; on a worker."""
    try:
        is_due = library.analyses.is_any_stale(known)
    finally:
        library.release()
    if is_due:
        for article_id in renewed(partial(tell, "")):
            tell(article_id)
