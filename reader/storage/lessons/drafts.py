"""Drafts of answers: what a pupil has done so far, kept on this computer until it is handed in."""

import hashlib
import json
from pathlib import Path

from reader.core.lessons.answer import Answer
from reader.core.lessons.fields import Fields
from reader.core.lessons.lesson import Lesson
from reader.core.lessons.plain_answers import plain_answer, read_answer
from reader.core.lessons.progress import Progress
from reader.errors import ReaderError
from reader.paths import Paths
from reader.storage.lessons.answer_files import SUFFIX, answer_file_name
from reader.storage.user_data.json_files import DamagedError, read_json
from reader.storage.user_data.seen_files import SeenFiles
from reader.values import frozen

_FOLDER = "lesson-drafts"


@frozen
class Draft:
    """An answer that is not handed in yet, and how far the pupil is."""

    answer: Answer
    progress: Progress


class Drafts:
    """The drafts of one window.

    Of two windows at one draft the latest counts; what the other one wrote meanwhile, and a draft
    that could not be read, is kept beside it.
    """

    def __init__(self, paths: Paths, lesson: Lesson) -> None:
        self._lesson = lesson
        folder = answer_file_name(lesson.id).removesuffix(SUFFIX)
        self._folder = paths.data / _FOLDER / folder
        self._files = SeenFiles()

    def _place(self, code: str) -> Path:
        """Return the file of a code; two codes never share one."""
        name = answer_file_name(code)
        if name != f"{code}{SUFFIX}":  # a sign of the code cannot stand in a name
            digest = hashlib.sha256(code.encode("utf-8", "replace")).hexdigest()[:8]
            name = f"{name.removesuffix(SUFFIX)}-{digest}{SUFFIX}"
        return self._folder / name

    def keep(self, draft: Draft) -> tuple[str, ...]:
        """Keep a draft, for its owner's eyes only; return the names of what was kept aside.

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
        text = json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
        data = text.encode("utf-8", "backslashreplace")
        return self._files.write({self._place(draft.answer.code): data})

    def kept(self, code: str) -> Draft | None:
        """Return the draft of a code, or None where there is none that can be read."""
        places = (self._place(code), self._folder / answer_file_name(code))  # as earlier versions
        return next((found for place in places if (found := self._read(place, code))), None)

    def _read(self, place: Path, code: str) -> Draft | None:
        try:
            fields = Fields(read_json(place), "The draft")
            answer = read_answer(fields.part("answer").plain)
            done, handed, words = (
                frozenset(fields.texts(key)) for key in ("done", "handed", "words")
            )
        except (FileNotFoundError, DamagedError, ReaderError):
            return None
        if answer.lesson != self._lesson.id or answer.code != code:
            return None
        self._files.see(place)
        return Draft(answer, Progress(done, handed, words))
