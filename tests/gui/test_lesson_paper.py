"""The forms of a lesson on paper: what stands on each, and what must not."""

from dataclasses import replace

import pypdfium2
import pytest
from play_class import play_class
from PySide6.QtWidgets import QApplication

from reader.core.lessons.answer import Answer, AnswerMark, ArticleVersion, Selector
from reader.core.lessons.lesson import TableRow
from reader.core.lessons.placing import PlacedAnswer, placed_answer
from reader.core.text.spans import Span
from reader.intake.read import read_article
from reader.paths import default_paths
from reader.storage.lessons.lesson_files import LessonPack
from reader.storage.lessons.making import make_lesson
from reader.ui.places.lessons.paper.forms import FORMS, PaperWork
from reader.ui.places.lessons.paper.lesson_pdf import lesson_pdf, paper_work

WORDS = ("brutally", "L"), ("critics", "S"), ("could", "H")


@pytest.fixture(scope="module")
def pack() -> LessonPack:
    paths = default_paths()
    return make_lesson([read_article(str(path)) for path in paths.samples], paths, "The market")


@pytest.fixture(scope="module")
def reference(pack: LessonPack) -> PlacedAnswer:
    first = pack.lesson.articles[0]
    marks = []
    for words, pen in WORDS:
        start = first.text.index(words)
        selector = Selector.at(first.text, Span(start, start + len(words)))
        marks.append(AnswerMark("A", pen, selector, f"Why {words} is marked."))
    answer = Answer(pack.lesson.id, "teacher", (ArticleVersion("A", first.sha256),), tuple(marks))
    return placed_answer(answer, pack.lesson)


@pytest.fixture(scope="module")
def work(pack: LessonPack, reference: PlacedAnswer) -> PaperWork:
    answers = [placed_answer(one, pack.lesson) for one in play_class(pack.lesson, reference, 9)]
    return paper_work(pack, reference, default_paths(), answers)


def words_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    pages = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return pages


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_form_is_a_page_or_more(form, work: PaperWork) -> None:
    pages = words_of(lesson_pdf(work, (form.name,)))
    assert pages
    assert all(len(page) > 30 for page in pages)


@pytest.mark.usefixtures("qapp")
def test_a_pupils_sheet_has_numbers_and_nothing_of_the_teacher(work: PaperWork) -> None:
    sheet = " ".join(words_of(lesson_pdf(work, ("pupil",))))
    assert "¶1" in sheet
    assert "¶12" in sheet
    assert "Code: ____" in sheet
    assert "There is no number to reach." in sheet
    assert "is marked" not in sheet
    assert "Eskerby Courier, 9" not in sheet  # the outlet is hidden


@pytest.mark.usefixtures("qapp")
def test_what_a_teacher_asks_in_a_step_stands_on_paper(work: PaperWork, pack: LessonPack) -> None:
    first, *rest = pack.lesson.steps
    asked = replace(first, task="What happened? Who told it to whom?")
    lesson = replace(pack.lesson, steps=(asked, *rest))
    own = replace(work, texts=replace(work.texts, lesson=lesson))
    (page,) = words_of(lesson_pdf(own, ("steps",)))
    assert "1 Read, 7 min What happened? Who told it to whom?" in page
    assert "8 Judge last" in page


@pytest.mark.usefixtures("qapp")
def test_the_key_tells_place_line_and_reason(work: PaperWork) -> None:
    key = " ".join(words_of(lesson_pdf(work, ("key",))))
    assert "1.1, l. 1 L brutally Why brutally is marked." in key
    tally = " ".join(words_of(lesson_pdf(work, ("tally",))))
    assert "critics" in tally
    assert "no names" in tally


@pytest.mark.usefixtures("qapp")
def test_codes_are_thirty_and_the_filled_table_tells_who_speaks(work: PaperWork) -> None:
    codes = " ".join(words_of(lesson_pdf(work, ("codes",))))
    assert "heron-01" in codes
    assert "stoat-30" in codes
    filled = " ".join(words_of(lesson_pdf(work, ("filled",))))
    assert "Ada Renfrew: said, told, warned" in filled


@pytest.mark.usefixtures("qapp")
def test_the_heat_map_has_counts_and_nobodys_code(work: PaperWork) -> None:
    pages = words_of(lesson_pdf(work, ("heat",)))
    assert "Class heat map, article A: Loaded word (L) 9 answers, no names" in pages[0]
    assert "marked by" in pages[0]
    assert "of 9" in pages[0]
    assert any("Worth talking about" in page for page in pages)
    assert not any(answer.code in page for answer in work.answers for page in pages)
    assert words_of(lesson_pdf(replace(work, answers=()), ("heat", "judge"))) == words_of(
        lesson_pdf(work, ("judge",))
    )


@pytest.mark.usefixtures("qapp")
def test_without_a_reference_there_is_no_key_but_a_tally(work: PaperWork) -> None:
    bare = replace(work, reference=None, filled={})
    pages = words_of(lesson_pdf(bare))
    assert not any("Teacher’s key" in page for page in pages)
    assert any("Tally for the board" in page for page in pages)
    assert QApplication.instance() is not None


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("more", [0, 2, 6])  # with the plan's own, as many as a lesson may have
def test_all_questions_to_both_articles_stand_on_one_page(pack: LessonPack, more) -> None:
    rows = (*pack.lesson.table, *(TableRow(f"row-{n}", f"Question {n}?") for n in range(more)))
    asked = replace(pack, lesson=replace(pack.lesson, table=rows))
    written = words_of(lesson_pdf(paper_work(asked, None, default_paths(), ()), ("compare",)))
    assert len(written) == 1
    assert all(row.title in " ".join(written) for row in rows)
