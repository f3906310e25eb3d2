"""Daily backups, the backup before new tables, what the disk holds."""

import os
import sqlite3
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from reader.core.corrections import Correction, Scope
from reader.core.notes import Note
from reader.errors import LibraryError, ReaderError
from reader.intake.read import read_text, read_with_bytes
from reader.storage.library.database import connections
from reader.storage.library.database.migrations import NEWEST
from reader.storage.library.library import Library
from reader.storage.library.rows import KeptSearch, Original, ReadingPlace, Wanted
from reader.storage.library.upkeep import opening
from reader.storage.library.upkeep.disk_use import Room
from reader.storage.user_data.scope_files import CORRECTIONS, NOTES

FERRY = replace(read_text("The night ferry stops in June.", "/ferry.txt"), title="Ferry")
HERE = Scope.of(FERRY)
SIDE = Correction("name-side", value="1 Owners")
NOTE = Note("lemon", None, "Why?")
MADE = time.mktime((2026, 11, 26, 8, 15, 0, 0, 0, -1))  # here, wherever that is


def make_work(library: Library) -> str:
    """Let the reader do one thing of each kind."""
    one = library.articles.add(FERRY).id
    library.work.save(CORRECTIONS, HERE, (), (SIDE,))
    library.work.save(NOTES, HERE, (), (NOTE,))
    library.shelves.keep_search("Ferries", "ferry")
    library.shelves.make_collection("Empty")
    library.shelves.put_in_collection("Town", [one])
    library.shelves.give_tag("boats", [one])
    library.articles.edit(one, "outlet", "Harbour Post")
    library.reading.opened(one)
    library.reading.keep_place(one, ReadingPlace(4, "night", 0.5))
    return one


def test_a_damaged_library_comes_back_with_the_readers_work(library: Library, clock) -> None:
    one = make_work(library)
    row, place = library.row(one), library.reading.place(one)
    assert library.upkeep.daily() is None
    library.close()
    os.utime(library.upkeep.work_backups()[0], (MADE, MADE))
    library.path.write_bytes(b"damaged " * 9999)
    again = Library.open(library.path.parent, clock)
    assert "are those of 2026-11-26, 08:15." in again.problem.hint
    assert again.work.load(CORRECTIONS, HERE).value == (SIDE,)
    assert again.work.load(NOTES, HERE).value == (NOTE,)
    assert again.shelves.searches() == (KeptSearch("Ferries", "ferry"),)
    assert [group.name for group in again.shelves.collections()] == ["Empty", "Town"]
    anew = again.articles.add(FERRY).id
    for path in again.upkeep.work_backups():
        again.upkeep.restore_work(path)
    found = again.row(anew)
    assert replace(found, id=one, added=row.added) == replace(row, outlet=found.outlet)
    assert again.articles.edits(anew) == {"outlet": "Harbour Post"}
    assert again.reading.place(anew) == place
    again.close()


@pytest.mark.parametrize("left", [(), ("library.sqlite-wal",)])
def test_a_library_that_can_only_be_read_is_read(
    library: Library, monkeypatch: pytest.MonkeyPatch, left: tuple[str, ...]
) -> None:
    """As on a disk that takes no writing: nothing is made beside it."""
    one = library.articles.add(FERRY).id
    library.close()
    for name in left:  # a log without a word in it
        library.path.with_name(name).touch()
    monkeypatch.setattr(connections.os, "access", lambda _path, mode: mode != os.W_OK)
    fixed = Library.open(library.path.parent)
    assert [row.id for row in fixed.rows()] == [one]
    beside = library.path.parent.glob(f"{library.path.name}-*")
    assert tuple(path.name for path in beside) == left
    with pytest.raises(LibraryError, match="it may not be written"):
        fixed.shelves.make_collection("Town")
    fixed.close()


