"""Plain data as small bytes, and texts as a database can hold them.

A text is packed to four tenths of its size, an analysis to less than half of the text: zlib begins
with a dictionary of what is to be expected (made by `tests/tools/make_dictionaries.py`). The first
byte tells which dictionary, so that a better one may come and the earlier ones are still read.
"""

import json
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

_LEVEL = 9  # of an analysis, 2 % less than 6, for a fifth of a millisecond
_BARE = b"\x00"  # packed without a dictionary
_ONE = b"\x01"  # packed with the first of its kind
_STEPS = b"\x02"  # rising numbers by their steps, seven bits a byte
_HEAD = 6  # bytes in which zlib tells how it packs, and with which dictionary
_LARGEST = 500_000_000  # bytes, unpacked
_SEVEN_BITS, _GOES_ON = 0x7F, 0x80


@cache
def _dictionary(name: str) -> bytes:
    return Path(__file__).with_name(name).read_bytes()


def _packed(data: bytes, kind: str) -> bytes:
    packer = zlib.compressobj(_LEVEL, memLevel=9, zdict=_dictionary(f"{kind}-1.zdict"))
    return _ONE + packer.compress(data) + packer.flush()


@cache
def _begun(kind: str) -> tuple[bytes, Any]:
    """Return how all that is packed begins, and what has unpacked so much.

    A copy of it goes on in three quarters of the time: it has its dictionary already.
    """
    head = _packed(b"", kind)[1:][:_HEAD]
    unpacker = zlib.decompressobj(zdict=_dictionary(f"{kind}-1.zdict"))
    unpacker.decompress(head)
    return head, unpacker


def _unpacked(data: bytes, kind: str) -> bytes:
    """Return what was packed.

    Raises:
        ValueError: It was not packed so.
    """
    if not isinstance(data, bytes) or data[:1] != _ONE:
        raise ValueError("another version of the program packed it")
    head, unpacker = _begun(kind)
    try:
        if data.startswith(head, 1):
            unpacker, start = unpacker.copy(), 1 + len(head)
        else:
            unpacker, start = zlib.decompressobj(zdict=_dictionary(f"{kind}-1.zdict")), 1
        return _inflated(unpacker, data[start:])
    except zlib.error as error:
        raise ValueError("it cannot be unpacked") from error


def _inflated(unpacker: Any, data: bytes) -> bytes:  # noqa: ANN401 -- zlib gives it no name
    """Return what was packed, up to a limit that nothing of ours comes near.

    Raises:
        ValueError: It is larger, or its end is missing.
    """
    found: bytes = unpacker.decompress(data, _LARGEST)
    if not unpacker.eof:
        raise ValueError("its end is missing")
    return found


def pack_text(text: str) -> bytes:
    """Return a text as the table `packed_body` holds it."""
    return _packed(text.encode(), "texts")


def unpack_text(data: bytes) -> str:
    """Return a text that was packed; one that is damaged is empty.

    The database calls it too, for the view `body` and for the index of words.
    """
    try:
        return _unpacked(data, "texts").decode()
    except ValueError:
        return ""


def pack_analysis(plain: object) -> bytes:
    """Return the plain data of an analysis packed."""
    return _packed(_json(plain), "analyses")


def unpack_analysis(data: bytes) -> Any:  # noqa: ANN401 -- plain data of any form
    """Return the plain data of an analysis.

    Raises:
        ValueError: It was not packed so.
    """
    return _plain(_unpacked(data, "analyses"))


def json_of_analysis(data: bytes) -> str | None:
    """Return an analysis as JSON, for the database, which finds parts in it; None where damaged.

    A part of it is read so in a third of the time that reading the whole takes.
    """
    try:
        return whole(_unpacked(data, "analyses").decode("utf-8", "surrogatepass"))
    except ValueError:
        return None


def packed(plain: object) -> bytes:
    """Return any other plain data as compressed JSON."""
    return _BARE + zlib.compress(_json(plain), _LEVEL)


def unpacked(data: bytes) -> Any:  # noqa: ANN401 -- plain data of any form
    """Return the plain data that was packed.

    Raises:
        ValueError: It was not packed so.
    """
    try:
        return _plain(_inflated(zlib.decompressobj(), data[1:]))
    except (zlib.error, TypeError) as error:
        raise ValueError("it cannot be unpacked") from error


def unpacked_file(data: bytes) -> bytes:
    """Return a file that zlib packed.

    Raises:
        ValueError: It was not packed so.
    """
    try:
        return _inflated(zlib.decompressobj(), data)
    except (zlib.error, TypeError) as error:
        raise ValueError("it cannot be unpacked") from error


def pack_rising(numbers: Iterable[int]) -> bytes:
    """Return rising numbers packed, each by its step from the one before."""
    found, before = bytearray(_STEPS), 0
    for number in numbers:
        step, before = number - before, number
        while step > _SEVEN_BITS:
            found.append(step & _SEVEN_BITS | _GOES_ON)
            step >>= 7
        found.append(step)
    return bytes(found)


def unpack_rising(data: bytes) -> Iterator[int]:
    """Yield rising numbers that were packed, those of an earlier version too.

    Raises:
        ValueError: They were not packed so.
    """
    if data[:1] != _STEPS:
        yield from accumulate(unpacked(data))
        return
    number = step = bits = 0
    for byte in data[1:]:
        step |= (byte & _SEVEN_BITS) << bits
        bits += 7
        if byte <= _SEVEN_BITS:
            number += step
            yield number
            step = bits = 0


def _json(plain: object) -> bytes:
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _plain(data: bytes) -> Any:  # noqa: ANN401 -- plain data of any form
    try:
        return json.loads(data.decode("utf-8", "surrogatepass"))
    except RecursionError as error:
        raise ValueError("it cannot be unpacked") from error


def whole(text: str) -> str:
    """Return a text that a database can hold: half a surrogate pair becomes one �.

    No place in the text moves.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("�" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text
