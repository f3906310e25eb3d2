"""Kills programs that work on a library, and looks whether anything confirmed was lost.

    kill_library.py [--kills N] [--seed N]

A child of this process does one kind of work and says after each call what it confirmed; at a
moment drawn by lot it is killed. Then the library is opened, checked, and all that was confirmed
is looked for. Works where processes can be forked.
"""

import argparse
import json
import os
import random
import signal
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from reader.core.corrections import Correction, Scope
from reader.core.notes import Note
from reader.intake.read import read_text
from reader.storage.library.database.migrations import NEWEST
from reader.storage.library.library import Library
from reader.storage.library.rows import Original, ReadingPlace
from reader.storage.library.store import LibraryStore
from reader.storage.library.upkeep import opening
from reader.storage.user_data.file_store import FileStore

Confirm = Callable[..., None]
LONGEST_S = 0.25  # from the first confirmed call to the kill
WORDS = "council market ferry vote mayor harbour storm school bridge night".split()


def text_of(number: int) -> str:
    dice = random.Random(number)
    return f"Article {number}\n\n" + " ".join(dice.choices(WORDS, k=200)) + "."


def here(number: int) -> Scope:
    return Scope.of(read_text(text_of(number), f"/{number}.txt"))


# -- what the children do ------------------------------------------------------------------------


def import_articles(folder: Path, start: int, confirm: Confirm) -> None:
    library = Library.open(folder)
    for number in count(start):
        text = text_of(number)
        article = read_text(text, f"/{number}.txt")
        added = library.articles.add(article, Original("a.txt", text.encode()), tags=["killed"])
        confirm("article", added.id, article.text)


def edit(folder: Path, start: int, confirm: Confirm) -> None:
    store = LibraryStore(folder)
    library = store.library()
    one = library.articles.add(read_text(text_of(0), "/0.txt")).id
    for number in count(start):
        place = here(number)
        store.save_corrections(place, (), (Correction("name-side", value=f"1 {number}"),))
        confirm("correction", number)
        store.save_notes(place, (), (Note("lemon", None, f"Note {number}"),))
        confirm("note", number)
        library.shelves.put_in_collection(f"C{number}", [one])
        confirm("collection", f"C{number}")
        library.articles.edit(one, "title", f"Title {number}")
        confirm("title", one, f"Title {number}")
        library.reading.keep_place(one, ReadingPlace(number, "x", 0.5))
        confirm("place", one, number)


def migrate(folder: Path, _: int, confirm: Confirm) -> None:
    more = tuple(
        f"CREATE TABLE step{number} (x)\n\nINSERT INTO step{number} SELECT hex(randomblob(500))"
        " FROM article, article"
        for number in range(4)
    )
    first = opening.take_step.__defaults__
    assert first is not None
    opening.take_step.__defaults__ = ((*first[0], *more),)
    opening.NEWEST = len(first[0]) + len(more)
    confirm("begun")
    Library.open(folder)
    confirm("migrated")
    time.sleep(9)


def back_up(folder: Path, start: int, confirm: Confirm) -> None:
    library = Library.open(folder)
    for number in count(start):
        added = library.articles.add(read_text(text_of(number), f"/{number}.txt"))
        library.upkeep.back_up(folder / "copy.sqlite")
        confirm("backup", added.id)
        (folder / "backups").mkdir(exist_ok=True)
        for old in library.upkeep.work_backups():
            old.unlink()
        library.upkeep.daily()
        confirm("daily")


def take_over(folder: Path, start: int, confirm: Confirm) -> None:
    files = FileStore(folder)
    for number in range(start, start + 30):
        files.save_corrections(here(number), (), (Correction("name-side", value=f"1 {number}"),))
        confirm("correction", number)
    LibraryStore(folder).prepare()
    confirm("taken over")
    time.sleep(9)


KINDS = {
    "import": import_articles,
    "edit": edit,
    "migrate": migrate,
    "backup": back_up,
    "take over": take_over,
}


# -- what is looked at afterwards ----------------------------------------------------------------


