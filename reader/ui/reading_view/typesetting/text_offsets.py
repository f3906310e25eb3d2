"""Between code points of an article and positions in a Qt document: the only such place.

Qt counts UTF-16 units, so each character beyond the Basic Multilingual Plane counts twice
there; and a document has one separator between blocks where the article has an empty line.
"""

from bisect import bisect_right

from reader.core.text.spans import Span
from reader.values import frozen


@frozen
class TextRun:
    """A stretch of the article that stands as it is in the document.

    Attributes:
        span: The stretch in code points of the article.
        position: Where it begins in the document, in Qt's units.
    """

    span: Span
    position: int


def qt_length(text: str) -> int:
    """Return how many of Qt's units a text takes."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def _wide_places(text: str) -> list[int]:
    return [index for index, char in enumerate(text) if char > "\uffff"]


class TextOffsets:
    """Converts places of one article to and from one document."""

    def __init__(self, text: str, runs: tuple[TextRun, ...]) -> None:
        """Take the runs in order of the article; the document has them in the same order."""
        self._text = text
        self._runs = runs
        self._starts = [run.span.start for run in runs]
        self._positions = [run.position for run in runs]
        self._wide = _wide_places(text) if qt_length(text) > len(text) else []

    def to_qt(self, place: int) -> int:
        """Return the document position of a code point; between runs, the nearest before."""
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return 0
        run = self._runs[index]
        place = min(place, run.span.end)
        return run.position + place - run.span.start + self._wide_between(run.span.start, place)

    def from_qt(self, position: int) -> int:
        """Return the code point at a document position; between runs, the nearest before."""
        index = bisect_right(self._positions, position) - 1
        if index < 0:
            return 0
        run = self._runs[index]
        place = run.span.start
        units = position - run.position
        if not self._wide_between(run.span.start, run.span.end):
            return min(place + units, run.span.end)
        while units > 0 and place < run.span.end:
            units -= 2 if self._text[place] > "\uffff" else 1
            place += 1
        return place

    def _wide_between(self, start: int, end: int) -> int:
        if not self._wide:
            return 0
        return bisect_right(self._wide, end - 1) - bisect_right(self._wide, start - 1)
