"""The file itself: newer, damaged, locked, read-only, used by two at once."""

import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.errors import LibraryError, ReaderError
from reader.intake.read import read_text
from reader.storage.files.file_locks import writing_alone
from reader.storage.files.patience import USUAL_S, wait_at_most
from reader.storage.library.library import Library
from reader.storage.library.upkeep.moving import copy_data


@pytest.mark.parametrize("words", ["", "CREATE TABLE analysis (a FUTURE KEY) STRICTEST"])
def test_a_newer_library_is_refused_kindly(library: Library, words: str) -> None:
    """Also one whose tables are written in words that today's SQLite does not know."""
    library.articles.add(read_text("One.", ""))
    library.close()
    with sqlite3.connect(library.path) as connection:
        connection.execute("PRAGMA user_version = 99")
        if words:
            connection.execute("PRAGMA writable_schema = 1")
            order = "UPDATE sqlite_master SET sql = ? WHERE name = 'analysis'"
            connection.execute(order, [words])
    connection.close()
    with pytest.raises(LibraryError, match="later version") as caught:
        Library.open(library.path.parent)
    assert "Nothing in it was changed" in caught.value.hint


def test_a_damaged_library_is_set_aside(library: Library) -> None:
    library.close()
    library.path.write_bytes(b"no database at all" * 999)
    again = Library.open(library.path.parent)
    assert again.problem is not None
    assert "library.sqlite.old" in again.problem.hint
    assert again.rows() == ()
    assert (library.path.parent / "library.sqlite.old").read_bytes().startswith(b"no database")
    again.close()


@pytest.mark.parametrize("letters", [b"TABL\xff", b"\xaaABLE", b"T\xe0BLE"])
def test_damage_that_sqlite_cannot_tell_in_letters_is_set_aside(
    letters: bytes, library: Library
) -> None:
    """What it says of a damaged table names what stands there, and that need be no text."""
    library.close()
    data = library.path.read_bytes()
    library.path.write_bytes(
        data.replace(b"CREATE TABLE article", b"CREATE " + letters + b" article")
    )
    again = Library.open(library.path.parent)
    assert again.problem is not None
    assert "library.sqlite.old" in again.problem.hint
    again.close()


@pytest.mark.parametrize("number", range(-1, 3))
def test_a_database_of_another_program_stays_as_it_is(number: int, tmp_path: Path) -> None:
    """Other programs count in `user_version` too."""
    with sqlite3.connect(tmp_path / "library.sqlite") as connection:
        connection.execute("CREATE TABLE places (name)")
        connection.execute(f"PRAGMA user_version = {number}")
    connection.close()
    before = (tmp_path / "library.sqlite").read_bytes()
    with pytest.raises(LibraryError, match="of another program"):
        Library.open(tmp_path)
    assert (tmp_path / "library.sqlite").read_bytes() == before


def test_a_library_set_aside_by_another_window_is_followed_by_the_first(library: Library) -> None:
    """What the first window keeps afterwards stands in the new library, and nothing is damaged."""
    library.articles.add(read_text("One.", ""))
    number = library.change_number()
    for end in ("", "-wal", "-shm"):
        if Path(f"{library.path}{end}").exists():
            Path(f"{library.path}{end}").rename(f"{library.path}.old{end}")
    other = Library.open(library.path.parent)
    other.articles.add(read_text("Two.", ""))
    assert library.change_number() != number
    library.articles.add(read_text("Three.", ""))
    assert "replaced while it was open" in library.problem.message
    assert len(other.rows()) == len(library.rows()) == 2
    assert library.upkeep.check()[0]
    other.close()