def test_backups_are_kept_for_a_week(library: Library, clock) -> None:
    library.articles.add(FERRY)
    for _ in range(10):
        assert library.upkeep.daily() is None
        assert library.upkeep.daily() is None
        clock.time += timedelta(days=1)
    kept = library.upkeep.work_backups()
    assert len(kept) == 7
    assert kept[0].name == "work-2026-12-05.json.gz"
    assert {path.stat().st_mode & 0o077 for path in kept} == {0}


def test_the_backup_of_the_day_is_renewed_when_the_work_has_changed(
    library: Library, clock
) -> None:
    library.shelves.make_collection("Town")
    library.upkeep.daily()
    (path,) = library.upkeep.work_backups()

    def come_back(minutes: float) -> None:
        made = clock.time.timestamp() - minutes * 60
        os.utime(path, (made, made))
        library.upkeep.daily()

    first = path.read_bytes()
    come_back(60)
    assert path.read_bytes() == first  # nothing has changed
    library.shelves.make_collection("Harbour")
    come_back(5)
    assert path.read_bytes() == first  # it is young
    come_back(60)
    assert path.read_bytes() != first
    library.close()
    library.path.write_bytes(b"damaged " * 9999)
    again = Library.open(library.path.parent, clock)
    assert [group.name for group in again.shelves.collections()] == ["Harbour", "Town"]
    again.upkeep.daily()
    assert len(again.upkeep.work_backups()) == 2  # what it was restored from stays beside it
    again.close()


def test_a_backup_takes_the_place_of_another_backup_only(library: Library, tmp_path: Path) -> None:
    article, pipe, copy, link = (tmp_path / name for name in ("a.txt", "pipe", "copy", "link"))
    article.write_text("The mayor may go.")
    os.mkfifo(pipe)
    for target in (article, pipe, tmp_path, Path("/")):
        with pytest.raises(LibraryError):
            library.upkeep.back_up(target)
    assert article.read_text() == "The mayor may go."
    assert pipe.is_fifo()
    copy.touch()
    link.symlink_to(copy)
    for _ in range(2):
        library.upkeep.back_up(link)
    assert link.is_symlink()
    assert copy.read_bytes().startswith(b"SQLite format 3")


def test_a_backup_that_cannot_be_written_is_told(library: Library) -> None:
    (library.path.parent / "backups").write_text("in the way")
    problem = library.upkeep.daily()
    assert problem is not None
    assert problem.message.endswith(".")


@pytest.mark.parametrize("data", [b"", b"\x1f\x8b", b"{}"])
def test_a_damaged_backup_changes_nothing(library: Library, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "work.json.gz").write_bytes(data)
    with pytest.raises(ReaderError, match="could not be read"):
        library.upkeep.restore_work(tmp_path / "work.json.gz")


def test_old_trash_goes_with_the_daily_work(library: Library, clock) -> None:
    one = library.articles.add(FERRY).id
    library.trash.remove([one])
    library.upkeep.daily()
    assert library.counts().trashed == 1
    clock.time += timedelta(days=31)
    library.upkeep.daily()
    assert library.counts().trashed == 0


