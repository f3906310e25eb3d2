"""Places as plain data: each by its distance from the one before, so that digits stay few."""

from collections.abc import Iterable, Sequence
from typing import Any

from reader.core.text.spans import Span

Plain = list[Any]


def flat(spans: Iterable[Span]) -> list[int]:
    """Return spans as numbers: steps and lengths, one after the other."""
    numbers, before = [], 0
    for span in spans:
        numbers += [span.start - before, len(span)]
        before = span.start
    return numbers


def spans_of(numbers: Sequence[int]) -> tuple[Span, ...]:
    """Return the spans that `flat` made numbers of."""
    spans, start = [], 0
    for step, length in zip(numbers[::2], numbers[1::2], strict=True):
        start += step
        spans.append(Span(start, start + length))
    return tuple(spans)


def span_at(numbers: Sequence[int], place: int) -> Span:
    """Return one of these spans, by its number from 0."""
    start = sum(numbers[: 2 * place + 1 : 2])
    return Span(start, start + numbers[2 * place + 1])


def columns(rows: Sequence[Sequence[Any]]) -> Plain:
    """Return rows of equal length as columns, in which like stands beside like."""
    return [list(column) for column in zip(*rows, strict=True)]


def rows_of(plain: Sequence[Sequence[Any]]) -> Iterable[tuple[Any, ...]]:
    """Return the rows that `columns` made columns of."""
    return zip(*plain, strict=True)


def one_line(text: str, span: Span) -> str:
    """Return the words at a span with one blank for any space, as names are shown."""
    return " ".join(span.of(text).split())
