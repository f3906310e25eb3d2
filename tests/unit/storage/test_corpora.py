"""Corpora: the shapes that are taken, and what is told of others."""

from pathlib import Path

import pytest

from reader.core.lexicon.audit import CorpusItem
from reader.core.text.spans import Span
from reader.errors import LexiconError
from reader.storage.corpora import read_corpus

ENDINGS = {".txt", ".md"}
SHAPES = [
    ('{"id": "a", "text": "abc", "side": "x"}', CorpusItem("a", "abc", "x", None)),
    ('{"id": 1, "text": "abc", "side": "x", "spans": []}', CorpusItem("1", "abc", "x", ())),
    (
        '{"text": "abc", "meta": {"type": "left"}, "spans": [[0, 2, "biased"]]}',
        CorpusItem("1", "abc", "left", (Span(0, 2),)),
    ),
    (
        '{"text": "abc", "labels": [[1, 3]], "meta": {"side": "y", "type": "z"}}',
        CorpusItem("1", "abc", "y", (Span(1, 3),)),
    ),
    ('{"text": "abc", "meta": null, "side": 4}', CorpusItem("1", "abc", "", None)),
]


@pytest.mark.parametrize(("line", "item"), SHAPES)
def test_a_line_is_read(tmp_path: Path, line: str, item: CorpusItem) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text(line + "\n\n")
    assert list(read_corpus(path, ENDINGS)) == [item]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "line 2: this is not JSON."),
        ("[" * 100_000, "line 2: this is not JSON."),
        ("[]", "line 2: there is no text."),
        ('{"id": "a"}', "line 2: there is no text."),
        ('{"text": "abc", "spans": [[0, 9]]}', "line 2: a mark is not [start, end]."),
        ('{"text": "abc", "spans": [["a", "b"]]}', "line 2: a mark is not [start, end]."),
        ('{"text": "abc", "spans": {"a": 1}}', "line 2: a mark is not [start, end]."),
    ],
)
def test_a_line_that_cannot_be_read_is_told(tmp_path: Path, line: str, told: str) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text('{"text": "fine"}\n' + line)
    with pytest.raises(LexiconError) as error:
        list(read_corpus(path, ENDINGS))
    assert error.value.message == f"corpus.jsonl, {told}"
    assert error.value.hint


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        list(read_corpus(tmp_path / "none.jsonl", ENDINGS))


def test_a_folder_for_each_side(tmp_path: Path) -> None:
    for name in ("north/a.txt", "north/b.MD", "south/c.txt", "south/d.png", "south/.e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    found = {item.id: item.side for item in read_corpus(tmp_path, ENDINGS)}
    assert found == {"north/a": "north", "north/b": "north", "south/c": "south"}
    with pytest.raises(LexiconError, match="holds no texts of sides") as error:
        list(read_corpus(tmp_path / "north", ENDINGS))
    assert ".md, .txt" in error.value.hint
