"""The corpus command: sets of every sort, every count, and what it says of bad calls."""

import json
import sys
import zipfile

import pytest

from reader.cli.main import main
from reader.intake.read import read_pasted_text
from reader.launch import COMMANDS, load_readability
from reader.storage.library.library import Library

TEXT = "Mayor Ada Renfrew said the regime was lost. The regime fell in May."


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "press"
    place.mkdir()
    for name in ("one", "two"):
        (place / f"{name}.txt").write_text(TEXT)
    return place


def call(*words):
    return main(list(map(str, words)), COMMANDS, load_readability)


def answer(capsys, *words):
    assert call("corpus", *words, "--format", "json") == 0
    plain = json.loads(capsys.readouterr().out)
    assert plain["schema"] == "close-reader/corpus/1"
    return plain


def test_a_folder_is_counted_by_voice(folder, capsys):
    found = answer(capsys, "concordance", folder, "regime")
    assert [line["voice"] for line in found["lines"]] == ["indirect", "narrator"] * 2
    assert found["lines"][0]["speaker"] == "Ada Renfrew"
    assert "fewer than 20 articles" in found["warning"]
    narrator = answer(capsys, "concordance", folder, "regime", "--voice", "narrator")
    assert len(narrator["lines"]) == 2


def test_what_batch_wrote_gives_the_same(folder, tmp_path, capsys):
    output = tmp_path / "documents.jsonl"
    assert call("batch", folder, "--output", output) == 0
    capsys.readouterr()
    lines = answer(capsys, "concordance", folder, "regime")["lines"]
    assert answer(capsys, "concordance", output, "regime")["lines"] == lines


def test_collections_are_sets(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("CLOSE_READER_DATA", str(tmp_path))
    source = tmp_path / "market.txt"
    source.write_text(TEXT)
    assert call("library", "add", source, "--collection", "Market") == 0
    capsys.readouterr()
    found = answer(capsys, "dispersion", "collection:Market", "regime")
    assert (found["count"], found["articles"]) == (2, 1)
    assert answer(capsys, "dispersion", "library", "regime")["count"] == 2
    library = Library.open(tmp_path)
    library.shelves.keep_search("Lost", "regime")
    library.shelves.give_tag("press", library.ids())
    library.articles.add(read_pasted_text("The regime again."))
    library.close()
    for name in ("search:Lost", "tag:press"):
        assert answer(capsys, "dispersion", name, "regime")["count"] == 2
    assert call("corpus", "trends", "collection:", "regime") == 1
    assert "has no name" in capsys.readouterr().err
    assert call("corpus", "trends", "search:Found", "regime") == 1
    assert "no kept search" in capsys.readouterr().err
    assert call("corpus", "trends", "library", "regime") == 0
    shown = capsys.readouterr()
    assert "1 of its articles has no analysis yet" in shown.err
    assert call("corpus", "trends", "collection:Nowhere", "regime") == 1
    assert "no article that can be counted" in capsys.readouterr().err


@pytest.fixture
def other(tmp_path):
    place = tmp_path / "other"
    place.mkdir()
    (place / "one.txt").write_text("The market moved. The market stalls went.")
    (place / "same.txt").write_text(TEXT)
    return place


WHAT = ["keyness", "concordance", "dispersion", "collocates", "trends"]


@pytest.mark.parametrize("what", WHAT)
def test_every_count_is_a_table_in_every_format(folder, other, what, capsys, tmp_path):
    words = ("corpus", what, folder, other if what == "keyness" else "regime")
    assert call(*words) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("With fewer than 20 articles")
    assert len(shown.splitlines()) > 1
    assert call(*words, "--format", "csv") == 0
    header = capsys.readouterr().out.splitlines()[0].split(",")
    assert len(header) == len(set(header)) > 4
    sheet = tmp_path / "counts.xlsx"
    assert call(*words, "--format", "xlsx", "--output", sheet) == 0
    with zipfile.ZipFile(sheet) as book:
        first, second = (book.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2))
        assert f'sheet name="{what}"' in book.read("xl/workbook.xml").decode()
    assert all(f">{column}<" in first for column in header)
    assert ("looked for" in second) == (what != "keyness")


