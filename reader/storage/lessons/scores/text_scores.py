"""The scores of a class as text for people, words before figures, in the order of the files."""

from collections.abc import Iterator

from reader.core.across.figures import two_digits
from reader.core.lessons.scores.scoring import ClassScores, PupilScores
from reader.storage.lessons.scores.score_format import ScoreFormat
from reader.storage.lessons.scores.words import (
    GUIDING,
    TRAINED,
    closeness_words,
    figures_words,
    well_made_words,
)
from reader.storage.lessons.texts import LessonTexts

_MOST_WORDS = 70  # characters of a sentence that are shown


def text_scores(scores: ClassScores, texts: LessonTexts) -> str:
    """Return the scores of a class as text."""
    return "\n".join(_lines(scores, texts)) + "\n"


def _lines(scores: ClassScores, texts: LessonTexts) -> Iterator[str]:
    total = len(scores.pupils) + len(scores.refused)
    yield scores.lesson.title
    yield f"{len(scores.pupils)} of {total} files are counted. {GUIDING}"
    yield ""
    for pupil in scores.pupils:
        yield from _pupil(pupil, scores, texts)
    yield "Agreement of the class, Krippendorff's alpha, sentences as units:"
    for pen in scores.lesson.pens:
        value = scores.alpha.get(pen.id)
        none = " (only one value occurs, or fewer than two pupils)" if value is None else ""
        yield f"  {pen.id} {pen.name}: {two_digits(value)}{none}"
    yield f"  {TRAINED}"
    if scores.disagreements:
        yield ""
        yield "Worth talking about, because the class is split:"
    for place in scores.disagreements:
        words = texts.words(place.article, place.span)
        shown = words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]}…"
        where = texts.place(place.article, place.span)
        yield f"  {where}  {place.marked} of {place.readers}  {shown}"
    if scores.refused:
        yield ""
        yield "Not counted:"
    for one in scores.refused:
        yield f"  {one.file}: {one.reason}"


def _pupil(pupil: PupilScores, scores: ClassScores, texts: LessonTexts) -> Iterator[str]:
    yield pupil.answer.code
    if pupil.exact is None or pupil.overlap is None or pupil.sentence is None:
        count = len(pupil.answer.marks)
        yield f"  {count} mark{'' if count == 1 else 's'}. {pupil.why_no_kappa}"
        yield ""
        return
    yield f"  {figures_words(pupil.overlap)} {closeness_words(pupil, scores, texts)}"
    for name, figures in (
        ("same words", pupil.exact), ("overlap", pupil.overlap), ("sentence", pupil.sentence)
    ):  # fmt: skip
        yield (
            f"  {name:<11} {figures.matched} of {figures.marked} and {figures.reference}: "
            f"precision {two_digits(figures.precision)}, recall {two_digits(figures.recall)}, "
            f"F1 {two_digits(figures.f1)}"
        )
    kappa = (
        two_digits(pupil.kappa) if pupil.why_no_kappa is None else f"none. {pupil.why_no_kappa}"
    )
    yield f"  Cohen's kappa over sentences: {kappa}"
    well_made = well_made_words(pupil)
    if well_made:
        yield f"  {well_made}"
    yield ""


def _write(scores: ClassScores, texts: LessonTexts) -> bytes:
    return text_scores(scores, texts).encode("utf-8", "replace")


TEXT = ScoreFormat("text", "Scores in words", ".txt", _write)
