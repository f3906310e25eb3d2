"""Tables of words besides the lexicons: their form, and the reader's own copies."""

import os
from pathlib import Path

import pytest

from reader.intake.text.date_lines import DateWords, date_in, date_words
from reader.intake.text.furniture import opens_link_list
from reader.intake.text.word_tables import WORD_TABLES, own_problems
from reader.paths import Paths, default_paths
from reader.storage.exports.authors import authors_of
from reader.storage.languages import languages_in_use
from reader.tables.files import LARGEST, forget_tables

FURNITURE, DATES, DISCLOSURE = WORD_TABLES


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    monkeypatch.setenv("CLOSE_READER_DATA", str(tmp_path))
    forget_tables()
    yield default_paths()
    monkeypatch.undo()
    forget_tables()


def lay_over(paths: Paths, table, text: str) -> None:
    path = paths.own_table(table.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    forget_tables()


@pytest.mark.parametrize("table", WORD_TABLES, ids=lambda table: table.name)
def test_a_shipped_table_is_in_order_and_says_what_it_is(table, paths) -> None:
    assert table.wrong(table.shipped_text(paths), paths) == ()
    assert table.shipped_text(paths).startswith("#")
    assert table.title
    assert table.about.endswith(".")


@pytest.mark.parametrize(
    ("table", "old", "new", "told"),
    [
        (FURNITURE, "share_words", "shared_words", "“shared_words” means nothing here."),
        (FURNITURE, 'kind = "ago"', 'kind = "soon"', "“soon” is no kind of pattern"),
        (FURNITURE, "ago\\.?", "ago(", "The pattern of “ago” is no regular expression"),
        (FURNITURE, "nobody =", "no_one =", "“nobody” must be a list of texts"),
        (DATES, '["may"],', "", "“months” must be twelve lists"),
        (DATES, 'beside = """', 'beside = 3\nrest = """', "“beside” must be words"),
        (DISCLOSURE, "asked = [", "asking = [", "“asking”"),
        (DISCLOSURE, "\\bposted\\b", "posted)", "“channel_post” is no regular expression"),
        (DATES, "months = [", "months = [[", "It is not written as TOML asks"),
    ],
)
def test_a_mistake_is_told(table, old: str, new: str, told: str, paths) -> None:
    text = table.shipped_text(paths)
    assert old in text
    assert any(told in one for one in table.wrong(text.replace(old, new), paths))


def test_an_own_copy_counts_and_its_absence_brings_the_shipped_one(paths) -> None:
    text = DATES.shipped_text(paths)
    lay_over(paths, DATES, text.replace('["may"],', '["may", "mai"],'))
    assert date_in("23 Mai 2014") == "2014-05-23"
    paths.own_table(DATES.name).unlink()
    forget_tables()
    assert date_in("23 Mai 2014") is None


@pytest.mark.parametrize("text", ["months = 3", "months = [", "lasts = []"])
def test_a_copy_with_mistakes_is_passed_over_and_told(text: str, paths) -> None:
    lay_over(paths, DATES, text)
    assert isinstance(date_words(), DateWords)
    assert date_in("23 May 2014") == "2014-05-23"
    assert all(one.startswith("date-lines.toml: ") for one in own_problems(paths))
    assert own_problems(paths)


def test_what_a_copy_lacks_is_as_it_is_shipped(paths) -> None:
    lay_over(paths, DATES, 'lasts = ["min Lesezeit"]')
    assert own_problems(paths) == ()
    assert date_in("23 May 2014") == "2014-05-23"
    lay_over(paths, DISCLOSURE, 'asked = ["ungenannt"]')
    lists = languages_in_use(paths).of("en").tables["disclosure"]
    assert lists["asked"] == ["ungenannt"]
    assert lists["channel_post"]


def test_page_furniture_is_the_readers_too(paths) -> None:
    assert not opens_link_list("Mehr dazu")
    text = FURNITURE.shipped_text(paths)
    lay_over(paths, FURNITURE, text.replace("(?:read (?:more", "(?:mehr dazu|read (?:more"))
    assert opens_link_list("Mehr dazu")
    assert own_problems(paths) == ()


def test_what_is_told_of_sources_is_the_readers_too(paths) -> None:
    text = DISCLOSURE.shipped_text(paths)
    lay_over(paths, DISCLOSURE, text.replace(r"\bposted\b", r"\bpostete\b"))
    lists = languages_in_use(paths).of("en").tables["disclosure"]
    assert "postete" in lists["channel_post"][0]
    lay_over(paths, DISCLOSURE, "asked = 3")
    assert own_problems(paths)


def test_a_copy_that_is_too_long_is_passed_over(paths) -> None:
    lay_over(paths, DISCLOSURE, 'asked = ["ungenannt"]' + "\n#" * (LARGEST // 2))
    assert languages_in_use(paths).of("en").tables["disclosure"]["asked"] != ["ungenannt"]


def test_references_go_by_the_readers_bylines(paths) -> None:
    assert authors_of("Von Ada Roe") == ("Von Ada Roe",)
    text = DATES.shipped_text(paths)
    lay_over(paths, DATES, text.replace("before_author = [", 'before_author = ["Von", ', 1))
    assert own_problems(paths) == ()
    assert authors_of("Von Ada Roe") == ("Ada Roe",)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to(path)])
def test_a_copy_that_is_no_file_is_passed_over_and_told(make, paths) -> None:
    """A pipe is not waited for."""
    path = paths.own_table(DATES.name)
    path.parent.mkdir(parents=True)
    make(path)
    forget_tables()
    assert date_in("3 March 2024") == "2024-03-03"
    (told,) = own_problems(paths)
    assert told.startswith("date-lines.toml: It could not be read: ")
    assert told.endswith(". The shipped one is used.")
