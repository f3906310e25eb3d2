"""Drafts of pupils: one file a code, and nothing of another window or pupil written over."""

import json

import pytest

from reader.core.lessons.answer import Answer
from reader.core.lessons.progress import Progress
from reader.intake.read import read_text
from reader.paths import default_paths
from reader.storage.lessons.drafts import Draft, Drafts
from reader.storage.lessons.making import make_lesson


@pytest.fixture(scope="module")
def lesson():
    return make_lesson([read_text("The mayor spoke.", "/m.txt")], default_paths(), "One").lesson


@pytest.fixture
def drafts(tmp_path, lesson):
    """Opens the drafts of a window."""
    return lambda: Drafts(default_paths(tmp_path), lesson)


def draft(lesson, code, judgement):
    answer = Answer(lesson=lesson.id, code=code, articles=(), marks=(), judgement=judgement)
    return Draft(answer, Progress(frozenset({"read"})))


def judged(found):
    return found and found.answer.judgement


@pytest.mark.parametrize("codes", [("heron-14", "heron 14"), ("otter", "otter-2"), ("é 1", "e 1")])
def test_each_code_has_its_own_draft(drafts, lesson, codes):
    for code in codes:
        assert drafts().keep(draft(lesson, code, f"by {code}")) == ()
    assert [judged(drafts().kept(code)) for code in codes] == [f"by {code}" for code in codes]


def test_of_two_windows_the_latest_counts_and_the_other_is_kept(drafts, lesson, tmp_path):
    one, other = drafts(), drafts()
    assert one.keep(draft(lesson, "heron-14", "one")) == ()
    assert other.keep(draft(lesson, "heron-14", "other")) == ("heron-14.old.answer",)
    assert one.keep(draft(lesson, "heron-14", "one again")) == ("heron-14.old1.answer",)
    assert one.keep(draft(lesson, "heron-14", "and more")) == ()
    assert judged(drafts().kept("heron-14")) == "and more"
    aside = tmp_path.rglob("heron-14.old*.answer")
    assert {json.loads(path.read_text())["answer"]["judgement"] for path in aside} == {
        "one",
        "other",
    }


@pytest.mark.parametrize("held", [b"damaged", b"[" * 100_000, b'{"answer": {"schema": "x/9"}}'])
def test_a_draft_that_cannot_be_read_is_kept_beside(drafts, lesson, tmp_path, held):
    drafts().keep(draft(lesson, "heron-14", "one"))
    (path,) = tmp_path.rglob("heron-14.answer")
    path.write_bytes(held)
    anew = drafts()
    assert anew.kept("heron-14") is None
    assert anew.keep(draft(lesson, "heron-14", "anew")) == ("heron-14.old.answer",)
    assert path.with_name("heron-14.old.answer").read_bytes() == held


def test_a_draft_of_an_earlier_version_is_found(drafts, lesson, tmp_path):
    drafts().keep(draft(lesson, "heron 14", "one"))
    (path,) = tmp_path.rglob("*.answer")
    path.rename(path.with_name("heron-14.answer"))
    assert judged(drafts().kept("heron 14")) == "one"
    assert drafts().kept("heron-14") is None
