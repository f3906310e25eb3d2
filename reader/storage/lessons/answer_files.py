"""Answer files, `CODE.answer`: read as what comes from elsewhere, written whole."""

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from reader.core.lessons.answer import LARGEST_ANSWER, Answer
from reader.core.lessons.lesson import Lesson
from reader.core.lessons.placing import PlacedAnswer, Refused, placed_answer, without_older
from reader.core.lessons.plain_answers import SCHEMA, plain_answer, read_answer
from reader.errors import ReaderError
from reader.storage.files.atomic_files import write_atomically
from reader.storage.files.limited_files import read_limited
from reader.storage.user_data.json_files import DamagedError, parsed_json

SUFFIX = ".answer"
_BEGINNING = 200  # bytes in which an answer file says what it is
_STRANGE = re.compile(r"[^\w.-]+")


def answer_file_name(code: str) -> str:
    """Return the name of the file of a code; nothing in it leads to another folder."""
    plain = _STRANGE.sub("-", code).strip(".-")
    return f"{plain or 'answer'}{SUFFIX}"


def answer_bytes(answer: Answer) -> bytes:
    """Return an answer as a file.

    Raises:
        ReaderError: It would be larger than 50 kB.
    """
    text = json.dumps(plain_answer(answer), ensure_ascii=False, separators=(",", ":")) + "\n"
    data = text.encode("utf-8", "backslashreplace")
    if len(data) > LARGEST_ANSWER:
        raise ReaderError(
            f"The answer has {len(data) // 1000} kB, and may have {LARGEST_ANSWER // 1000}.",
            hint="Shorten the longest reasons, or take some marks away.",
        )
    return data


def write_answer(path: Path, answer: Answer) -> None:
    """Write an answer to a file, whole or not at all.

    Raises:
        ReaderError: It is too large, or the file cannot be written.
    """
    write_atomically(path, answer_bytes(answer))


def read_answer_file(path: Path) -> Answer:
    """Read an answer from a file, of which no more than 50 kB are looked at.

    Raises:
        ReaderError: It cannot be read, is larger, or is no answer.
    """
    data = read_limited(path, LARGEST_ANSWER)
    if not data.strip():
        raise ReaderError("It is empty; ask for the file again.")
    try:
        return read_answer(parsed_json(data))
    except DamagedError as error:
        told = "It is no answer file, whatever its name says."
        if SCHEMA.encode() in data[:_BEGINNING]:
            told = "It breaks off, or was changed by another program; ask for the file again."
        raise ReaderError(told) from error


def read_class(
    paths: Iterable[Path], lesson: Lesson, reference: Path | None = None
) -> tuple[Sequence[PlacedAnswer], tuple[Refused, ...]]:
    """Return the answers in some files, one a code, and the files that are not counted.

    A bad file never keeps the others from being read.

    Args:
        paths: The files.
        lesson: The lesson that they answer.
        reference: The teacher's own file. It often lies in the folder of the class, and is no
            pupil's answer there; alone it is held against itself.
    """
    paths = list(paths)
    own = reference.resolve() if reference is not None and len(paths) > 1 else None
    placed: list[PlacedAnswer] = []
    refused: list[Refused] = []
    for path in paths:
        if own is not None and path.resolve() == own:
            refused.append(Refused(path.name, "It is the reference."))
            continue
        try:
            placed.append(placed_answer(read_answer_file(path), lesson, path.name))
        except ReaderError as error:
            refused.append(Refused(path.name, error.message))
    newest, older = without_older(placed)
    return newest, (*refused, *older)


def read_reference(path: Path, lesson: Lesson) -> PlacedAnswer:
    """Read the teacher's reference.

    Raises:
        ReaderError: It cannot be read, or does not belong to the lesson.
    """
    try:
        return placed_answer(read_answer_file(path), lesson, path.name)
    except ReaderError as error:
        raise ReaderError(
            f"The reference “{path.name}” cannot be used. {error.message}",
            hint="It is an answer file to this lesson, saved by the teacher.",
        ) from error