@pytest.mark.parametrize(
    ("order", "value", "title", "told"),
    [
        ("UPDATE packed_body SET text = ?", b"no text", "A", "is damaged in the library"),
        ("UPDATE packed_body SET rest = ?", b"", "A", "is damaged in the library"),
        ("UPDATE article SET state = ?", "weird", "A", ""),
        ("UPDATE article SET title = CAST(? AS TEXT)", b"A\xed\xa0", "A��", ""),
        ("UPDATE article SET published = ?", b"2025", "A", ""),
    ],
)
def test_a_damaged_row_is_told_and_the_others_stay(
    library: Library, order: str, value: object, title: str, told: str
) -> None:
    kept = library.articles.add(read_text("# A\n\nThe ferry stops on Sunday.", "")).id
    library._database.run(order, [value])  # noqa: SLF001 -- what a damaged disk does
    (row,) = library.rows()
    assert (row.title, row.published, row.state) == (title, None, "new")
    if told:
        with pytest.raises(LibraryError, match=told):
            library.articles.article(kept)
        assert not library.upkeep.check()[0]
    else:
        assert library.articles.article(kept).text == "A\n\nThe ferry stops on Sunday."


def test_what_another_window_threw_away_for_good_is_told_in_a_sentence(library: Library) -> None:
    kept = library.articles.add(read_text("One.", "")).id
    library.trash.remove([kept])
    library.trash.empty()
    with pytest.raises(LibraryError, match="what this belongs to is no longer in it"):
        library.articles.edit(kept, "title", "New")


def test_a_library_whose_file_was_taken_away_is_begun_anew(library: Library) -> None:
    library.articles.add(read_text("One.", ""))
    library.path.unlink()
    assert library.rows() == ()
    shutil.rmtree(library.path.parent)
    with pytest.raises(LibraryError, match="it is no longer there"):
        library.rows()
    assert not library.path.parent.exists()


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(ReaderError) as caught:
        Library.open(tmp_path / "data" / "deep")
    assert caught.value.hint


@pytest.mark.parametrize(
    "beside", [(), ("-wal",), ("-wal", "-shm")], ids=["alone", "log", "log and places"]
)
def test_a_library_that_can_only_be_read_shows_all_that_was_written(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beside: tuple[str, ...]
) -> None:
    """Another program was ended, and its log lies beside the file, with or without its list."""
    library.articles.add(read_text("One.", ""))
    if not beside:
        library.close()
    folder = tmp_path / "medium"
    folder.mkdir()
    for end in ("", *beside):
        shutil.copy(f"{library.path}{end}", folder)
    names = sorted(path.name for path in folder.iterdir())
    monkeypatch.setattr("reader.storage.library.database.connections.os.access", lambda *_: False)
    fixed = Library.open(folder)
    assert fixed.rows() == library.rows()
    with pytest.raises(LibraryError, match="may not be written"):
        fixed.articles.add(read_text("Two.", ""))
    assert sorted(path.name for path in folder.iterdir()) == names
    fixed.close()


@pytest.fixture
def in_a_hurry() -> Iterator[None]:
    """The thread of the test hardly waits for another program."""
    wait_at_most(0.01)
    yield
    wait_at_most(USUAL_S)


@pytest.mark.usefixtures("in_a_hurry")
def test_a_locked_library_is_told(library: Library) -> None:
    library.close()
    other = sqlite3.connect(library.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LibraryError, match="another program is writing"):
        library.articles.add(read_text("One.", ""))
    other.execute("ROLLBACK")
    other.close()
    assert library.articles.add(read_text("One.", "")).is_new


def test_a_library_that_another_program_writes_in_is_waited_for(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.close()
    other = sqlite3.connect(library.path, isolation_level=None)
    other.execute("PRAGMA journal_mode = DELETE")  # as it is when the library is made
    other.execute("BEGIN IMMEDIATE")
    waited: list[float] = []

    def let_go(pause: float) -> None:
        waited.append(pause)
        other.execute("COMMIT")

    monkeypatch.setattr("reader.storage.library.database.connections.time.sleep", let_go)
    Library.open(library.path.parent).close()
    other.close()
    assert len(waited) == 1


def test_a_copy_that_was_put_back_by_hand_gets_its_log_again(library: Library) -> None:
    library.close()
    other = sqlite3.connect(library.path)
    assert other.execute("PRAGMA page_size").fetchone() == (16384,)
    assert other.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)
    other.close()
    Library.open(library.path.parent).close()
    other = sqlite3.connect(library.path)
    assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    other.close()


