"""What the tagger has learned: which tags words may have, and what each feature speaks for.

A file of it holds a hundred thousand features; most texts ask for some thousand. So it is laid out
as a drawer, and nothing is unpacked before it is asked for.
"""

import json
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.core.text.drawers import Drawer, bytes_of, in_one_piece, numbers_in, parts_of
from reader.values import frozen

Weights = Mapping[str, float]
_FORM = b"tagger 2"  # the first line of a file
_PAIR = struct.Struct("<Bh")  # the number of a tag, and its weight in tenths


@frozen
class PackedWeights:
    """The weights of all features as a file holds them.

    Attributes:
        tags: All tags, as they are numbered.
        features: Where the vector of each feature lies.
        vectors: How many pairs there are, and the pairs, for each vector.
    """

    tags: Sequence[str]
    features: Drawer
    vectors: bytes

    def of(self, feature: str) -> Iterable[tuple[int, int]]:
        """Return the numbers of the tags that a feature speaks for or against, and its weights.

        An unknown feature has none.
        """
        place = self.features.find(feature)
        return () if place is None else self._vector(int(place))

    def all(self) -> Iterator[tuple[str, Weights]]:
        """Yield all features that there are."""
        for feature, place in self.features.all():
            pairs = self._vector(int(place))
            yield feature, {self.tags[number]: tenths / 10 for number, tenths in pairs}

    def _vector(self, start: int) -> Iterable[tuple[int, int]]:
        past_last = start + 1 + self.vectors[start] * _PAIR.size
        return _PAIR.iter_unpack(self.vectors[start + 1 : past_last])

    @classmethod
    def made(cls, weights: Mapping[str, Weights]) -> "PackedWeights":
        """Pack the weights of features; those with equal weights share them."""
        tags = sorted({tag for given in weights.values() for tag in given})
        numbers = {tag: number for number, tag in enumerate(tags)}
        rows: list[tuple[str, bytes]] = []
        vectors = bytearray()
        known: dict[bytes, int] = {}
        for feature, given in sorted(weights.items()):
            pairs = [_PAIR.pack(numbers[tag], round(10 * given[tag])) for tag in sorted(given)]
            vector = bytes([len(pairs)]) + b"".join(pairs)
            if vector not in known:
                known[vector] = len(vectors)
                vectors += vector
            rows.append((feature, str(known[vector]).encode()))
        return cls(tags, Drawer.made(rows), bytes(vectors))


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
            head, words, choices, starts, features, vectors = parts_of(data, _FORM)
            plain = json.loads(head)
            several = [tuple(tags.split(" ")) for tags in plain["choices"]]
            numbers = map(several.__getitem__, numbers_in("H", choices))
            return cls(
                tuple(plain["open_tags"]),
                dict(zip(words.decode().split("\n") if words else (), numbers, strict=True)),
                PackedWeights(plain["tags"], Drawer(numbers_in("I", starts), features), vectors),
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
            bytes_of("H", (places[tags] for _, tags in known)),
            bytes_of("I", packed.features.starts),
            packed.features.lines,
            packed.vectors,
        )
        return in_one_piece(parts, _FORM)
