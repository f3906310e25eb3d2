"""Scores in sentences, the same in text, in feedback pages and in the lesson window."""

from reader.core.lessons.scores.closeness import closeness, worth_a_look
from reader.core.lessons.scores.matching import Figures
from reader.core.lessons.scores.scoring import ClassScores, PupilScores
from reader.storage.lessons.texts import LessonTexts

GUIDING = (
    "Grade who speaks by agreement, wording by reasons. A pupil who differs is not wrong for that."
)
TRAINED = (
    "Trained readers reach an alpha of about 0.2 to 0.4 on loaded words, "
    "and of about 0.75 on who speaks."
)


def figures_words(figures: Figures) -> str:
    """Return figures as a teacher says them: "9 of your 12 marks are in the reference ..."."""
    return (
        f"{figures.matched} of your {figures.marked} marks are in the reference; "
        f"you found {figures.matched} of {figures.reference}."
    )


def closeness_words(pupil: PupilScores, scores: ClassScores, texts: LessonTexts) -> str:
    """Return how close a pupil is to the reference, and where to look, as a sentence or two."""
    if pupil.overlap is None or scores.reference is None:
        return ""
    near = closeness(pupil.overlap)
    missed = [texts.place_of(mark) for mark in worth_a_look(pupil.answer, scores.reference)]
    look = f" Look again at {', '.join(dict.fromkeys(missed))}." if missed else ""
    if near is None:
        return "There is nothing to compare."
    told = {
        "close": "Close to the reference.",
        "partly": "Partly as in the reference.",
        "different": "Different from the reference.",
    }[near]
    return told + look


def well_made_words(pupil: PupilScores) -> str:
    """Return how many marks stand in the well-made article, as a sentence, or ""."""
    count = pupil.on_well_made
    if count is None:
        return ""
    marks = "1 mark" if count == 1 else f"{count or 'no'} marks"
    return f"In the well-made article: {marks}. Few are right there."


def with_reason(pupil: PupilScores) -> int:
    """Return how many marks have a reason."""
    return sum(bool(mark.mark.reason.strip()) for mark in pupil.answer.marks)
