"""How far a pupil's marks are those of the reference: exactly, by overlap, by sentence."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from reader.core.lessons.placing import PlacedMark
from reader.core.text.spans import Span
from reader.values import frozen

Sentences = Mapping[str, Sequence[Span]]
"""The sentences of each article, by its id."""


@frozen
class Figures:
    """How many marks are in the reference, and how many of the reference were found.

    Attributes:
        matched: Pairs of a mark and a reference mark.
        marked: The pupil's marks, without those that are optional.
        reference: The reference marks, without the optional ones.
    """

    matched: int
    marked: int
    reference: int

    @property
    def precision(self) -> float | None:
        """Return the share of the pupil's marks that are in the reference."""
        return self.matched / self.marked if self.marked else None

    @property
    def recall(self) -> float | None:
        """Return the share of the reference that was found."""
        return self.matched / self.reference if self.reference else None

    @property
    def f1(self) -> float | None:
        """Return the harmonic mean of both, 2 P R / (P + R), or None where nobody marked."""
        both = self.marked + self.reference
        return 2 * self.matched / both if both else None


@frozen
class _Unit:
    """What is compared: a mark, or a sentence that has one."""

    article: str
    span: Span
    category: str
    also: frozenset[str] = frozenset()
    is_optional: bool = False


_Shared = Callable[[_Unit, _Unit], int]


def exact_figures(marks: Sequence[PlacedMark], reference: Sequence[PlacedMark]) -> Figures:
    """Count marks with the same span and category as a reference mark."""
    return _figures(_units(marks), _units(reference), _same_place)


def overlap_figures(marks: Sequence[PlacedMark], reference: Sequence[PlacedMark]) -> Figures:
    """Count marks that share a character and the category with a reference mark.

    Each reference mark is used once, the largest overlap first.
    """
    return _figures(_units(marks), _units(reference), _shared_characters)


def sentence_figures(
    marks: Sequence[PlacedMark], reference: Sequence[PlacedMark], sentences: Sentences
) -> Figures:
    """Count sentences that are marked in both, category by category."""
    return _figures(
        _sentence_units(marks, sentences), _sentence_units(reference, sentences), _same_place
    )


def sentences_of(mark: PlacedMark, sentences: Sentences) -> list[int]:
    """Return the numbers of the sentences that a mark touches."""
    found = sentences.get(mark.article, ())
    return [number for number, span in enumerate(found) if span.overlaps(mark.span)]


def _units(marks: Iterable[PlacedMark]) -> list[_Unit]:
    return [
        _Unit(one.article, one.span, one.category, frozenset(one.mark.also), one.mark.is_optional)
        for one in marks
    ]


def _sentence_units(marks: Iterable[PlacedMark], sentences: Sentences) -> list[_Unit]:
    """Return one unit for each sentence and category; optional only where all its marks are."""
    found: dict[tuple[str, int, str], list[PlacedMark]] = {}
    for one in marks:
        for number in sentences_of(one, sentences):
            found.setdefault((one.article, number, one.category), []).append(one)
    return [
        _Unit(
            article,
            sentences[article][number],
            category,
            frozenset(also for one in group for also in one.mark.also),
            all(one.mark.is_optional for one in group),
        )
        for (article, number, category), group in found.items()
    ]


def _same_place(one: _Unit, other: _Unit) -> int:
    return int(one.article == other.article and one.span == other.span)


def _shared_characters(one: _Unit, other: _Unit) -> int:
    if one.article != other.article:
        return 0
    return max(0, min(one.span.end, other.span.end) - max(one.span.start, other.span.start))


def _figures(marks: list[_Unit], reference: list[_Unit], shared: _Shared) -> Figures:
    """Match greedily; a mark that only meets optional ones counts for nobody."""
    needed = [unit for unit in reference if not unit.is_optional]
    optional = [unit for unit in reference if unit.is_optional]
    pairs = []
    for place, mark in enumerate(marks):
        for target, unit in enumerate(needed):
            size = shared(mark, unit) if _is_right(mark, unit) else 0
            if size:
                pairs.append((-size, mark.category != unit.category, place, target))
    used_marks: set[int] = set()
    used: set[int] = set()
    for _, _, place, target in sorted(pairs):
        if place not in used_marks and target not in used:
            used_marks.add(place)
            used.add(target)
    free = [
        mark
        for place, mark in enumerate(marks)
        if place not in used_marks
        and any(_is_right(mark, unit) and shared(mark, unit) for unit in optional)
    ]
    return Figures(len(used), len(marks) - len(free), len(needed))


def _is_right(mark: _Unit, reference: _Unit) -> bool:
    return mark.category == reference.category or mark.category in reference.also
