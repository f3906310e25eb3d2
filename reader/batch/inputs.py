"""The articles of a batch: a folder, or a JSON Lines file of ids and texts."""

import errno
import hashlib
import io
import json
import os
import stat
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from reader.core.text.article import Article
from reader.core.text.byte_order import SIGN
from reader.errors import ImportFailedError, reason_of
from reader.intake.formats.registry import document_endings, ending_of, many_endings
from reader.intake.read import read_article, read_articles, read_text
from reader.intake.sources.files import LARGEST
from reader.intake.text.decode import whole_characters
from reader.intake.text.plain_text import read_verbatim
from reader.storage.files.atomic_files import STANDARD
from reader.values import frozen

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_PIECE = 1 << 20  # bytes that are read at once


@frozen
class BatchInput:
    """One article of a batch, not yet read.

    Attributes:
        id: The given id, or the file's stem.
        fingerprint: Changes when the input changes.
        path: The file, or "" when the text is given.
        text: The text, or "" when there is a file.
        problem: What is wrong with the line, as a finished sentence, or "".
        number: Which article of the file, from 1; 0 where the file is one article.
    """

    id: str
    fingerprint: str
    path: str = ""
    text: str = ""
    problem: str = ""
    number: int = 0

    def article(self, *, is_verbatim: bool) -> Article:
        """Return the article.

        Raises:
            ImportFailedError: It cannot be read.
        """
        if self.problem:
            raise ImportFailedError(self.problem)
        if self.number:
            return _articles_of(self.path, self.fingerprint.rpartition(" ")[0])[self.number - 1]
        if self.path:
            return read_article(self.path, verbatim=is_verbatim)
        if is_verbatim:
            return read_verbatim(self.text, self.id)
        return read_text(self.text, self.id)


@lru_cache(maxsize=1)
def _articles_of(path: str, _fingerprint: str) -> tuple[Article, ...]:
    """Return the articles of a file, kept until another file is asked for."""
    return read_articles(path)[0]


def read_inputs(path: Path, *, is_verbatim: bool = False) -> Iterator[BatchInput]:
    """Yield the articles of a folder (sorted by name), JSON Lines or a single file.

    `-` is standard input, with JSON Lines.

    A file that holds several articles gives one input each, `NAME-1` and so on, but not where it
    is to be taken as it is.

    Raises:
        ImportFailedError: There is nothing at `path`.
    """
    if path.is_dir():
        for file in files_in(path):
            yield from _of_file(file, is_verbatim=is_verbatim)
    elif _is_stream(path):
        yield from _lines(path)
    elif not path.exists():
        raise ImportFailedError(
            f"“{path}” is not there.",
            hint="Name a folder of articles, or a JSON Lines file of ids and texts.",
        )
    elif _has_lines(path) and path.is_file():
        yield from _lines(path)
    else:
        yield from _of_file(path, is_verbatim=is_verbatim)


def _is_stream(path: Path) -> bool:
    """Tell whether a path stands for lines that another program writes: `-`, or a pipe in `/dev`.

    Any other pipe is no input, for one that waits for a writer would be waited for.
    """
    if path == STANDARD:
        return True
    try:
        is_pipe = stat.S_ISFIFO(path.stat().st_mode)
        return path.is_relative_to("/dev") and (is_pipe or _has_lines(path.resolve()))
    except OSError:
        return False


def _has_lines(path: Path) -> bool:
    return path.suffix.lower() in {".jsonl", ".ndjson"}


def files_in(folder: Path, more: Iterable[str] = ()) -> list[Path]:
    """Return what lies in a folder and may be an article, sorted by name.

    Args:
        folder: The folder.
        more: Endings of further files that are wanted, in lower case, with the dot.

    Raises:
        ImportFailedError: The folder cannot be listed.
    """
    endings = document_endings() | {"", *more}
    try:
        found = [path for path in folder.iterdir() if not path.name.startswith(".")]
    except OSError as error:
        raise _unreadable(folder, error) from error
    return sorted(path for path in found if ending_of(path.name) in endings and not path.is_dir())


def nothing_in(folder: Path) -> str:
    """Return a sentence about a folder with nothing to read in it, "" about anything else.

    What lies in the folders of a folder is read when these are named.
    """
    if not folder.is_dir() or files_in(folder):
        return ""
    inner = sorted(one for one in folder.iterdir() if one.is_dir() and one.name[0] != ".")
    if not inner:
        return f"There is nothing to read in “{folder}”."
    return f"There is nothing to read in “{folder}” itself. Name folders in it: “{inner[0]}”."


