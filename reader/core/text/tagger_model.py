"""What the tagger has learned: which tags words may have, and what each feature speaks for.

A file of it holds a hundred thousand features; most texts ask for some hundred. So what a feature
speaks for stays packed, as it stands in the file, until it is asked for.
"""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat

from reader.values import frozen

Weights = Mapping[str, float]
_NOTHING: Weights = {}
_MOST_KEPT = 100_000  # features that were asked for, unknown ones too
_BETWEEN = "\x7f"  # the one sign that JSON leaves as it is and no word holds


class LearnedWeights(dict[str, Weights]):
    """Feature to the weight that it gives each tag; an unknown feature gives none.

    Ask with square brackets: what is packed is unpacked then, and kept.
    """

    def __init__(
        self, packed: list[str] | None = None, places: Mapping[str, int] | None = None
    ) -> None:
        """Begin with weights as a file holds them.

        Args:
            packed: Tags and weights by turns, with blanks between them.
            places: Feature to its place in `packed`.
        """
        super().__init__()
        self._packed = packed or []
        self._places = places or {}

    def __missing__(self, feature: str) -> Weights:
        """Return what a feature speaks for that has not been asked for before."""
        place = self._places.get(feature)
        found = _NOTHING if place is None else _unpacked(self._packed[place])
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[feature] = found
        return found

    def features(self) -> Iterator[tuple[str, Weights]]:
        """Yield all features that there are."""
        if self._places:
            yield from ((name, _unpacked(self._packed[n])) for name, n in self._places.items())
        else:
            yield from self.items()


def _unpacked(text: str) -> Weights:
    pieces = iter(text.split(" "))
    return {tag: float(next(pieces)) for tag in pieces}


@frozen
class TaggerModel:
    """The learned numbers.

    Attributes:
        open_tags: The tags that an unknown word may have.
        known: Lower-case words and the tags they may have, the most frequent first.
        weights: Feature to the weight it gives each tag, in tenths.
    """

    open_tags: tuple[str, ...]
    known: Mapping[str, Sequence[str]]
    weights: LearnedWeights

    @classmethod
    def from_bytes(cls, data: bytes) -> "TaggerModel":
        """Read a model as `to_bytes` writes it.

        Raises:
            ValueError: The bytes are no model (zlib and JSON complaints included).
        """
        try:
            plain = json.loads(zlib.decompress(data))
            known = (line.split(" ") for line in plain["known"].split(_BETWEEN))
            packed = plain["vectors"].split(_BETWEEN)
            numbers = chain.from_iterable(map(repeat, range(len(packed)), plain["counts"]))
            places = dict(zip(plain["features"].split(_BETWEEN), numbers, strict=True))
            return cls(
                tuple(plain["open_tags"]),
                {word: tags for word, *tags in known if word},
                LearnedWeights(packed, places),
            )
        except (zlib.error, LookupError, AttributeError, TypeError) as error:
            raise ValueError(f"no tagger model: {error}") from error

    def to_bytes(self) -> bytes:
        """Return the model as compressed JSON; features with equal weights share them."""
        features: dict[str, list[str]] = {}
        for name, weights in sorted(self.weights.features()):
            packed = " ".join(f"{tag} {weight}" for tag, weight in sorted(weights.items()))
            features.setdefault(packed, []).append(name)
        known = sorted((word, *tags) for word, tags in self.known.items())
        plain = {
            "open_tags": self.open_tags,
            "known": _BETWEEN.join(map(" ".join, known)),
            "vectors": _BETWEEN.join(features),
            "counts": [len(names) for names in features.values()],
            "features": _BETWEEN.join(chain.from_iterable(features.values())),
        }
        text = json.dumps(plain, separators=(",", ":"), ensure_ascii=False)
        return zlib.compress(text.encode(), 9)
