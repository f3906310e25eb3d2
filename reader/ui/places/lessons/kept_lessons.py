"""Lessons that a teacher is making, kept in the data folder as they are typed."""

from pathlib import Path

from reader.core.lessons.lesson import Lesson
from reader.core.lessons.placing import PlacedAnswer
from reader.errors import ReaderError
from reader.paths import Paths
from reader.storage.atomic_files import write_together
from reader.storage.lessons.answer_files import answer_bytes, answer_file_name, read_reference
from reader.storage.lessons.lesson_files import SUFFIX, lesson_bytes
from reader.ui.places.lessons.maker.lesson_draft import LessonDraft

_FOLDER = "lessons"


def _stem(paths: Paths, lesson: Lesson) -> Path:
    return paths.data / _FOLDER / answer_file_name(lesson.id).removesuffix(".answer")


def keep(paths: Paths, draft: LessonDraft) -> None:
    """Keep a lesson and its reference, for the teacher's eyes only.

    Raises:
        ReaderError: They cannot be written.
    """
    stem = _stem(paths, draft.lesson)
    files = {stem.with_name(f"{stem.name}{SUFFIX}"): lesson_bytes(draft.pack)}
    if draft.marks or draft.well_made:
        answer = draft.reference().answer
        files[stem.with_name(f"{stem.name}.answer")] = answer_bytes(answer)
    write_together(files, is_private=True)


def kept_reference(paths: Paths, lesson: Lesson) -> PlacedAnswer | None:
    """Return the reference that was kept for a lesson, None where there is none that fits."""
    stem = _stem(paths, lesson)
    path = stem.with_name(f"{stem.name}.answer")
    try:
        return read_reference(path, lesson) if path.is_file() else None
    except ReaderError:
        return None
