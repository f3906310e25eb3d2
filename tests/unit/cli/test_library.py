"""`library`: adding, listing, searching, throwing away, as other programs rely on it."""

import io
import json
from pathlib import Path

import pytest

from reader.core.corrections import EVERYWHERE, muted_entry
from reader.launch import run_command_line as main
from reader.paths import default_paths
from reader.storage.library.store import LibraryStore

KEYS = (
    "id title outlet published words marks added collections tags state copy_of versions".split()
)


def out(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def listed(capsys: pytest.CaptureFixture[str], *options: str) -> list[dict]:
    capsys.readouterr()
    assert main(["library", "list", "--format", "json", *options]) == 0
    return json.loads(out(capsys))


def test_add_and_list(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library", "add", str(article), "--collection", "Sea", "--tag", "x"]) == 0
    assert main(["library", "add", str(article)]) == 0
    said = out(capsys).splitlines()
    assert said[0].startswith("kept-1  Storm may return")
    assert said[1].endswith("(kept already)")
    (row,) = listed(capsys, "--collection", "sea", "--tag", "x")
    assert list(row) == KEYS
    assert row["marks"]["narrator"] >= 2
    assert (row["collections"], row["tags"]) == (["Sea"], ["x"])
    assert (row["state"], row["copy_of"], row["versions"]) == ("new", None, 1)
    assert listed(capsys, "--tag", "y") == []
    assert main(["library", "list"]) == 0
    assert "Storm may return" in out(capsys)


def test_a_bad_input_is_a_sentence_and_the_rest_goes_on(
    tmp_path: Path, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_text("")
    call = ["library", "add", "--no-analysis", str(tmp_path / "none.txt"), str(tmp_path)]
    assert main(call) == 1
    captured = capsys.readouterr()
    assert captured.out.count("\n") == 1
    assert len(captured.err.splitlines()) == 2
    assert "none.txt" in captured.err
    assert "Traceback" not in captured.err
    assert listed(capsys)[0]["marks"] is None


def test_an_input_that_holds_nothing_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty, marks = tmp_path / "empty", tmp_path / "marks.html"
    empty.mkdir()
    marks.write_text("<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><H3>x</H3></DL>")
    assert main(["library", "add", str(empty), str(marks)]) == 1
    told = capsys.readouterr().err
    assert told.count("There is nothing to keep in “") == 2


def test_json_lines_and_standard_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [
        {
            "id": 7,
            "text": "The regime fell.",
            "title": "Fall",
            "date": "2025-05-09",
            "tags": ["a"],
        },
        {"id": "x", "text": 3},
        {"id": "y", "text": "Another.", "outlet": "Courier", "url": "https://a.example/1"},
    ]
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)) + "\nno json\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Pasted words.")))
    assert main(["library", "add", "--no-analysis", str(path), "-"]) == 1
    assert [
        line for line in capsys.readouterr().err.splitlines() if "in.jsonl, line" in line
    ] != []
    rows = listed(capsys)
    assert len(rows) == 3
    (fall,) = (row for row in rows if row["title"] == "Fall")
    assert (fall["published"], fall["tags"]) == ("2025-05-09", ["a"])
    assert sum(row["outlet"] == "Courier" for row in rows) == 1


