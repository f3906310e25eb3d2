"""Makes hostile files out of good ones, for fuzzing the readers of foreign bytes."""

from collections.abc import Callable, Sequence
from random import Random

from hypothesis import strategies as st

LARGEST = 200_000  # bytes of one mutated file
# Bytes that mean something to one format or another, and those that break a decoder.
TELLING = (
    b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xcc\x81", b"\r", b"\n\n",
    b"\t", b'"', b"'", b"\\", b"%", b"{", b"}", b"[", b"]", b"(", b"<", b">", b"</", b"<!--",
    b"-->",
    b"<![CDATA[", b"&#55296;", b"&#x110000;", b"&amp", b"---\n", b"```", b"* ", b"1. ", b": ",
    b"| ", b"&a *a", b"!!python/object:os.system", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"Infinity",
    b"NaN", b"1e999", b"-0", b"9" * 400, b"null", b"X-", b"\xe2\x80\xa8", b"=cmd|' /C calc'!A0",
    b"../", b"PK",
)  # fmt: skip
_Step = Callable[[Random, bytes], bytes]


def _place(random: Random, data: bytes) -> int:
    return random.randint(0, len(data))


def _cut(random: Random, data: bytes) -> bytes:
    return data[: _place(random, data)]


def _drop(random: Random, data: bytes) -> bytes:
    one, other = sorted((_place(random, data), _place(random, data)))
    return data[:one] + data[other:]


def _double(random: Random, data: bytes) -> bytes:
    one, other = sorted((_place(random, data), _place(random, data)))
    return data[:other] + data[one:other] * random.choice((1, 2, 50)) + data[other:]


def _insert(random: Random, data: bytes) -> bytes:
    place = _place(random, data)
    return data[:place] + random.choice(TELLING) * random.choice((1, 1, 3, 2000)) + data[place:]


def _flip(random: Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 8)):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _swap(random: Random, data: bytes) -> bytes:
    one, other, third = sorted(_place(random, data) for _ in range(3))
    return data[:one] + data[other:third] + data[one:other] + data[third:]


STEPS: tuple[_Step, ...] = (_cut, _drop, _double, _insert, _flip, _swap)


def mutated(random: Random, seeds: Sequence[bytes]) -> bytes:
    """Return one of the good files after one to five steps."""
    data = random.choice(seeds)
    for _ in range(random.randint(1, 5)):
        data = random.choice(STEPS)(random, data)[:LARGEST]
    return data


def hostile_files(seeds: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Return a strategy of mutated files; a failure names the number that makes it again."""
    return st.integers(0, 2**32).map(lambda number: mutated(Random(number), seeds))
