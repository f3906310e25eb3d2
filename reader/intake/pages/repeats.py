"""Which words of a page stand in a text that is known already."""

import re
from collections.abc import Iterable, Iterator

_RUN = 5  # words that tell whether a passage stands in a text
_WORD = re.compile(r"\w+")
_MOST_PULLED = 200  # passages that are looked up in the story


class Runs:
    """The runs of five words of some texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._runs: set[tuple[str, ...]] = set()
        self.words = 0
        for text in texts:
            words = _words(text)
            self.words += len(words)
            self._runs.update(_runs(words))

    def share(self, text: str) -> float:
        """Return which share of the runs of a text is among these."""
        runs = list(_runs(_words(text)))
        return sum(run in self._runs for run in runs) / len(runs) if runs else 0.0


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    if 0 < len(words) < _RUN:
        yield tuple(words)
    yield from zip(*(words[shift:] for shift in range(_RUN)), strict=False)


class Quoted:
    """Finds passages that a page shows large and that stand in its story too."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._text = " ".join(" ".join(_words(text)) for text in texts) + " "
        self._left = _MOST_PULLED

    def holds(self, passage: str) -> bool:
        """Tell whether a passage of at least five words stands in the texts."""
        words = _words(passage)
        self._left -= 1
        if len(words) < _RUN or self._left < 0:
            return False
        return f" {' '.join(words)} " in f" {self._text}"
