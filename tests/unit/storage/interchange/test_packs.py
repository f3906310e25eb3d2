"""Packs: the whole lexicon in one file, and nothing but a lexicon."""

import io
import json
import random
import zipfile
from pathlib import Path

import pytest

from reader.core.lexicon.guards import format_guards
from reader.core.lexicon.lexicon import Lexicon
from reader.errors import LexiconError, ReaderError
from reader.paths import default_paths
from reader.storage.interchange.installing import install_lexicon, install_pack
from reader.storage.interchange.packs import read_pack, write_pack
from reader.storage.lexicons import folder_files
from reader.storage.lexicons.files import load_lexicon
from tests.english import LANGUAGES
from tests.lexicon_folders import save_lexicon

TOML = 'title = "Test"\n[[categories]]\nid = "loud"\n'
CSV = "phrase,category\nthug,loud\n"
PLAIN = {"lexicon.toml": TOML, "entries.csv": CSV}


def zipped(files: dict[str, str], method: int = zipfile.ZIP_DEFLATED, **fields: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            for field, value in fields.items():
                setattr(info, field, value)
            archive.writestr(info, text)
    return out.getvalue()


def test_a_shipped_lexicon_goes_through_a_pack_unchanged(tmp_path: Path) -> None:
    before = load_lexicon(default_paths().lexicons / "hedging", LANGUAGES).lexicon
    assert before is not None
    papers = {"CHANGELOG.md": "# 0.1\n\nFirst.", "LICENCE.txt": "Free.", "../evil": "x"}
    pack = read_pack(write_pack(before, papers).data, "any name.crlex", LANGUAGES)
    place = install_lexicon(pack.imported.lexicon, tmp_path, pack.papers).place
    after = load_lexicon(place, LANGUAGES)
    assert after.problems == ()
    assert after.lexicon == before
    assert (place / "CHANGELOG.md").read_text() == "# 0.1\n\nFirst."
    assert (place / "LICENCE.txt").read_text() == "Free."
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", "hedging"]


def test_the_same_lexicon_makes_the_same_file() -> None:
    lexicon = load_lexicon(default_paths().lexicons / "hedging", LANGUAGES).lexicon
    assert lexicon is not None
    assert write_pack(lexicon).data == write_pack(lexicon).data


def test_a_pack_that_was_packed_again_with_its_folder_is_read() -> None:
    files = {f"my list/{name}": text for name, text in PLAIN.items()}
    strange = {"__MACOSX/._my list": "x", "__MACOSX/lexicon.toml": "x", "my list/": ""}
    pack = read_pack(zipped({**strange, **files}), "loud.crlex", LANGUAGES)
    assert [one.phrase for one in pack.imported.lexicon.entries] == ["thug"]


@pytest.mark.parametrize("more", ["a/b/", "../", "/"])
def test_a_pack_in_several_folders_or_in_none_of_ours_is_refused(more: str) -> None:
    two = {f"{place}{name}": text for place in ("a/", "b/") for name, text in PLAIN.items()}
    strange = {f"{more}{name}": text for name, text in PLAIN.items()}
    for files in (two, strange):
        with pytest.raises(LexiconError, match="is no lexicon pack"):
            read_pack(zipped(files), "loud.crlex", LANGUAGES)


@pytest.mark.parametrize(
    "evil", ["../../evil.csv", "/etc/evil", "a/../../entries.csv", "C:\\evil"]
)
def test_files_of_other_names_are_never_written(tmp_path: Path, evil: str) -> None:
    pack = read_pack(zipped({**PLAIN, evil: "x", "sub/entries.csv": "x"}), "a.crlex", LANGUAGES)
    place = install_lexicon(pack.imported.lexicon, tmp_path / "in", pack.papers).place
    written = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != ".lock"]
    assert sorted(written) == [place / "entries.csv", place / "lexicon.toml"]


def test_a_pack_that_holds_a_file_twice_is_refused() -> None:
    """Which of both counts depends on who unpacks it."""
    out = io.BytesIO(zipped(PLAIN))
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("entries.csv", CSV.replace("thug", "hero"))
    with pytest.raises(LexiconError, match=r"holds entries\.csv twice"):
        read_pack(out.getvalue(), "a.crlex", LANGUAGES)


