"""The answer files of a class, and what is counted in them; the only place where they change."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from reader.core.lessons.answer import Answer
from reader.core.lessons.placing import PlacedAnswer, Refused, placed_answer, without_older
from reader.core.lessons.scores.scoring import Agreement, ClassScores, class_scores
from reader.errors import ReaderError
from reader.storage.lessons.answer_files import SUFFIX, read_answer_file
from reader.storage.lessons.texts import LessonTexts
from reader.ui.places.lessons.maker.lesson_draft import LessonDraft
from reader.values import frozen

_MOST_FILES = 2_000
_WAIT_MS = 800  # until a file that is being copied is whole


@frozen
class AnswerFile:
    """One file that came, or one paper that was typed in.

    Attributes:
        name: Its name.
        came: When it came, as hours and minutes, or "".
        placed: The answer in it, or None where it cannot be counted.
        reason: Why it cannot be counted, or "".
        is_typed: It was typed in from paper.
    """

    name: str
    came: str
    placed: PlacedAnswer | None
    reason: str = ""
    is_typed: bool = False


class ClassWork(QObject):
    """The files of a class.

    Signals:
        changed(): Files came or went.
    """

    changed = Signal()

    def __init__(
        self,
        draft: LessonDraft,
        texts: LessonTexts,
        load_agreement: Callable[[], Agreement],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.draft, self.texts = draft, texts
        self._load_agreement = load_agreement
        self.files: tuple[AnswerFile, ...] = ()
        self.left_out: frozenset[str] = frozenset()
        self._before: list[frozenset[str]] = []
        self._watcher = QFileSystemWatcher(self)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_WAIT_MS)
        self._waiting.timeout.connect(self._look_again)
        self._watcher.directoryChanged.connect(self._waiting.start)

    def watch(self, folder: Path) -> None:
        """Take the answers of a folder over, now and whenever a file comes into it."""
        self._watcher.addPath(str(folder))
        self.add([folder])

    def _look_again(self) -> None:
        self.add(Path(folder) for folder in self._watcher.directories())

    def add(self, paths: Iterable[Path]) -> None:
        """Take files over, and all answer files of folders; known ones are read again."""
        found: list[Path] = []
        for path in paths:
            found += sorted(path.glob(f"*{SUFFIX}")) if path.is_dir() else [path]
        read = {str(path): self._read(path) for path in found[:_MOST_FILES]}
        kept = {one.name: one for one in self.files}
        for one in read.values():
            kept.pop(one.name, None)
            kept[one.name] = one
        self.files = tuple(kept.values())
        self.changed.emit()

    def add_typed(self, answer: Answer) -> None:
        """Take an answer over that was typed in from paper.

        Raises:
            ReaderError: It does not belong to the lesson.
        """
        placed = placed_answer(answer, self.draft.lesson, f"{answer.code}, typed in")
        made = AnswerFile(f"{answer.code}, typed in", "", placed, is_typed=True)
        self.files = (*(one for one in self.files if one.name != made.name), made)
        self.changed.emit()

    def _read(self, path: Path) -> AnswerFile:
        try:
            came = datetime.fromtimestamp(path.stat().st_mtime).astimezone().strftime("%H:%M")
        except OSError:
            came = ""
        try:
            placed = placed_answer(read_answer_file(path), self.draft.lesson, path.name)
        except ReaderError as error:
            return AnswerFile(path.name, came, None, error.message)
        return AnswerFile(path.name, came, placed)

    def leave_out(self, names: Iterable[str]) -> None:
        """Do not count some files."""
        self._before.append(self.left_out)
        self.left_out |= frozenset(names)
        self.changed.emit()

    def undo(self) -> bool:
        """Count again what was left out last; tell whether there was something."""
        if not self._before:
            return False
        self.left_out = self._before.pop()
        self.changed.emit()
        return True

    def counted(self) -> tuple[Sequence[PlacedAnswer], tuple[Refused, ...]]:
        """Return one answer a code, and the files that are not counted."""
        placed = [
            one.placed
            for one in self.files
            if one.placed is not None and one.name not in self.left_out
        ]
        newest, older = without_older(placed)
        refused = [Refused(one.name, one.reason) for one in self.files if one.placed is None]
        return newest, (*refused, *older)

    def scores(self) -> ClassScores:
        """Return the scores of the class; loads what measures agreement."""
        answers, refused = self.counted()
        reference = self.draft.reference() if self.draft.marks or self.draft.well_made else None
        return class_scores(
            self.draft.lesson,
            answers,
            reference,
            self.texts.sentences,
            self._load_agreement(),
            refused,
        )