def _unreadable(path: Path, error: OSError) -> ImportFailedError:
    hint = "Check who may read it."
    if error.errno == errno.ELOOP:
        hint = "It leads back to itself. Remove the link, or name the files."
    return ImportFailedError(f"“{path}” cannot be read: {reason_of(error)}.", hint=hint)


def _of_file(file: Path, *, is_verbatim: bool) -> Iterator[BatchInput]:
    try:
        facts = file.stat()
    except OSError as error:
        yield BatchInput(file.stem, str(file), problem=str(_unreadable(file, error)))
        return
    if not stat.S_ISREG(facts.st_mode):  # one that waits for a writer would be waited for
        yield BatchInput(file.stem, str(file), problem=f"“{file}” is no file with text in it.")
        return
    fingerprint = f"{file} {facts.st_size} {facts.st_mtime_ns}"
    count = 1 if is_verbatim else _count_in(file, fingerprint)
    if count == 1:
        yield BatchInput(file.stem, fingerprint, path=str(file))
        return
    for number in range(1, count + 1):
        identity = f"{file.stem}-{number}"
        yield BatchInput(identity, f"{fingerprint} {number}", path=str(file), number=number)


def _count_in(file: Path, fingerprint: str) -> int:
    """Return how many articles a file holds; one where that cannot be told."""
    if ending_of(file.name) not in many_endings():
        return 1
    try:
        return len(_articles_of(str(file), fingerprint))
    except ImportFailedError:
        return 1  # it is told when its turn comes


def _lines(path: Path) -> Iterator[BatchInput]:
    for number, line in numbered_lines(path):
        if line is None:
            problem = too_long(path.name, number)
            yield BatchInput(f"{path.name}:{number}", problem, problem=problem)
        else:
            yield _of_line(line, path.name, number)


def numbered_lines(path: Path) -> Iterator[tuple[int, str | None]]:
    """Yield the lines of a file that hold something, counted from 1; None for one too long.

    What is written to the file meanwhile is left out: a file that grows has an end too.

    Raises:
        ImportFailedError: The file cannot be read.
    """
    try:
        place = 0 if path == STANDARD else path
        with (
            open(place, "rb", buffering=0, closefd=bool(place)) as file,
            io.TextIOWrapper(
                io.BufferedReader(_AsItWas(file), _PIECE),
                encoding="utf-8-sig",
                errors="replace",
                newline="\n",
            ) as lines,
        ):
            for number in count(1):
                line = lines.readline(LARGEST)
                if not line:
                    return
                if len(line) == LARGEST and not line.endswith("\n"):
                    _pass_over(lines)
                    yield number, None
                elif (line := line.lstrip(SIGN)).strip():
                    yield number, line
    except OSError as error:
        raise _unreadable(path, error) from error


class _AsItWas(io.RawIOBase):
    """A file up to where it ended when it was opened; a pipe to its end."""

    def __init__(self, file: io.FileIO) -> None:
        super().__init__()
        self._file = file
        facts = os.fstat(file.fileno())
        is_file = stat.S_ISREG(facts.st_mode)
        self._left = facts.st_size - file.tell() if is_file else None

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, room: "WriteableBuffer") -> int | None:
        """Fill the room with what comes next, as far as there is any."""
        view = memoryview(room)
        if self._left is None:
            return self._file.readinto(view)
        count = self._file.readinto(view[: max(0, self._left)])
        self._left -= count or 0
        return count


def _pass_over(lines: TextIO) -> None:
    """Read on to the end of a line."""
    while (rest := lines.readline(LARGEST)) and not rest.endswith("\n"):
        pass


def too_long(name: str, number: int) -> str:
    """Return a sentence on a line that was passed over."""
    size = f"{LARGEST // 1_000_000} million characters"
    return f"{name}, line {number}: it is longer than {size}."


def _of_line(line: str, name: str, number: int) -> BatchInput:
    digest = hashlib.sha256(line.encode(errors="surrogatepass")).hexdigest()
    try:
        plain = json.loads(line)
    except (ValueError, RecursionError):
        plain = None
    item = plain if isinstance(plain, dict) else {}
    given, text = item.get("id"), item.get("text")
    identity = f"{name}:{number}" if given is None else whole_characters(str(given))
    if given is None or "text" not in item:
        problem = f'{name}, line {number}: it is not an object with "id" and "text".'
        return BatchInput(identity, digest, problem=problem)
    if not isinstance(text, str):
        problem = f"{name}, line {number}: its text is not text."
        return BatchInput(identity, digest, problem=problem)
    return BatchInput(identity, digest, text=whole_characters(text))
