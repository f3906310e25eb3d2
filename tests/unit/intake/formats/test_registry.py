"""Every article format has what its users need, and a sample that is known and read."""

import ast
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import reader
from reader.intake.formats.registry import (
    ARTICLE_FORMATS,
    article_endings,
    document_endings,
    file_kinds,
    format_of,
    readable_kinds,
    text_format_of,
)
from reader.intake.read import read_bytes

SAMPLES = Path(__file__).parent / "samples"
NAMES = [one.name for one in ARTICLE_FORMATS]


@pytest.mark.parametrize("one", ARTICLE_FORMATS, ids=NAMES)
def test_a_format_has_a_title_and_endings(one):
    assert one.title.strip() == one.title != ""
    assert one.endings
    assert all(e == e.lower() and e.startswith(".") and len(e) > 1 for e in one.endings)


def test_no_name_and_no_ending_stands_for_two_formats():
    endings = [ending for one in ARTICLE_FORMATS for ending in one.endings]
    assert len(set(endings)) == len(endings)
    assert len(set(NAMES)) == len(NAMES)


def sample_of(one):
    found = [path for path in SAMPLES.iterdir() if path.stem == one.name]
    assert len(found) == 1, f"{SAMPLES} needs one sample of {one.name}"
    assert found[0].suffix in one.endings
    return found[0]


@pytest.mark.parametrize("one", ARTICLE_FORMATS, ids=NAMES)
def test_a_sample_is_known_by_its_content_and_read(one):
    path = sample_of(one)
    data = path.read_bytes()
    assert one.sniff(data)
    for origin in ("", path.name, "upper" + path.suffix.upper(), "other.bin"):
        assert format_of(data, origin) is one
    article = read_bytes(data, path.name)
    assert article.title == "Ferry stops running"
    assert "The ferry stops running on Sunday, the harbour board said" in article.text
    assert "“We were never asked,” said Nell Harwick" in article.text


@pytest.mark.parametrize(
    "one", [one for one in ARTICLE_FORMATS if one.read_text], ids=lambda one: one.name
)
def test_a_sample_that_can_be_pasted_is_known_as_text(one):
    assert text_format_of(sample_of(one).read_text("utf-8"), "") is one


def test_every_sample_and_every_module_has_its_format():
    assert {path.stem for path in SAMPLES.iterdir()} == set(NAMES)
    folder = Path(reader.__file__).parent / "intake" / "formats"
    made = 0
    for path in folder.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        made += sum(getattr(call.func, "id", "") == "ArticleFormat" for call in calls)
    assert made == len(ARTICLE_FORMATS), "a format is not in ARTICLE_FORMATS"


@pytest.mark.parametrize(
    ("data", "origin", "name"),
    [
        (b"The mayor left.", "a.html", "html"),
        (b"The mayor left.", "a.md", "markdown"),
        (b"The mayor left.", "a.mht", "plain-text"),
        (b"<p>The mayor left.", "a.txt", "plain-text"),
        (b"\xef\xbb\xbf <!-- x --><html>", "a.txt", "html"),
        ("<html>".encode("utf-16"), "a", "html"),
        (b"From: a@b.example\r\nContent-Type: multipart/mixed; x\r\n\r\n", "a", "mhtml"),
        (b"From: the mayor\n\nContent-Type: multipart/mixed\n", "a", "plain-text"),
        (b"", "", "plain-text"),
    ],
)
def test_a_file_is_known_by_content_before_its_ending(data, origin, name):
    assert format_of(data, origin).name == name


def packed_again(name: str, order: Callable[[list[str]], list[str]], method: int) -> bytes:
    """Return a sample with its parts in another order, and all of them stored or compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(SAMPLES / name) as old, zipfile.ZipFile(out, "w", method) as new:
        for part in order(old.namelist()):
            new.writestr(part, old.read(part))
    return out.getvalue()


@pytest.mark.parametrize("name", ["epub.epub", "odt.odt", "docx.docx"])
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_pack_is_known_however_it_was_packed(name, method):
    data = packed_again(name, list, method)
    assert format_of(data, "unnamed").name == name.split(".")[0]
    assert read_bytes(data, "unnamed").text == read_bytes((SAMPLES / name).read_bytes(), "x").text


def test_a_book_is_known_when_its_kind_comes_last():
    data = packed_again("epub.epub", lambda names: names[::-1], zipfile.ZIP_DEFLATED)
    assert format_of(data, "unnamed").name == "epub"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("From: ann@quay.example\nSubject: Shut", "message"),
        ("Subject: Shut\nFrom: Ann <ann@quay.example>", "message"),
        ("From: our correspondent\nSubject: Shut", "plain-text"),
        ("From: ann@quay.example", "plain-text"),
        ("From: ann@quay.example\nTo be or not: to be", "plain-text"),
    ],
)
def test_a_short_message_is_one(head, name):
    assert format_of(f"{head}\n\nThe ferry is shut.\n".encode(), "a.eml").name == name


def test_dialogs_and_folders_know_every_ending():
    assert {ending for _, endings in file_kinds() for ending in endings} == article_endings()
    assert article_endings() < document_endings()
    assert all(one.title in readable_kinds() for one in ARTICLE_FORMATS)