def test_a_change_is_whole(library: Library) -> None:
    def change() -> None:
        with library.change():
            library.articles.add(read_text("One.", ""))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change()
    assert library.rows() == ()
    before = library.change_number()
    library.articles.add(read_text("Two.", ""))
    assert len(library.rows()) == 1
    assert library.change_number() != before


def test_several_threads_write_at_once(library: Library) -> None:
    failures: list[Exception] = []

    def work(name: str) -> None:
        try:
            for number in range(10):
                library.articles.add(read_text(f"Text {number} of {name}.", ""))
        except LibraryError as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(library.rows()) == 30


def test_the_file_is_for_its_owner_only(library: Library) -> None:
    library.articles.add(read_text("One.", ""))
    files = list(library.path.parent.glob("library.sqlite*"))
    assert {path.stat().st_mode & 0o077 for path in files} == {0}


def test_a_backup_is_a_whole_library(library: Library, tmp_path: Path) -> None:
    library.articles.add(read_text("One.", ""))
    (tmp_path / "copy").mkdir()
    library.upkeep.back_up(tmp_path / "copy" / "library.sqlite")
    assert [path.name for path in (tmp_path / "copy").iterdir()] == ["library.sqlite"]
    copy = Library.open(tmp_path / "copy")
    assert copy.rows() == library.rows()
    copy.close()
    with pytest.raises(LibraryError, match="the library itself"):
        library.upkeep.back_up(library.path)
    with pytest.raises(LibraryError, match="could not be written"):
        library.upkeep.back_up(tmp_path / "none" / "library.sqlite")


@pytest.mark.usefixtures("in_a_hurry")
def test_two_backups_to_one_file_take_turns(library: Library, tmp_path: Path) -> None:
    """Each would take the other's half copy away, and neither would be whole."""
    library.articles.add(read_text("One.", ""))
    target = tmp_path / "copy.sqlite"
    library.upkeep.back_up(target)
    held = target.read_bytes()
    with writing_alone(target), pytest.raises(LibraryError, match="Another program is writing"):
        library.upkeep.back_up(target)
    with writing_alone(tmp_path / "moved"), pytest.raises(LibraryError, match="Another program"):
        copy_data(library.path.parent, tmp_path / "moved")
    assert target.read_bytes() == held
    assert not (tmp_path / "moved").exists()
    library.upkeep.back_up(target)
    copy_data(library.path.parent, tmp_path / "moved")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_nothing_of_somebody_s_goes_from_the_place_of_a_copy(library: Library, tmp_path: Path):
    new = tmp_path / "moved"
    (new / "compiled").mkdir(parents=True)
    (new / "compiled" / "hedging.list").touch()  # which the program makes again
    (new / "link").symlink_to("/elsewhere")  # on a disk that is not there just now
    with pytest.raises(LibraryError, match="moved could not be written: directory not empty"):
        copy_data(library.path.parent, new)
    assert (new / "link").is_symlink()
    (new / "link").unlink()
    copy_data(library.path.parent, new)
    assert {path.name for path in new.iterdir()} == {"library.sqlite"}


