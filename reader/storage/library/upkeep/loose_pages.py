"""Rows of a damaged database by the pages that are whole, where the way to them is gone.

A table is a tree, and its top lies on one page: damage there hides every row below it. The rows
lie on leaves, and a leaf says by its first byte that it is one; of what table, only its rows tell.
See "Database File Format" of SQLite for the numbers here.
"""

import mmap
import struct
from collections.abc import Container, Iterator
from contextlib import suppress
from pathlib import Path

from reader.values import frozen

Cells = tuple[object, ...]
_LEAF = 0x0D  # the first byte of a leaf of a table
_USUAL_PAGE = 16_384
_LEAF_HEAD = 8
_FIXED = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # bytes of whole numbers, by their kind
_LARGEST = 200_000_000  # bytes of one row
_WORDS = 13  # the kind of an empty text; blobs are the even numbers beside


class _NoRowError(ValueError):
    """What lies here is no row."""


@frozen
class _Pages:
    """The file in pages."""

    data: mmap.mmap
    size: int
    unused: int  # bytes at the end of each page

    def page(self, number: int) -> bytes:
        return self.data[(number - 1) * self.size : number * self.size]

    @property
    def usable(self) -> int:
        return self.size - self.unused


def loose_rows(path: Path, known: Container[int] = ()) -> Iterator[tuple[int, Cells]]:
    """Yield number and cells of every row of a table that lies on a whole page.

    Words that are no UTF-8 come as far as they can be read. Rows of all tables come, as they lie.

    Args:
        path: The file.
        known: The numbers of rows that are not wanted.

    Raises:
        OSError: The file cannot be read.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        yield from _rows_in(data, known)


def _rows_in(data: mmap.mmap, known: Container[int]) -> Iterator[tuple[int, Cells]]:
    told = struct.unpack(">H", data[16:18])[0] if len(data) > _USUAL_PAGE else 0
    size = 65_536 if told == 1 else told if told >= 512 and not told & (told - 1) else _USUAL_PAGE
    pages = _Pages(data, size, data[20] if told else 0)
    free = _free(pages)
    for number in range(2, len(data) // size + 1):
        page = pages.page(number)
        if page[0] == _LEAF and number not in free:
            yield from _rows_on(pages, page, known)


def _free(pages: _Pages) -> set[int]:
    """Return the pages of what was deleted, as far as they are told: it is to stay away."""
    free: set[int] = set()
    with suppress(struct.error):
        trunk = struct.unpack(">I", pages.data[32:36])[0]
        while trunk > 1 and trunk not in free:
            free.add(trunk)
            trunk, count = struct.unpack(">II", (page := pages.page(trunk))[:8])
            count = min(count, len(page) // 4 - 2)
            free.update(struct.unpack(f">{count}I", page[8 : 8 + 4 * count]))
    return free


def _rows_on(pages: _Pages, page: bytes, known: Container[int]) -> Iterator[tuple[int, Cells]]:
    count = struct.unpack(">H", page[3:5])[0]
    if count * 2 + _LEAF_HEAD > len(page):
        return
    for place in struct.unpack(f">{count}H", page[_LEAF_HEAD : _LEAF_HEAD + 2 * count]):
        with suppress(_NoRowError, IndexError, struct.error):
            length, place = _number(page, place)  # noqa: PLW2901 -- it moves on
            row, place = _number(page, place)  # noqa: PLW2901
            if row not in known:
                yield row, _cells(_payload(pages, page, place, length))


def _number(data: bytes, place: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and the place behind it."""
    value = 0
    for step in range(8):
        byte = data[place + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + step + 1
    return value << 8 | data[place + 8], place + 9


def _payload(pages: _Pages, page: bytes, place: int, length: int) -> bytes:
    """Return a row's bytes, with those that lie on pages of their own."""
    if not 0 < length < _LARGEST:
        raise _NoRowError
    usable = pages.usable
    here = length
    if length > usable - 35:
        least = (usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (usable - 4)
        here = here if here <= usable - 35 else least
    found = bytearray(page[place : place + here])
    following = (
        struct.unpack(">I", page[place + here : place + here + 4])[0] if here < length else 0
    )
    while len(found) < length:
        more = pages.page(following) if following > 1 else b""
        if len(more) < pages.size:
            raise _NoRowError
        following = struct.unpack(">I", more[:4])[0]
        found += more[4 : min(usable, 4 + length - len(found))]
    return bytes(found)


def _cells(payload: bytes) -> Cells:
    end, place = _number(payload, 0)
    kinds = []
    while place < end:
        kind, place = _number(payload, place)
        kinds.append(kind)
    cells: list[object] = []
    for kind in kinds:
        size = _FIXED.get(kind, 8 if kind == 7 else max(0, kind - 12) // 2)
        part, end = payload[end : end + size], end + size
        if len(part) < size:
            raise _NoRowError
        cells.append(_cell(kind, part))
    return tuple(cells)


def _cell(kind: int, part: bytes) -> object:
    if kind in _FIXED:
        return int.from_bytes(part, "big", signed=True)
    if kind == 7:
        return struct.unpack(">d", part)[0]
    if kind in {8, 9}:
        return kind - 8
    if kind >= _WORDS - 1:
        return part.decode(errors="replace") if kind % 2 else part
    return None
