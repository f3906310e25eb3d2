"""A lesson as one file, `.crlesson`: a zip of the lesson, its articles and its lists.

A lesson file comes from elsewhere. Only files of known names are looked at, each up to a limit;
nothing of it is unpacked to a place that it names, and nothing in it runs.
"""

import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from reader.core.lessons.lesson import Lesson
from reader.core.lessons.plain_lessons import (
    MOST_ARTICLES,
    check_lesson,
    plain_lesson,
    plain_lesson_article,
    read_lesson,
)
from reader.errors import ReaderError
from reader.storage.files.limited_files import read_limited
from reader.storage.interchange.zip_faults import ENTRY, file_in, folder_in
from reader.storage.user_data.json_files import DamagedError, parsed_json
from reader.values import frozen

SUFFIX = ".crlesson"
_LARGEST_FILE = 20_000_000  # bytes, packed
_LARGEST_PART = 5_000_000  # bytes of one file in it, unpacked
_LARGEST_WHOLE = 30_000_000  # bytes of all of them
_MOST_FILES = 200
_LESSON = "lesson.json"
_ARTICLE = re.compile(r"articles/([1-9][0-9]{0,2})\.json")
_LIST = re.compile(r"lexicons/([a-z0-9][a-z0-9-]{0,60})/(lexicon\.toml|entries\.csv)")
_DATE = (1980, 1, 1, 0, 0, 0)  # the same lesson always makes the same file
_ASK = "Ask for the file again."


@frozen
class LessonPack:
    """A lesson with the lists that travel with it.

    Attributes:
        lesson: The lesson.
        lists: For each list of its own the bytes of its two files, by their names.
    """

    lesson: Lesson
    lists: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)


def lesson_bytes(pack: LessonPack) -> bytes:
    """Return a lesson as one file; the same lesson always makes the same bytes.

    Raises:
        ReaderError: The lesson does not fit together.
    """
    check_lesson(pack.lesson)
    parts: dict[str, bytes] = {_LESSON: _json(plain_lesson(pack.lesson))}
    for number, article in enumerate(pack.lesson.articles, start=1):
        parts[f"articles/{number}.json"] = _json(plain_lesson_article(article))
    for name, files in sorted(pack.lists.items()):
        for file, data in sorted(files.items()):
            parts[f"lexicons/{name}/{file}"] = data
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def read_lesson_file(path: Path) -> LessonPack:
    """Read a lesson from a file.

    Raises:
        ReaderError: It cannot be read, is no lesson, or larger than one can be.
    """
    return lesson_of(read_limited(path, _LARGEST_FILE), path.name)


def lesson_of(data: bytes, name: str) -> LessonPack:
    """Return the lesson that a file's bytes hold.

    Args:
        data: The bytes.
        name: What the file is called, for sentences about it.

    Raises:
        ReaderError: It is no lesson, or larger than one can be.
    """
    parts = _parts(data, name)
    if _LESSON not in parts:
        raise ReaderError(f"“{name}” is no lesson: it has no {_LESSON}.", _ASK)
    numbers = sorted(int(found[1]) for part in parts if (found := _ARTICLE.fullmatch(part)))
    try:
        articles = [parsed_json(parts[f"articles/{number}.json"]) for number in numbers]
        lesson = read_lesson(parsed_json(parts[_LESSON]), articles)
    except DamagedError as error:
        raise ReaderError(f"“{name}” is no lesson that can be read: {error}.", _ASK) from error
    except ReaderError as error:
        raise ReaderError(f"“{name}” cannot be used. {error.message}", _ASK) from error
    lists: dict[str, dict[str, bytes]] = {}
    for part, part_data in parts.items():
        found = _LIST.fullmatch(part)
        if found:
            lists.setdefault(found[1], {})[found[2]] = part_data
    return LessonPack(lesson, {key: files for key, files in lists.items() if len(files) > 1})


def _parts(data: bytes, name: str) -> dict[str, bytes]:
    """Return the files of known names in a zip, by their names."""
    try:
        return dict(_members(data, name))
    except ReaderError:
        raise
    except Exception as error:
        raise ReaderError(f"“{name}” is damaged, or no lesson file.", _ASK) from error


def _members(data: bytes, name: str) -> list[tuple[str, bytes]]:
    if data.count(ENTRY) > 10 * _MOST_FILES:
        raise ReaderError(f"“{name}” holds too many files; a lesson has a few.", _ASK)
    found, total = [], 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        if len(infos) > _MOST_FILES:
            raise ReaderError(f"“{name}” holds {len(infos):,} files; a lesson has a few.", _ASK)
        folder = folder_in([info.filename for info in infos], (_LESSON,))
        for info in infos:
            member = info.filename.removeprefix(folder)
            if not info.filename.startswith(folder) or not _is_known(member):
                continue
            part = file_in(archive, info, _LARGEST_PART + 1)
            total += len(part)
            if len(part) > _LARGEST_PART or total > _LARGEST_WHOLE:
                raise ReaderError(f"“{name}” is larger than a lesson can be when unpacked.", _ASK)
            found.append((member, part))
    return found


def _is_known(part: str) -> bool:
    article = _ARTICLE.fullmatch(part)
    is_article = article is not None and int(article[1]) <= 10 * MOST_ARTICLES
    return part == _LESSON or is_article or _LIST.fullmatch(part) is not None


def _json(plain: object) -> bytes:
    text = json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "backslashreplace")
