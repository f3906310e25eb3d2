"""Imports: a result for each article, whatever the input is; watched folders and feeds."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import make_samples as made
import pytest

from reader.batch import inputs
from reader.batch.importing.folders import look_into
from reader.batch.importing.highlights import keep_highlights
from reader.batch.importing.importing import import_all
from reader.batch.importing.refreshing import refresh
from reader.core.corrections import Scope
from reader.core.text.article import Article
from reader.storage.library.articles.watched import WatchedFolder
from reader.storage.library.library import Library
from reader.storage.user_data.scope_files import NOTES
from tests.odd_server import PAGE, Server, whole

ADDED = ("added", "added", "added", "failed", "failed")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "articles"
    place.mkdir()
    (place / "a.txt").write_text("The ferry stops.\n\nThe mayor rowed across.")
    (place / "b.epub").write_bytes(made.epub())
    (place / "c.txt").write_text("")
    return place


def test_there_is_a_result_for_each_article(library, folder, tmp_path):
    seen = []

    def on_new(article_id, article):
        seen.append((article_id, article.title))
        return ""

    words = [str(folder), str(tmp_path / "none.txt")]
    results = list(import_all(library, words, collections=["Sea"], on_new=on_new))
    assert tuple(one.outcome for one in results) == ADDED
    assert [one.name for one in results[:3]] == ["a", "b-1", "b-2"]
    assert all(one.problem.strip().endswith(".") for one in results[3:])
    assert seen == [(one.id, one.title or None) for one in results[:3]]
    assert len(library.ids()) == 3
    again = [one.outcome for one in import_all(library, words)]
    assert again == ["kept", "kept", "kept", "failed", "failed"]
    library.trash.remove([results[0].id])
    assert next(import_all(library, words)).outcome == "out-of-trash"


def test_an_endless_line_is_told_once_and_the_rest_is_kept(library, tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "LARGEST", 100)
    path = tmp_path / "in.jsonl"
    path.write_text(
        '{"id": "a", "text": "The ferry stops."}\n' + "x" * 250 + "\n\n" + '{"id": "b"'
    )
    results = list(import_all(library, [str(path)]))
    assert [one.outcome for one in results] == ["added", "failed", "failed"]
    assert results[1].problem.startswith("in.jsonl, line 2: it is longer than")
    assert results[2].name == "in.jsonl:4"


def test_what_was_kept_stays_when_the_work_is_ended(library, folder):
    class EndedError(Exception):
        pass

    def still_wanted():
        if library.ids():
            raise EndedError

    with pytest.raises(EndedError):
        list(import_all(library, [str(folder)], still_wanted=still_wanted))
    assert len(library.ids()) == 1


def test_what_goes_wrong_with_a_new_article_is_told_and_it_stays(library, folder):
    told = "It could not be analysed."
    first = next(import_all(library, [str(folder)], on_new=lambda _id, _article: told))
    assert (first.outcome, first.problem) == ("added", told)


def test_a_watched_folder_gives_only_what_is_new(library, folder, tmp_path):
    library.watched.watch(folder)
    library.watched.watch(tmp_path / "gone")
    results = list(look_into(library, library.watched.all()))
    assert sorted(one.outcome for one in results) == sorted(ADDED)
    assert any("is not there" in one.problem for one in results)
    (folder / "d.txt").write_text("A bus goes by the bridge.")
    results = look_into(library, library.watched.all())
    fresh = [(one.name, one.outcome) for one in results if one.outcome not in {"kept", "failed"}]
    assert fresh == [("d", "added")]


def test_files_that_come_while_a_folder_is_looked_into_are_new_the_next_time(library, folder):
    library.watched.watch(folder)
    look = look_into(library, library.watched.all())
    next(look)
    late = folder / "late.txt"
    late.write_text("A bus goes by the bridge.")
    os.utime(late, (1_600_000_000, 1_600_000_000))  # as a copy that keeps its time
    assert not [one for one in look if one.name == "late"]
    found = [one for one in look_into(library, library.watched.all()) if one.name == "late"]
    assert [one.outcome for one in found] == ["added"]


def test_what_the_reader_put_into_the_trash_no_folder_brings_back(library, folder):
    library.watched.watch(folder)
    first = next(one for one in look_into(library, library.watched.all()) if one.name == "a")
    library.trash.remove([first.id])
    (folder / "a.txt").touch()
    again = [one for one in look_into(library, library.watched.all()) if one.name == "a"]
    assert [(one.id, one.outcome) for one in again] == [(first.id, "kept")]
    assert first.id not in library.ids()
    assert next(import_all(library, [str(folder / "a.txt")])).outcome == "out-of-trash"


@pytest.mark.parametrize(
    ("looked", "count"),
    [
        (None, 4),
        ("2020-01-01T00:00:00Z", 4),
        ("2099-01-01T00:00:00Z", 0),
        ("2100-01-01T00:00:01Z", 4),  # the clock was set back since
    ],
)
def test_a_folder_is_read_from_its_last_look_on(tmp_path, folder, looked, count):
    library = Library.open(tmp_path / "data", lambda: datetime(2100, 1, 1, tzinfo=UTC))
    assert len(list(look_into(library, [WatchedFolder(folder, looked)]))) == count
    library.close()


def test_an_entry_is_not_put_over_a_page_that_is_kept(library):
    server = Server()
    try:
        server.answer = lambda peer: peer.sendall(whole(PAGE))
        list(import_all(library, [server.address]))
        entry = f"<item><title>Bridge</title><link>{server.address}</link></item>".encode()
        feed = b'<rss version="2.0"><channel><title>Q</title>' + entry + b"</channel></rss>"
        server.answer = lambda peer: peer.sendall(whole(feed))
        library.feeds.follow(server.address.replace("/a", "/feed"))
        (done,) = refresh(library, library.feeds.all())
        assert (done.added, done.problem, done.left_out) == ((), "", ())
        assert len(library.ids()) == 1
        (again,) = refresh(library, library.feeds.all())
        assert again.added == ()
    finally:
        server.close()


EXPORTS = Path(__file__).parents[2] / "intake" / "collections" / "samples"


def test_exports_that_lie_in_a_folder_are_known_and_a_torn_one_ends_nothing(library, tmp_path):
    place = tmp_path / "left"
    place.mkdir()
    for name in ("instapaper.csv", "omnivore.zip", "wallabag.json"):
        (place / name).write_bytes((EXPORTS / name).read_bytes())
    (place / "a-torn.zip").write_bytes((EXPORTS / "omnivore.zip").read_bytes()[:-30])
    (place / "b-other.zip").write_bytes(made.packed({"x.txt": "No."}))
    (place / "z.txt").write_text("The ferry stops.")
    os.mkfifo(place / "pipe.txt")
    results = list(import_all(library, [str(place)]))
    assert (results[0].name, results[0].outcome) == ("a-torn.zip", "failed")
    assert "b-other.zip" not in {one.name for one in results}
    (alone,) = import_all(library, [str(place / "b-other.zip")])
    assert "is no export that is known" in alone.problem
    assert "is no file with text in it." in {one.name: one.problem for one in results}["pipe"]
    kept = {row.title: row.tags for row in library.rows()}
    assert kept["Ferry stops running"] == ("harbour", "sea")
    assert results[-1].outcome == "added"


def test_highlights_and_notes_of_another_program_come_along(library):
    (first, *_) = import_all(library, [str(EXPORTS / "wallabag.json")])
    article = library.articles.article(first.id)
    marked, written = library.work.load(NOTES, Scope.of(article)).value
    span = marked.place_in(article.text)
    assert span.of(article.text) == "“We were never asked,” said Nell Harwick"
    assert (written.anchor, written.text) == (None, "For Monday")
    assert library.row(first.id).notes == 2


def test_a_passage_that_is_not_in_the_text_is_kept_as_a_note(library):
    added = library.articles.add(Article("The ferry\n\nstops.", ()))
    keep_highlights(library, added.id, ["ferry stops.", "Not there."], "")
    scope = Scope.of(library.articles.article(added.id))
    marked, lost = library.work.load(NOTES, scope).value
    assert marked.anchor.quote == "ferry\n\nstops."
    assert (lost.anchor, lost.text) == (None, "Not there.")
