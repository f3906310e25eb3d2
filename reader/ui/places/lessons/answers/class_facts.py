"""What is told beside the heat map: the class and the reference, in sentences."""

from collections.abc import Iterator, Sequence
from statistics import median, quantiles

from PySide6.QtCore import QCoreApplication

from reader.core.across.figures import two_digits
from reader.core.lessons.scores.scoring import ClassScores, PupilScores
from reader.storage.lessons.scores.words import (
    closeness_words,
    figures_words,
    well_made_words,
)
from reader.storage.lessons.texts import LessonTexts


def class_sentences(scores: ClassScores, pen: str, texts: LessonTexts) -> Iterator[str]:
    """Yield what can be said of the class, without names and without an order."""
    found = [one.overlap for one in scores.pupils if one.overlap is not None]
    if found:
        low, high = _middle([one.matched for one in found])
        number = max(one.reference for one in found)
        told = _tr("Half of the class found {low} to {high} of the {n} reference marks.")
        one_mark = _tr("Half of the class found {low} to {high} of 1 reference mark.")
        yield (one_mark if number == 1 else told).format(low=low, high=high, n=number)
    alarms = [one.on_well_made for one in scores.pupils if one.on_well_made is not None]
    if alarms:
        told = _tr("In the well-made article: {n} marks a pupil (median). Few are right there.")
        yield told.format(n=f"{median(alarms):g}")
    sentences = sum(len(one) for one in texts.sentences.values())
    value = scores.alpha.get(pen)
    if value is None:
        yield _tr(
            "Agreement in the class cannot be worked out: only one value, or too few pupils."
        )
    else:
        told = _tr(
            "Agreement in the class, Krippendorff’s alpha: {value} from {n} sentences, {m} pupils."
        )
        yield told.format(value=two_digits(value), n=sentences, m=len(scores.pupils))
        yield _tr("Trained readers reach 0.2 to 0.4 on loaded words, 0.75 on who speaks.")


def pupil_sentences(pupil: PupilScores, scores: ClassScores, texts: LessonTexts) -> Iterator[str]:
    """Yield what can be said of one pupil, words before figures."""
    if pupil.overlap is None or pupil.exact is None or pupil.sentence is None:
        yield _tr("There is no reference to compare with.")
        return
    yield figures_words(pupil.overlap)
    yield closeness_words(pupil, scores, texts)
    told = _tr("The very same words: {a}. The same sentences: {b} of {c}.")
    yield told.format(a=pupil.exact.matched, b=pupil.sentence.matched, c=pupil.sentence.marked)
    kappa = _tr("Cohen’s kappa over sentences: {value}.").format(value=two_digits(pupil.kappa))
    yield (
        kappa
        if pupil.why_no_kappa is None
        else _tr("No kappa. {why}").format(why=pupil.why_no_kappa)
    )
    if well_made := well_made_words(pupil):
        yield well_made


def _middle(values: Sequence[int]) -> tuple[int, int]:
    """Return between what the middle half of some values lies."""
    if len(values) < 4:
        return min(values), max(values)
    low, _, high = quantiles(values, n=4, method="inclusive")
    return round(low), round(high)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)
