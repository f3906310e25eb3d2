"""The scores of a class: each pupil against the reference, and the class with itself."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from reader.core.lessons.answer import Answer, TableCell
from reader.core.lessons.lesson import Lesson, TableRow
from reader.core.lessons.placing import PlacedAnswer, PlacedMark, Refused
from reader.core.lessons.scores.heat import HeatSpan, SplitPlace, heat_of, split_sentences
from reader.core.lessons.scores.matching import (
    Figures,
    Sentences,
    exact_figures,
    overlap_figures,
    sentence_figures,
    sentences_of,
)
from reader.values import frozen

_Units = Mapping[Hashable, Hashable]


@frozen
class Agreement:
    """How agreement is measured; brought from elsewhere, because it takes long to load.

    Attributes:
        kappa: Cohen's kappa of two coders, None where there is only one value.
        alpha: Krippendorff's alpha of many, None where there is only one value.
        fewest_units: Below so many units no kappa is given.
    """

    kappa: Callable[[Sequence[Hashable], Sequence[Hashable]], float | None]
    alpha: Callable[[Iterable[_Units]], float | None]
    fewest_units: int


@frozen
class PupilScores:
    """What can be said of one answer; figures are None without a reference.

    Attributes:
        answer: The answer.
        exact: Same span and category.
        overlap: Any shared character and the same category.
        sentence: The same sentence and category.
        kappa: Agreement over sentences, or None.
        why_no_kappa: Why there is none, as a finished sentence, or None.
        on_well_made: How many marks stand in the article that is well made, or None.
    """

    answer: PlacedAnswer
    exact: Figures | None
    overlap: Figures | None
    sentence: Figures | None
    kappa: float | None
    why_no_kappa: str | None
    on_well_made: int | None


@frozen
class ClassScores:
    """The scores of a class, in the order in which the answers came.

    Attributes:
        lesson: The lesson.
        reference: The teacher's answer, or None.
        pupils: The pupils, in the order of their files.
        alpha: Agreement of the class for each pen, None where only one value occurs.
        heat: How many marked what.
        disagreements: The sentences where the class is split, the most split first.
        refused: The files that are not counted.
    """

    lesson: Lesson
    reference: PlacedAnswer | None
    pupils: tuple[PupilScores, ...]
    alpha: Mapping[str, float | None]
    heat: tuple[HeatSpan, ...]
    disagreements: tuple[SplitPlace, ...]
    refused: tuple[Refused, ...]


def class_scores(
    lesson: Lesson,
    answers: Sequence[PlacedAnswer],
    reference: PlacedAnswer | None,
    sentences: Sentences,
    agreement: Agreement,
    refused: tuple[Refused, ...] = (),
) -> ClassScores:
    """Return the scores of a class.

    Args:
        lesson: The lesson.
        answers: One answer a code.
        reference: The teacher's answer, or None.
        sentences: The sentences of each article.
        agreement: How agreement is measured.
        refused: The files that are not counted.
    """
    return ClassScores(
        lesson,
        reference,
        tuple(pupil_scores(one, reference, sentences, agreement) for one in answers),
        {pen.id: alpha_of(answers, sentences, agreement, pen.id) for pen in lesson.pens},
        heat_of(answers, [article.id for article in lesson.articles]),
        split_sentences(answers, sentences),
        refused,
    )


def pupil_scores(
    answer: PlacedAnswer,
    reference: PlacedAnswer | None,
    sentences: Sentences,
    agreement: Agreement,
) -> PupilScores:
    """Return what can be said of one answer; only articles that both have read are compared."""
    if reference is None:
        none = "There is no reference to compare with."
        return PupilScores(answer, None, None, None, None, none, None)
    both = [article for article in sentences if answer.has_read(article)]
    shared = {article: sentences[article] for article in both if reference.has_read(article)}
    marks = [mark for mark in answer.marks if mark.article in shared]
    right = [mark for mark in reference.marks if mark.article in shared]
    value, why = kappa_of(marks, right, shared, agreement)
    return PupilScores(
        answer,
        exact_figures(marks, right),
        overlap_figures(marks, right),
        sentence_figures(marks, right, shared),
        value,
        why,
        _on_well_made(answer, reference),
    )


def _on_well_made(answer: PlacedAnswer, reference: PlacedAnswer) -> int | None:
    """Return how many marks stand in well-made articles, None where none was read."""
    places = {place for place in reference.answer.well_made if answer.has_read(place)}
    return sum(mark.article in places for mark in answer.marks) if places else None


def table_rows(lesson: Lesson, answer: Answer) -> Iterator[tuple[TableRow, list[TableCell]]]:
    """Yield the rows of the comparison table that an answer fills, with their filled cells."""
    for row in lesson.table:
        cells = [
            TableCell(row.id, article.id, words)
            for article in lesson.articles
            if (words := answer.cell(row.id, article.id).strip())
        ]
        if cells:
            yield row, cells


def kappa_of(
    marks: Sequence[PlacedMark],
    reference: Sequence[PlacedMark],
    sentences: Sentences,
    agreement: Agreement,
) -> tuple[float | None, str | None]:
    """Return Cohen's kappa over sentences, marked or not, and else why there is none.

    A sentence whose only reference marks are optional is left out: it counts for nobody.
    """
    mine, other = _touched(marks, sentences), _touched(reference, sentences)
    needed = _touched([one for one in reference if not one.mark.is_optional], sentences)
    units = [
        (article, number)
        for article, found in sentences.items()
        for number in range(len(found))
        if (article, number) in needed or (article, number) not in other
    ]
    if len(units) < agreement.fewest_units:
        return None, f"There are {len(units)} sentences, and {agreement.fewest_units} are needed."
    value = agreement.kappa([unit in mine for unit in units], [unit in needed for unit in units])
    if value is None:
        state = "marked" if mine else "unmarked"
        return None, f"All sentences are {state} in both, so there is nothing to tell apart."
    return value, None


def alpha_of(
    answers: Sequence[PlacedAnswer], sentences: Sentences, agreement: Agreement, category: str
) -> float | None:
    """Return Krippendorff's alpha of a class for one pen, sentences as units."""
    return agreement.alpha([_said(answer, sentences, category) for answer in answers])


def _said(answer: PlacedAnswer, sentences: Sentences, category: str) -> dict[Hashable, Hashable]:
    """Return which sentences of the articles that were read are marked with a pen."""
    marked = _touched([one for one in answer.marks if one.category == category], sentences)
    return {
        (article, number): (article, number) in marked
        for article, found in sentences.items()
        if answer.has_read(article)
        for number in range(len(found))
    }


def _touched(marks: Iterable[PlacedMark], sentences: Sentences) -> set[tuple[str, int]]:
    return {(mark.article, number) for mark in marks for number in sentences_of(mark, sentences)}
