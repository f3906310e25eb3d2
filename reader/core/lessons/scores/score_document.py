"""The scores of a class as plain data, in schema `close-reader/scores/1`."""

from reader.core.lessons.scores.matching import Figures
from reader.core.lessons.scores.scoring import ClassScores, PupilScores

SCHEMA = "close-reader/scores/1"


def score_document(scores: ClassScores) -> dict[str, object]:
    """Return the scores as plain data, ready for JSON; what is not known is None."""
    return {
        "schema": SCHEMA,
        "lesson": scores.lesson.id,
        "pupils": [_pupil(one) for one in scores.pupils],
        "alpha": dict(scores.alpha),
        "heat": [
            {"article": one.article, "start": one.span.start, "end": one.span.end,
             "count": one.count}
            for one in scores.heat
        ],
        "disagreements": [
            {"article": one.article, "start": one.span.start, "end": one.span.end,
             "marked": one.marked, "of": one.readers}
            for one in scores.disagreements
        ],
        "refused": [{"file": one.file, "reason": one.reason} for one in scores.refused],
    }  # fmt: skip


def _pupil(one: PupilScores) -> dict[str, object]:
    return {
        "code": one.answer.code,
        "exact": _figures(one.exact),
        "overlap": _figures(one.overlap),
        "sentence": _figures(one.sentence),
        "kappa": one.kappa,
        "why_no_kappa": one.why_no_kappa,
        "on_well_made": one.on_well_made,
    }


def _figures(figures: Figures | None) -> dict[str, float | None] | None:
    if figures is None:
        return None
    return {
        "matched": figures.matched,
        "marked": figures.marked,
        "reference": figures.reference,
        "precision": figures.precision,
        "recall": figures.recall,
        "f1": figures.f1,
    }
