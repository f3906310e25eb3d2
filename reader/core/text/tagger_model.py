"""What the tagger has learned: which tags words may have, and what each feature speaks for.

A file of it holds a hundred thousand features; most texts ask for some thousand. So it is laid out
like a drawer of index cards: a feature's check sum tells in which compartment it lies, and nothing
is unpacked before it is asked for. It is not compressed, for to unpack it would take longer than
all else that a start does with it.
"""

import json
import struct
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.values import frozen

Weights = Mapping[str, float]
_FORM = b"tagger 2"  # the first line of a file
_BEHIND = b"\x7f"  # a sign that no word holds
_PAIR = struct.Struct("<Bh")  # the number of a tag, and its weight in tenths
_PART = struct.Struct("<I")  # how long a part of the file is
_A_COMPARTMENT = 3  # features in each, on average


@frozen
class PackedWeights:
    """The weights of all features as a file holds them.

    Attributes:
        tags: All tags, as they are numbered.
        starts: Where each compartment begins among the features, and where the last one ends.
        features: A line for each: the feature, and where its vector lies.
        vectors: How many pairs there are, and the pairs, for each vector.
    """

    tags: Sequence[str]
    starts: Sequence[int]
    features: bytes
    vectors: bytes

    def of(self, feature: str) -> Iterable[tuple[int, int]]:
        """Return the numbers of the tags that a feature speaks for or against, and its weights.

        An unknown feature has none.
        """
        key = feature.encode(errors="surrogatepass")
        place = zlib.crc32(key) % (len(self.starts) - 1)
        line = b"\n" + key + _BEHIND
        start = self.features.find(line, self.starts[place], self.starts[place + 1] + 1)
        if start < 0:
            return ()
        start += len(line)
        return self._vector(int(self.features[start : self.features.index(b"\n", start)]))

    def all(self) -> Iterator[tuple[str, Weights]]:
        """Yield all features that there are."""
        for line in self.features.strip(b"\n").split(b"\n") if self.starts[-1] else ():
            feature, _, place = line.partition(_BEHIND)
            pairs = self._vector(int(place))
            weights = {self.tags[number]: tenths / 10 for number, tenths in pairs}
            yield feature.decode(errors="surrogatepass"), weights

    def _vector(self, start: int) -> Iterable[tuple[int, int]]:
        past_last = start + 1 + self.vectors[start] * _PAIR.size
        return _PAIR.iter_unpack(self.vectors[start + 1 : past_last])

    @classmethod
    def made(cls, weights: Mapping[str, Weights]) -> "PackedWeights":
        """Pack the weights of features; those with equal weights share them."""
        tags = sorted({tag for given in weights.values() for tag in given})
        numbers = {tag: number for number, tag in enumerate(tags)}
        learned = sorted(weights.items())
        filed: list[list[bytes]] = [[] for _ in range(len(learned) // _A_COMPARTMENT + 1)]
        vectors = bytearray()
        known: dict[bytes, int] = {}
        for feature, given in learned:
            pairs = [_PAIR.pack(numbers[tag], round(10 * given[tag])) for tag in sorted(given)]
            vector = bytes([len(pairs)]) + b"".join(pairs)
            if vector not in known:
                known[vector] = len(vectors)
                vectors += vector
            key = feature.encode(errors="surrogatepass")
            line = key + _BEHIND + str(known[vector]).encode() + b"\n"
            filed[zlib.crc32(key) % len(filed)].append(line)
        starts, features = array("I", [0]), bytearray(b"\n")
        for lines in filed:
            features += b"".join(lines)
            starts.append(len(features) - 1)
        return cls(tags, starts, bytes(features), bytes(vectors))


@frozen
class TaggerModel:
    """The learned numbers.

    Attributes:
        open_tags: The tags that an unknown word may have.
        known: Lower-case words and the tags they may have, the most frequent first.
        weights: The weight that each feature gives each tag, in tenths.
    """

    open_tags: tuple[str, ...]
    known: Mapping[str, Sequence[str]]
    weights: PackedWeights

    @classmethod
    def from_bytes(cls, data: bytes) -> "TaggerModel":
        """Read a model as `to_bytes` writes it.

        Raises:
            ValueError: The bytes are no model (JSON complaints included).
        """
        try:
            head, words, choices, starts, features, vectors = _parts(data)
            plain = json.loads(head)
            several = [tuple(tags.split(" ")) for tags in plain["choices"]]
            numbers = map(several.__getitem__, _numbers("H", choices))
            return cls(
                tuple(plain["open_tags"]),
                dict(zip(words.decode().split("\n") if words else (), numbers, strict=True)),
                PackedWeights(plain["tags"], _numbers("I", starts), features, vectors),
            )
        except (struct.error, LookupError, AttributeError, TypeError) as error:
            raise ValueError(f"no tagger model: {error}") from error

    def to_bytes(self) -> bytes:
        """Return the model in one piece: a check sum, and each part behind its length."""
        packed = self.weights
        known = sorted((word, " ".join(tags)) for word, tags in self.known.items())
        choices = list(dict.fromkeys(tags for _, tags in known))
        head = {"open_tags": self.open_tags, "tags": packed.tags, "choices": choices}
        places = {tags: number for number, tags in enumerate(choices)}
        parts = (
            json.dumps(head).encode(),
            "\n".join(word for word, _ in known).encode(),
            _bytes("H", (places[tags] for _, tags in known)),
            _bytes("I", packed.starts),
            packed.features,
            packed.vectors,
        )
        content = b"".join(_PART.pack(len(part)) + part for part in parts)
        return b"%s %d\n" % (_FORM, zlib.crc32(content)) + content


def _parts(data: bytes) -> list[bytes]:
    """Cut a file into its parts.

    Raises:
        ValueError: It is another kind of file, or not whole.
    """
    first, _, content = data.partition(b"\n")
    if first != b"%s %d" % (_FORM, zlib.crc32(content)):
        raise ValueError("no tagger model: it is not what was written")
    parts, start = [], 0
    while start < len(content):
        (length,) = _PART.unpack_from(content, start)
        start += _PART.size + length
        parts.append(content[start - length : start])
    return parts


def _numbers(kind: str, data: bytes) -> "array[int]":
    """Return the numbers that stand in a file, the lowest byte of each first."""
    numbers = array(kind, data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _bytes(kind: str, given: Iterable[int]) -> bytes:
    numbers = array(kind, given)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()
