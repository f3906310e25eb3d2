"""The reader's files: found by text and origin, private, merged, set aside when damaged."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.corrections import EVERYWHERE, Anchor, Correction, Scope, muted_entry
from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.errors import ReaderError
from reader.settings import Settings
from reader.storage.files.file_locks import is_alone
from reader.storage.library.store import LibraryStore
from reader.storage.user_data.file_store import FileStore

TEXT = "The bridge may close on Friday. 😀"
ARTICLE = Article(text=TEXT, zones=(), origin="/news/bridge.html", title="Bridge")
HERE = Scope.of(ARTICLE)
HEDGE = Correction("add-hedge", places=(Anchor.at(TEXT, Span(11, 14)),), value="modal")
SIDE = Correction("name-side", value="1 For the bridge")
PLACE = Correction("mute-here", places=(Anchor.at(TEXT, Span(11, 14)),))
ENTRY = muted_entry("hedging", "may")


@pytest.fixture
def store(tmp_path):
    return FileStore(tmp_path)


def scope(text=TEXT, origin=ARTICLE.origin):
    return Scope.of(Article(text=text, zones=(), origin=origin))


def only_file(tmp_path):
    (path,) = (tmp_path / "corrections").glob("*.json")
    return path


# -- corrections ---------------------------------------------------------------------------------


def test_there_are_none_before_anything_was_saved(store, tmp_path):
    assert store.load_corrections(HERE).value == ()
    assert store.load_corrections(EVERYWHERE).value == ()
    assert store.prepare() is None
    assert list(tmp_path.iterdir()) in ([], [tmp_path / ".lock"])


def test_a_file_of_the_first_version_reads_on(store, tmp_path):
    store.save_corrections(HERE, (), (HEDGE,))
    path = only_file(tmp_path)
    plain = json.loads(path.read_text("utf-8"))
    assert plain["form"] == "close-reader/corrections/1"
    assert set(plain["corrections"][0]) == {"action", "places", "value"}
    del plain["form"]
    path.write_text(json.dumps(plain), "utf-8")
    assert store.load_corrections(HERE).value == (HEDGE,)


BROKEN = [
    (b"", "line 1 is no JSON"),
    (b'{"form": "close-reader/corrections/1",\n "corr', "line 2 is no JSON"),
    (b"[]", "holds no list"),
    (b'{"form": "close-reader/corrections/1", "corrections": {}}', "holds no list"),
    (b'{"corrections": [{"action": "fly"}]}', "cut off"),
    (b'{"corrections": [{"action": ["fly"]}]}', "cut off"),
    (b"\xff\xfe\x00", "no text in UTF-8"),
    (b"[" * 100_000, "nested too deeply"),
    (b'{"corrections": Infinity}', "no number of JSON"),
    (b'{"corrections": 1e999}', "too large"),
    (b'{"corrections": ' + b"9" * 100_000 + b"}", "too large"),
]


@pytest.mark.parametrize(("broken", "reason"), BROKEN)
def test_a_damaged_file_is_told_and_set_aside(store, tmp_path, broken, reason):
    store.save_corrections(HERE, (), (HEDGE,))
    path = only_file(tmp_path)
    path.write_bytes(broken)
    loaded = store.load_corrections(HERE)
    assert loaded.value == ()
    assert path.name in loaded.problem.message
    assert reason in loaded.problem.message
    assert loaded.problem.message.endswith(".")
    assert f"{path.name}.old" in loaded.problem.hint
    assert path.with_name(f"{path.name}.old").read_bytes() == broken
    assert store.load_corrections(HERE).problem is None
    path.write_bytes(b"broken again")
    store.save_corrections(HERE, (), (SIDE,))
    assert store.load_corrections(HERE).value == (SIDE,)
    kept = {item.read_bytes() for item in path.parent.glob("*.old*")}
    assert kept == {broken, b"broken again"}


def test_a_file_of_a_later_version_stays_until_it_is_written_over(store, tmp_path):
    store.save_corrections(HERE, (), (HEDGE,))
    path = only_file(tmp_path)
    later = b'{"form": "close-reader/corrections/9", "corrections": []}'
    path.write_bytes(later)
    assert "another version" in store.load_corrections(HERE).problem.message
    assert path.read_bytes() == later
    store.save_corrections(HERE, (), (SIDE,))
    assert path.with_name(f"{path.name}.old").read_bytes() == later


def test_beside_a_damaged_file_an_older_one_still_serves(store, tmp_path):
    store.save_corrections(HERE, (), (HEDGE,))
    first = only_file(tmp_path)
    edited = scope(TEXT + " More.")
    store.save_corrections(edited, (HEDGE,), (SIDE,))
    (other,) = set((tmp_path / "corrections").glob("*.json")) - {first}
    other.write_text("{")
    loaded = store.load_corrections(edited)
    assert loaded.value == (HEDGE,)
    assert loaded.problem is not None


def test_no_settings_are_begun_where_the_folder_was_taken_away(tmp_path):
    folder = tmp_path / "stick"
    store = FileStore(folder)
    before, after = Settings(), Settings(text_size=20)
    store.save_settings(before, after)
    folder.rename(tmp_path / "elsewhere")
    with pytest.raises(ReaderError, match="stick could not be used: it is no longer there"):
        store.save_settings(after, replace(after, text_size=21))
    assert not folder.exists()
    (tmp_path / "elsewhere").rename(folder)
    store.save_settings(before, replace(before, open_folder="/quay"))
    assert store.load_settings().value == replace(after, open_folder="/quay")


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("in the way")
    store = FileStore(tmp_path / "file" / "data")
    with pytest.raises(ReaderError) as told:
        store.save_corrections(HERE, (), (HEDGE,))
    assert told.value.message.endswith(".")


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX systems")
def test_everything_is_the_readers_alone(tmp_path):
    store = FileStore(tmp_path / "new" / "data")
    store.save_corrections(HERE, (), (HEDGE,))
    store.save_corrections(EVERYWHERE, (), (ENTRY,))
    store.save_settings(Settings(), Settings(text_size=20))
    for path in (tmp_path / "new").rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path
    (tmp_path / "new" / "data" / "corrections").chmod(0o755)
    store.prepare()
    assert (tmp_path / "new" / "data" / "corrections").stat().st_mode & 0o777 == 0o700


def test_what_killed_programs_left_is_cleared(store, tmp_path):
    store.save_corrections(HERE, (), (HEDGE,))
    store.save_settings(Settings(), Settings(text_size=20))
    left = [
        tmp_path / ".settings.json.k2_xq0ab",
        tmp_path / "corrections" / f".{only_file(tmp_path).name}.abcdefg8",
    ]
    own = [
        *(tmp_path / ".my.notes", tmp_path / "corrections" / "notes.json.old"),
        *(tmp_path / ".my.md.20251126", tmp_path / ".my.txt.original"),  # kept by somebody
    ]
    for path in (*left, *own):
        path.write_text("half")
    assert store.prepare() is None
    assert not any(path.exists() for path in left)
    assert all(path.exists() for path in own)


# -- settings ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "broken",
    [b"[" * 100_000, b'{"text_size": Infinity}', b"{", b"[]", b"\xff", b'{"a": 1e999}', b"null"],
)
def test_damaged_settings_are_set_aside_and_the_usual_ones_used(store, tmp_path, broken):
    path = tmp_path / "settings.json"
    path.write_bytes(broken)
    loaded = store.load_settings()
    assert loaded.value == Settings()
    assert loaded.problem.message.startswith("The settings in settings.json could not be read: ")
    assert loaded.problem.message.endswith(".")
    assert (tmp_path / "settings.json.old").read_bytes() == broken
    assert store.load_settings().problem is None


@pytest.mark.parametrize("ending", ["\n", ""])
def test_of_settings_that_were_cut_off_the_whole_lines_count(store, tmp_path, ending):
    kept = Settings(appearance="dark", open_tabs=("kept-1", "kept-2"), text_size=23)
    store.save_settings(Settings(), kept)
    path = tmp_path / "settings.json"
    words = path.read_text()
    path.write_text(words[: words.index('  "kept-2"')] + ending)
    loaded = store.load_settings()
    assert (loaded.value.open_tabs, loaded.value.appearance) == (("kept-1",), "dark")
    assert "could still be read" in loaded.problem.hint
    assert "open in tabs may be missing" in loaded.problem.hint
    assert "“Lists that are switched off”, “Keys of commands”" in loaded.problem.hint
    assert store.load_settings().value == loaded.value, "at the next start too"
    store.save_settings(Settings(), kept)
    words = path.read_text()
    path.write_text(words[: words.index('"text_size": 23') + 14])  # half a number
    assert store.load_settings().value.text_size == Settings().text_size


def test_what_is_good_in_the_settings_is_used(store, tmp_path):
    plain = {
        "text_size": 1000,
        "appearance": 7,
        "marks_hidden_at_first": True,
        "shows_possible": 1,
        "recent": ["/a.txt", "x" * 5_000, 4, "nul\x00", "half \ud83d"],
        "later": {"version": 2},
    }
    (tmp_path / "settings.json").write_text(json.dumps(plain))
    settings = store.load_settings().value
    assert settings == Settings(
        text_size=32, marks_hidden_at_first=True, recent=("/a.txt", "half \ud83d")
    )
    saved = store.save_settings(settings, replace(settings, text_size=20))
    assert store.load_settings().value == saved == replace(settings, text_size=20)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_settings_that_an_editor_saved_with_a_mark_are_read(store, tmp_path, encoding):
    (tmp_path / "settings.json").write_text('{"text_size": 20}', encoding)
    assert store.load_settings().value.text_size == 20
    assert store.save_settings(Settings(), Settings(text_width=50)).text_size == 20


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("later", {"version": [2, None, "é"]}),
        ("appearance", {"day": "light", "night": "dark"}),
        ("recent", {"places": ["/a.txt"]}),
        ("text_size", "huge"),
        ("half \ud83d", "half \ud83d"),
    ],
)
def test_settings_of_a_later_version_stay_as_they_are(store, tmp_path, name, value):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({name: value}))
    store.save_settings(Settings(), Settings(text_width=50))
    plain = json.loads(path.read_bytes())
    assert (plain[name], plain["text_width"]) == (value, 50)
    changed = Settings(appearance="dark", text_size=20, recent=("/b.txt",))
    assert store.save_settings(Settings(), changed) == replace(changed, text_width=50)
    assert store.load_settings().value == replace(changed, text_width=50)


@pytest.mark.parametrize("value", ["x" * 200_000, json.loads("[" * 500 + "]" * 500)])
def test_what_no_version_keeps_in_the_settings_goes(store, tmp_path, value):
    (tmp_path / "settings.json").write_text(json.dumps({"later": value, "text_size": 20}))
    assert store.save_settings(Settings(), Settings(text_width=50)).text_size == 20
    assert store.load_settings().problem is None


# -- mutes ---------------------------------------------------------------------------------------


def earlier(tmp_path, plain):
    (tmp_path / "mutes.json").write_text(json.dumps(plain), "utf-8")


def long_digest(text):
    """Return the name that the earlier version gave a text: more digits of the same digest."""
    return HERE.text + "0" * 8 if text == TEXT else scope(text).text + "0" * 8


@pytest.mark.parametrize("is_corrected", [False, True])
def test_mutes_of_the_earlier_version_are_taken_over_once(store, tmp_path, is_corrected):
    if is_corrected:
        store.save_corrections(HERE, (), (HEDGE,))
    store.save_corrections(EVERYWHERE, (), (muted_entry("loaded", "vile"),))
    places = {long_digest(TEXT): [[11, 14, "may"], [4, 10, "bridge"]]}
    earlier(tmp_path, {"places": places, "entries": [["loaded", "brutal"], ["loaded", "vile"]]})
    assert store.prepare() is None
    assert not (tmp_path / "mutes.json").exists()
    assert (tmp_path / "mutes.json.old").exists()
    assert {item.value for item in store.load_corrections(EVERYWHERE).value} == {"brutal", "vile"}
    loaded = store.load_corrections(HERE).value
    assert [item.words for item in loaded if item.action == "mute-here"] == ["may", "bridge"]
    assert (HEDGE in loaded) is is_corrected
    assert store.prepare() is None
    assert store.load_corrections(HERE).value == loaded


def test_taken_over_mutes_do_not_hide_corrections_of_an_earlier_text(store, tmp_path):
    before = scope("The bridge may close.")
    store.save_corrections(before, (), (SIDE,))
    earlier(tmp_path, {"places": {long_digest(TEXT): [[11, 14, "may"]]}, "entries": []})
    store.prepare()
    loaded = store.load_corrections(HERE).value
    assert [item.action for item in loaded] == ["name-side", "mute-here"]
    store.save_corrections(HERE, loaded, (*loaded, HEDGE))
    assert store.load_corrections(HERE).value == (*loaded, HEDGE)


@pytest.mark.parametrize("name", ["settings.json", "mutes.json", "corrections/abc.json"])
def test_a_damaged_file_is_set_aside_while_no_other_program_can_put_a_good_one_there(
    tmp_path, monkeypatch, name
):
    held = []

    def look(self, target):
        if self.name == name.rpartition("/")[2]:
            handle = os.open(tmp_path / ".lock", os.O_RDWR)
            held.append(not is_alone(handle))
            os.close(handle)
        return self.replace(target)

    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("[[[")
    monkeypatch.setattr(Path, "rename", look)
    store = LibraryStore(tmp_path)
    assert store.prepare() is not None or store.load_settings().problem is not None
    store.close()
    assert held == [True]


@pytest.mark.parametrize(
    "broken", [b"[" * 100_000, b'{"places": {"a": [[Infinity, 2, "x"]]}}', b"{", b'{"places": 3}']
)
def test_damaged_mutes_of_the_earlier_version_are_set_aside(store, tmp_path, broken):
    (tmp_path / "mutes.json").write_bytes(broken)
    problem = store.prepare()
    assert problem.message.startswith("Your mutes in mutes.json could not be read: ")
    assert problem.message.endswith(".")
    assert (tmp_path / "mutes.json.old").read_bytes() == broken
    assert store.prepare() is None


def test_mutes_that_are_not_understood_are_told_of_and_the_others_kept(store, tmp_path):
    earlier(tmp_path, {"places": {"a": [[1, 2, 3]]}, "entries": [["loaded", "brutal"], "what"]})
    problem = store.prepare()
    assert "Some of your mutes" in problem.message
    assert "mutes.json.old" in problem.hint
    assert [item.value for item in store.load_corrections(EVERYWHERE).value] == ["brutal"]


# -- two programs --------------------------------------------------------------------------------

CHANGES = 60
PROGRAM = """
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from reader.core.corrections import EVERYWHERE, Correction, Scope, muted_entry
from reader.settings import Settings