def test_a_check_mends_index_and_orphans(library: Library) -> None:
    one = library.articles.add(read_text("The regime fell.", "")).id
    is_well, said = library.upkeep.check()
    assert (is_well, said) == (True, ("The file is whole.", "The index of words fits the texts."))
    database = library.articles._database  # noqa: SLF001 -- to damage it
    database.run("INSERT INTO word_index(word_index) VALUES ('delete-all')")
    database.run("INSERT INTO term_in (term, article) VALUES (1, 77)")
    assert library.search.find("regime") == ()
    is_well, said = library.upkeep.check()
    assert is_well
    assert "made anew" in said[1]
    assert "1 places of terms" in said[2]
    assert [found.id for found in library.search.find("regime")] == [one]
    database.run("UPDATE packed_body SET rest = x'00'")
    is_well, said = library.upkeep.check()
    assert not is_well
    assert said[-1] == f"The article {one} is damaged; add it again."
    with pytest.raises(LibraryError, match="is damaged"):
        library.articles.article(one)


def test_a_library_on_a_disk_that_is_gone_is_not_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").symlink_to(tmp_path / "disk" / "library.sqlite")
    with pytest.raises(LibraryError, match=r"which is not there\."):
        Library.open(tmp_path)
    (tmp_path / "disk").mkdir()
    Library.open(tmp_path / "disk").close()
    Library.open(tmp_path).close()
    assert (tmp_path / "library.sqlite").is_symlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir])
@pytest.mark.parametrize("end", ["", "-wal", "-journal"])
def test_what_is_no_file_is_not_opened(end: str, make, tmp_path: Path) -> None:
    make(tmp_path / f"library.sqlite{end}")
    with pytest.raises(LibraryError, match=rf"library\.sqlite{end} is no file\."):
        Library.open(tmp_path)


def without(library: Library, *orders: str) -> None:
    """Damage the tables of a library."""
    library.close()
    with sqlite3.connect(library.path) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for order in orders:
            connection.execute(order)
    connection.close()


@pytest.mark.parametrize(
    "order",
    [
        "DROP TABLE feed",
        "DROP TABLE analysis",
        "DROP TABLE term_in",
        "DROP TABLE place",
        "DROP VIEW body",
        "DROP INDEX article_copies",
        "DROP TRIGGER words_in",
        "DROP TRIGGER words_out",
        "DROP TABLE word_index",
        "DROP TABLE unnarrated_index",
    ],
)
def test_what_a_library_lacks_is_made_anew(order: str, library: Library) -> None:
    library.articles.add(read_text("The mayor left.", ""))
    without(library, order)
    again = Library.open(library.path.parent)
    is_told = again.problem is not None and order.rsplit(maxsplit=1)[-1] in again.problem.message
    assert is_told == ("_index" not in order and "TRIGGER" not in order)
    again.articles.add(read_text("The mayor came back.", ""))
    assert len(again.search.find("mayor")) == len(again.rows()) == 2
    assert again.upkeep.check()[0]
    again.close()
    whole = Library.open(library.path.parent)
    assert whole.problem is None
    whole.close()


@pytest.mark.parametrize(
    ("orders", "found"),
    [
        (["DROP TABLE article"], {0, 1}),  # its pages may still be whole
        (["DROP TABLE packed_body"], {0}),
        (
            [
                "PRAGMA writable_schema = 1",
                "DELETE FROM sqlite_master WHERE name = 'word_index_data'",
            ],
            {1},
        ),
    ],
)
def test_a_library_without_its_articles_is_set_aside(
    orders: list[str], found: set[int], library: Library
) -> None:
    library.articles.add(read_text("The mayor left.", ""))
    without(library, *orders)
    again = Library.open(library.path.parent)
    assert again.problem is not None
    assert "library.sqlite.old" in again.problem.hint
    assert len(again.rows()) in found
    again.close()


def test_tables_of_another_form_are_told_in_a_sentence(library: Library) -> None:
    library.articles.add(read_text("The mayor left.", ""))
    without(library, "ALTER TABLE article RENAME COLUMN state TO condition")
    again = Library.open(library.path.parent)
    with pytest.raises(LibraryError, match="something that it is made of is missing") as caught:
        again.rows()
    assert "library check" in caught.value.hint
    is_well, said = again.upkeep.check()
    assert not is_well
    assert "the table “article” lacks what it should have" in said[0]
    again.close()
