"""The forms of a lesson as a PDF, in the window and, without a display, on the command line."""

from collections.abc import Sequence

from reader.core.lessons.placing import PlacedAnswer
from reader.paths import Paths
from reader.storage.lessons.cards import load_cards
from reader.storage.lessons.filled_table import Cells, filled_table
from reader.storage.lessons.lesson_files import LessonPack
from reader.storage.lessons.making import default_table
from reader.storage.lessons.program_marks import analysed, lesson_tools
from reader.storage.lessons.texts import LessonTexts
from reader.ui.marks.paper.pdf import pages_pdf, without_display
from reader.ui.places.lessons.paper.form_page import FormPages
from reader.ui.places.lessons.paper.forms import form_pages
from reader.ui.places.lessons.paper.paper_work import PaperWork


def paper_work(
    pack: LessonPack,
    reference: PlacedAnswer | None,
    paths: Paths,
    answers: Sequence[PlacedAnswer] = (),
) -> PaperWork:
    """Return what the forms of a lesson are filled with.

    Raises:
        ReaderError: The cards, or the language data, cannot be read.
    """
    filled: Cells = {}
    articles = pack.lesson.articles
    if len(articles) > 1:
        tools, _ = lesson_tools(pack, paths)
        filled = filled_table({one.id: analysed(one, tools) for one in articles})
    texts = LessonTexts.of(pack.lesson, paths)
    table = pack.lesson.table or default_table(paths)
    return PaperWork(texts, load_cards(paths), reference, table, filled, tuple(answers))


def lesson_pages(work: PaperWork, wanted: Sequence[str] | None = None) -> FormPages:
    """Return the pages of forms of a lesson, to be painted."""
    return FormPages(form_pages(work, wanted))


def lesson_pdf(work: PaperWork, wanted: Sequence[str] | None = None) -> bytes:
    """Return forms of a lesson as a PDF; a Qt application must be there.

    Raises:
        ReaderError: Qt cannot write it.
    """
    return pages_pdf(lesson_pages(work, wanted), work.lesson.title, "A4")


def lesson_pdf_offscreen(
    pack: LessonPack,
    reference: PlacedAnswer | None,
    paths: Paths,
    answers: Sequence[PlacedAnswer] = (),
) -> bytes:
    """Return all forms of a lesson as a PDF from a program without a window.

    Raises:
        ReaderError: Qt cannot write it, or what it is filled with cannot be read.
    """
    work = paper_work(pack, reference, paths, answers)
    return without_display(lambda: lesson_pdf(work))
