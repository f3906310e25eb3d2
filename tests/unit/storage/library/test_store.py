"""Every store keeps what the reader makes in the same way: files, memory and the library."""

import json
import sqlite3
import subprocess
import sys
from dataclasses import replace

import pytest

from reader.core.corrections import EVERYWHERE, Anchor, Correction, Scope, muted_entry
from reader.core.notes import Note
from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.errors import ReaderError
from reader.settings import Settings
from reader.storage.library.store import LibraryStore
from reader.storage.user_data.file_store import FileStore
from reader.storage.user_data.kept_mutes import all_mutes, unmute
from tests.memory_store import MemoryStore

TEXT = "The bridge may close on Friday. 😀"
ARTICLE = Article(text=TEXT, zones=(), origin="/news/bridge.html", title="Bridge")
HERE = Scope.of(ARTICLE)
HEDGE = Correction("add-hedge", places=(Anchor.at(TEXT, Span(11, 14)),), value="modal")
SIDE = Correction("name-side", value="1 For the bridge")
PLACE = Correction("mute-here", places=(Anchor.at(TEXT, Span(11, 14)),))
ENTRY = muted_entry("hedging", "may")
NOTE = Note(
    "lemon", Anchor.at(TEXT, Span(4, 10)), "Which one? 😀", ("bridge",), "2026-11-26T09:00:00Z"
)
BARE = Note("bar", None)


@pytest.fixture(
    params=[FileStore, lambda _: MemoryStore(), LibraryStore], ids=["files", "memory", "library"]
)
def store(request, tmp_path):
    store = request.param(tmp_path)
    yield store
    if isinstance(store, LibraryStore):
        store.close()


@pytest.fixture
def kept(tmp_path):
    store = LibraryStore(tmp_path)
    yield store
    store.close()


def scope(text=TEXT, origin=ARTICLE.origin):
    return Scope.of(Article(text=text, zones=(), origin=origin))


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
def test_an_article_finds_its_corrections(store, text, origin, is_found):
    store.save_corrections(HERE, (), (HEDGE, SIDE, PLACE))
    loaded = store.load_corrections(scope(text, origin))
    assert loaded.value == ((HEDGE, SIDE, PLACE) if is_found else ())
    assert loaded.problem is None


def test_all_taken_back_stays_taken_back(store):
    store.save_corrections(HERE, (), (HEDGE,))
    edited = scope(TEXT + " More.")
    assert store.save_corrections(edited, (HEDGE,), ()) == ()
    assert store.load_corrections(edited).value == ()
    assert store.load_corrections(HERE).value == (HEDGE,)


def test_settings_of_two_windows_are_merged(store):
    start = Settings(recent=("/a", "/b", "/c"), lexicons_off=("x",))
    store.save_settings(Settings(), start)
    store.save_settings(start, replace(start, text_size=21, recent=("/new", "/a", "/b", "/c")))
    mine = replace(start, recent=("/c", "/a"), lexicons_off=("x", "y"), appearance="dark")
    both = store.save_settings(start, mine)
    assert both == store.load_settings().value
    assert (both.text_size, both.appearance) == (21, "dark")
    assert both.recent == ("/c", "/a", "/new")
    assert both.lexicons_off == ("x", "y")


def test_all_mutes_are_listed_and_taken_back_one_by_one(store):
    other = scope("Another text may end.", "/other.txt")
    store.save_corrections(HERE, (), (HEDGE, PLACE, ENTRY))
    store.save_corrections(other, (), (PLACE,))
    store.save_corrections(EVERYWHERE, (), (ENTRY, muted_entry("loaded", "brutal")))
    mutes = all_mutes(store)
    told = [(item.scope.origin, item.correction.words) for item in mutes]
    assert told[:2] == [("", "may"), ("", "brutal")]
    assert sorted(told[2:]) == [("/news/bridge.html", "may"), ("/other.txt", "may")]
    for mute in mutes:
        unmute(store, mute)
    assert all_mutes(store) == ()
    assert HEDGE in store.load_corrections(HERE).value


def test_notes_are_found_and_merged(store):
    assert store.load_notes(HERE).value == ()
    assert store.save_notes(HERE, (), (NOTE,)) == (NOTE,)
    assert store.save_notes(HERE, (), (BARE,)) == (NOTE, BARE)
    edited = scope(TEXT + " More.")
    assert store.load_notes(edited).value == (NOTE, BARE)
    assert store.load_notes(scope("Quite another text.", "/other")).value == ()
    changed = replace(NOTE, text="That one.")
    assert store.save_notes(HERE, (NOTE, BARE), (changed,)) == (changed,)
    assert store.load_notes(HERE).value == (changed,)
    assert store.load_corrections(HERE).value == ()


def test_a_correction_of_every_article_is_no_article_s(store):
    store.save_corrections(EVERYWHERE, (), (ENTRY,))
    assert store.load_corrections(Scope.of(replace(ARTICLE, origin=""))).value == ()
    assert store.load_corrections(EVERYWHERE).value == (ENTRY,)
    store.save_corrections(HERE, (), (SIDE,))
    assert store.load_corrections(EVERYWHERE).value == (ENTRY,)
    assert [item.scope for item in store.all_corrections()] == [EVERYWHERE, HERE]


