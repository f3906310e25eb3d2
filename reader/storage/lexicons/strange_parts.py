"""What a list on the disk holds that the program does not know, and would not write again.

A teacher adds columns in a spreadsheet, a later version has keys of its own. The program reads
past them; before it writes the list, the files are kept beside it as they were.
"""

import contextlib
import csv
import io
import re
from dataclasses import fields
from itertools import count
from pathlib import Path
from typing import TextIO

from reader.core.lexicon.lexicon import Category, Lexicon
from reader.storage.files.atomic_files import write_atomically
from reader.storage.files.limited_files import data_of
from reader.storage.files.text_files import LARGEST_FILE
from reader.storage.lexicons.folder_files import FILES
from reader.storage.lexicons.heads import HEAD
from reader.storage.lexicons.tables import COLUMNS, table_form
from reader.tables.toml import parsed_toml

_ENTRIES = "entries.csv"
_LONGEST = 100_000  # characters of the line that names the columns
# What stands between quotation marks in TOML, where a "#" begins no remark, or such a sign.
_STRING_OR_REMARK = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|\'{3}.*?\'{3}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|(#)', re.DOTALL
)
_KEYS = frozenset(one.name for one in fields(Lexicon))
_CATEGORY_KEYS = frozenset(one.name for one in fields(Category))


def has_strange_parts(place: Path) -> bool:
    """Tell whether a list has columns, keys or remarks that would not be written again."""
    with contextlib.suppress(OSError, csv.Error):
        text = data_of(place / _ENTRIES, LARGEST_FILE).decode("utf-8-sig", "replace")
        if _has_strange_columns(io.StringIO(text, newline=None)):
            return True
    with contextlib.suppress(OSError, ValueError):
        return _has_strange_keys(data_of(place / HEAD, LARGEST_FILE).decode("utf-8-sig"))
    return False


def _has_strange_columns(file: TextIO) -> bool:
    """Tell whether a column is unknown, there twice, or has cells and no name."""
    form = table_form(file.readline(_LONGEST))
    named = [name for name in form.names if name]
    if not set(named) <= set(COLUMNS) or len(named) > len(set(named)):
        return True
    nameless = [place for place, name in enumerate(form.names) if not name]
    rows = csv.reader(file, delimiter=form.delimiter) if nameless else ()
    return any(row[place].strip() for row in rows for place in nameless if place < len(row))


def _has_strange_keys(text: str) -> bool:
    plain = parsed_toml(text)
    tables = plain.get("categories", [])
    known = all(set(table) <= _CATEGORY_KEYS for table in tables if isinstance(table, dict))
    # Up to the first remark every quotation mark is closed: behind it, one may not be, and each
    # would be looked for to the end of the text.
    has_remark = any(found[1] for found in _STRING_OR_REMARK.finditer(text))
    return has_remark or not known or not set(plain) <= _KEYS


def keep_aside(place: Path) -> Path:
    """Copy the files of a list to names that are free; return that of its entries.

    Raises:
        ReaderError: The folder cannot be written.
    """
    number = next(n for n in count() if not (place / f"{_ENTRIES}{_old(n)}").exists())
    for name in FILES:
        path = place / name
        if path.is_file():
            old = path.with_name(f"{name}{_old(number)}")
            write_atomically(old, path.read_bytes(), is_private=True)
    return place / f"{_ENTRIES}{_old(number)}"


def _old(number: int) -> str:
    return f".old{number or ''}"  # as `free_name_beside` calls them
