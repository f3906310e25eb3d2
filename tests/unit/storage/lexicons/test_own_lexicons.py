"""The reader's lexicons on disk: kept whole, noticed when changed, never overwritten."""

import csv
import io
import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from reader.core.lexicon.layering.layer_edits import added, edited, with_category
from reader.core.lexicon.layering.layers import new_layer, rows_of
from reader.core.lexicon.lexicon import Category, Entry, Lexicon
from reader.storage.files.formulas import defused
from reader.storage.lexicons.files import load_lexicon
from reader.storage.lexicons.folder_files import put_in_order
from reader.storage.lexicons.own_lexicons import UserLexicons
from tests.english import ENGLISH, LANGUAGES

CATEGORY = Category(
    "emotive", "Emotive word", "Tells how to feel.", "Without it?", "E", 1, "thick"
)


def entry(phrase, **fields):
    return replace(Entry(phrase, "forms", "adj", "emotive", "confident"), **fields)


def lexicon(*entries):
    return Lexicon(
        "loaded",
        "Loaded",
        "en",
        "1",
        "wording",
        "CC0",
        (),
        "",
        "",
        (CATEGORY,),
        tuple(entries),
        language_data=ENGLISH,
    )


SHIPPED = lexicon(entry("brutal"), entry("claim", part="noun"), entry("claim", part="verb"))


def phrases(layers, shipped=SHIPPED):
    return [(row.shown.phrase, row.state) for row in rows_of(shipped, layers[0])]


@pytest.fixture
def store(tmp_path):
    return UserLexicons(tmp_path, [SHIPPED], LANGUAGES)


@pytest.fixture
def layer(store):
    """A layer with a change of each kind, saved."""
    layer = new_layer(SHIPPED, "Mine")
    brutal, noun, _verb = rows_of(SHIPPED, layer)
    layer = edited(layer, [(brutal, entry("brutal", note="mine")), (noun, None)])
    layer = added(layer, [entry("=dire", note='say "so",\nor not')])
    return store.save([layer])[0]


def entries_file(tmp_path):
    return tmp_path / "my-loaded" / "entries.csv"


FORMULAS = ["=1+1", "'=1", "+x", "-ish", "−1", "@home", "\u200b=1", "＝x", "''-", "'tis", "⁼1"]


@pytest.mark.parametrize("more", [0, 60])  # of short and of long lists, which are kept
def test_no_cell_of_a_list_is_computed_and_each_is_read_back(store, tmp_path, more):
    layer = new_layer(SHIPPED, "Mine")
    mine = [
        entry(f"dire{n}", note=sign, source=sign, alternatives=(sign, "b"))
        for n, sign in enumerate(FORMULAS)
    ]
    mine += [entry("=dire"), entry("-gate", counterpart="+gate")]
    mine += [entry(f"mild{n}") for n in range(more)]
    brutal = rows_of(SHIPPED, layer)[0]
    kept = added(edited(layer, [(brutal, entry("=brutal", note="-"))]), mine)
    store.save([kept])
    place = tmp_path / "my-loaded"
    for file in ("entries.csv", "base.csv"):
        rows = list(csv.reader(io.StringIO((place / file).read_text())))
        assert all(defused(cell) == cell for row in rows for cell in row)
    for _ in range(2):  # the second time as it was kept
        read = load_lexicon(place, LANGUAGES, tmp_path / "compiled").lexicon
        found = {one.phrase: one for one in read.entries}
        assert [replace(found[one.phrase], line=0) for one in mine] == mine
    again = UserLexicons(tmp_path, [SHIPPED], LANGUAGES).read()
    assert phrases(again.layers) == phrases([kept])
    assert rows_of(SHIPPED, again.layers[0])[0].shown.note == "-"


def test_a_layer_claims_no_precision_of_the_list_below_it():
    measured = replace(SHIPPED, precision=0.7, measured_on=1806, measured_how="By readers.")
    own = new_layer(measured, "Mine").lexicon
    assert (own.precision, own.measured_on, own.measured_how) == (None, None, "")