@pytest.mark.parametrize(
    "name", ["../../evil", "", "..", "a/b", "CON", "\x00", "x" * 5_000, 7, None, ["x"]]
)
def test_the_id_on_the_label_can_lead_nowhere_else(tmp_path: Path, name: object) -> None:
    pack = read_pack(
        zipped({**PLAIN, "pack.json": json.dumps({"id": name})}), "my list.crlex", LANGUAGES
    )
    place = install_lexicon(pack.imported.lexicon, tmp_path).place
    assert place.parent == tmp_path
    assert place.is_dir()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04 nothing", "damaged"),
        (zipped(PLAIN)[:-30], "damaged"),
        (zipped(PLAIN, zipfile.ZIP_LZMA), "damaged"),
        (zipped(PLAIN, zipfile.ZIP_BZIP2), "damaged"),
        (zipped(PLAIN).replace(b"PK\x01\x02", b"PK\x01\x03"), "damaged"),
        (zipped({"lexicon.toml": TOML}), "it has no entries.csv"),
        (zipped({"entries.csv": CSV}), "it has no lexicon.toml"),
        (zipped({**PLAIN, "lexicon.toml": "="}), "could not be used"),
        (zipped({**PLAIN, **{f"f{i}": "" for i in range(200)}}), "holds 202 files"),
        (zipped({**PLAIN, **{f"f{i}": "" for i in range(2_000)}}), "too many files"),
        (zipped({**PLAIN, "entries.csv": "\n" * 30_000_000}), "larger than 20 MB"),
        (zipped(PLAIN).replace(b"\x14\x00\x00\x00", b"\x14\x00\x01\x00"), "password"),
    ],
    ids=range(13),
)
def test_what_is_no_pack_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(LexiconError, match=told):
        read_pack(data, "a.crlex", LANGUAGES)


def test_a_lexicon_of_the_same_name_is_left_alone(tmp_path: Path) -> None:
    pack = read_pack(zipped(PLAIN), "a.crlex", LANGUAGES)
    install_lexicon(pack.imported.lexicon, tmp_path)
    with pytest.raises(LexiconError, match="already"):
        install_lexicon(pack.imported.lexicon, tmp_path)


@pytest.mark.parametrize(
    ("left", "is_free"),
    [("versions/1/lexicon.toml", True), ("notes.txt", True), ("entries.csv", False), ("", False)],
)
def test_what_an_undone_import_leaves_is_in_nobodys_way(
    tmp_path: Path, left: str, is_free: bool
) -> None:
    """Versions that were kept of a list stay; so does what the reader put into its folder."""
    lexicon = read_pack(zipped(PLAIN), "a.crlex", LANGUAGES).imported.lexicon
    kept = tmp_path / lexicon.id / left if left else tmp_path / lexicon.id
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text("mine")
    if is_free:
        assert install_lexicon(lexicon, tmp_path).place == tmp_path / lexicon.id
    else:
        with pytest.raises(LexiconError, match="already"):
            install_lexicon(lexicon, tmp_path)
    assert kept.read_text() == "mine"


@pytest.mark.parametrize("at_end", [False, True])
def test_an_import_that_was_killed_is_made_when_it_comes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_end: bool
) -> None:
    """Before its files were there it left a hidden one only; later the next one finishes it."""
    lexicon = read_pack(zipped(PLAIN), "a.crlex", LANGUAGES).imported.lexicon

    class KilledError(BaseException):
        pass

    def killed(*_: object, **__: object) -> None:
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(folder_files, "_write" if at_end else "write_atomically", killed)
        with pytest.raises(KilledError):
            install_lexicon(lexicon, tmp_path)
    place = tmp_path / lexicon.id
    place.mkdir(exist_ok=True)
    (place / "..replacing.json.a1b2c3d4.part").touch()
    assert install_lexicon(lexicon, tmp_path).place == place
    assert load_lexicon(place, LANGUAGES).lexicon is not None
    with pytest.raises(LexiconError, match="already"):
        install_lexicon(lexicon, tmp_path)


@pytest.mark.parametrize("seed", range(80))
def test_a_mangled_pack_is_read_or_refused(seed: int) -> None:
    dice = random.Random(seed)
    data = bytearray(zipped(PLAIN))
    start = data.index(b"PK\x01\x02") if seed % 2 else 0
    for _ in range(1 + seed % 5):
        data[dice.randrange(start, len(data))] = dice.randrange(256)
    assert outcome(bytes(data)).endswith((".", "test"))


def outcome(data: bytes) -> str:
    """Return the id of the lexicon in a pack, or the sentence that says why there is none."""
    try:
        return f"{read_pack(data, 'a.crlex', LANGUAGES).imported.lexicon.id} test"
    except LexiconError as error:
        return error.message


