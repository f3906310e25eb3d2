"""Kills the program while it works, again and again, and looks whether anything was lost.

    kills.py batch|savings|library|window [--count N] [--seed N]

Each round starts a program of its own, lets it live for a random moment, kills it with SIGKILL,
and looks at what it left: what it had confirmed must be there, and nothing half. `batch` goes on
where it was killed until a run ends, and compares its bytes with those of a run that nobody
touched. `savings` changes settings, corrections, notes and a list of words; `library` adds,
edits and throws away articles; `window` opens the window, mutes and edits.
"""

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_SHORTEST_S = 0.05
_LONGEST_START_S = 60
_PAUSE_S = 0.02
_TELL_AFTER = 20  # kills
_AT_WORK = 0.8  # of the rounds
_NEW_AFTER = 25  # rounds on one folder
_MOST = 300  # changes that a list keeps; fewer of the latest are looked for


class Rounds:
    """Kills one kind of program, and counts what went wrong."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.killed = 0
        self.faults: list[str] = []

    def kill(self, call: list[str], longest_s: float, out: Path, work: Path | None = None) -> str:
        """Start a program, kill it at a random moment, and return what it had said.

        Args:
            call: The program.
            longest_s: How long it may live at most once it is at work, in seconds.
            out: The file for what it says.
            work: The file that grows once it is at work; None for one that says "kept" then.
        """
        with out.open("wb") as file:
            running = subprocess.Popen(
                call,
                cwd=ROOT,
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
            )
            if self.dice.random() < _AT_WORK:
                self._wait_for_work(running, out, work)
            try:
                running.wait(self.dice.uniform(_SHORTEST_S, longest_s))
            except subprocess.TimeoutExpired:
                self.killed += 1
                os.kill(running.pid, signal.SIGKILL)
                running.wait()
        if self.killed and self.killed % _TELL_AFTER == 0:
            print(f"{self.killed} kills, {len(self.faults)} faults", flush=True)
        return out.read_text(errors="replace")

    def _wait_for_work(
        self, running: subprocess.Popen[bytes], out: Path, work: Path | None
    ) -> None:
        """Wait until the program is at work, so that it is not always killed while it starts."""
        until = time.monotonic() + _LONGEST_START_S
        before = _size(work) if work is not None else 0
        while running.poll() is None and time.monotonic() < until:
            if b"kept " in out.read_bytes() if work is None else _size(work) != before:
                return
            time.sleep(_PAUSE_S)

    def fault(self, words: str) -> None:
        """Note what should not have happened."""
        self.faults.append(words)
        print(f"round {self.killed}: {words}", flush=True)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def ours(name: str, *rest: str) -> list[str]:
    """Return the call of one of the workers below."""
    return [sys.executable, str(Path(__file__).resolve()), f"work-{name}", *rest]


def batch(rounds: Rounds, count: int, place: Path) -> None:
    """Kill batch runs; every one that ends must have written the same bytes."""
    given = place / "in.jsonl"
    with given.open("w") as file:
        for number in range(40):
            text = f"The mayor of ward {number} said it may rain. “It will,” Ann Holm said.\n" * 9
            file.write(json.dumps({"id": str(number), "text": text}) + "\n")
    call = [sys.executable, "-m", "reader", "batch", str(given), "--output"]
    whole, out = place / "whole.jsonl", place / "out.jsonl"
    subprocess.run([*call, str(whole)], cwd=ROOT, check=True, capture_output=True)
    began = time.monotonic()
    subprocess.run([*call, str(whole)], cwd=ROOT, check=True, capture_output=True)
    longest = 0.8 * (time.monotonic() - began)
    expected, ended = whole.read_bytes(), 0
    while rounds.killed < count:
        jobs = ["--jobs", "2"] if rounds.dice.random() < 0.5 else []
        rounds.kill([*call, str(out), *jobs], longest, place / "said.txt", out)
        held = out.read_bytes() if out.exists() else b""
        lines = held[: held.rfind(b"\n") + 1]
        if not expected.startswith(lines):
            rounds.fault(f"{len(lines)} bytes are not those of a whole run")
        is_whole = not (place / "out.jsonl.unfinished").exists() and bool(held)
        if is_whole:
            ended += 1
            if held != expected:
                rounds.fault("a run that ended wrote other bytes")
            out.unlink()
    print(f"{ended} runs ended, each over several kills")


def savings(rounds: Rounds, count: int, place: Path) -> None:
    """Kill a program that saves without pause; what it confirmed must be there."""
    _kill_worker("savings", rounds, count, place, missing_in_files)


def library(rounds: Rounds, count: int, place: Path) -> None:
    """Kill a program that writes to the library; what it confirmed must be there."""
    _kill_worker("library", rounds, count, place, missing_in_library)


def window(rounds: Rounds, count: int, place: Path) -> None:
    """Kill the window while it mutes and edits; the next start must be clean."""
    _kill_worker("window", rounds, count, place, missing_in_window, longest_s=1.5)


def _kill_worker(
    name: str,
    rounds: Rounds,
    count: int,
    place: Path,
    missing: Callable[[Path, list[str]], list[str]],
    longest_s: float = 1.0,
) -> None:
    confirmed: list[str] = []
    number = total = 0
    while rounds.killed < count:
        number += 1
        if number % _NEW_AFTER == 0:  # long lists only make the rounds slow
            shutil.rmtree(place / "data", ignore_errors=True)
            confirmed.clear()
        said = rounds.kill(
            ours(name, str(place / "data"), str(number)), longest_s, place / "said.txt"
        )
        whole = said[: said.rfind("\n") + 1].splitlines()
        confirmed += [line[5:] for line in whole if line.startswith("kept ")]
        total += sum(line.startswith("kept ") for line in whole)
        for line in whole:
            if not line.startswith("kept ") and not line.startswith("This plugin"):
                rounds.fault(f"it said {line!r}")
        for words in missing(place / "data", confirmed):
            rounds.fault(words)
    print(f"{total:,} changes confirmed")


# -- what the killed programs do -----------------------------------------------------------------


def _tell(words: str) -> None:
    sys.stdout.write(f"kept {words}\n")
    sys.stdout.flush()


def work_savings(folder: Path, number: str) -> None:
    """Save without pause: a correction in each of two scopes, a setting, an entry of a list."""
    from reader.core.corrections import EVERYWHERE, muted_entry
    from reader.core.lexicon.layering.layers import Change, Layer
    from reader.core.lexicon.lexicon import Category, Entry, Lexicon
    from reader.storage.lexicons.own_lexicons import UserLexicons
    from reader.storage.user_data.file_store import FileStore

    store = FileStore(folder)
    if problem := store.prepare():
        print(problem)
    lists = UserLexicons(folder / "lexicons", (), _languages())
    read = lists.read()
    for problem in (*read.problems, *read.notices):
        print(problem)
    category = Category("mine", "Mine", "", "", "M", 1, "thick")
    empty = Lexicon("words", "Words", "en", "1", "wording", "", (), "", "", (category,), ())
    layer = next(iter(read.layers), Layer(empty))
    for step in range(1_000_000):
        name = f"w{number}x{step}"
        known = store.load_corrections(EVERYWHERE)
        if known.problem:
            print(known.problem)
        store.save_corrections(
            EVERYWHERE, known.value, (*known.value[-_MOST:], muted_entry("hedging", name))
        )
        _tell(f"mute {name}")
        entry = Entry(name, "exact", None, "mine", "confident")
        layer = replace(layer, changes=(*layer.changes[-_MOST:], Change(None, entry)))
        (layer,) = lists.save([layer])
        _tell(f"entry {name}")


def work_library(folder: Path, number: str) -> None:
    """Add articles, edit and throw away, without pause."""
    from reader.intake.read import read_text
    from reader.storage.library.library import Library

    with contextlib.closing(Library.open(folder)) as kept:
        if kept.problem:
            print(kept.problem)
        for step in range(1_000_000):
            name = f"w{number}x{step}"
            words = f"{name} " + " ".join(f"The road {name} {n} was shut." for n in range(30))
            added = kept.articles.add(read_text(words, f"/{name}.txt"))
            _tell(f"article {added.id} {name}")
            if step % 3 == 1:
                _tell(f"throwing {added.id}")
                kept.trash.remove([added.id])
                _tell(f"thrown {added.id} {name}")


def work_window(folder: Path, number: str) -> None:
    """Open the window, mute marks and add entries, without pause."""
    from PySide6.QtWidgets import QApplication

    from reader.launch import load_analysis, load_editor, load_readability
    from reader.paths import default_paths
    from reader.ui.app import Program
    from reader.ui.session.loaders import LateLoads

    application = QApplication([])
    loads = LateLoads(load_analysis, load_readability, load_editor)
    program = Program(application, default_paths(folder), loads)
    program.begin([])
    program.session.article.paste_text(f"A brutal {number} winter. " * 3)
    editor = None
    for step in range(1_000_000):
        for _ in range(3):
            application.processEvents()
        if program.session.analysis.current is None:
            continue
        editor = editor or program.lexicon_windows.open()
        name = f"w{number}x{step}"
        editor.form.saved.clear()
        editor.add_phrase(name)
        while editor.form.saved.text() != "Saved.":
            application.processEvents()
        _tell(f"entry {name}")


def _languages() -> object:
    from reader.paths import default_paths
    from reader.storage.languages import load_languages

    return load_languages(default_paths().languages)


# -- what must be there --------------------------------------------------------------------------


def missing_in_files(folder: Path, confirmed: list[str]) -> list[str]:
    """Return what is not as it was confirmed; what was looked at is not looked at again."""
    from reader.core.corrections import EVERYWHERE, muted_entries
    from reader.storage.user_data.file_store import FileStore

    store = FileStore(folder)
    loaded = store.load_corrections(EVERYWHERE)
    told = [str(loaded.problem)] if loaded.problem else []
    muted = {phrase for _, phrase in muted_entries(loaded.value)}
    wanted = [line[5:] for line in confirmed if line.startswith("mute ")][-_MOST + 50 :]
    told += [f"mute {name} is lost" for name in wanted if name not in muted]
    return told + missing_entries(folder, confirmed)


def missing_entries(folder: Path, confirmed: list[str]) -> list[str]:
    """Return the entries that were confirmed and are in no list."""
    from reader.storage.lexicons.files import load_lexicons
    from reader.storage.lexicons.folder_files import finish_if_needed

    finish_if_needed(folder / "lexicons")
    lists, problems = load_lexicons([folder / "lexicons"], _languages())
    known = {entry.phrase for one in lists for entry in one.entries}
    wanted = [line[6:] for line in confirmed if line.startswith("entry ")][-_MOST + 50 :]
    return [
        *map(str, problems),
        *(f"entry {name} is lost" for name in wanted if name not in known),
    ]


def missing_in_library(folder: Path, confirmed: list[str]) -> list[str]:
    """Return the articles that were confirmed and are not there, or there again."""
    from reader.storage.library.library import Library

    with contextlib.closing(Library.open(folder)) as kept:
        told = [str(kept.problem)] if kept.problem else []
        here = {row.id for row in kept.rows()}
        thrown = {line.split()[1] for line in confirmed if line.startswith("thrown ")}
        maybe = {line.split()[1] for line in confirmed if line.startswith("throwing ")}
        latest = [line.split()[1:] for line in confirmed if line.startswith("article ")]
        told += [f"{name} is lost" for id_, name in latest if id_ not in here | maybe]
        told += [f"{id_} is back" for id_ in thrown & here]
        is_sound, faults = kept.upkeep.check()
        told += [] if is_sound else [*faults]
    return told


def missing_in_window(folder: Path, confirmed: list[str]) -> list[str]:
    """Return the entries that the window confirmed and lost."""
    return missing_entries(folder, confirmed)


KINDS = {"batch": batch, "savings": savings, "library": library, "window": window}
WORKERS = {"work-savings": work_savings, "work-library": work_library, "work-window": work_window}


def main() -> int:
    """Kill as often as asked; the exit status is 1 when anything was lost."""
    if sys.argv[1:2] and sys.argv[1] in WORKERS:
        WORKERS[sys.argv[1]](Path(sys.argv[2]), sys.argv[3])
        return 0
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    call = parser.parse_args()
    rounds, place = Rounds(call.seed), Path(tempfile.mkdtemp())
    os.environ["CLOSE_READER_DATA"] = str(place / "data")
    try:
        KINDS[call.kind](rounds, call.count, place)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    print(f"{call.kind}: {rounds.killed} kills, {len(rounds.faults)} faults")
    return bool(rounds.faults)


if __name__ == "__main__":
    sys.exit(main())