def test_what_was_saved_is_read_back(layer, tmp_path):
    again = UserLexicons(tmp_path, [SHIPPED], LANGUAGES).read()
    assert again.problems == again.notices == ()
    assert phrases(again.layers) == phrases([layer])
    assert rows_of(SHIPPED, again.layers[0])[3].shown.note == 'say "so",\nor not'


@pytest.mark.usefixtures("layer")
def test_the_folder_is_a_lexicon_like_all_others(tmp_path):
    loaded = load_lexicon(tmp_path / "my-loaded", LANGUAGES)
    assert loaded.problems == ()
    assert loaded.lexicon.muted == ("claim",)
    assert [item.phrase for item in loaded.lexicon.entries] == ["brutal", "=dire", "claim"]


@pytest.mark.usefixtures("layer")
def test_a_newer_shipped_version_is_merged_and_told(tmp_path):
    newer = lexicon(entry("brutal", note="theirs", counterpart="mild"))
    again = UserLexicons(tmp_path, [newer], LANGUAGES).read()
    brutal = rows_of(newer, again.layers[0])[0].shown
    assert (brutal.note, brutal.counterpart) == ("mine", "mild")
    assert [(name, notice.fields) for name, notice in again.notices] == [("my-loaded", ("note",))]


@pytest.mark.usefixtures("layer")
def test_an_entry_that_was_only_repeated_follows_the_newer_version(tmp_path):
    newer = lexicon(*SHIPPED.entries[:2], entry("claim", part="verb", note="theirs"))
    again = UserLexicons(tmp_path, [newer], LANGUAGES).read()
    verb = rows_of(newer, again.layers[0])[2]
    assert (verb.state, verb.shown.note) == ("shipped", "theirs")
    assert again.notices == ()


def test_a_file_changed_outside_is_noticed_and_read(store, layer, tmp_path):
    assert not store.has_changed_outside()
    with entries_file(tmp_path).open("a", encoding="utf-8") as file:
        file.write("ghastly,forms,adj,emotive,confident\n")
    assert store.has_changed_outside()
    assert ("ghastly", "added") in phrases(store.read().layers)
    assert not store.has_changed_outside()
    assert layer.changes


def test_a_broken_file_keeps_the_last_state_and_says_line_and_reason(store, layer, tmp_path):
    with entries_file(tmp_path).open("a", encoding="utf-8") as file:
        file.write("ghastly,forms,adj,nonsense,confident\n")
    again = store.read()
    assert again.layers == (layer,)
    assert "line 6" in again.problems[0].message
    assert "nonsense" in again.problems[0].message
    assert "is kept" in again.problems[-1].message


def test_a_broken_file_is_set_aside_before_it_is_written_over(store, layer, tmp_path):
    path = entries_file(tmp_path)
    path.write_text(path.read_text("utf-8") + "ghastly,forms,adj,nonsense\n", "utf-8")
    store.read()
    store.save([added(layer, [entry("mild")])])
    assert "nonsense" in path.with_name("entries.csv.old").read_text("utf-8")
    assert "nonsense" not in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "is_kept"),
    [
        ("entries.csv", ",objection", ",objection,my remarks", True),
        ("entries.csv", ",objection", ",objection,", False),  # a column without a name
        ("entries.csv", ",objection", ",Objection", False),
        ("lexicon.toml", 'id = "my-loaded"', 'id = "my-loaded"\nhomepage = "x"', True),
        ("lexicon.toml", "[[categories]]", "[[categories]]\nicon = 'bomb'", True),
        ("lexicon.toml", 'id = "my-loaded"', '# mine\nid = "my-loaded"', True),
        ("entries.csv", ",objection", ",objection,note", True),  # the second "note"
        ("lexicon.toml", 'id = "my-loaded"', 'id = "my-loaded" # mine', True),
        ("lexicon.toml", 'id = "my-loaded"', '\ufeffhomepage = "x"\nid = "my-loaded"', True),
        ("lexicon.toml", 'title = "', 'title = "No. # ', False),
        ("lexicon.toml", 'id = "my-loaded"', "id='my-loaded'", False),
    ],
)
def test_what_a_list_has_besides_is_kept_beside_it(
    store, layer, tmp_path, name, old, new, is_kept
):
    """Columns of a teacher's own, keys of a later version, remarks."""
    path = entries_file(tmp_path).with_name(name)
    held = path.read_text("utf-8").replace(old, new, 1)
    path.write_text(held, "utf-8")
    assert store.read().problems == ()
    store.save([added(layer, [entry("mild")])])
    aside = path.with_name(f"{name}.old")
    assert aside.exists() == is_kept == bool(store.take_set_aside())
    assert not is_kept or aside.read_text("utf-8") == held
    store.save([added(store.layers()[0], [entry("more")])])
    assert store.take_set_aside() == ()