def test_a_failed_import_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(files: dict[Path, bytes], **_options: object) -> None:
        next(iter(files)).parent.mkdir(parents=True, exist_ok=True)
        raise ReaderError("The disk is full.")

    pack = read_pack(zipped(PLAIN), "a.crlex", LANGUAGES)
    monkeypatch.setattr(folder_files, "write_together", fail)
    with pytest.raises(ReaderError):
        install_lexicon(pack.imported.lexicon, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [".lock"]


def pack_of(*rows: str, version: str = "1", head: str = TOML) -> Lexicon:
    table = "phrase,category,note\n" + "".join(f"{row}\n" for row in rows)
    files = {"lexicon.toml": f'version = "{version}"\n{head}', "entries.csv": table}
    return read_pack(zipped(files), "mill.crlex", LANGUAGES).imported.lexicon


def rows_at(place: Path) -> dict[str, str]:
    lexicon = load_lexicon(place, LANGUAGES).lexicon
    assert lexicon is not None
    return {entry.phrase: entry.note for entry in lexicon.entries}


FIRST = ("thug,loud,a", "mob,loud,a", "lout,loud,a", "ruffian,loud,a", "brute,loud,a")


def test_a_newer_pack_never_costs_a_row_of_the_readers(tmp_path: Path) -> None:
    """Both sides change, delete and add; what only the authors touched is taken over."""
    place = install_pack(pack_of(*FIRST), tmp_path, LANGUAGES).place
    table = place / "entries.csv"
    mine = table.read_text().replace("thug,forms,,loud,confident,,,,a", "thug,,,loud,,,,,mine")
    mine = mine.replace("ruffian,forms,,loud,confident,,,,a", "ruffian,,,loud,,,,,mine")
    lines = [line for line in mine.splitlines() if not line.startswith("mob,")]
    table.write_text("\n".join([*lines, "yob,,,loud,,,,,mine\n"]))
    newer = pack_of("thug,loud,b", "mob,loud,b", "lout,loud,b", "oaf,loud,b", version="2")
    done = install_pack(newer, tmp_path, LANGUAGES)
    assert rows_at(place) == {
        "thug": "mine",  # both changed it
        "lout": "b",  # only the authors did
        "oaf": "b",  # new
        "ruffian": "mine",  # changed by the reader, dropped by the authors
        "yob": "mine",  # the reader's own
    }  # "mob" was deleted by the reader, "brute" by the authors
    told = {(notice.kind, notice.phrase) for notice in done.notices}
    assert told == {("kept", "thug"), ("orphaned", "ruffian")}
    assert done.lexicon.version == "2"
    assert rows_at(place / "as-installed") == {entry.phrase: "b" for entry in newer.entries}
    assert install_pack(newer, tmp_path, LANGUAGES).notices == ()
    assert set(rows_at(place)) == {"thug", "lout", "oaf", "ruffian", "yob"}


def guarded_pack(*rows: str) -> Lexicon:
    table = "phrase,category,unless,note\n" + "".join(f"{row}\n" for row in rows)
    files = {"lexicon.toml": TOML, "entries.csv": table}
    return read_pack(zipped(files), "mill.crlex", LANGUAGES).imported.lexicon


@pytest.mark.parametrize(
    ("old", "mine", "newer", "result"),
    [
        (  # one of two rows of a phrase is changed, the other one is not
            ("thug,loud,,a", "thug,loud,after:lives,a"),
            ("thug,loud,,a", "thug,loud,after:lives,MINE"),
            ("thug,loud,,b", "thug,loud,after:lives,a"),
            ("thug,,b", "thug,after:lives,MINE"),
        ),
        (  # one of two is deleted
            ("thug,loud,,a", "thug,loud,after:lives,a"),
            ("thug,loud,,a",),
            ("thug,loud,after:lives,b", "thug,loud,,b"),
            ("thug,,b",),
        ),
        (  # a row of the reader's with other guards
            ("thug,loud,,a",),
            ("thug,loud,,a", "thug,loud,after:lives,OWN"),
            ("thug,loud,,b", "mob,loud,,b"),
            ("thug,,b", "mob,,b", "thug,after:lives,OWN"),
        ),
        (  # the authors now send a row where the reader has one
            ("mob,loud,,a",),
            ("mob,loud,,a", "Thug,loud,after:lives,OWN"),
            ("mob,loud,,a", "thug,loud,after:lives,b"),
            ("mob,,a", "Thug,after:lives,OWN"),
        ),
        (  # guards changed by the reader, note by the authors
            ("thug,loud,,a", "thug,loud,before:insurance,a"),
            ("thug,loud,,a", "thug,loud,after:lives,a"),
            ("thug,loud,,a", "thug,loud,before:insurance,b"),
            ("thug,,a", "thug,after:lives,b"),
        ),
        (  # the authors give their row the guards of one that the reader added
            ("thug,loud,,a",),
            ("thug,loud,,MINE", "Thug,loud,before:insurance,OWN"),
            ("thug,loud,before:insurance,b",),
            ("thug,,MINE", "Thug,before:insurance,OWN"),
        ),
    ],
)
def test_rows_of_one_phrase_are_carried_over_one_by_one(
    tmp_path: Path,
    old: tuple[str, ...],
    mine: tuple[str, ...],
    newer: tuple[str, ...],
    result: tuple[str, ...],
) -> None:
    place = install_pack(guarded_pack(*old), tmp_path, LANGUAGES).place
    save_lexicon(place, guarded_pack(*mine))
    for _ in range(2):  # the same pack once more changes nothing
        install_pack(guarded_pack(*newer), tmp_path, LANGUAGES)
        loaded = load_lexicon(place, LANGUAGES)
        assert loaded.problems == ()
        assert loaded.lexicon is not None
        rows = {
            ",".join((one.phrase, format_guards(one.guards), one.note))
            for one in loaded.lexicon.entries
        }
        assert rows == set(result)


def test_a_mute_and_a_category_that_the_reader_took_back_stay_so(tmp_path: Path) -> None:
    head = 'muted = ["mob", "oaf"]\n' + TOML + '[[categories]]\nid = "soft"\n'
    place = install_pack(pack_of(*FIRST, head=head), tmp_path, LANGUAGES).place
    own = 'muted = ["oaf", "yob"]\n' + TOML
    save_lexicon(place, pack_of(*FIRST, head=own))
    done = install_pack(pack_of(*FIRST, head=head, version="2"), tmp_path, LANGUAGES).lexicon
    assert done.muted == ("oaf", "yob")
    assert [category.id for category in done.categories] == ["loud"]


def test_categories_and_title_of_the_readers_stay_too(tmp_path: Path) -> None:
    place = install_pack(pack_of(*FIRST), tmp_path, LANGUAGES).place
    head = place / "lexicon.toml"
    own = '[[categories]]\nid = "soft"\nname = "Soft"\n'
    head.write_text(head.read_text().replace('title = "Test"', 'title = "Mine"') + own)
    newer = pack_of("thug,shrill,b", head=TOML.replace('"loud"', '"shrill"'), version="2")
    done = install_pack(newer, tmp_path, LANGUAGES).lexicon
    assert (done.title, done.version) == ("Mine", "2")
    assert [category.id for category in done.categories] == ["shrill", "soft"]


def test_a_category_that_both_changed_keeps_the_readers_words_and_is_told(tmp_path: Path) -> None:
    told = '[[categories]]\nid = "loud"\nname = "{}"\nexplanation = "{}"\nquestion = "{}"\n'
    heads = [f'title = "{title}"\n' + told.format(*words) for title, *words in (
        ("Test", "Loud", "It shouts.", "Why?"),
        ("Mine", "Noisy", "It shouts.", "Why?"),
        ("Newer", "Louder", "It roars.", "Why?"),
    )]  # fmt: skip
    place = install_pack(pack_of(*FIRST, head=heads[0]), tmp_path, LANGUAGES).place
    save_lexicon(place, pack_of(*FIRST, head=heads[1]))
    done = install_pack(pack_of(*FIRST, head=heads[2]), tmp_path, LANGUAGES)
    (category,) = done.lexicon.categories
    assert (category.name, category.explanation, category.question) == (
        "Noisy",
        "It roars.",
        "Why?",
    )
    assert [(one.kind, one.phrase) for one in done.notices] == [
        ("kept", "Mine"),
        ("kept", "Noisy"),
    ]
    again = install_pack(pack_of(*FIRST, head=heads[2]), tmp_path, LANGUAGES)
    assert (again.lexicon, again.notices) == (done.lexicon, ())


def test_what_an_earlier_version_installed_keeps_every_row(tmp_path: Path) -> None:
    place = install_lexicon(pack_of("thug,loud,mine", "yob,loud,mine"), tmp_path).place
    install_pack(pack_of("thug,loud,b", "oaf,loud,b"), tmp_path, LANGUAGES)
    assert rows_at(place) == {"thug": "mine", "oaf": "b", "yob": "mine"}


def test_a_pack_waits_until_the_list_that_is_there_is_in_order(tmp_path: Path) -> None:
    place = install_pack(pack_of(*FIRST), tmp_path, LANGUAGES).place
    table = place / "entries.csv"
    table.write_text(table.read_text() + "yob,,,quiet,,,,,mine\n")
    before = table.read_text()
    with pytest.raises(LexiconError, match="line 7"):
        install_pack(pack_of("oaf,loud,b"), tmp_path, LANGUAGES)
    assert table.read_text() == before
