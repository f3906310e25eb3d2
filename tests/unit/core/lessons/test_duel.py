"""Two lists on one text: the words of one, of the other, and of both."""

from pathlib import Path

from reader.core.lessons.duel import duel_of
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Entry
from reader.core.text.spans import Span
from reader.intake.read import read_text
from reader.paths import default_paths
from reader.storage.analysis_tools import load_analysis_tools
from reader.storage.lessons.duels import duel_lesson, duel_on, lists_for_duels
from reader.storage.lessons.lesson_files import lesson_bytes, lesson_of
from reader.storage.lessons.making import lesson_article

_HEAD = """id = "{name}"
title = "{name}"
language = "en"
version = "1"
panel = "wording"
[[categories]]
id = "word"
name = "Word"
explanation = "A word."
question = "Why?"
letter = "Z"
slot = 1
line = "thick"
"""
_COLUMNS = "phrase,match,part,category,confidence\n"


def finding(start: int, end: int, lexicon: str) -> Finding:
    return Finding(
        Span(start, end),
        lexicon,
        "wording",
        "word",
        Entry("x", "exact", None, "word", "confident"),
        "confident",
    )


def test_words_meet_where_they_share_a_character() -> None:
    one = [finding(0, 4, "a"), finding(10, 14, "a"), finding(20, 24, "a")]
    other = [finding(4, 8, "b"), finding(12, 18, "b")]
    duel = duel_of(one, other)
    assert [item.span.start for item in duel.first] == [0, 20]
    assert [item.span.start for item in duel.second] == [4]
    assert [item.span.start for item in duel.both] == [10]
    assert [item.span.start for item in duel.both_second] == [12]


def list_folder(place: Path, name: str, words: tuple[str, ...]) -> Path:
    folder = place / name
    folder.mkdir(parents=True)
    (folder / "lexicon.toml").write_text(_HEAD.format(name=name))
    rows = "".join(f"{word},forms,,word,confident\n" for word in words)
    (folder / "entries.csv").write_text(_COLUMNS + rows)
    return folder


def test_each_list_marks_as_if_the_other_was_not_there(tmp_path: Path) -> None:
    paths = default_paths(tmp_path)
    list_folder(paths.user_lexicons, "green-side", ("reckless", "river", "council"))
    list_folder(paths.user_lexicons, "blue-side", ("river", "nanny state"))
    text = "Reckless plan\n\nThe council called it a nanny state. The river is reckless, it said."
    article = lesson_article(read_text(text, "/a/plan.txt"), "A")
    tools, _ = load_analysis_tools(paths)
    sides = {one.id: one for one in lists_for_duels(tools)}
    pair = (sides["green-side"], sides["blue-side"])
    duel = duel_on(article, pair, tools)
    words = [
        [one.span.of(article.text).lower() for one in part]
        for part in (duel.first, duel.second, duel.both)
    ]
    assert words == [["reckless", "council", "reckless"], ["nanny state"], ["river"]]
    pack = duel_lesson([article], pair, "Duel", paths)
    again = lesson_of(lesson_bytes(pack), "duel.crlesson")
    assert again == pack
    assert again.lesson.sides == ("green-side", "blue-side")
    assert set(again.lists) == {"green-side", "blue-side"}