def test_cells_under_no_name_are_kept_beside_too(store, layer, tmp_path):
    path = entries_file(tmp_path)
    rows = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([f"{rows[0]},", *(f"{row},mine" for row in rows[1:])]), "utf-8")
    assert store.read().problems == ()
    store.save([added(layer, [entry("mild")])])
    (aside,) = store.take_set_aside()
    assert ",mine" in aside.read_text("utf-8")


def test_two_windows_do_not_overwrite_each_other(store, layer, tmp_path):
    other = UserLexicons(tmp_path, [SHIPPED], LANGUAGES)
    theirs = other.read().layers[0]
    other.save([added(theirs, [entry("theirs")])])
    saved = store.save([added(layer, [entry("mine")])])
    assert {("theirs", "added"), ("mine", "added")} <= set(phrases(saved))
    assert phrases(other.read().layers) == phrases(saved)


def test_an_unchanged_layer_is_not_written(store, layer, tmp_path):
    before = entries_file(tmp_path).stat().st_mtime_ns
    store.save([layer])
    assert entries_file(tmp_path).stat().st_mtime_ns == before


def test_a_list_of_its_own_stands_alone(tmp_path):
    store = UserLexicons(tmp_path, [SHIPPED], LANGUAGES)
    own = replace(new_layer(replace(SHIPPED, id="class"), "Class list"), over="")
    store.save([added(own, [entry("brutal")])])
    again = UserLexicons(tmp_path, [SHIPPED], LANGUAGES).read().layers[0]
    assert again.over == ""
    assert [row.state for row in rows_of(None, again)] == ["added"]


def test_an_empty_folder_holds_nothing(tmp_path):
    assert UserLexicons(tmp_path / "none", [SHIPPED], LANGUAGES).read().layers == ()


@pytest.mark.usefixtures("layer")
def test_nothing_that_was_set_aside_is_written_over(store, tmp_path):
    path = entries_file(tmp_path)
    for words in ("first", "second"):
        path.write_text(f"{path.read_text('utf-8')}{words},forms,,nonsense\n", "utf-8")
        store.read()
        store.save([added(store.layers()[0], [entry(f"more {words}")])])
    names = [found.name for found in store.take_set_aside()]
    assert names == ["entries.csv.old", "entries.csv.old1"]
    assert store.take_set_aside() == ()
    for name, words in zip(names, ("first", "second"), strict=True):
        assert f"{words},forms,,nonsense" in path.with_name(name).read_text("utf-8")


def test_categories_of_two_windows_are_both_kept(store, layer, tmp_path):
    other = UserLexicons(tmp_path, [SHIPPED], LANGUAGES)
    theirs = other.read().layers[0]
    other.save([with_category(theirs, replace(CATEGORY, id="theirs"))])
    saved = store.save([with_category(layer, replace(CATEGORY, id="mine"))])[0]
    assert [item.id for item in saved.lexicon.categories] == ["emotive", "theirs", "mine"]


@pytest.mark.usefixtures("layer")
@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX systems")
def test_the_files_are_the_readers_alone(tmp_path):
    paths = list(tmp_path.rglob("*"))
    assert any(path.is_file() for path in paths)
    for path in paths:
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


