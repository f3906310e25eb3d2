"""The words of a page in the order in which people read them: columns one after the other.

The order in which words are drawn is nearly always the order of reading. It is not where a
program drew a page row by row, through all columns: then a line of it crosses the white gap
between columns. Only such a page is cut, at its widest white gaps, upright ones first.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from reader.intake.documents.pdf.pages import Page, Run
from reader.values import frozen

_SAME_LINE = 0.5  # of the lower height that two runs of one line share
_GAP = 1.1  # heights of letters between two words; more is a gap between columns
_FEWEST_LINES = 3  # on both sides of a gap between columns
_OVER = 0.3  # heights that words may stand into a gap
_OUTER = 0.11  # of the height of a page, at its head and at its foot
_DEEPEST = 12  # cuts within cuts


@frozen
class Line:
    """One line of a page, in points from its lower left corner.

    Attributes:
        height: How high its letters are.
        is_outer: Whether it lies where heads and feet of pages are.
    """

    left: float
    bottom: float
    right: float
    top: float
    text: str
    height: float
    is_outer: bool = False


@frozen
class _Gap:
    """White space between columns, from the bottom to the top of the part that it cuts."""

    left: float
    right: float
    bottom: float
    top: float


def lines_in_order(page: Page) -> list[Line]:
    """Return the lines of a page in reading order."""
    drawn = [_line(runs) for runs in _rows(page.runs)]
    runs = [_joined(part) for row in _rows(page.runs) for part in _parts(row)]
    if not runs:
        return []
    height = median(run.height for run in runs)
    gaps: list[_Gap] = []
    cut = [line for part in _cut(runs, height, gaps) for line in _of_part(part)]
    is_crossed = any(_crosses(line, gap) for line in drawn for gap in gaps)
    return [_placed(line, page.height) for line in (cut if is_crossed else drawn)]


def _placed(line: Line, height: float) -> Line:
    is_outer = line.top < _OUTER * height or line.bottom > (1 - _OUTER) * height
    return replace(line, is_outer=is_outer)


def _rows(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield the runs that follow one another on one line, from left to right."""
    row: list[Run] = []
    for run in runs:
        if row and not (_is_beside(row[-1], run) and run.left >= row[-1].left):
            yield row
            row = []
        row.append(run)
    if row:
        yield row


def _is_beside(one: Run, other: Run) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > _SAME_LINE * min(one.height, other.height)


def _parts(row: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield the runs of a line between which there is no wide gap."""
    part: list[Run] = []
    for run in row:
        if part and run.left - part[-1].right > _GAP * max(run.height, part[-1].height):
            yield part
            part = []
        part.append(run)
    yield part


def _joined(runs: Sequence[Run]) -> Run:
    return Run(
        min(run.left for run in runs),
        min(run.bottom for run in runs),
        max(run.right for run in runs),
        max(run.top for run in runs),
        _words(runs),
    )


def _line(runs: Sequence[Run]) -> Line:
    whole = _joined(runs)
    height = max(run.height for run in runs)
    return Line(whole.left, whole.bottom, whole.right, whole.top, whole.text, height)


def _words(runs: Sequence[Run]) -> str:
    """Return the words of some runs, with a space where there is one to see."""
    parts = [runs[0].text]
    for before, run in pairwise(runs):
        is_apart = run.left - before.right > 0.12 * max(run.height, before.height)
        parts.append(f" {run.text}" if is_apart else run.text)
    return " ".join("".join(parts).split()).replace(" \x02", "\x02")


def _cut(
    runs: Sequence[Run], height: float, gaps: list[_Gap], depth: int = 0
) -> Iterator[list[Run]]:
    """Yield parts of a page between which there is a gap, in reading order; note upright gaps."""
    if depth < _DEEPEST and len(runs) > 1:
        gap = _widest(((run.left, run.right) for run in runs), _GAP * height)
        if gap is not None and _has_lines(runs, gap):
            left = [run for run in runs if run.right <= gap[0]]
            right = [run for run in runs if run.right > gap[0]]
            gaps.append(_Gap(*gap, min(run.bottom for run in runs), max(run.top for run in runs)))
            yield from _cut(left, height, gaps, depth + 1)
            yield from _cut(right, height, gaps, depth + 1)
            return
        gap = _widest(((run.bottom, run.top) for run in runs), _OVER * height)
        if gap is not None:
            yield from _cut([run for run in runs if run.top > gap[0]], height, gaps, depth + 1)
            yield from _cut([run for run in runs if run.top <= gap[0]], height, gaps, depth + 1)
            return
    yield list(runs)


def _widest(sides: Iterable[tuple[float, float]], least: float) -> tuple[float, float] | None:
    """Return the widest stretch that none of some stretches covers, or None."""
    best: tuple[float, float] | None = None
    end: float | None = None
    for low, high in sorted(sides):
        if end is not None and low - end >= max(least, best[1] - best[0] if best else 0.0):
            best = (end, low)
        end = high if end is None else max(end, high)
    return best


def _has_lines(runs: Sequence[Run], gap: tuple[float, float]) -> bool:
    """Tell whether there are lines on both sides of a gap; two words far apart are no columns."""
    left = {round(run.middle) for run in runs if run.right <= gap[0]}
    right = {round(run.middle) for run in runs if run.right > gap[0]}
    return min(len(left), len(right)) >= _FEWEST_LINES


def _of_part(part: Sequence[Run]) -> Iterator[Line]:
    """Yield the lines of a part without columns, from the top."""
    rows: list[list[Run]] = []
    for run in sorted(part, key=lambda one: -one.middle):
        if rows and _is_beside(rows[-1][0], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    for row in rows:
        yield _line(sorted(row, key=lambda one: one.left))


def _crosses(line: Line, gap: _Gap) -> bool:
    is_level = gap.bottom <= (line.bottom + line.top) / 2 <= gap.top
    return is_level and line.left < gap.left and line.right > gap.right