def test_of_copies_the_places_of_one_are_printed_and_counted(
    tmp_path: Path, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(article.read_text(encoding="utf-8") + "\nPrinted again.\n", encoding="utf-8")
    assert main(["library", "add", str(article), str(other)]) == 0
    assert [row["copy_of"] for row in listed(capsys)].count(None) == 1
    main(["library", "search", "council"])
    said = out(capsys)
    assert said.count("kept-") == 1
    assert said.endswith("1 copy of these articles left out; --format json has all.\n")
    main(["library", "search", "council", "--format", "json"])
    assert len(json.loads(out(capsys))) == 2
    main(["corpus", "dispersion", "library", "council"])
    captured = capsys.readouterr()
    assert "1 copy of another article is left out." in captured.err
    assert "in 1 of 1 article" in captured.out


def test_search(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["library", "add", str(article)])
    capsys.readouterr()
    assert main(["library", "search", "council", "--voice", "direct", "--format", "json"]) == 0
    (found,) = json.loads(out(capsys))
    assert list(found) == ["id", "title", "places"]
    (place,) = found["places"]
    assert list(place) == ["start", "end", "text", "voice", "speaker"]
    assert (place["text"], place["voice"], place["speaker"]) == (
        "council",
        "direct",
        "Ada Calloway",
    )
    assert main(["library", "search", "nowhere", "--format", "json"]) == 0
    assert json.loads(out(capsys)) == []
    assert main(["library", "search", "storm", "--limit", "1"]) == 0
    assert "narrator: " in out(capsys)
    assert main(["library", "search", " "]) == 1
    assert main(["library", "search", "x", "--voice", "loud"]) == 2


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("outlet: harbour", "“outlet:” has no value, and was looked for as a word."),
        ('-Tag:"" harbour', "“tag:” has no value, and was looked for as a word."),
        ("voise:narrator", "There is no key “voise:”. Did you mean voice:?"),
        ("qqq:narrator", "There is no key “qqq:”, so it was looked for as a word."),
        ("voice:nobody", "“nobody” does not fit voice:. It takes narrator,"),
    ],
)
def test_a_key_that_means_nothing_is_told(
    query: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["library", "search", query, "--format", "json"]) == 0
    output = capsys.readouterr()
    assert json.loads(output.out) == []
    assert told in output.err


def test_remove_restore_check_backup(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["library", "add", "--no-analysis", str(article)])
    assert main(["library", "remove", "kept-1"]) == 0
    assert listed(capsys) == []
    assert main(["library", "restore", "kept-1"]) == 0
    assert len(listed(capsys)) == 1
    assert main(["library", "remove", "kept-2"]) == 1
    assert "no article kept-2" in capsys.readouterr().err
    assert main(["library", "backup", str(tmp_path / "copy.sqlite")]) == 0
    assert main(["library", "backup", "-"]) == 1
    assert (tmp_path / "copy.sqlite").stat().st_size > 0
    assert main(["library", "check"]) == 0
    assert "whole" in out(capsys)


def test_what_is_muted_everywhere_counts_in_no_row(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article.write_text("The brutal mayor slammed the plan.")
    main(["library", "add", str(article)])
    assert listed(capsys)[0]["marks"]["narrator"] == 2
    main(["library", "remove", "kept-1"])
    store = LibraryStore(default_paths().data)
    lexicon = "loaded-wording"
    store.save_corrections(EVERYWHERE, (), (muted_entry(lexicon, "brutal"),))
    store.close()
    other = tmp_path / "other.txt"
    other.write_text("The brutal mayor slammed the new plan.")
    main(["library", "add", str(other)])
    assert listed(capsys)[0]["marks"]["narrator"] == 1


def test_a_kept_article_can_be_analysed(
    article: Path, capsys: pytest.CaptureFixture[str], check_document
) -> None:
    main(["library", "add", "--no-analysis", str(article)])
    article.unlink()
    capsys.readouterr()
    assert main(["analyze", "kept-1", "--format", "json"]) == 0
    document = json.loads(out(capsys))
    check_document(document)
    assert document["article"]["origin"] == str(article)
    assert main(["analyze", "kept-9"]) == 1
    assert "no article kept-9" in capsys.readouterr().err


EXPORTS = Path(__file__).parents[1] / "intake" / "collections" / "samples"


def test_exports_of_other_programs_come_with_their_tags_and_folders(
    capsys: pytest.CaptureFixture[str],
) -> None:
    add = ["library", "add", "--no-analysis"]
    assert main([*add, str(EXPORTS / "wallabag.json")]) == 1  # the third has no title and no text
    assert capsys.readouterr().err.count("nothing to read") == 1
    main([*add, str(EXPORTS / "bookmarks.html"), "--collection", "Old"])
    said = out(capsys)
    assert said.count("(kept already)") == 2
    rows = {row["title"]: row for row in listed(capsys)}
    assert set(rows) == {"Ferry stops running", "Mayor rows, again"}
    assert rows["Ferry stops running"]["tags"] == ["harbour", "sea"]
    assert sorted(rows["Ferry stops running"]["collections"]) == ["Old", "Sea"]
    assert rows["Ferry stops running"]["words"] > 20
