"""The gradebook: a table for a spreadsheet, one row a pupil, in the order of the files."""

import io

from reader.core.lessons.scores.matching import Figures
from reader.core.lessons.scores.scoring import ClassScores, PupilScores
from reader.storage.files.csv_tables import CsvWriter
from reader.storage.files.formulas import defused
from reader.storage.lessons.scores.score_format import ScoreFormat
from reader.storage.lessons.scores.words import closeness_words, with_reason
from reader.storage.lessons.texts import LessonTexts

_LEVELS = ("exact", "overlap", "sentence")
_COUNTS = ("matched", "marked", "reference", "precision", "recall", "f1")
_COLUMNS = (
    "code",
    "file",
    "marks",
    "with_reason",
    *(f"{level}_{count}" for level in _LEVELS for count in _COUNTS),
    "kappa",
    "why_no_kappa",
    "on_well_made",
    "in_words",
    "sources",
    "looked_up",
    "compared",
    "program_wrong",
    "program_missed",
    "judgement",
)
_DIGITS = 4


def gradebook(scores: ClassScores, texts: LessonTexts) -> str:
    """Return one row a pupil; no cell of it is taken for a formula."""
    out = io.StringIO()
    writer = CsvWriter(out)
    steps = [step for step in scores.lesson.steps if step.kind != "judge"]
    writer.writerow((*_COLUMNS, *(defused(f"step_{step.id}") for step in steps)))
    for pupil in scores.pupils:
        written = [pupil.answer.answer.steps.get(step.id, "") for step in steps]
        writer.writerow(map(_cell, (*_row(pupil, scores, texts), *written)))
    return out.getvalue()


def _row(pupil: PupilScores, scores: ClassScores, texts: LessonTexts) -> tuple[object, ...]:
    answer = pupil.answer.answer
    return (
        answer.code,
        pupil.answer.file,
        len(pupil.answer.marks),
        with_reason(pupil),
        *_figures(pupil.exact),
        *_figures(pupil.overlap),
        *_figures(pupil.sentence),
        pupil.kappa,
        pupil.why_no_kappa or "",
        pupil.on_well_made,
        closeness_words(pupil, scores, texts),
        len(answer.sources),
        len(answer.lateral),
        len(answer.comparison),
        answer.wrong,
        answer.missed,
        answer.judgement,
    )


def _figures(figures: Figures | None) -> tuple[float | None, ...]:
    if figures is None:
        return (None,) * len(_COUNTS)
    return (
        figures.matched,
        figures.marked,
        figures.reference,
        figures.precision,
        figures.recall,
        figures.f1,
    )


def _cell(value: object) -> object:
    if isinstance(value, str):
        return defused(" ".join(value.split()))
    if isinstance(value, float):
        return round(value, _DIGITS)
    return "" if value is None else value


def _write(scores: ClassScores, texts: LessonTexts) -> bytes:
    return gradebook(scores, texts).encode("utf-8", "replace")


GRADEBOOK = ScoreFormat("csv", "Gradebook", ".csv", _write)
