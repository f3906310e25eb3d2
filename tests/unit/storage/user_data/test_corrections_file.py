"""The file of corrections: found by text and by origin, whole or not at all, never lost."""

from pathlib import Path

import pytest

from reader.core.corrections import Anchor, Correction
from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.errors import ReaderError
from reader.storage.user_data.corrections_file import load_corrections, save_corrections

TEXT = "The bridge may close on Friday. 😀"
ARTICLE = Article(text=TEXT, zones=(), origin="/news/bridge.html", title="Bridge")
HEDGE = Correction("add-hedge", places=(Anchor.at(TEXT, Span(11, 14)),), value="modal")
SIDE = Correction("name-side", value="1 For the bridge")


@pytest.mark.parametrize(
    ("text", "origin", "is_found"),
    [
        (TEXT, "/news/bridge.html", True),
        (TEXT, "", True),
        (TEXT, "https://example.org/other", True),
        ("The bridge may close on Saturday.", "/news/bridge.html", True),
        ("The bridge may close on Saturday.", "/news/other.html", False),
        ("The bridge may close on Saturday.", "", False),
    ],
)
def test_an_article_finds_its_corrections(
    tmp_path: Path, text: str, origin: str, is_found: bool
) -> None:
    save_corrections(tmp_path, ARTICLE, [HEDGE, SIDE])
    loaded = load_corrections(tmp_path, Article(text=text, zones=(), origin=origin))
    assert loaded.corrections == ((HEDGE, SIDE) if is_found else ())
    assert loaded.problem is None


def test_there_are_none_before_anything_was_saved(tmp_path: Path) -> None:
    assert load_corrections(tmp_path / "none", ARTICLE).corrections == ()


def test_all_taken_back_stays_taken_back(tmp_path: Path) -> None:
    save_corrections(tmp_path, ARTICLE, [HEDGE])
    edited = Article(text=TEXT + " More.", zones=(), origin=ARTICLE.origin)
    save_corrections(tmp_path, edited, [])
    assert load_corrections(tmp_path, edited).corrections == ()
    assert load_corrections(tmp_path, ARTICLE).corrections == (HEDGE,)


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (b"", "line 1 is no JSON"),
        (b'{"form": "close-reader/corrections/1",\n "corr', "line 2 is no JSON"),
        (b"[]", "holds no list"),
        (b'{"form": "close-reader/corrections/1", "corrections": {}}', "holds no list"),
        (b'{"form": "close-reader/corrections/9", "corrections": []}', "another version"),
        (b'{"corrections": [{"action": "fly"}]}', "cut off"),
        (b"\xff\xfe\x00", "no text in UTF-8"),
        (b"[" * 200_000, "could not be read"),
    ],
)
def test_a_broken_file_is_told_and_kept(tmp_path: Path, broken: bytes, reason: str) -> None:
    path = save_corrections(tmp_path, ARTICLE, [HEDGE])
    path.write_bytes(broken)
    loaded = load_corrections(tmp_path, ARTICLE)
    assert loaded.corrections == ()
    assert loaded.problem is not None
    assert path.name in loaded.problem.message
    assert reason in loaded.problem.message
    assert loaded.problem.message.endswith(".")
    assert path.read_bytes() == broken
    for _ in range(2):
        save_corrections(tmp_path, ARTICLE, [SIDE])
    assert load_corrections(tmp_path, ARTICLE).corrections == (SIDE,)
    path.write_bytes(b"broken anew")
    save_corrections(tmp_path, ARTICLE, [SIDE])
    kept = {item.read_bytes() for item in tmp_path.glob("*.old*")}
    assert kept == {broken, b"broken anew"}


def test_beside_a_broken_file_an_older_one_still_serves(tmp_path: Path) -> None:
    save_corrections(tmp_path, ARTICLE, [HEDGE])
    edited = Article(text=TEXT + " More.", zones=(), origin=ARTICLE.origin)
    save_corrections(tmp_path, edited, [SIDE]).write_text("{")
    loaded = load_corrections(tmp_path, edited)
    assert loaded.corrections == (HEDGE,)
    assert loaded.problem is not None


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(ReaderError):
        save_corrections(blocked / "corrections", ARTICLE, [HEDGE])
