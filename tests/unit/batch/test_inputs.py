"""Every input of a batch is one article, or a sentence that says why it is none."""

import os
from pathlib import Path

import make_samples as made
import pytest

from reader.batch import inputs
from reader.batch.inputs import read_inputs
from reader.errors import ImportFailedError


def test_what_is_no_file_in_a_folder_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "lines.jsonl")
    (told,) = read_inputs(tmp_path / "lines.jsonl")
    assert "is no file with text in it." in told.problem
    (tmp_path / "lines.jsonl").unlink()
    found = {item.id: item.problem for item in read_inputs(tmp_path)}
    assert found["a"] == ""
    assert "no such file" in found["gone"]
    assert "is no file with text in it." in found["pipe"]
    assert found["loop"].endswith("It leads back to itself. Remove the link, or name the files.")
    assert len(found) == 4


def test_a_file_that_grows_while_it_is_read_ends_where_it_ended(tmp_path):
    place = tmp_path / "grows.jsonl"
    place.write_text('{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n')
    found = []
    for item in read_inputs(place):
        found.append(item.id)
        with place.open("a") as file:
            file.write('{"id": "more", "text": "More."}\n')
        assert len(found) < 10
    assert found == ["a", "b"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may list all")
def test_a_folder_that_cannot_be_listed_is_told(tmp_path):
    tmp_path.chmod(0)
    with pytest.raises(ImportFailedError, match="cannot be read"):
        list(read_inputs(tmp_path))


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="open files have no names here")
def test_lines_come_through_a_pipe_and_standard_input(tmp_path):
    """As `batch -` and `batch /dev/stdin` and `batch <(zcat lines.gz)`."""
    read, written = os.pipe()
    os.write(written, b'{"id": "a", "text": "b"}\nno line\n')
    os.close(written)
    before = os.dup(0)
    try:
        os.dup2(read, 0)
        found = list(read_inputs(Path("-")))
        assert [(one.id, one.text) for one in found] == [("a", "b"), ("-:2", "")]
        (tmp_path / "in.jsonl").write_text('{"id": "c", "text": "d"}')
        with (tmp_path / "in.jsonl").open() as file:
            (found,) = read_inputs(Path(f"/dev/fd/{file.fileno()}"))
            assert found.id == "c"
        assert list(read_inputs(Path(f"/dev/fd/{read}"))) == []
    finally:
        os.dup2(before, 0)
        os.close(before)
        os.close(read)


def test_an_endless_line_is_told_and_the_rest_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "LARGEST", 100)
    path = tmp_path / "in.jsonl"
    lines = ['{"id": "a", "text": "b"}', "x" * 250, "", "y" * 99, '{"id": "c", "text": "d"}']
    path.write_text("\n".join(lines))
    found = list(read_inputs(path))
    assert [item.id for item in found] == ["a", "in.jsonl:2", "in.jsonl:4", "c"]
    assert found[1].problem.startswith("in.jsonl, line 2: it is longer than")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (r'{"id": "\ud83d", "text": "a"}', "�"),
        ('{"id": ' + "9" * 5_000 + ', "text": "a"}', "in.jsonl:1"),
        ('{"id": ' + "[" * 50_000, "in.jsonl:1"),
        (r'{"id": "a\u0000b", "text": "a"}', "a\x00b"),
    ],
)
def test_odd_ids_are_read_or_told(tmp_path, line, name):
    path = tmp_path / "in.jsonl"
    path.write_text(line)
    (item,) = read_inputs(path)
    assert item.id == name
    assert bool(item.problem) == (name == "in.jsonl:1")


def test_an_id_that_is_nothing_is_a_problem_of_its_line(tmp_path):
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"id": null, "text": "Hi."}\n{"id": 7, "text": "Hi."}\n', encoding="utf-8")
    first, second = read_inputs(lines)
    assert "line 1" in first.problem
    assert (second.id, second.problem) == ("7", "")


def test_a_file_of_several_articles_gives_an_input_each(tmp_path):
    (tmp_path / "book.epub").write_bytes(made.epub())
    (tmp_path / "leaf.epub").write_bytes(made.epub({"one.xhtml": "<p>The mayor left.</p>"}))
    (tmp_path / "torn.epub").write_bytes(made.epub()[:-30])
    found = {item.id: item for item in read_inputs(tmp_path)}
    assert list(found) == ["book-1", "book-2", "leaf", "torn"]
    assert len({item.fingerprint for item in found.values()}) == 4
    assert found["book-2"].article(is_verbatim=False).title == "Mayor rows across"
    assert found["leaf"].article(is_verbatim=False).text.endswith("The mayor left.")
    with pytest.raises(ImportFailedError, match="damaged"):
        found["torn"].article(is_verbatim=False)
    assert [item.id for item in read_inputs(tmp_path, is_verbatim=True)] == [
        "book",
        "leaf",
        "torn",
    ]
