"""Lessons and answers go to plain data and back; what is wrong is told in a sentence."""

import copy
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reader.core.lessons.answer import (
    Answer,
    AnswerMark,
    ArticleVersion,
    LateralRow,
    Selector,
    SourceRow,
    TableCell,
    is_code,
)
from reader.core.lessons.lesson import (
    Lesson,
    LessonArticle,
    ListVersion,
    Opening,
    Pen,
    Step,
    TableRow,
)
from reader.core.lessons.placing import placed_answer, without_older
from reader.core.lessons.plain_answers import plain_answer, read_answer
from reader.core.lessons.plain_lessons import plain_lesson, plain_lesson_article, read_lesson
from reader.core.lessons.progress import named_rows
from reader.core.text.article import Zone
from reader.core.text.spans import Span
from reader.errors import ReaderError

TEXT = "The mayor 😡 rammed the plan through.\n\nCritics say so."
ARTICLE = LessonArticle(
    "A", "Plan", TEXT, (Zone("paragraph", Span(0, 36)), Zone("paragraph", Span(38, 53))), "Post"
)
LESSON = Lesson(
    "one",
    "One",
    (
        Step("read", "read", "Read", articles=("A",), locked=("program",)),
        Step(
            "mark", "mark", "Mark", "Do.", 9, ("A",), ("L",), ("reason",), Opening("after", "read")
        ),
    ),
    (Pen("L", "Loaded"), Pen("S", "Speaks", form="box")),
    (ARTICLE,),
    (ListVersion("hedging", "1.2"),),
    outlets_from="mark",
    table=(TableRow("actors", "Who?"), TableRow("row-1", "Why?")),
)
MARK = AnswerMark("A", "L", Selector.at(TEXT, Span(12, 18)), "why", "pushed", "force", "sure")
ANSWER = Answer(
    "one",
    "heron-14",
    (ArticleVersion("A", ARTICLE.sha256),),
    (MARK,),
    (SourceRow("Critics", "?", "", "", "no"),),
    (LateralRow("a", "b", "c"),),
    "wrong",
    "missed",
    {"read": "A plan."},
    "fine",
    (ListVersion("hedging", "1.2"),),
    (MARK,),
    ("A",),
    (TableCell("actors", "A", "the mayor"),),
)


def test_an_answer_comes_back_as_it_was() -> None:
    assert read_answer(json.loads(json.dumps(plain_answer(ANSWER)))) == ANSWER


def test_the_least_answer_is_enough() -> None:
    least = {key: plain_answer(ANSWER)[key] for key in ("schema", "lesson", "code", "articles")}
    assert read_answer({**least, "marks": []}).marks == ()


def test_a_lesson_comes_back_as_it_was() -> None:
    plain = json.loads(json.dumps(plain_lesson(LESSON)))
    assert read_lesson(plain, [plain_lesson_article(ARTICLE)]) == LESSON


def test_a_lesson_that_names_no_pens_has_the_usual_three() -> None:
    bare = {key: plain_lesson(LESSON)[key] for key in ("schema", "id", "title")}
    lesson = read_lesson(bare, [plain_lesson_article(ARTICLE)])
    assert [pen.id for pen in lesson.pens] == ["L", "S", "H"]
    assert [step.kind for step in lesson.steps] == ["mark"]
    named = read_lesson({**bare, "categories": ["X", "Y"]}, [plain_lesson_article(ARTICLE)])
    assert [(pen.id, pen.name) for pen in named.pens] == [("X", "X"), ("Y", "Y")]


def test_how_sure_and_named_may_be_numbers_or_yes_and_no() -> None:
    plain = json.loads(json.dumps(plain_answer(ANSWER)))
    plain["marks"][0]["sure"], plain["sources"][0]["named"] = 0.5, True
    plain["lexicons"] = ["hedging", {"id": "mine", "version": 2}]
    answer = read_answer(plain)
    assert answer.marks[0].sure == "0.5"
    assert answer.sources[0].named == "yes"
    assert answer.lexicons == (ListVersion("hedging", ""), ListVersion("mine", "2"))


def test_a_lesson_knows_when_things_open() -> None:
    assert LESSON.opening_of("program") == LESSON.step("mark")
    assert not LESSON.shows_outlets(LESSON.steps[0])
    assert LESSON.shows_outlets(LESSON.steps[1])
    assert ARTICLE.as_article(with_outlet=False).outlet is None


BAD_ANSWERS = [
    ("[]", "no answer file"),
    ({"schema": "close-reader/answer/2"}, "A later version of Close Reader made it"),
    ({"schema": "close-reader/answers/1"}, "no answer file"),
    ({"marks": None}, "“marks” is missing"),
    ({"code": "../../etc/passwd"}, "is no code"),
    ({"code": ""}, "is no code"),
    ({"code": 14}, "is no text"),
    ({"marks": {}}, "“marks” is no list"),
    ({"marks": [1]}, "mark 1 is no object"),
    ({"marks": [{"article": "A", "category": "L"}]}, "mark 1 has no selector"),
    (
        {
            "marks": [
                {
                    "article": "A",
                    "category": "L",
                    "selector": [{"type": "TextPositionSelector", "start": 1.5, "end": 2}],
                }
            ]
        },
        "no whole number",
    ),
    ({"judgement": "x" * 5000}, "longer than 4,000"),
    ({"marks": [{}] * 3000}, "more than 2,000"),
    ({"steps": []}, "steps is no object"),
]


@pytest.mark.parametrize(("change", "told"), BAD_ANSWERS, ids=lambda value: str(value)[:40])
def test_what_is_no_answer_is_refused_in_words(change: object, told: str) -> None:
    plain = {**plain_answer(ANSWER), **change} if isinstance(change, dict) else change
    with pytest.raises(ReaderError, match=r"[.]$") as refused:
        read_answer(plain)
    assert told in refused.value.message