def look_over(folder: Path, confirmed: list[list]) -> Iterator[str]:
    """Yield what was lost or damaged."""
    with sqlite3.connect(folder / "library.sqlite") as connection:
        steps = connection.execute("PRAGMA user_version").fetchone()[0]
        if steps > NEWEST:  # as the later version would find it; this one goes on with the copy
            tables = connection.execute(
                "SELECT count(*) FROM sqlite_master WHERE name LIKE 'step%'"
            ).fetchone()[0]
            if tables != steps - NEWEST:
                yield f"{tables} tables after {steps} steps"
            for number in range(tables):
                connection.execute(f"DROP TABLE step{number}")
            connection.execute(f"PRAGMA user_version = {NEWEST}")
    connection.close()
    store = LibraryStore(folder)
    problem = store.prepare()
    if problem is not None:
        yield str(problem)
    library = store.library()
    is_well, said = library.upkeep.check()
    if not is_well or any("anew" in one or "cleared" in one for one in said):
        yield " ".join(said)
    latest = {tuple(map(str, item[:2])): item for item in confirmed}
    for item in confirmed:
        is_last = latest[tuple(map(str, item[:2]))] is item
        if not _is_there(store, item, is_last=is_last):
            yield f"lost: {item}"
    for path in folder.glob("*.sqlite"):
        with sqlite3.connect(path) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                yield f"{path.name} is damaged"
        connection.close()
    store.close()


def _is_there(store: LibraryStore, item: list, *, is_last: bool) -> bool:  # noqa: PLR0911 -- a table
    library = store.library()
    match item:
        case ["article", one, text]:
            is_kept = library.articles.article(one).text == text
            row = library.row(one)
            return is_kept and row is not None and row.tags == ("killed",)
        case ["correction", number]:
            value = store.load_corrections(here(number)).value
            return [one.value for one in value] == [f"1 {number}"]
        case ["note", number]:
            return [one.text for one in store.load_notes(here(number)).value] == [f"Note {number}"]
        case ["collection", name]:
            return name in {group.name for group in library.shelves.collections()}
        case ["title", one, title]:
            # the call after the last confirmed one may have been finished too
            shown = library.articles.article(one).title or ""
            return not is_last or int(shown.split()[1]) - int(title.split()[1]) in {0, 1}
        case ["place", one, number]:
            place = library.reading.place(one)
            return not is_last or (place is not None and place.start - number in {0, 1})
        case ["backup", one]:
            copy = sqlite3.connect(store.library().path.parent / "copy.sqlite")
            kept = {f"kept-{row[0]}" for row in copy.execute("SELECT id FROM article")}
            copy.close()
            return one in kept
    return True


def kill_once(folder: Path, kind: str, start: int, dice: random.Random) -> list[str]:
    """Let a child work, kill it, and return what was lost or damaged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, 2)
        try:
            KINDS[kind](
                folder, start, lambda *what: os.write(writing, (json.dumps(what) + "\n").encode())
            )
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        first = told.readline()
        time.sleep(dice.random() * LONGEST_S)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        lines = [first, *told.read().splitlines()]
    confirmed = [json.loads(line) for line in lines if line.strip()]
    return list(look_over(folder, confirmed))


def kill_many(kills: int, seed: int, folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Kill children of all kinds in turn; yield the kind, and what was lost each time."""
    dice = random.Random(seed)
    kinds = list(KINDS)
    for number in range(kills):
        kind = kinds[number % len(kinds)]
        place = folder / kind.replace(" ", "-")
        if not (place / "library.sqlite").exists():
            library = Library.open(place)
            for index in range(60):
                library.articles.add(replace(read_text(text_of(-index - 1), ""), title=f"{index}"))
            library.close()
        yield kind, kill_once(place, kind, 1 + number * 10_000, dice)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    call = parser.parse_args()
    counts: dict[str, int] = {}
    failed = 0
    with tempfile.TemporaryDirectory() as place:
        for kind, faults in kill_many(call.kills, call.seed, Path(place)):
            counts[kind] = counts.get(kind, 0) + 1
            failed += bool(faults)
            for fault in faults:
                print(f"{kind}: {fault}", flush=True)
    print(f"{sum(counts.values())} kills, {failed} with a fault: {counts}")


if __name__ == "__main__":
    main()
