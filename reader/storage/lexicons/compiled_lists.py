"""What is asked of all entries of a table, kept as it was found when the table was last read.

With it an unchanged table need not be read again: its entries are made when they are asked for.
One file a list, kept among the reader's own files; it may be deleted at any time. It is taken only
where the list's own files and its own content are, byte for byte, what they were.
"""

import contextlib
import hashlib
import json
import sys
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from functools import lru_cache
from itertools import chain, starmap
from pathlib import Path
from typing import Any

from reader import __version__
from reader.core.languages import english, inflections
from reader.core.languages.language import Language
from reader.core.lexicon import phrases
from reader.core.lexicon.filed import filing, late_entries
from reader.core.lexicon.filed.known_entries import known
from reader.core.lexicon.filed.late_entries import (
    Columns,
    Filing,
    Kind,
    LateEntries,
    columns_of,
)
from reader.core.lexicon.lexicon import Entry, Guard
from reader.core.text import tokens
from reader.errors import LexiconError, ReaderError
from reader.storage.files.atomic_files import write_atomically
from reader.storage.files.limited_files import data_of
from reader.storage.files.text_files import decode_text
from reader.storage.lexicons.late_rows import LateRows, row_starts
from reader.storage.lexicons.tables import RowRules, TableForm, plain_text, table_form
from reader.storage.lexicons.whole_tables import WholeTable, whole_table
from reader.values import frozen

_NAMES = tuple(one.name for one in fields(Entry))
# Tables read in another way raise the number; a changed field of an entry changes its name here.
_FORM = " ".join(("4", __version__, sys.byteorder, *_NAMES, *(one.name for one in fields(Guard))))
# What tells by which words entries are found; in a checkout it changes under one version.
_CODE = (english, inflections, phrases, filing, late_entries, tokens)
_NUMBERS = "I"  # how a number is kept: four bytes
_LARGEST = 1_000_000_000  # bytes of what is kept of a table
_FEWEST = 50  # entries; less is quicker read than looked up


@frozen
class Table:
    """A table of entries, and what bears on how it is read.

    Attributes:
        data: What its file holds.
        rules: What its rows may hold.
    """

    data: bytes
    rules: RowRules

    def key(self) -> bytes:
        """Return a short name for all that what is kept of it depends on."""
        language, categories = self.rules.language, sorted(self.rules.categories or ())
        parts = (_FORM, _code_state(), _language_state(language), *categories)
        return _digest(self.data, *(part.encode("utf-8", "surrogatepass") for part in parts))


@frozen
class ReadTable:
    """What was read of a table: its entries, and what is wrong with others."""

    entries: Sequence[Entry]
    problems: tuple[LexiconError, ...]


def kept_table(place: Path, table: Table) -> ReadTable | None:
    """Return what was kept at `place` of a table, None where nothing is."""
    with contextlib.suppress(OSError):
        data = data_of(place, _LARGEST)
        head, _, content = data.partition(b"\n")
        key = table.key()
        if head == key + _digest(content):
            return _kept(content, table, key)
    return None


def keep_table(place: Path, table: Table, read: ReadTable) -> None:
    """Keep what was read of a table at `place`, unless it is short.

    That no file can be kept costs time at the next start, and nothing else.
    """
    if len(read.entries) < _FEWEST:
        return
    text = decode_text(table.data).text
    lines = [entry.line for entry in read.entries]
    starts = row_starts(table.data, text, lines)
    if starts is None:
        return
    filing = known(read.entries).filing(table.rules.language)
    form, columns = table_form(plain_text(text)), columns_of(read.entries, filing)
    _keep(place, table, WholeTable(form, columns, starts), read.problems)


def read_whole(table: Table) -> tuple[ReadTable, Callable[[Path], None]] | None:
    """Return a table without a fault, and what keeps it at a place; None for any other table.

    Its entries are made when they are asked for, as those of a table that was kept.
    """
    whole = whole_table(table.data, table.rules)
    if whole is None or len(whole.columns.phrases) < _FEWEST:
        return None
    rows = LateRows(table.data, whole.form, whole.columns, whole.starts)
    read = ReadTable(LateEntries(whole.columns, rows.entries, table.key()), ())
    return read, lambda place: _keep(place, table, whole, ())


def _keep(place: Path, table: Table, whole: WholeTable, problems: Sequence[LexiconError]) -> None:
    content = _plain(whole, problems)
    with contextlib.suppress(ReaderError):
        write_atomically(place, table.key() + _digest(content) + b"\n" + content, is_private=True)


def _plain(whole: WholeTable, problems: Sequence[LexiconError]) -> bytes:
    """Return what is kept of a table: a line of JSON, and numbers behind it."""
    form, columns = whole.form, whole.columns
    filing = columns.filed()
    kinds = {kind: number for number, kind in enumerate(dict.fromkeys(columns.kinds))}
    head = {
        "names": form.names,
        "delimiter": form.delimiter,
        "phrases": "\n".join(columns.phrases),
        "kinds": list(kinds),
        "counterparts": list(columns.counterparts.items()),
        "words": "\n".join(filing.words),
        "state": columns.state(),
        "problems": [(problem.message, problem.hint) for problem in problems],
    }
    numbers: tuple[Iterable[int], ...] = (
        columns.lines,
        whole.starts,
        map(kinds.__getitem__, columns.kinds),
        filing.ends,
        filing.numbers,
    )
    line = json.dumps(head, separators=(",", ":")).encode()
    return line + b"\n" + array(_NUMBERS, chain.from_iterable(numbers)).tobytes()


def _kept(content: bytes, table: Table, key: bytes) -> ReadTable:
    line, _, packed = content.partition(b"\n")
    head: dict[str, Any] = json.loads(line)
    numbers = array(_NUMBERS, packed)
    listed, words = head["phrases"].split("\n"), head["words"].split("\n")
    count = len(listed)
    lines, starts, kind = (numbers[count * part : count * (part + 1)] for part in range(3))
    numbers = numbers[3 * count :]
    kinds = list(starmap(Kind, head["kinds"]))
    filed, state = Filing(words, numbers[: len(words)], numbers[len(words) :]), head["state"]
    columns = Columns(
        phrases=listed,
        kinds=list(map(kinds.__getitem__, kind)),
        lines=lines,
        counterparts=dict(head["counterparts"]),
        filed=lambda: filed,
        state=lambda: state,
    )
    form = TableForm(tuple(head["names"]), head["delimiter"])
    rows = LateRows(table.data, form, columns, starts)
    problems = tuple(starmap(LexiconError, head["problems"]))
    return ReadTable(LateEntries(columns, rows.entries, key), problems)


@lru_cache(maxsize=8)
def _language_state(language: Language) -> str:
    """Return what a language knows, in a few letters."""
    return f"{language.code} {_digest(repr(language.tables).encode()).decode()}"


@lru_cache(maxsize=1)
def _code_state() -> str:
    """Return when the code was changed by which words are filed; "" where it lies in no files."""
    with contextlib.suppress(OSError, TypeError):
        return " ".join(f"{Path(str(one.__file__)).stat().st_mtime_ns}" for one in _CODE)
    return ""


def _digest(*parts: bytes) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(b"%d " % len(part))
        digest.update(part)
    return digest.hexdigest().encode()
