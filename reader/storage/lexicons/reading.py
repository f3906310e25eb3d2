"""One folder while it is read: the text of its files, and the mistakes met on the way."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.errors import LexiconError
from reader.storage.files.text_files import LARGEST_FILE, decode_text, read_bytes
from reader.storage.lexicons.limits import MOST_COMPLAINTS, and_more


@dataclass(slots=True)
class Reading:
    """The mistakes met while one folder is read; the first are kept, the rest is counted.

    Attributes:
        folder: The lexicon's folder.
        kept: The first mistakes, in order.
        count: How many there were.
    """

    folder: Path
    kept: list[LexiconError] = field(default_factory=list)
    count: int = 0

    def complain(self, file: str, line: int, what: str, hint: str = "") -> None:
        """Note a mistake in a line of a file; line 0 is the whole file."""
        place = f", line {line}" if line else ""
        self.add(LexiconError(f"{self.folder.name}/{file}{place}: {what}", hint))

    def add(self, problem: LexiconError) -> None:
        """Note a mistake that has its sentence already."""
        self.count += 1
        if len(self.kept) < MOST_COMPLAINTS:
            self.kept.append(problem)

    def take(self, problems: Sequence[LexiconError]) -> None:
        """Add all that was wrong with a part that was read on its own."""
        self.count += len(problems)
        self.kept.extend(problems)

    def problems(self) -> tuple[LexiconError, ...]:
        """Return all that is wrong, with a sentence that stands for what is not listed."""
        more = self.count - len(self.kept)
        rest = (LexiconError(f"{self.folder.name}: {and_more(more)}"),) if more else ()
        return (*self.kept, *rest)

    def text(self, name: str, largest: int = LARGEST_FILE) -> str | None:
        """Return the text of a file, None where it cannot be read."""
        data = self.data(name, largest)
        return None if data is None else self.decoded(name, data)

    def data(self, name: str, largest: int = LARGEST_FILE) -> bytes | None:
        """Return what a file holds, None where it cannot be read."""
        try:
            return read_bytes(self.folder / name, largest)
        except LexiconError as error:
            self.add(LexiconError(f"{self.folder.name}/{error.message}", error.hint))
            return None

    def decoded(self, name: str, data: bytes) -> str:
        """Return what a file holds as text; a guessed encoding is noted."""
        read = decode_text(data)
        if read.note:
            self.complain(name, read.line, read.note, "Save it as UTF-8 again.")
        return read.text
