"""Drafts of answers: what a pupil has done so far, kept on this computer until it is handed in."""

from pathlib import Path

from reader.core.lessons.answer import Answer
from reader.core.lessons.fields import Fields
from reader.core.lessons.lesson import Lesson
from reader.core.lessons.plain_answers import plain_answer, read_answer
from reader.core.lessons.progress import Progress
from reader.errors import ReaderError
from reader.paths import Paths
from reader.storage.lessons.answer_files import answer_file_name
from reader.storage.user_data.json_files import DamagedError, read_json, write_json
from reader.values import frozen

_FOLDER = "lesson-drafts"


@frozen
class Draft:
    """An answer that is not handed in yet, and how far the pupil is."""

    answer: Answer
    progress: Progress


def _place(paths: Paths, lesson: Lesson, code: str) -> Path:
    folder = answer_file_name(lesson.id).removesuffix(".answer")
    return paths.data / _FOLDER / folder / answer_file_name(code)


def keep_draft(paths: Paths, lesson: Lesson, draft: Draft) -> None:
    """Keep a draft, for its owner's eyes only.

    Raises:
        ReaderError: It cannot be written.
    """
    progress = draft.progress
    plain = {
        "answer": plain_answer(draft.answer),
        "done": sorted(progress.done),
        "handed": sorted(progress.handed),
        "words": sorted(progress.words),
    }
    write_json(_place(paths, lesson, draft.answer.code), plain)


def kept_draft(paths: Paths, lesson: Lesson, code: str) -> Draft | None:
    """Return the draft of a code, or None where there is none that can be read."""
    try:
        fields = Fields(read_json(_place(paths, lesson, code)), "The draft")
        answer = read_answer(fields.part("answer").plain)
    except (FileNotFoundError, DamagedError, ReaderError):
        return None
    if answer.lesson != lesson.id:
        return None
    done, handed, words = (frozenset(fields.texts(key)) for key in ("done", "handed", "words"))
    return Draft(answer, Progress(done, handed, words))
