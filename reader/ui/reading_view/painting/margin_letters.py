"""Where the letters of categories and the numerals of sources stand in the margin."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QRectF

from reader.core.attribution import Attribution
from reader.core.lexicon.findings import Finding
from reader.ui.marks.look import Look
from reader.ui.reading_view.typesetting.geometry import LinePiece, PageGeometry
from reader.values import frozen

LETTER = 18  # pixels of the square
LETTER_STEP = 21  # from one to the next
_MOST_NUMERALS = 4


@frozen
class MarginLetter:
    """The letter of one mark beside its line.

    Attributes:
        rect: The square, in pixels of the document.
        finding: The mark.
        look: The look of its category.
    """

    rect: QRectF
    finding: Finding
    look: Look


@frozen
class MarginRest:
    """How many more marks a line has than letters."""

    rect: QRectF
    count: int


@frozen
class MarginNumeral:
    """The number of a source beside the line where it speaks.

    Attributes:
        rect: The circle, in pixels of the document.
        attribution: What is said there.
        number: The number of the source, 0 for one that is not known.
    """

    rect: QRectF
    attribution: Attribution
    number: int


def margin_letters(
    marks: Sequence[tuple[Finding, Look]], geometry: PageGeometry, left: float, most: int
) -> Iterator[MarginLetter | MarginRest]:
    """Yield the letters of all marks, and for each crowded line how many more it has."""
    lines: dict[int, list[tuple[LinePiece, Finding, Look]]] = {}
    for finding, look in marks:
        pieces = geometry.pieces(finding.span)
        if pieces:
            lines.setdefault(round(pieces[0].baseline), []).append((pieces[0], finding, look))
    for line in lines.values():
        for number, (piece, finding, look) in enumerate(line[:most]):
            yield MarginLetter(_square(piece, left, number), finding, look)
        if len(line) > most:
            place = _square(line[0][0], left, most)
            place.setWidth(30)
            yield MarginRest(place, len(line) - most)


def margin_numerals(
    attributions: Iterable[tuple[Attribution, int]], geometry: PageGeometry, left: float
) -> Iterator[MarginNumeral]:
    """Yield the numeral of each source once a line, quoted and reported apart."""
    taken: dict[int, list[tuple[int, bool]]] = {}
    for attribution, number in attributions:
        spans = attribution.content or attribution.cue
        pieces = geometry.pieces(spans[0]) if spans else ()
        if not pieces or attribution.is_nobodys:
            continue
        line = taken.setdefault(round(pieces[0].baseline), [])
        key = (number, attribution.form != "indirect")
        if key not in line and len(line) < _MOST_NUMERALS:
            yield MarginNumeral(_square(pieces[0], left, len(line)), attribution, number)
            line.append(key)


def sign_top(baseline: float) -> int:
    """Return where the signs beside a line begin."""
    return round(baseline - 6.5 - LETTER / 2)


def _square(piece: LinePiece, left: float, number: int) -> QRectF:
    return QRectF(left + number * LETTER_STEP, sign_top(piece.baseline), LETTER, LETTER)
