"""The articles of a batch: a folder, or a JSON Lines file of ids and texts."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.core.article import Article
from reader.errors import ImportFailedError
from reader.intake.plain_text import read_plain_text, read_verbatim
from reader.intake.read import read_article

_ENDINGS = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ""})


@dataclass(frozen=True, slots=True)
class BatchInput:
    """One article of a batch, not yet read.

    Attributes:
        id: The given id, or the file's stem.
        fingerprint: Changes when the input changes.
        path: The file, or "" when the text is given.
        text: The text, or "" when there is a file.
        problem: What is wrong with the line, as a finished sentence, or "".
    """

    id: str
    fingerprint: str
    path: str = ""
    text: str = ""
    problem: str = ""

    def article(self, is_verbatim: bool) -> Article:  # noqa: FBT001 -- one switch, handed through
        """Return the article.

        Raises:
            ImportFailedError: It cannot be read.
        """
        if self.problem:
            raise ImportFailedError(self.problem)
        if self.path:
            return read_article(self.path, verbatim=is_verbatim)
        if is_verbatim:
            return read_verbatim(self.text, self.id)
        if not self.text.strip():
            raise ImportFailedError(f"The text of “{self.id}” is empty.")
        return read_plain_text(self.text.replace("\r\n", "\n").replace("\x00", ""), self.id)


def read_inputs(path: Path) -> Iterator[BatchInput]:
    """Yield the articles of a folder (sorted by name), a JSON Lines file or a single article.

    Raises:
        ImportFailedError: There is nothing at `path`.
    """
    if path.is_dir():
        files = sorted(p for p in path.iterdir() if p.is_file() and not p.name.startswith("."))
        for file in files:
            if file.suffix.lower() in _ENDINGS:
                yield _of_file(file)
    elif path.suffix.lower() in {".jsonl", ".ndjson"}:
        yield from _lines(path)
    elif path.exists():
        yield _of_file(path)
    else:
        raise ImportFailedError(f"“{path}” is not there.", hint="Check the name of the input.")


def _of_file(file: Path) -> BatchInput:
    facts = file.stat()
    return BatchInput(file.stem, f"{file} {facts.st_size} {facts.st_mtime_ns}", path=str(file))


def _lines(path: Path) -> Iterator[BatchInput]:
    try:
        lines = path.read_text(encoding="utf-8-sig", errors="replace").split("\n")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ImportFailedError(f"“{path}” cannot be read: {reason}.") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        name = f"{path.name}:{number}"
        try:
            item = json.loads(line)
            identity, text = item["id"], item["text"]
        except (ValueError, KeyError, TypeError, RecursionError):
            problem = f'{path.name}, line {number}: it is not an object with "id" and "text".'
            yield BatchInput(name, line[:200], problem=problem)
            continue
        if not isinstance(text, str):
            problem = f"{path.name}, line {number}: its text is not text."
            yield BatchInput(str(identity), line[:200], problem=problem)
            continue
        yield BatchInput(str(identity), f"{len(text)} {text[:500]}", text=text)