# -- the library ---------------------------------------------------------------------------------


def test_no_database_is_made_or_loaded_to_find_nothing(kept, tmp_path):
    assert kept.prepare() is None
    assert kept.load_corrections(HERE).value == kept.load_notes(HERE).value == ()
    assert list(kept.all_corrections()) == []
    assert list(tmp_path.iterdir()) == [tmp_path / ".lock"]


def test_files_of_an_earlier_version_are_taken_over_once(kept, tmp_path):
    files = FileStore(tmp_path)
    files.save_corrections(HERE, (), (HEDGE, SIDE))
    files.save_corrections(EVERYWHERE, (), (ENTRY,))
    files.save_notes(HERE, (), (NOTE,))
    earlier = {
        "places": {scope("Another.").text: [[0, 7, "Another"]]},
        "entries": [["loaded", "vile"]],
    }
    (tmp_path / "mutes.json").write_text(json.dumps(earlier))
    held = {path.name: path.read_bytes() for path in (tmp_path / "corrections").iterdir()}
    assert kept.prepare() is None
    assert kept.load_corrections(HERE).value == (HEDGE, SIDE)
    assert {item.value for item in kept.load_corrections(EVERYWHERE).value} == {"may", "vile"}
    (muted,) = kept.load_corrections(scope("Another.", "/a")).value
    assert muted.words == "Another"
    assert kept.load_notes(HERE).value == (NOTE,)
    away = tmp_path / "corrections" / "taken-over"
    assert held.keys() <= {path.name for path in away.iterdir()}
    kept.save_corrections(HERE, (HEDGE, SIDE), (HEDGE,))
    for path in away.iterdir():  # as if the program had been killed before they were put away
        path.replace(path.parent.parent / path.name)
    again = LibraryStore(tmp_path)
    assert again.prepare() is None
    assert again.load_corrections(HERE).value == (HEDGE,)
    again.close()


def test_a_damaged_file_is_told_when_it_is_taken_over(kept, tmp_path):
    FileStore(tmp_path).save_corrections(HERE, (), (HEDGE,))
    (path,) = (tmp_path / "corrections").glob("*.json")
    path.write_bytes(b"{")
    problem = kept.prepare()
    assert "Your corrections in" in problem.message
    assert path.with_name(f"{path.name}.old").read_bytes() == b"{"
    assert kept.prepare() is None


def test_damage_in_the_database_is_told_and_set_aside(kept, tmp_path):
    kept.save_corrections(HERE, (), (HEDGE,))
    kept.close()
    with sqlite3.connect(tmp_path / "library.sqlite") as connection:
        connection.execute("UPDATE work SET data = '[{'")
    connection.close()
    loaded = kept.load_corrections(HERE)
    assert loaded.value == ()
    assert "“Bridge” are damaged" in loaded.problem.message
    assert kept.save_corrections(HERE, (), (SIDE,)) == (SIDE,)
    assert kept.load_corrections(HERE) == kept.load_corrections(HERE)
    assert kept.load_corrections(HERE).problem is None
    (row,) = kept.library().work._database.all("SELECT data FROM set_aside")  # noqa: SLF001 -- nothing is lost
    assert row == ("[{",)


def test_a_library_that_cannot_be_used_is_told(tmp_path):
    (tmp_path / "library.sqlite").mkdir()
    store = LibraryStore(tmp_path)
    assert store.load_corrections(HERE).problem is not None
    with pytest.raises(ReaderError) as told:
        store.save_corrections(HERE, (), (HEDGE,))
    assert told.value.message.endswith(".")


def test_a_damaged_library_is_told_once(kept, tmp_path):
    kept.save_corrections(HERE, (), (HEDGE,))
    kept.library().upkeep.daily()
    kept.close()
    (tmp_path / "library.sqlite").write_bytes(b"damaged " * 9999)
    again = LibraryStore(tmp_path)
    loaded = again.load_corrections(HERE)
    assert loaded.value == (HEDGE,), "from the daily backup"
    assert "is damaged" in loaded.problem.message
    assert again.load_corrections(HERE).problem is None
    again.close()


def test_work_kept_after_another_window_set_the_library_aside_is_in_the_new_one(kept, tmp_path):
    kept.save_corrections(HERE, (), (HEDGE,))
    first = LibraryStore(tmp_path)
    assert first.load_corrections(HERE).value == (HEDGE,)
    kept.close()
    (tmp_path / "library.sqlite").rename(tmp_path / "library.sqlite.old")
    again = LibraryStore(tmp_path)
    again.library()
    first.save_corrections(HERE, (), (HEDGE,))
    assert again.load_corrections(HERE).value == (HEDGE,)
    first.close()
    again.close()


def test_the_database_is_loaded_when_it_is_needed():
    loaded = "import sys; import reader.storage.library.store; sys.exit('sqlite3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], check=False).returncode == 0
