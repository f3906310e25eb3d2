"""`feeds`: following, listing, asking, handing on, as other programs rely on it."""

import json
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.launch import run_command_line as main
from reader.paths import default_paths
from tests.odd_server import PAGE, Server, whole

ITEM = b"<item><title>%s</title><guid>%s</guid><description>%s</description></item>"
FEED = b'<rss version="2.0"><channel><title>The Quay</title>%s</channel></rss>'
FIRST = FEED % (ITEM % (b"Ferry stops", b"f1", b"The ferry stops."))
SECOND = FEED % (
    ITEM % (b"Ferry stops", b"f1", b"The ferry stops.")
    + ITEM % (b"Mayor rows", b"f2", b"The mayor rowed.")
    + ITEM % (b"", b"f3", b"<img>")
)


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    running.answer = lambda peer: peer.sendall(whole(FIRST))
    yield running
    running.close()


def titles(capsys: pytest.CaptureFixture[str]) -> set[str]:
    capsys.readouterr()
    assert main(["library", "list", "--format", "json"]) == 0
    return {row["title"] for row in json.loads(capsys.readouterr().out)}


def test_a_feed_is_followed_asked_and_listed(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["feeds", "follow", server.address, "--schedule", "daily"]) == 0
    assert capsys.readouterr().out == f"The Quay  {server.address}\n"
    assert titles(capsys) == set()
    asking = ["feeds", "refresh", "--no-analysis"]
    assert main([*asking, "--due"]) == 0
    assert capsys.readouterr().out == "The Quay: 1 new\n"
    server.answer = lambda peer: peer.sendall(whole(SECOND))
    assert main([*asking, "--due"]) == 0
    assert capsys.readouterr().out == ""
    assert main(asking) == 0
    captured = capsys.readouterr()
    assert captured.out == "The Quay: 1 new\n"
    assert "The Quay: There is nothing to read in the entry “" in captured.err
    assert titles(capsys) == {"Ferry stops", "Mayor rows"}
    assert main(["feeds", "list", "--format", "json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["title"], row["schedule"], row["new"]) == ("The Quay", "daily", 2)
    assert row["problem"] is None, "unknown is null"


def test_feeds_and_lists_that_end_in_the_middle_are_told(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cut.opml"
    link = f'<outline text="Quay" xmlUrl="{server.address}"/>'
    path.write_text(f'<opml version="2.0"><body>{link}<outline te')
    assert main(["feeds", "follow", str(path)]) == 0
    assert "“cut.opml” ends in the middle; feeds may be missing." in capsys.readouterr().err
    server.answer = lambda peer: peer.sendall(whole(FIRST[:-20]))
    assert main(["feeds", "refresh", "--no-analysis"]) == 0
    captured = capsys.readouterr()
    assert captured.out == "Quay: 1 new\n"
    assert "Quay: The feed ends in the middle; entries may be missing." in captured.err


def test_articles_of_a_feed_are_analysed(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["feeds", "follow", server.address]) == 0
    assert main(["feeds", "refresh"]) == 0
    capsys.readouterr()
    assert main(["library", "list", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["marks"] is not None


def test_a_feed_that_fails_is_told_in_place_and_the_next_is_asked(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def answer(peer: socket.socket) -> None:
        is_bad = b"GET /bad" in server.asked[-1]
        peer.sendall(whole(PAGE if is_bad else FIRST))

    server.answer = answer
    bad = server.address.replace("/a", "/bad")
    path = tmp_path / "feeds.opml"
    path.write_text(
        f'<opml version="2.0"><body><outline text="Sea"><outline text="A bad one" xmlUrl="{bad}"/>'
        f'</outline><outline text="Quay" xmlUrl="{server.address}"/></body></opml>'
    )
    assert main(["feeds", "follow", str(path)]) == 0
    assert server.asked == []
    assert main(["feeds", "refresh", "--no-analysis"]) == 1
    captured = capsys.readouterr()
    assert "Quay: 1 new" in captured.out
    assert "A bad one: “" in captured.err
    assert "is no feed." in captured.err
    assert main(["feeds", "list"]) == 0
    assert "is no feed." in capsys.readouterr().out
    out = tmp_path / "out.opml"
    assert main(["feeds", "export", str(out)]) == 0
    assert capsys.readouterr().out == f"2 feeds are written to {out}.\n"
    assert main(["feeds", "unfollow", bad]) == 0
    assert main(["feeds", "follow", str(out)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert sorted(said) == [f"A bad one  {bad}", f"Quay  {server.address} (followed already)"]
    assert main(["feeds", "follow", str(out), "--schedule", "daily"]) == 0
    assert main(["feeds", "follow", str(out), "--full-pages"]) == 0
    capsys.readouterr()
    assert main(["feeds", "list", "--format", "json"]) == 0
    assert {feed["schedule"] for feed in json.loads(capsys.readouterr().out)} == {"daily"}


def test_a_list_of_feeds_is_never_written_over_the_library(tmp_path, capsys):
    assert main(["feeds", "list"]) == 0
    library = default_paths().data / "library.sqlite"
    link = tmp_path / "feeds.opml"
    link.symlink_to(library)
    before = library.read_bytes()
    for place in (library, link):
        assert main(["feeds", "export", str(place)]) == 1
        assert "is the library, and would be written over" in capsys.readouterr().err
    assert library.read_bytes() == before


@pytest.mark.parametrize("word", ["nowhere.opml", "ftp://a.b/", "ferry"])
def test_what_is_neither_address_nor_list_is_told(
    word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["feeds", "follow", word]) == 1
    assert "is not a web address" in capsys.readouterr().err


def test_a_list_without_feeds_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "none.opml"
    path.write_text("<opml><body/></opml>")
    assert main(["feeds", "follow", str(path)]) == 1
    assert "There is no feed in “none.opml”." in capsys.readouterr().err


def test_that_no_feed_is_followed_is_told_at_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["feeds", "list"]) == 0
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["feeds", "list"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("close-reader: No feed is followed yet.")
