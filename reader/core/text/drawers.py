"""Drawers like those of index cards: lines of a file, each found by what stands first on it.

The check sum of that tells in which compartment a line lies, and nothing else is read. A file of
them is not compressed, for to unpack it would take longer than all that a text asks of it.
"""

import struct
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.values import frozen

_BEHIND = b"\x7f"  # a sign that no word holds
_PART = struct.Struct("<I")  # how long a part of a file is
_A_COMPARTMENT = 3  # lines in each, on average


@frozen
class Drawer:
    """Lines by their first words.

    Attributes:
        starts: Where each compartment begins, and where the last one ends.
        lines: The lines, compartment for compartment.
    """

    starts: Sequence[int]
    lines: bytes

    def find(self, key: str) -> bytes | None:
        """Return what stands behind a key, or None where there is no such line."""
        first, starts = key.encode("utf-8", "surrogatepass"), self.starts
        place = zlib.crc32(first) % (len(starts) - 1)
        line = b"\n" + first + _BEHIND
        start = self.lines.find(line, starts[place], starts[place + 1] + 1)
        if start < 0:
            return None
        start += len(line)
        return self.lines[start : self.lines.index(b"\n", start)]

    def all(self) -> Iterator[tuple[str, bytes]]:
        """Yield all keys with what stands behind each."""
        for line in self.lines.strip(b"\n").split(b"\n") if self.starts[-1] else ():
            first, _, rest = line.partition(_BEHIND)
            yield first.decode(errors="surrogatepass"), rest

    @classmethod
    def made(cls, rows: Sequence[tuple[str, bytes]]) -> "Drawer":
        """File rows of keys and what stands behind each; none holds a line's end."""
        filed: list[list[bytes]] = [[] for _ in range(len(rows) // _A_COMPARTMENT + 1)]
        for key, rest in rows:
            first = key.encode(errors="surrogatepass")
            filed[zlib.crc32(first) % len(filed)].append(first + _BEHIND + rest + b"\n")
        starts, lines = array("I", [0]), bytearray(b"\n")
        for some in filed:
            lines += b"".join(some)
            starts.append(len(lines) - 1)
        return cls(starts, bytes(lines))


class NumberDrawer(Mapping[str, int]):
    """Words with a number for each, which takes a tenth of the memory of a dictionary."""

    _FORM = b"numbers 1"  # the first line of a file

    def __init__(self, drawer: Drawer) -> None:
        self._drawer = drawer

    def __getitem__(self, word: str) -> int:
        """Return the number of a word."""
        found = self._drawer.find(word)
        if found is None:
            raise KeyError(word)
        return int(found)

    def __iter__(self) -> Iterator[str]:
        """Yield the words."""
        return (word for word, _ in self._drawer.all())

    def __len__(self) -> int:
        """Return how many words there are."""
        return sum(1 for _ in self)

    @classmethod
    def from_bytes(cls, data: bytes) -> "NumberDrawer":
        """Read words and numbers as `to_bytes` writes them.

        Raises:
            ValueError: The bytes are something else.
        """
        starts, lines = parts_of(data, cls._FORM)
        return cls(Drawer(numbers_in("I", starts), lines))

    @classmethod
    def to_bytes(cls, numbers: Mapping[str, int]) -> bytes:
        """Return words and numbers in one piece."""
        rows = [(word, str(number).encode()) for word, number in sorted(numbers.items())]
        drawer = Drawer.made(rows)
        return in_one_piece((bytes_of("I", drawer.starts), drawer.lines), cls._FORM)


def in_one_piece(parts: Iterable[bytes], form: bytes) -> bytes:
    """Return the parts of a file: a line with its form and a check sum, each behind its length."""
    content = b"".join(_PART.pack(len(part)) + part for part in parts)
    return b"%s %d\n" % (form, zlib.crc32(content)) + content


def parts_of(data: bytes, form: bytes) -> list[bytes]:
    """Cut a file into its parts.

    Raises:
        ValueError: It is of another form, or not whole.
    """
    first, _, content = data.partition(b"\n")
    if first != b"%s %d" % (form, zlib.crc32(content)):
        raise ValueError(f"this is no file of the form “{form.decode()}”, or not whole")
    parts, start = [], 0
    while start < len(content):
        (length,) = _PART.unpack_from(content, start)
        start += _PART.size + length
        parts.append(content[start - length : start])
    return parts


def numbers_in(kind: str, data: bytes) -> "array[int]":
    """Return the numbers that stand in a file, the lowest byte of each first."""
    numbers = array(kind, data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def bytes_of(kind: str, given: Iterable[int]) -> bytes:
    """Return numbers as they stand in a file."""
    numbers = array(kind, given)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()
