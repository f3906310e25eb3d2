"""The reader's lists as files: written after a moment, watched for what others write."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from reader.core.languages.language import Languages
from reader.core.lexicon.layering.layer_merging import Notice
from reader.core.lexicon.layering.layers import Layer
from reader.core.lexicon.lexicon import Lexicon
from reader.errors import ReaderError
from reader.storage.lexicons.own_lexicons import Reread, UserLexicons

_SAVE_AFTER_MS = 400
_OF_ONE_LIST = 2  # sentences: what is wrong, and what counts meanwhile
_MOST_TOLD = 8  # sentences
_AGAIN_MS = 5_000  # after which what could not be written is tried again


class SavedLists(QObject):
    """Writes the reader's layers and reads them again when another program changed them.

    Signals:
        changed_outside(tuple): The layers as the files hold them now.
        failed(ReaderError): Something went wrong that the reader should know.
        reported(str): A sentence for the reader about the files.
        read_again(): All files are in order and read again.

    Attributes:
        failure: Why the files do not hold the latest changes, which are tried again, or None.
    """

    changed_outside = Signal(object)
    failed = Signal(object)
    reported = Signal(str)
    read_again = Signal()

    def __init__(
        self, folder: Path, shipped: tuple[Lexicon, ...], languages: Languages, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._store = UserLexicons(folder, shipped, languages)
        self._layers: tuple[Layer, ...] = ()
        self.failure: ReaderError | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.look_outside)
        self._watcher.fileChanged.connect(self.look_outside)

    def read(self) -> Reread:
        """Read all files for the first time, and watch them from now on."""
        reread = self._store.read()
        self._layers = reread.layers
        self._watch()
        return reread

    def keep(self, layers: tuple[Layer, ...]) -> None:
        """Write these layers in a moment."""
        self._layers = layers
        self._timer.start(_SAVE_AFTER_MS)

    @property
    def store(self) -> UserLexicons:
        """Return the files themselves."""
        return self._store

    @property
    def is_saved(self) -> bool:
        """Return whether the files hold what the window shows."""
        return not self._timer.isActive()

    def flush(self) -> None:
        """Write what is not yet written."""
        self._timer.stop()
        try:
            saved = self._store.save(self._layers)
        except ReaderError as error:
            self._timer.start(_AGAIN_MS)
            if self.failure is None:  # it is told once
                self.failed.emit(error)
            self.failure = error
            return
        self.failure = None
        self._watch()
        self._report_set_aside()
        if saved != self._layers:
            self._take(saved)
        else:
            self.reported.emit(self.tr("Saved."))

    def _report_set_aside(self) -> None:
        for path in self._store.take_set_aside():
            message = self.tr("“{name}” held something that could not be written again.")
            hint = self.tr("What stood in it is kept beside it, as {old}.")
            self.failed.emit(
                ReaderError(
                    message.format(name=f"{path.parent.name}/entries.csv"),
                    hint=hint.format(old=path.name),
                )
            )

    def look_outside(self) -> None:
        """Read what another program wrote; what is broken keeps its last state."""
        self._watch()  # a file that was replaced, by us too, is no longer watched
        if not self.is_saved or not self._store.has_changed_outside():
            return
        reread = self._store.read()
        self._report_reread(reread.problems)
        self._take(reread.layers)

    def _report_reread(self, problems: Sequence[ReaderError]) -> None:
        if problems:
            self.failed.emit(self._all_in_one(problems))
        else:
            self.reported.emit(self.tr("Your lists were changed outside and are read again."))
            self.read_again.emit()

    def _all_in_one(self, problems: Sequence[ReaderError]) -> ReaderError:
        """Return what is to be told of lists that cannot be read, each of them named."""
        first, last = problems[0], problems[-1]
        if len(problems) <= _OF_ONE_LIST:
            advice = f"{last.message} {last.hint}" if last is not first else last.hint
            return ReaderError(first.message, advice)
        told = self.tr("Not all of your lists could be read.")
        each = [problem.message for problem in problems[:_MOST_TOLD]]
        more = len(problems) - len(each)
        each += [self.tr("There are {n} more.").format(n=more)] if more else []
        return ReaderError(told, hint=" ".join([*each, last.hint]))

    def _take(self, layers: tuple[Layer, ...]) -> None:
        self._layers = layers
        self.changed_outside.emit(layers)

    def _watch(self) -> None:
        folder = self._store.folder
        known = set(self._watcher.files()) | set(self._watcher.directories())
        wanted = [str(path) for path in (folder, *folder.glob("*"), *folder.glob("*/*.[ct]*"))]
        fresh = [path for path in wanted if path not in known]
        if folder.is_dir() and fresh:
            self._watcher.addPaths(fresh)

    def notice_words(self, notice: Notice) -> str:
        """Return what a newer version of a shipped list means for an entry of the reader's."""
        words = {
            "kept": self.tr("“{phrase}” was changed in the shipped list too. Yours is kept."),
            "orphaned": self.tr("“{phrase}” is no longer shipped. Yours is kept."),
            "doubled": self.tr("“{phrase}” is shipped now too. Yours counts."),
        }
        return words[notice.kind].format(phrase=notice.phrase)
