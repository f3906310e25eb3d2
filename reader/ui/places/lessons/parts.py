"""The parts of lessons in one place, for those who load them late."""

from collections.abc import Callable
from types import ModuleType

from reader.core.lessons.placing import PlacedMark
from reader.core.lessons.scores.scoring import Agreement
from reader.storage.lessons import (
    answer_files,
    drafts,
    duels,
    filled_table,
    html_lesson,
    lesson_files,
    making,
    program_marks,
    ready_lessons,
)
from reader.storage.lessons.scores.registry import score_format
from reader.storage.lessons.scores.score_format import ScoreFormat
from reader.storage.lessons.texts import LessonTexts
from reader.ui.marks.paper import printer
from reader.ui.places.lessons import kept_lessons
from reader.ui.places.lessons.answers.answers_page import HEAT_MAP
from reader.ui.places.lessons.answers.reasons_dialog import ReasonsDialog
from reader.ui.places.lessons.answers.typed_paper import PaperDialog
from reader.ui.places.lessons.begin_dialog import BeginDialog
from reader.ui.places.lessons.duel.duel_window import DuelWindow
from reader.ui.places.lessons.guide_window import GuideWindow
from reader.ui.places.lessons.kept_dialog import KeptDialog
from reader.ui.places.lessons.lesson_window import LessonWindow
from reader.ui.places.lessons.maker.lesson_draft import LessonDraft
from reader.ui.places.lessons.maker.new_lesson import LessonText, NewLesson
from reader.ui.places.lessons.maker.paper_dialog import PaperForms
from reader.ui.places.lessons.maker.program_reference import program_reference
from reader.ui.places.lessons.paper import lesson_pdf
from reader.ui.places.lessons.pupil.pupil_window import PupilWindow
from reader.ui.places.lessons.pupil.pupil_work import PupilWork
from reader.ui.places.lessons.ready_dialog import ReadyDialog
from reader.values import frozen


@frozen
class LessonParts:
    """What the controllers need of lessons, once somebody opens one.

    Attributes:
        load_agreement: Returns what measures agreement; brings nltk when a class is scored.
    """

    load_agreement: Callable[[], Agreement]
    heat_map: str = HEAT_MAP
    answers: ModuleType = answer_files
    drafts: ModuleType = drafts
    duels: ModuleType = duels
    files: ModuleType = lesson_files
    kept: ModuleType = kept_lessons
    making: ModuleType = making
    page: ModuleType = html_lesson
    paper: ModuleType = lesson_pdf
    printer: ModuleType = printer
    program: ModuleType = program_marks
    ready: ModuleType = ready_lessons
    table: ModuleType = filled_table
    texts: type[LessonTexts] = LessonTexts
    begin: type[BeginDialog] = BeginDialog
    draft: type[LessonDraft] = LessonDraft
    duel_window: type[DuelWindow] = DuelWindow
    guide: type[GuideWindow] = GuideWindow
    kept_dialog: type[KeptDialog] = KeptDialog
    new_lesson: type[NewLesson] = NewLesson
    text: type[LessonText] = LessonText
    lesson_window: type[LessonWindow] = LessonWindow
    paper_forms: type[PaperForms] = PaperForms
    pupil_window: type[PupilWindow] = PupilWindow
    pupil_work: type[PupilWork] = PupilWork
    ready_dialog: type[ReadyDialog] = ReadyDialog
    reasons: type[ReasonsDialog] = ReasonsDialog
    typed_paper: type[PaperDialog] = PaperDialog
    score_format: Callable[[str], ScoreFormat] = score_format
    program_reference: Callable[..., list[PlacedMark]] = program_reference