PROGRAM = """
import os, sys
from pathlib import Path
from reader.core.lexicon.layering.layer_edits import added, edited
from reader.core.lexicon.layering.layers import new_layer, rows_of
from reader.core.lexicon.lexicon import Category, Entry, Lexicon
from reader.paths import default_paths
from reader.storage.languages import load_languages
from reader.storage.lexicons.own_lexicons import UserLexicons

LANGUAGES = load_languages(default_paths().languages)

def entry(phrase, part="adj"):
    return Entry(phrase, "forms", part, "emotive", "confident")

category = Category("emotive", "Emotive", "Tells how to feel.", "Why?", "E", 1, "thick")
rows = (entry("brutal"), entry("claim", "noun"), entry("claim", "verb"))
SHIPPED = Lexicon(
    "loaded", "Loaded", "en", "1", "wording", "CC0", (), "", "", (category,), rows
)
"""
KILLED = """
steps = int(sys.argv[2])
replace_file = Path.replace

def replace_or_end(path, target):
    global steps
    if steps == 0:
        os._exit(9)
    steps -= 1
    return replace_file(path, target)

Path.replace = replace_or_end
store = UserLexicons(Path(sys.argv[1]), [SHIPPED], LANGUAGES)
layer = store.read().layers[0]
noun = rows_of(SHIPPED, layer)[1]
store.save([edited(layer, [(noun, entry("claims that", "noun"))])])
"""


def run(script, *arguments):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen([sys.executable, "-c", PROGRAM + script, *arguments], env=environment)


@pytest.mark.parametrize("steps", range(5))
def test_a_kill_leaves_all_files_old_or_all_new(layer, tmp_path, steps):
    before = phrases([layer])
    status = run(KILLED, str(tmp_path), str(steps)).wait(timeout=60)
    assert status == (9 if steps < 4 else 0)
    after = phrases(UserLexicons(tmp_path, [SHIPPED], LANGUAGES).read().layers)
    changed = [
        ("claims that", "changed") if item == ("claim", "muted") else item for item in before
    ]
    assert after == (before if steps == 0 else changed)
    put_in_order(tmp_path)
    names = sorted(path.name for path in (tmp_path / "my-loaded").iterdir())
    assert names == ["base.csv", "entries.csv", "lexicon.toml"]


CHANGES = 30
WRITER = """
for number in range(int(sys.argv[3])):
    store = UserLexicons(Path(sys.argv[1]) / str(number), [SHIPPED], LANGUAGES)
    layer = new_layer(SHIPPED, "Mine")
    for change in range(int(sys.argv[4])):
        layer = store.save([added(layer, [entry(f"{sys.argv[2]} {change}")])])[0]
"""


def test_two_programs_at_full_speed_lose_nothing(tmp_path):
    rounds = 10
    running = [
        run(WRITER, str(tmp_path), name, str(rounds), str(CHANGES)) for name in ("one", "two")
    ]
    assert [program.wait(timeout=300) for program in running] == [0, 0]
    names = sorted(f"{name} {change}" for name in ("one", "two") for change in range(CHANGES))
    for number in range(rounds):
        layers = UserLexicons(tmp_path / str(number), [SHIPPED], LANGUAGES).read().layers
        added_ones = [phrase for phrase, state in phrases(layers) if state == "added"]
        assert sorted(added_ones) == names


def test_half_a_sign_that_was_pasted_stops_no_saving(tmp_path):
    store = UserLexicons(tmp_path, [SHIPPED], LANGUAGES)
    store.save([added(new_layer(SHIPPED, "Mine"), [entry("ba\ud800rn")])])
    (layer,) = UserLexicons(tmp_path, [SHIPPED], LANGUAGES).read().layers
    assert [change.entry.phrase for change in layer.changes] == ["ba�rn"]


def test_what_waits_and_is_not_as_it_should_be_stops_no_start(layer, tmp_path):
    UserLexicons(tmp_path, [SHIPPED], LANGUAGES).save([layer])
    place = tmp_path / "my-loaded"
    table = (place / "entries.csv").read_text()
    (place / ".replacing.json").write_text(json.dumps({"entries.csv": f"{table}ba\ud800rn,,,\n"}))
    put_in_order(tmp_path)
    assert "�" in (place / "entries.csv").read_text()
    (place / ".replacing.json").mkdir()
    put_in_order(tmp_path)
    assert len(UserLexicons(tmp_path, [SHIPPED], LANGUAGES).read().layers) == 1