def test_new_tables_are_made_after_a_backup(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = library.articles.add(FERRY).id
    library.close()
    first = opening.take_step.__defaults__[0]
    monkeypatch.setattr(opening.take_step, "__defaults__", ((*first, "CREATE TABLE more (x)"),))
    monkeypatch.setattr(opening, "NEWEST", NEWEST + 1)
    monkeypatch.setattr("reader.storage.library.database.migrations.NEWEST", NEWEST + 1)
    again = Library.open(library.path.parent)
    again.close()
    with sqlite3.connect(library.path) as connection:
        assert connection.execute("SELECT count(*) FROM more").fetchone() == (0,)
        assert connection.execute("PRAGMA user_version").fetchone() == (NEWEST + 1,)
    connection.close()
    copy = library.path.parent / "backups" / f"library-before-step-{NEWEST + 1}.sqlite"
    with sqlite3.connect(copy) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (NEWEST,)
        assert connection.execute("SELECT id FROM article").fetchall() == [(1,)]
    connection.close()
    assert one == "kept-1"


def test_a_step_that_fails_changes_nothing(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.articles.add(FERRY)
    library.close()
    first = opening.take_step.__defaults__[0]
    bad = "CREATE TABLE more (x)\n\nCREATE TABLE article (x)"
    monkeypatch.setattr(opening.take_step, "__defaults__", ((*first, bad),))
    monkeypatch.setattr(opening, "NEWEST", NEWEST + 1)
    with pytest.raises(ReaderError, match="could not be used"):
        Library.open(library.path.parent)
    monkeypatch.undo()
    again = Library.open(library.path.parent)
    assert len(again.rows()) == 1
    again.close()


def test_room_is_made_from_what_can_be_missed(library: Library, tmp_path: Path) -> None:
    for number in range(4):
        text = f"Text number {number} about the ferry."
        library.articles.add(read_text(text, ""), Original("a.txt", os.urandom(1_000)))
    library.trash.remove(["kept-1"])
    library.trash.remove(["kept-2"])
    library.shelves.give_tag("sea", ["kept-3"])
    folder = library.path.parent / "backups"
    folder.mkdir()
    for name, age in (("library-before-step-2.sqlite", 30), ("library-before-step-3.sqlite", 1)):
        (folder / name).write_bytes(b"x" * 100)
        os.utime(folder / name, (time.time() - age * 86_400,) * 2)
    (folder / "work-2020-01-01.json.gz").write_bytes(b"y" * 900)
    taken = library.upkeep.room_taken()
    assert taken.originals > 4_000
    assert taken.originals / 2 < taken.trash < taken.originals
    assert taken.backups == 200
    enough = {"originals": 10**9, "trash": 10**9, "backups": 10**9}
    assert library.upkeep.keep_within(**enough) == Room(0, 0, 0)
    assert library.upkeep.keep_within(**enough | {"trash": taken.trash - 1}) == Room(0, 1, 0)
    assert library.row("kept-1") is None, "what was thrown away first goes first"
    assert library.row("kept-2") is not None
    assert library.upkeep.keep_within(originals=0, trash=10**9, backups=0) == Room(3, 0, 1)
    assert library.articles.original("kept-4") is None
    assert [row.tags for row in library.rows()] == [(), ("sea",)]
    left = sorted(path.name for path in folder.iterdir())
    assert left == ["library-before-step-3.sqlite", "work-2020-01-01.json.gz"]


def test_recent_files_are_taken_over_once(library: Library, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("late.txt", "gone.txt", "early.txt")]
    for path in (paths[0], paths[2]):
        path.write_text(f"The ferry of {path.stem} stops.")
    recent = [*map(str, paths), "https://a.example/never-fetched"]
    assert library.upkeep.take_over_recent(recent, read_with_bytes) == 2
    lately = [row.origin for row in library.rows(Wanted(is_opened=True))]
    assert lately == [str(paths[0]), str(paths[2])]
    assert library.articles.original("kept-1") == Original("early.txt", paths[2].read_bytes())
    (tmp_path / "gone.txt").write_text("It is back.")
    assert library.upkeep.take_over_recent(recent, read_with_bytes) == 0
    assert len(library.rows()) == 2


def test_what_the_disk_holds(library: Library) -> None:
    texts = [f"Text number {number} about the ferry." for number in range(3)]
    for text in texts:
        library.articles.add(read_text(text, ""), Original("a.txt", text.encode() * 100))
    library.trash.remove(library.ids()[:1])
    use = library.upkeep.disk_use()
    assert (use.articles, use.texts) == (3, sum(map(len, texts)))
    assert 0 < use.trash < use.texts + use.originals < use.file
    assert (use.analyses, use.backups) == (0, 0)
    assert library.upkeep.forget_originals(use.originals) == 0
    assert library.upkeep.forget_originals(use.originals - 1) == 1
    kept = [library.articles.original(one) is not None for one in ("kept-1", "kept-2", "kept-3")]
    assert kept == [False, True, True], "the oldest goes first"
    assert library.ids(Wanted(sort="added")) == ("kept-2", "kept-1")


def damage(library: Library) -> list[str]:
    """Keep some articles, and write over a part of them in the middle of the file."""
    texts = [" ".join(f"w{n}x{m * m * n % 9973}" for m in range(900)) for n in range(40)]
    kept = [library.articles.add(read_text(text, f"/{n}.txt")) for n, text in enumerate(texts)]
    library.articles.edit(kept[0].id, "outlet", "Harbour Post")
    library.upkeep.daily()
    row = library._database.one(  # noqa: SLF001 -- where the article lies, to damage it there
        "SELECT text FROM packed_body WHERE id = 20"
    )
    library.close()
    data = library.path.read_bytes()
    page = data.index(row[0][:64]) // 16384 * 16384
    library.path.write_bytes(data[:page] + b"\xa5" * 16384 + data[page + 16384 :])
    return [one.id for one in kept]


def test_what_can_be_read_of_a_library_damaged_in_its_middle_is_taken_over(
    library: Library, clock
) -> None:
    before = damage(library)
    again = Library.open(library.path.parent, clock)
    is_well, said = again.upkeep.check()
    assert is_well
    assert "library.sqlite.old" in said[1]
    assert "articles could be taken over" in said[1]
    assert "btree" not in " ".join(said).lower()
    rows = {row.id for row in again.rows()}
    assert len(before) // 2 < len(rows) < len(before)
    assert rows <= set(before)
    assert again.articles.edits(before[0]) == {"outlet": "Harbour Post"}
    assert all(again.articles.article(one).text for one in rows)
    assert again.upkeep.check() == (True, again.upkeep.check()[1])
    again.close()


def test_a_library_of_which_nothing_can_be_read_is_told_of(library: Library, clock) -> None:
    damage(library)
    data = library.path.read_bytes()
    library.path.write_bytes(data[:16384] + b"\xa5" * (len(data) - 16384))
    again = Library.open(library.path.parent, clock)
    assert again.problem is not None
    assert "no article could be taken over" in again.problem.hint
    assert again.set_aside == "library.sqlite.old"
    again.close()


def test_articles_are_found_where_the_beginning_of_their_tables_is_gone(
    library: Library, clock
) -> None:
    texts = [" ".join(f"w{n}x{m * m * n % 9973}" for m in range(900)) for n in range(60)]
    kept = [library.articles.add(read_text(text, f"/{n}.txt")).id for n, text in enumerate(texts)]
    library.trash.remove(kept[:1])
    library.trash.empty()
    tops = library._database.all(  # noqa: SLF001 -- where the tables begin
        "SELECT rootpage FROM sqlite_master WHERE rootpage > 0"
    )
    library.close()
    data = bytearray(library.path.read_bytes())
    last = max(int(row[0]) for row in tops)
    data[16384 : last * 16384] = b"\xa5" * 16384 * (last - 1)
    library.path.write_bytes(data)
    again = Library.open(library.path.parent, clock)
    found = {one: text for one, text in zip(kept, texts, strict=True) if again.row(one)}
    assert len(kept) // 2 < len(found) < len(kept)
    assert kept[0] not in found
    assert all(again.articles.article(one).text == text for one, text in found.items())
    assert again.problem is not None
    assert f"{len(found)} articles could be taken over" in again.problem.hint
    assert again.upkeep.check()[0]
    again.close()


def test_damage_that_is_met_is_mended_when_asked(library: Library, clock) -> None:
    before = damage(library)
    again = Library.open(library.path.parent, clock)
    assert again.mend() is None  # nothing failed so far
    with pytest.raises(LibraryError):
        _ = [again.articles.article(one) for one in before]
    told = again.mend()
    assert told is not None
    assert "library.sqlite.old" in told.hint
    assert 0 < len(again.rows()) < len(before)
    assert again.mend() is None
    again.close()