BAD_PLACES = [
    (replace(ANSWER, lesson="two"), "answer to another lesson"),
    (
        replace(ANSWER, articles=(ArticleVersion("A", "0" * 64),)),
        "was changed since; 1 of its 1 marks",
    ),
    (replace(ANSWER, articles=(ArticleVersion("B", "0" * 64),)), "about an article “B”"),
    (replace(ANSWER, articles=()), "that is not named"),
    (replace(ANSWER, marks=(replace(MARK, category="Z"),)), "the category “Z”"),
    (replace(ANSWER, marks=(replace(MARK, also=("Z",)),)), "the category “Z”"),
    (
        replace(ANSWER, marks=(replace(MARK, selector=Selector("absent", "", "", 9999, 10005)),)),
        "does not stand in the text",
    ),
    (
        replace(ANSWER, marks=(replace(MARK, selector=Selector(start=9, end=9)),)),
        "does not stand in the text",
    ),
]


@pytest.mark.parametrize(("answer", "told"), BAD_PLACES, ids=lambda value: str(value)[-30:])
def test_what_does_not_belong_here_is_refused_in_words(answer: Answer, told: str) -> None:
    with pytest.raises(ReaderError, match=r"[.]$") as refused:
        placed_answer(answer, LESSON)
    assert told in refused.value.message


def test_a_mark_is_found_by_its_words_where_offsets_count_otherwise() -> None:
    utf16 = replace(MARK.selector, start=13, end=19)  # after the emoji, as JavaScript counts
    placed = placed_answer(replace(ANSWER, marks=(replace(MARK, selector=utf16),)), LESSON)
    assert placed.marks[0].span == Span(12, 18)


def test_of_two_files_under_one_code_the_last_counts() -> None:
    files = [
        placed_answer(replace(ANSWER, code=code), LESSON, name)
        for code, name in (("heron-14", "a"), ("otter-3", "b"), ("Heron-14", "c"))
    ]
    kept, refused = without_older(files)
    assert [one.file for one in kept] == ["b", "c"]
    assert [(one.file, "c, counts" in one.reason) for one in refused] == [("a", True)]


BAD_LESSONS = [
    (lambda lesson: lesson.update(schema="x"), "no lesson"),
    (lambda lesson: lesson["steps"][1].update(id="read"), "stands there twice"),
    (lambda lesson: lesson["steps"][0].update(articles=["Q"]), "names “Q”"),
    (
        lambda lesson: lesson["steps"][0].update(opens={"when": "after", "step": "mark"}),
        "names “mark”",
    ),
    (lambda lesson: lesson["steps"][0].update(kind="exam"), "is none of"),
    (lambda lesson: lesson["steps"][0].update(asks=["grade"]), "asks for “grade”"),
    (lambda lesson: lesson["categories"][0].update(id="L" * 41), "longer than 40"),
]


@pytest.mark.parametrize(("spoil", "told"), BAD_LESSONS, ids=[told for _, told in BAD_LESSONS])
def test_a_lesson_that_does_not_fit_together_is_refused(spoil, told: str) -> None:
    plain = copy.deepcopy(plain_lesson(LESSON))
    spoil(plain)
    with pytest.raises(ReaderError, match=r"[.]$") as refused:
        read_lesson(plain, [plain_lesson_article(ARTICLE)])
    assert told in refused.value.message


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"text": "Other."}, "do"),
        ({"zones": [{"kind": "paragraph", "start": 5, "end": 900}]}, "lie"),
        ({"sha256": "0" * 64}, "was changed"),
    ],
)
def test_a_changed_text_is_noticed(change: dict, told: str) -> None:
    plain = {**plain_lesson_article(ARTICLE), **change}
    with pytest.raises(ReaderError) as refused:
        read_lesson(plain_lesson(LESSON), [plain])
    assert told in refused.value.message


@pytest.mark.parametrize(
    ("code", "is_good"),
    [
        ("heron-14", True),
        ("A", True),
        ("Jürgen 3", True),
        ("x" * 41, False),
        ("a/b", False),
        (".x", False),
        ("<b>", False),
        ("a\n", False),
        ("=1", False),
    ],
)
def test_a_code_is_letters_and_digits(code: str, is_good: bool) -> None:
    assert is_code(code) is is_good


@given(some.text(max_size=60), some.data())
def test_a_selector_keeps_its_span(text: str, data) -> None:
    if text:
        start = data.draw(some.integers(0, len(text) - 1))
        span = Span(start, data.draw(some.integers(start + 1, len(text))))
        assert Selector.at(text, span).place_in(text) == span


_PLAIN = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=9),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(some.sampled_from(sorted(plain_answer(ANSWER))), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(_PLAIN)
def test_no_plain_data_makes_the_reading_fail_otherwise(plain: object) -> None:
    whole = {**plain_answer(ANSWER), **plain} if isinstance(plain, dict) else plain
    told = "."
    try:
        placed_answer(read_answer(whole), LESSON)
    except ReaderError as error:
        told = error.message
    assert told.endswith(".")


@pytest.mark.parametrize(
    ("titles", "ids"),
    [
        (["Who?", "Why?"], ["actors", "row-1"]),
        (["Who then?", "Why?"], ["actors", "row-1"]),  # asked in other words, the same row
        (["Why?", "", "Who?"], ["row-1", "actors"]),
        (["Who?", "How?", "Why?", "Why?"], ["actors", "row-2", "row-1"]),
        ([], []),
    ],
)
def test_rows_of_the_table_keep_their_ids(titles: list[str], ids: list[str]) -> None:
    assert [row.id for row in named_rows(titles, LESSON.table)] == ids