Store = getattr(import_module(sys.argv[5]), sys.argv[6])
folder, name, rounds, changes = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
here = Scope("a" * 24, "b" * 24, "Bridge", "/bridge.txt")
for number in range(rounds):
    store = Store(folder / str(number))
    own, everywhere, settings = (), (), Settings()
    for change in range(changes):
        kind = change % 3
        if kind == 0:
            more = Correction("name-side", value=f"1 {name}{change}")
            own = store.save_corrections(here, own, (*own, more))
        elif kind == 1:
            more = muted_entry("loaded", f"{name}{change}")
            everywhere = store.save_corrections(EVERYWHERE, everywhere, (*everywhere, more))
        else:
            off = (*settings.lexicons_off, f"{name}{change}")
            settings = store.save_settings(settings, replace(settings, lexicons_off=off))
"""


@pytest.mark.parametrize(("kind", "rounds"), [(FileStore, 10), (LibraryStore, 3)])
def test_two_programs_at_full_speed_lose_nothing(tmp_path, kind, rounds):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    running = [
        subprocess.Popen(
            [*command, name, str(rounds), str(CHANGES), kind.__module__, kind.__name__],
            env=environment,
        )
        for name in ("one", "two")
    ]
    assert [program.wait(timeout=120) for program in running] == [0, 0]
    here = Scope("a" * 24, "b" * 24)
    names = [f"{name}{change}" for name in ("one", "two") for change in range(CHANGES)]
    for number in range(rounds):
        store = kind(tmp_path / str(number))
        kept = [item.value.removeprefix("1 ") for item in store.load_corrections(here).value]
        kept += [item.value for item in store.load_corrections(EVERYWHERE).value]
        kept += store.load_settings().value.lexicons_off
        assert sorted(kept) == sorted(names)


def test_a_lock_goes_with_the_program_that_held_it(tmp_path):
    held = (
        "import os, sys\nfrom pathlib import Path\n"
        "from reader.storage.files.file_locks import locked\n"
        "with locked(Path(sys.argv[1])):\n    os._exit(3)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ended = subprocess.run(
        [sys.executable, "-c", held, str(tmp_path)], env=environment, check=False
    )
    assert ended.returncode == 3
    assert FileStore(tmp_path).save_corrections(HERE, (), (SIDE,)) == (SIDE,)


@pytest.mark.skipif(os.name == "nt", reason="rights are kept in another way there")
def test_a_folder_that_others_could_read_is_closed_once(store, tmp_path):
    store.save_settings(Settings(), Settings(text_size=20))
    others = tmp_path / "my diary.txt"
    others.write_text("Dear diary")
    deep = tmp_path / "lexicons" / "mine" / "entries.csv"
    deep.parent.mkdir(parents=True)
    deep.write_text("phrase\n")
    for path in (tmp_path, *tmp_path.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert store.prepare() is None
    rights = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path, *tmp_path.rglob("*"))}
    assert rights.pop("my diary.txt") == 0o644
    assert rights.pop(".lock", 0o600) in {0o600, 0o644}
    assert set(rights.values()) == {0o600, 0o700}
    assert rights[tmp_path.name] == 0o700
