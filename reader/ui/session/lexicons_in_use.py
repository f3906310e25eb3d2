"""The lexicons that mark the page: loaded once, switched off and on, edited."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.lexicon.lexicon import Lexicon, switched_on
from reader.errors import LexiconError, ReaderError
from reader.paths import Paths
from reader.storage.lexicons.files import lexicon_folders
from reader.ui.jobs import Jobs
from reader.ui.session.list_watch import ListWatch
from reader.ui.session.loaders import AnalysisLoader, AnalysisWork
from reader.values import frozen

if TYPE_CHECKING:
    from reader.core.analysis.analysing import AnalysisTools
    from reader.core.lexicon.matcher import Matcher
    from reader.core.text.tagging import Tagger


_MOST_NAMED = 6  # lists of which nothing is in use
_REST_MS = 3_000  # after lists were read anew: the first marks come before they are kept


@frozen
class Loaded:
    """What a worker read.

    Attributes:
        tools: The tools over all lexicons.
        problems: What is wrong with the lexicons.
        later: What keeps the lists that were read anew.
        unused: The ids of the reader's lists of which nothing could be read.
    """

    tools: "AnalysisTools"
    problems: tuple[LexiconError, ...]
    later: tuple[Callable[[], object], ...] = ()
    unused: tuple[str, ...] = ()


class LexiconsInUse(QObject):
    """Knows all lexicons, and holds the tools over those that are switched on.

    Workers read; only the window's thread changes what is held here.

    Signals:
        loaded(): The lexicons have been read; there are tools now.
        changed(bool): The tools are others. True when attribution cues are among the changes.
        failed(ReaderError): They could not be read.
        troubled(ReaderError): Some lexicons are not in order; the rest is in use.
        settled(ReaderError): What was told of last is in order again.
        changed_outside(): Files of lists that are not in order were changed; read them again.
    """

    loaded = Signal()
    changed = Signal(bool)
    failed = Signal(object)
    troubled = Signal(object)
    settled = Signal(object)
    changed_outside = Signal()

    def __init__(
        self, paths: Paths, load_analysis: AnalysisLoader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._paths, self._load_analysis = paths, load_analysis
        self._known: tuple[Lexicon, ...] = ()
        self._edited: tuple[Lexicon, ...] | None = None
        self._off: frozenset[str] = frozenset()
        self._tools: AnalysisTools | None = None
        self._has_old_rivals = False
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._loaded)
        self._jobs.failed.connect(self._loading_failed)
        self._later: tuple[Callable[[], object], ...] = ()
        self._keeping = Jobs(self)
        self._rest_timer = QTimer(self)
        self._rest_timer.setSingleShot(True)
        self._rest_timer.setInterval(_REST_MS)
        self._rest_timer.timeout.connect(self.keep_lists)
        self._trouble: ReaderError | None = None
        self._watch = ListWatch(paths.user_lexicons, self)
        self._watch.changed.connect(self._files_changed)

    @property
    def known(self) -> tuple[Lexicon, ...]:
        """Return all lexicons, those switched off too, once they have been read."""
        return self._known

    @property
    def switched_off(self) -> frozenset[str]:
        """Return the ids of the lexicons that mark nothing now."""
        return self._off

    @property
    def tools(self) -> "AnalysisTools | None":
        """Return the tools over the lexicons that are switched on, once they have been read."""
        return self._tools

    @property
    def has_old_rivals(self) -> bool:
        """Tell whether the tools know the names in dispute from before the latest edits."""
        return self._has_old_rivals

    @property
    def tagger(self) -> "Tagger | None":
        """Return the tagger, once the lexicons have been read."""
        return self._tools.tagger if self._tools else None

    @property
    def matcher(self) -> "Matcher | None":
        """Return all lexicons compiled, once they have been read."""
        return self._tools.matcher if self._tools else None

    def load(self) -> None:
        """Read the lexicons on a worker, unless one is at it already."""
        if not self._jobs.is_busy:
            self._watch.note()
            self._jobs.start(partial(_load, self._load_analysis, self._paths))

    def reload(self) -> None:
        """Read all lexicons again."""
        self._tools, self._edited = None, None
        self._jobs.cancel()
        self.load()

    def use(self, lexicons: tuple[Lexicon, ...]) -> None:
        """Mark with these lexicons from now on, as the editor changed them."""
        self._known = self._edited = lexicons
        self._change()

    def switch_off(self, names: Iterable[str]) -> None:
        """Mark with all lexicons but these, and the reader's layers over them."""
        off = frozenset(names)
        if off != self._off:
            self._off = off
            self._change()

    def take_new_rivals(self, before: "AnalysisTools", after: "AnalysisTools") -> None:
        """Hold the tools in which a worker read the names in dispute again.

        They are dropped when other tools came into use meanwhile.
        """
        if self._tools is before:
            self._tools, self._has_old_rivals = after, False

    def stop(self) -> None:
        """End all work, as the window does when it closes."""
        self._jobs.cancel()
        self._jobs.wait()
        self._rest_timer.stop()
        self._watch.end()
        self.keep_lists()
        self._keeping.wait()

    def keep_lists(self) -> None:
        """Keep lists as they were read, on a worker, so that the next start need not read them."""
        later, self._later = self._later, ()
        if later:
            self._keeping.start(partial(_do, later))

    def _change(self) -> None:
        tools = self._tools
        if tools is None:
            return  # what is being read takes up the edits when it comes
        lexicons = switched_on(self._known, self._off)
        has_other_cues = _cues(lexicons) != _cues(tools.lexicons)
        self._tools = self._over(tools, lexicons)
        self.changed.emit(has_other_cues)

    def _over(self, tools: "AnalysisTools", lexicons: tuple[Lexicon, ...]) -> "AnalysisTools":
        """Return the tools over other lexicons, as much of them as can be taken over."""
        self._has_old_rivals = _cues(lexicons) == _cues(tools.lexicons)
        if self._has_old_rivals:
            return tools.with_words(lexicons)
        return tools.with_lexicons(lexicons)

    def _loaded(self, loaded: Loaded) -> None:
        tools = loaded.tools
        self._later = loaded.later
        self._rest_timer.start()
        self._has_old_rivals = False
        self._known = tools.lexicons if self._edited is None else self._edited
        lexicons = switched_on(self._known, self._off)
        self._tools = tools if lexicons == tools.lexicons else self._over(tools, lexicons)
        self._tell_problems(loaded.problems, loaded.unused)
        self.loaded.emit()

    def _tell_problems(self, problems: tuple[LexiconError, ...], unused: tuple[str, ...]) -> None:
        """Tell the first problem of the lexicons, how many more there are, what is not used."""
        if not problems:
            self.settle()
            return
        told = problems[0].message
        if len(problems) > 1:
            more = self.tr("{told} ({n} more; “close-reader lexicon check” shows all.)")
            told = more.format(told=told, n=len(problems) - 1)
        hints = [problems[0].hint or self.tr("What is in order stays in use.")]
        if unused:
            names = [f"“{name}”" for name in unused[:_MOST_NAMED]]
            names += ["…"] if len(unused) > _MOST_NAMED else []
            words = self.tr("Until then nothing of {lists} is in use.")
            hints.append(words.format(lists=", ".join(names)))
        self._trouble = ReaderError(told, " ".join(hints))
        self._watch.begin()
        self.troubled.emit(self._trouble)

    def settle(self) -> None:
        """Take back what was told of lists, for all are in order again."""
        trouble, self._trouble = self._trouble, None
        self._watch.end()
        if trouble is not None:
            self.settled.emit(trouble)

    def _files_changed(self) -> None:
        if self._edited is None:  # else the editor has them, and looks itself
            self.changed_outside.emit()

    def _loading_failed(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self.failed.emit(error)


def _cues(lexicons: Sequence[Lexicon]) -> list[Lexicon]:
    return [item for item in lexicons if item.panel == "sourcing"]


def _load(load_analysis: AnalysisLoader, paths: Paths, _tell: Callable[[str], None]) -> Loaded:
    """Read the lexicons, on a worker."""
    work: AnalysisWork = load_analysis()
    later: list[Callable[[], object]] = []
    tools, problems = work.load_analysis_tools(paths, later=later)
    return Loaded(tools, problems, tuple(later), _unused(paths, tools.lexicons, problems))


def _unused(
    paths: Paths, lexicons: Sequence[Lexicon], problems: Sequence[LexiconError]
) -> tuple[str, ...]:
    """Return the reader's lists that are not in order and of which no entry could be read."""
    used = {lexicon.id for lexicon in lexicons if lexicon.entries}
    names = [place.name for place in lexicon_folders(paths.user_lexicons)]
    messages = [problem.message for problem in problems]
    told = [
        name
        for name in names
        if any(said.startswith((f"{name}/", f"{name}:")) for said in messages)
    ]
    return tuple(name for name in told if name not in used)


def _do(later: Sequence[Callable[[], object]], _tell: Callable[[str], None]) -> None:
    """Do what was left for later, on a worker."""
    for act in later:
        act()
