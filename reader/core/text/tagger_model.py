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
# Kinds of features that hold a whole word: itself, before, after, and two before or after another.
OF_WORDS = ("w", "p", "n", "P", "N")
AFTER_TAGS = ("b", "a")  # and a tag: right behind it, or behind one that is
_WITH_WORD = frozenset((*OF_WORDS, *AFTER_TAGS))
_PARTED = b";"
_FORM = b"tagger 3"  # the first line of a file
_PAIR = struct.Struct("<Bh")  # the number of a tag, and its weight in tenths


@frozen
class WordWeights:
    """Where the weights lie of all features that hold one word.

    Attributes:
        places: The place of the weights of each of `OF_WORDS`; b"" where there are none.
        behind: A tag and the place of what the word speaks for right behind it, pair for pair.
        but_one: The same for a word right behind one that is behind the tag.
    """

    places: Sequence[bytes]
    behind: bytes
    but_one: bytes


@frozen
class PackedWeights:
    """The weights of all features as a file holds them.

    A feature is a letter and what it looks at. What holds a whole word is filed under that word:
    so one look tells all of it, or that nothing is known.

    Attributes:
        tags: All tags, as they are numbered.
        before: The tags before a word that features name, as those are numbered.
        features: Where the vector of each feature without a word lies.
        words: Where those with a word lie, by word.
        vectors: How many pairs there are, and the pairs, for each vector.
    """

    tags: Sequence[str]
    before: Mapping[str, int]
    features: Drawer
    words: Drawer
    vectors: bytes

    def of(self, feature: str) -> Iterable[tuple[int, int]]:
        """Return the numbers of the tags that a feature speaks for or against, and its weights.

        An unknown feature has none. It holds no whole word.
        """
        return self.at(self.features.find(feature) or b"")

    def of_word(self, lower: str) -> WordWeights | None:
        """Return where the weights of the features lie that hold a word; None without any."""
        line = self.words.find(lower)
        if line is None:
            return None
        places, behind, but_one = line.split(_PARTED)
        return WordWeights(places.split(b","), behind, but_one)

    def at(self, place: bytes) -> Iterable[tuple[int, int]]:
        """Return the weights at a place as a line names it; at none there are none."""
        return self._vector(int(place)) if place else ()

    def after(self, pairs: bytes, tag: str) -> Iterable[tuple[int, int]]:
        """Return the weights of a tag among pairs of tags and places."""
        number = self.before.get(tag)
        start = -1 if number is None else pairs.find(b",%d." % number)
        if start < 0:
            return ()
        start = pairs.index(b".", start) + 1
        return self._vector(int(pairs[start : pairs.index(b",", start)]))

    def all(self) -> Iterator[tuple[str, Weights]]:
        """Yield all features that there are."""
        for feature, place in self.features.all():
            yield feature, self._weights(int(place))
        tags = list(self.before)
        for word, line in self.words.all():
            places, *pairs = line.split(_PARTED)
            for kind, place in zip(OF_WORDS, places.split(b","), strict=True):
                if place:
                    yield f"{kind} {word}", self._weights(int(place))
            for kind, some in zip(AFTER_TAGS, pairs, strict=True):
                for number, place in (pair.split(b".") for pair in some.split(b",") if pair):
                    yield f"{kind} {tags[int(number)]} {word}", self._weights(int(place))

    def _weights(self, place: int) -> Weights:
        return {self.tags[number]: tenths / 10 for number, tenths in self._vector(place)}

    def _vector(self, start: int) -> Iterable[tuple[int, int]]:
        past_last = start + 1 + self.vectors[start] * _PAIR.size
        return _PAIR.iter_unpack(self.vectors[start + 1 : past_last])

    @classmethod
    def made(cls, weights: Mapping[str, Weights]) -> "PackedWeights":
        """Pack the weights of features; those with equal weights share them."""
        tags = sorted({tag for given in weights.values() for tag in given})
        numbers = {tag: number for number, tag in enumerate(tags)}
        places: dict[str, bytes] = {}
        vectors = bytearray()
        known: dict[bytes, bytes] = {}
        for feature, given in sorted(weights.items()):
            pairs = [_PAIR.pack(numbers[tag], round(10 * given[tag])) for tag in sorted(given)]
            vector = bytes([len(pairs)]) + b"".join(pairs)
            if vector not in known:
                known[vector] = b"%d" % len(vectors)
                vectors += vector
            places[feature] = known[vector]
        plain = [one for one in places.items() if one[0].partition(" ")[0] not in _WITH_WORD]
        before, words = _by_word(places)
        return cls(tags, before, Drawer.made(plain), Drawer.made(words), bytes(vectors))


def _by_word(places: Mapping[str, bytes]) -> tuple[dict[str, int], list[tuple[str, bytes]]]:
    """Return the numbers of the tags that features name, and a line for each word in features."""
    named: list[tuple[str, str, str, bytes]] = []
    for feature, place in places.items():
        kind, _, rest = feature.partition(" ")
        tag, _, word = rest.partition(" ") if kind in AFTER_TAGS else ("", "", rest)
        if kind in _WITH_WORD:
            named.append((word, kind, tag, place))
    tags = sorted({tag for _, _, tag, _ in named if tag})
    before = {tag: number for number, tag in enumerate(tags)}
    lines: dict[str, dict[str, bytes]] = {}
    for word, kind, tag, place in named:
        line = lines.setdefault(word, {})
        pair = b"%d.%s," % (before[tag], place) if tag else place
        line[kind] = line.get(kind, b"," if tag else b"") + pair
    return before, [(word, _line(lines[word])) for word in sorted(lines)]


def _line(by_kind: Mapping[str, bytes]) -> bytes:
    """Return what stands in a drawer of all features that hold one word."""
    places = b",".join(by_kind.get(kind, b"") for kind in OF_WORDS)
    return _PARTED.join((places, *(by_kind.get(kind, b"") for kind in AFTER_TAGS)))


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
            head, words, choices, *drawers, vectors = parts_of(data, _FORM)
            plain = json.loads(head)
            several = [tuple(tags.split(" ")) for tags in plain["choices"]]
            numbers = map(several.__getitem__, numbers_in("H", choices))
            starts, features, word_starts, filed = drawers
            weights = PackedWeights(
                plain["tags"],
                {tag: number for number, tag in enumerate(plain["before"])},
                Drawer(numbers_in("I", starts), features),
                Drawer(numbers_in("I", word_starts), filed),
                vectors,
            )
            return cls(
                tuple(plain["open_tags"]),
                dict(zip(words.decode().split("\n") if words else (), numbers, strict=True)),
                weights,
            )
        except (struct.error, LookupError, AttributeError, TypeError) as error:
            raise ValueError(f"no tagger model: {error}") from error

    def to_bytes(self) -> bytes:
        """Return the model in one piece: a check sum, and each part behind its length."""
        packed = self.weights
        known = sorted((word, " ".join(tags)) for word, tags in self.known.items())
        choices = list(dict.fromkeys(tags for _, tags in known))
        head = {
            "open_tags": self.open_tags,
            "tags": packed.tags,
            "before": list(packed.before),
            "choices": choices,
        }
        places = {tags: number for number, tags in enumerate(choices)}
        parts = (
            json.dumps(head).encode(),
            "\n".join(word for word, _ in known).encode(),
            bytes_of("H", (places[tags] for _, tags in known)),
            bytes_of("I", packed.features.starts),
            packed.features.lines,
            bytes_of("I", packed.words.starts),
            packed.words.lines,
            packed.vectors,
        )
        return in_one_piece(parts, _FORM)