def test_articles_of_both_sets_are_told_and_left_out(folder, other, capsys):
    assert call("corpus", "keyness", folder, other, "--format", "json") == 0
    shown = capsys.readouterr()
    assert "1 article is in both sets and left out of the second." in shown.err
    plain = json.loads(shown.out)
    assert (plain["shared"], plain["sets"][1]["articles"]) == (1, 1)
    assert call("corpus", "keyness", folder, other, "--shared", "count") == 0
    assert "counted in both" in capsys.readouterr().err
    assert call("corpus", "keyness", folder, other, "--shared", "refuse") == 1
    assert "1 article of “other” is in “press” too." in capsys.readouterr().err
    assert call("corpus", "keyness", folder, folder) == 1
    assert "--shared count" in capsys.readouterr().err


def test_words_of_a_kind_of_source(folder, capsys):
    found = answer(capsys, "concordance", folder, "regime", "--said-by", "official")
    assert [line["voice"] for line in found["lines"]] == ["indirect", "indirect"]
    assert answer(capsys, "concordance", folder, "regime", "--said-by", "party")["lines"] == []


def test_bad_calls_are_told_in_a_sentence(folder, tmp_path, capsys):
    assert call("corpus", "concordance", folder, "…") == 1
    assert "no word to look for" in capsys.readouterr().err
    assert call("corpus", "concordance", tmp_path / "nowhere", "x") == 1
    assert "is not there" in capsys.readouterr().err
    assert call("corpus", "concordance", folder, "x", "--limit", "0") == 2
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"schema": 1}\n[]\n')
    assert call("corpus", "concordance", broken, "x") == 1
    assert "line 1: this is no analysis document" in capsys.readouterr().err


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Return what `batch` writes of two articles, as text."""
    place = tmp_path_factory.mktemp("written")
    for name in ("one", "two"):
        (place / f"{name}.txt").write_text(TEXT)
    output = tmp_path_factory.mktemp("documents") / "all.jsonl"
    assert call("batch", place, "--output", output) == 0
    return output.read_text()


@pytest.fixture
def document(written, tmp_path):
    """Return where to write analysis documents, and those of two articles."""
    return tmp_path / "changed.jsonl", [json.loads(line) for line in written.splitlines()]


@pytest.mark.parametrize(
    ("part", "change", "told"),
    [
        ("article", {"text": 5}, "line 2: this is no analysis document"),
        ("article", {"outlet": 5}, "line 2: this is no analysis document"),
        ("article", {"published": 5}, "line 2: this is no analysis document"),
        ("article", {"text": ""}, "line 2: this is no analysis document"),
        ("", {"id": 5}, "line 2: this is no analysis document"),
        ("", {"schema": "close-reader/analysis/99"}, "line 2: a later version of Close Reader"),
        ("", {"schema": "close-reader/analysis/x"}, "line 2: this is no analysis document"),
    ],
)
def test_a_document_that_cannot_be_counted_is_told(document, part, change, told, capsys):
    output, (first, second) = document
    (second[part] if part else second).update(change)
    counted = {"trends": 1, "concordance": 2}  # one article, with two places
    output.write_text(f"{json.dumps(first)}\n{json.dumps(second)}\n")
    for what in ("trends", "concordance"):
        assert call("corpus", what, output, "regime", "--format", "json") == 0
        shown = capsys.readouterr()
        assert told in shown.err
        plain = json.loads(shown.out)
        assert len(plain["lines"] if what == "concordance" else plain["groups"]) == counted[what]


@pytest.mark.parametrize(
    ("published", "month"),
    [
        ("2024-02-29", "2024-02"),
        ("2024-02", "2024-02"),
        ("2024-02-29T10:00:00Z", "2024-02"),
        ("9999-99-99", None),
        ("2023-02-29", None),
        ("soon", None),
        (None, None),
    ],
)
def test_only_a_date_that_can_be_has_a_month(document, published, month, capsys):
    output, (plain, _) = document
    plain["article"]["published"] = published
    output.write_text(json.dumps(plain) + "\n")
    groups = answer(capsys, "trends", output, "regime", "--by", "month")["groups"]
    assert [one["group"] for one in groups] == [month]
    lines = answer(capsys, "concordance", output, "regime")["lines"]
    assert [line["month"] for line in lines] == [month] * len(lines)


def test_a_person_at_a_terminal_is_told_what_was_written(folder, tmp_path, capsys, monkeypatch):
    output = tmp_path / "lines.csv"
    words = ("corpus", "concordance", folder, "regime", "--format", "csv", "--output", output)
    assert call(*words) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert call(*words) == 0
    assert capsys.readouterr().err == f"close-reader: {output} is written, 1 kB.\n"
