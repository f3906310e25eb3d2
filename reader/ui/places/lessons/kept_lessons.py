"""Lessons that a teacher is making, kept in the data folder as they are typed."""

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from reader.core.lessons.lesson import Lesson
from reader.core.lessons.placing import PlacedAnswer
from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.paths import Paths
from reader.storage.lessons.answer_files import answer_bytes, answer_file_name, read_reference
from reader.storage.lessons.lesson_files import (
    SUFFIX,
    LessonPack,
    lesson_bytes,
    read_lesson_file,
)
from reader.storage.library.library import Library
from reader.storage.library.rows import is_id
from reader.storage.user_data.seen_files import SeenFiles
from reader.ui.marks.dates import moment_text
from reader.ui.places.lessons.maker.lesson_draft import LessonDraft
from reader.values import frozen

_FOLDER = "lessons"


@frozen
class KeptLesson:
    """A lesson that was made on this computer.

    Attributes:
        title: What it is called.
        changed: When it was changed last, as day and time in words.
        path: Its file.
    """

    title: str
    changed: str
    path: Path


def _stem(paths: Paths, lesson: Lesson) -> Path:
    return paths.data / _FOLDER / answer_file_name(lesson.id).removesuffix(".answer")


class LessonKeeper:
    """Keeps the lesson of one window; what another window kept meanwhile is not lost."""

    def __init__(self, paths: Paths, pack: LessonPack) -> None:
        self._stem = _stem(paths, pack.lesson)
        self._files = SeenFiles()
        with contextlib.suppress(ReaderError, OSError):
            if read_lesson_file(self._lesson) == pack:
                self._files.see(self._lesson)
                self._files.see(self._reference)

    @property
    def _lesson(self) -> Path:
        return self._stem.with_name(f"{self._stem.name}{SUFFIX}")

    @property
    def _reference(self) -> Path:
        return self._stem.with_name(f"{self._stem.name}.answer")

    def keep(self, draft: LessonDraft) -> tuple[str, ...]:
        """Keep a lesson and its reference, for the teacher's eyes only.

        Return the names under which other versions of them are kept now.

        Raises:
            ReaderError: They cannot be written.
        """
        files = {self._lesson: lesson_bytes(draft.pack)}
        if draft.marks or draft.well_made:
            files[self._reference] = answer_bytes(draft.reference().answer)
        return self._files.write(files)


def kept(paths: Paths) -> tuple[KeptLesson, ...]:
    """Return the lessons that were made here, the one that was changed last first.

    Files that cannot be read are left out; they stay where they are.
    """
    found = []
    for path in (paths.data / _FOLDER).glob(f"*{SUFFIX}"):
        try:
            changed = path.stat().st_mtime
            found.append((changed, path, read_lesson_file(path).lesson.title))
        except (OSError, ReaderError):
            continue
    return tuple(
        KeptLesson(title, _day(changed), path) for changed, path, title in sorted(found)[::-1]
    )


def _day(changed: float) -> str:
    return moment_text(datetime.fromtimestamp(changed, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


def kept_pack(paths: Paths, pack: LessonPack) -> LessonPack:
    """Return a lesson as it was kept here, on the same texts; the given one where it was not."""
    stem = _stem(paths, pack.lesson)
    path = stem.with_name(f"{stem.name}{SUFFIX}")
    try:
        found = read_lesson_file(path) if path.is_file() else pack
    except ReaderError:
        return pack
    texts = [one.sha256 for one in found.lesson.articles]
    is_same = found.lesson.id == pack.lesson.id
    return found if is_same and texts == [one.sha256 for one in pack.lesson.articles] else pack


def article(paths: Paths, article_id: str) -> Article | None:
    """Return the article of an id in the library, None for what is no id.

    Raises:
        LibraryError: There is no such article, or the library cannot be opened.
    """
    if not is_id(article_id):
        return None
    library = Library.open(paths.data)
    try:
        return library.articles.article(article_id)
    finally:
        library.close()


def kept_reference(paths: Paths, lesson: Lesson) -> PlacedAnswer | None:
    """Return the reference that was kept for a lesson, None where there is none that fits."""
    stem = _stem(paths, lesson)
    path = stem.with_name(f"{stem.name}.answer")
    try:
        return read_reference(path, lesson) if path.is_file() else None
    except ReaderError:
        return None
