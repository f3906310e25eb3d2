"""Exports of other programs: addresses, titles, tags, dates, highlights, and text where it is."""

import ast
import json
from pathlib import Path

import make_samples as made
import pytest

import reader
from reader.errors import ImportFailedError
from reader.intake.collections.kept_item import KeptItem, article_of_item, day_of_seconds
from reader.intake.collections.registry import (
    EXPORT_FORMATS,
    export_endings,
    export_format_of,
    read_collection,
)

SAMPLES = Path(__file__).parent / "samples"
NAMES = [one.name for one in EXPORT_FORMATS]
# Which sample tells what beside addresses and titles.
WITH_TEXT = {"wallabag", "omnivore"}
WITH_HIGHLIGHTS = {"wallabag", "omnivore", "instapaper"}
WITHOUT_STATE = {"bookmarks"}


def sample_of(one):
    (path,) = (path for path in SAMPLES.iterdir() if path.stem == one.name)
    assert path.suffix in one.endings
    return path


@pytest.mark.parametrize("one", EXPORT_FORMATS, ids=NAMES)
def test_a_sample_is_known_and_read(one):
    path = sample_of(one)
    data = path.read_bytes()
    assert export_format_of(data) is one
    items = read_collection(data, path.name).items
    assert [item.address.rpartition("/")[2] for item in items] == ["ferry", "mayor", "plain"]
    first, second, third = items
    assert (first.title, second.title, third.title) == (
        "Ferry stops running",
        "Mayor rows, again",
        "",
    )
    assert (first.tags, first.kept) == (("harbour", "sea"), "2021-03-03")
    assert second.is_read is (None if one.name in WITHOUT_STATE else True)
    assert first.has_text is (one.name in WITH_TEXT)
    assert bool(first.highlights) is (one.name in WITH_HIGHLIGHTS)
    if first.highlights:
        assert first.highlights[0].startswith("“We were never asked,” said Nell Harwick")


@pytest.mark.parametrize("one", EXPORT_FORMATS, ids=NAMES)
def test_every_item_with_words_becomes_an_article(one):
    path = sample_of(one)
    collection = read_collection(path.read_bytes(), path.name)
    first = article_of_item(collection.items[0], collection.program)
    assert (first.title, first.origin) == ("Ferry stops running", "https://quay.example/ferry")
    assert first.text.startswith("Ferry stops running")
    assert ("address", f"export of {one.title}") in {(f.name, f.place) for f in first.facts}
    if one.name in WITH_TEXT:
        assert "harbour board said" in first.text
        assert (first.published, first.byline) == ("2021-03-02", "Ada Brook")
    else:
        assert "Only the address" in first.caveats[0]
    with pytest.raises(ImportFailedError, match="nothing to read"):
        article_of_item(collection.items[2], collection.program)


def test_every_export_is_in_the_list_with_a_sample():
    assert {path.stem for path in SAMPLES.iterdir()} == set(NAMES)
    folder = Path(reader.__file__).parent / "intake" / "collections"
    made_here = 0
    for path in folder.glob("*.py"):
        calls = [
            n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)
        ]
        made_here += sum(getattr(call.func, "id", "") == "ExportFormat" for call in calls)
    assert made_here == len(EXPORT_FORMATS)
    assert export_endings() == {".csv", ".html", ".htm", ".json", ".zip"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"The mayor left.",
        b"<html><body><a href='https://a.b'>x</a></body></html>",
        b"name,url\na,b\n",
        b'[{"id": 1, "text": "a"}]',
        made.docx(),
        made.epub(),
    ],
)
def test_other_files_are_no_exports(data):
    assert read_collection(data, "x") is None


def test_folders_and_notes_of_bookmarks():
    items = read_collection((SAMPLES / "bookmarks.html").read_bytes(), "x").items
    assert [item.folders for item in items] == [("Sea",), ("Sea",), ()]
    assert [item.note for item in items] == ["For the lesson on Monday", "", ""]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("1614776400", "2021-03-03"),
        ("1614776400000", "2021-03-03"),
        (1614776400000000, "2021-03-03"),
        ("0", None),
        ("", None),
        ("soon", None),
        ("nan", None),
        ("inf", None),
        (None, None),
    ],
)
def test_days(value, day):
    assert day_of_seconds(value) == day


def test_highlights_stand_where_there_is_no_text():
    item = KeptItem("https://a.b/", "Ferry", highlights=("One.", "Two."))
    article = article_of_item(item, "Instapaper")
    assert article.text == "Ferry\n\nOne.\n\nTwo."
    assert "not the whole text" in article.caveats[0]


WALLABAG = (
    '{"is_archived": %s, "is_starred": 0, "url": %s, "title": %s, "tags": %s, "content": %s}'
)


@pytest.mark.parametrize(
    ("values", "count"),
    [
        (("[]", "{}", "7", '"x"', "null"), 0),
        (("null", '"file:///etc/passwd"', "[]", "{}", '"<script>a</script>"'), 1),
        (('"1"', '"https://a.b/"', '"\\u0000\\ud800"', "[null, 7, {}]", "[]"), 1),
    ],
)
def test_odd_values_do_no_harm(values, count):
    data = ("[" + WALLABAG % values + "]").encode()
    items = read_collection(data, "x").items
    assert len(items) == count
    for item in items:
        assert json.dumps([item.title, *item.tags]).isprintable()
        assert item.address in {"", "https://a.b/"}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"title,url,time_added\n" + b'"' + b"a" * 1_100_000, "line 2: the table is damaged"),
        (made.omnivore("[" * 100_000), "damaged"),
        (made.omnivore()[:-30], "damaged"),
        (made.omnivore(page="<p>" + "a" * 5_100_000), "unpacks to more"),
        (b'[{"is_archived": 1, "is_starred": 1, "url": ' + b"[" * 5_000, "damaged"),
    ],
)
def test_what_is_damaged_is_one_sentence(data, told):
    if "unpacks" in told:  # one page too large is an item without a text
        assert not read_collection(data, "x").items[0].has_text
        return
    with pytest.raises(ImportFailedError, match=told) as caught:
        read_collection(data, "x.csv")
    assert caught.value.message.endswith(".")
