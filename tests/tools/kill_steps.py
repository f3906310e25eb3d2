"""Kills calls of the program before each single thing they do to files, and looks what is left.

    kill_steps.py [CALL...] [--list]

`kills.py` kills at random moments; this one at all of them: a call is made again and again, and
ends at its first, second, third … file that is opened for writing, renamed, removed or made.
After each kill the same call comes again and must end as one that nobody touched: the same
status, no traceback, the same files, and none left over that a whole run would not have left.
"""

import argparse
import contextlib
import io
import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reader.cli.main import main as run_call
from reader.launch import COMMANDS, load_readability

ROOT = Path(__file__).resolve().parents[2]
_CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link"}
_MOST_STEPS = 400
_LASTING = {".lock"}  # a file that stands for a lock lies there for ever
_TEXT = (
    "The mayor of Danby said it may rain. “It will rain hard,” Ann Holm, a farmer, said.\n\n"
    "Critics slammed the regime. Some people say the crackdown was brutal, according to police.\n"
)


@dataclass(frozen=True)
class Case:
    """One call, and what is done before it. `IN`, `OUT` and `DATA` stand for folders."""

    name: str
    words: str
    before: tuple[str, ...] = ()
    prepare: Callable[[Path], None] | None = None


def run_words(words: str, place: Path) -> tuple[int, str]:
    """Make a call in this process; return its status and what it said on standard error."""
    for name in ("IN", "OUT", "DATA"):
        words = words.replace(name, str(place / name.lower()))
    os.environ["CLOSE_READER_DATA"] = str(place / "data")
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
        status = run_call(words.split(), COMMANDS, load_readability)
    return status, said.getvalue()


def in_child(work: Callable[[], int], said: Path) -> int:
    """Do work in a process of its own; return its status, negative for a signal."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = 99
    try:
        status = work()
    except BaseException as error:  # noqa: BLE001 -- the parent reads of it
        said.write_text(f"Traceback: {type(error).__name__}: {error}")
    os._exit(status)


def killed_at(step: int, place: Path) -> None:
    """End this process before a step of it, counted from 0."""
    count, root = 0, str(place)

    def hook(event: str, words: tuple[object, ...]) -> None:
        nonlocal count
        is_change = event in _CHANGES
        if event == "open":
            flags = words[2]
            is_change = isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
        if is_change and str(words[0]).startswith(root):
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)
            count += 1

    sys.addaudithook(hook)


def tree(place: Path) -> set[str]:
    """Return the names of all files and folders, without the room that only a killed one keeps."""
    names = {str(path.relative_to(place)) for path in place.rglob("*")}
    return {
        name
        for name in names
        if Path(name).name not in _LASTING and not name.endswith(("-wal", "-shm"))
    }


def play(case: Case, start: Path) -> list[str]:
    """Kill one call at all its steps; return what was wrong."""
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        said = home / "said.txt"
        base = home / "base"
        shutil.copytree(start, base)
        for words in case.before:
            place = base
            status = in_child(lambda: _told(words, place, said), said)  # noqa: B023 -- at once
            if status:
                return [f"{case.name}: {words}: {said.read_text()}"]
        if case.prepare is not None:
            case.prepare(base)
        whole = home / "place"
        shutil.copytree(base, whole, symlinks=True)
        said.write_text("")
        expected = in_child(lambda: _told(case.words, whole, said), said)
        told, names = said.read_text(), tree(whole)
        if "Traceback" in told:
            return [f"{case.name}: whole run: {told[-300:]}"]
        step = 0
        while step < _MOST_STEPS:
            shutil.rmtree(whole)
            shutil.copytree(base, whole, symlinks=True)

            def killed(step: int = step) -> int:
                killed_at(step, whole)
                return run_words(case.words, whole)[0]

            if in_child(killed, said) >= 0:
                break
            _older(whole)
            said.write_text("")
            status = in_child(lambda: _told(case.words, whole, said), said)
            now = tree(whole)
            if status != expected or "Traceback" in said.read_text():
                faults.append(f"{case.name} {step}: {status}, {said.read_text()[-300:]}")
            extra, gone = now - names, names - now
            if extra or gone:
                faults.append(
                    f"{case.name} {step}: more {sorted(extra)[:5]}, less {sorted(gone)[:5]}"
                )
            step += 1
        print(f"{case.name}: {step} steps, status {expected} {told.strip()[:100]!r}", flush=True)
    return faults


def _told(words: str, place: Path, said: Path) -> int:
    status, text = run_words(words, place)
    said.write_text(text)
    return status


def _older(place: Path) -> None:
    """Let an hour pass for what was left hidden, which another program may be writing."""
    for path in place.rglob(".*"):
        if path.is_file():
            os.utime(path, (path.stat().st_mtime - 3_600,) * 2)


def _inputs(place: Path) -> None:
    """Write what the calls read."""
    for name in ("in", "out", "data"):
        (place / name).mkdir()
    given = place / "in"
    for name in ("a.txt", "b.txt"):
        (given / name).write_text(f"{name}, a report\n\n{_TEXT}")
    (given / "many").mkdir()
    for number in range(4):
        (given / "many" / f"{number}.txt").write_text(f"Report {number}\n\n{_TEXT}")
    rows = ({"id": str(n), "text": f"Ward {n}. {_TEXT}"} for n in range(4))
    (given / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (given / "list.csv").write_text("phrase,category\nslammed,harsh\nregime,harsh\n")
    (given / "list.dic").write_text("%\n1\tharsh\n%\nslam*\t1\nregime\t1\n")
    (given / "feeds.opml").write_text(
        '<opml version="2.0"><body><outline text="Q" xmlUrl="http://127.0.0.1:1/f"/></body></opml>'
    )
    selector = {"type": "TextQuoteSelector", "exact": "slammed"}
    note = {"type": "Annotation", "target": {"selector": selector}, "bodyValue": "Who?"}
    (given / "notes.jsonld").write_text(json.dumps([note]))


def _damage(name: str, words: str) -> Callable[[Path], None]:
    def damage(place: Path) -> None:
        (place / "data").mkdir(exist_ok=True)
        (place / "data" / name).write_text(words)

    return damage


def _without_lists(place: Path) -> None:
    shutil.rmtree(place / "data" / "compiled")


def _warm(start: Path) -> None:
    """Load what the calls load late in this process already, and keep the lists it made."""
    for words in ("analyze IN/a.txt --output OUT/w.txt", "corpus keyness IN/many IN/in.jsonl"):
        run_words(words, start)
    (start / "out" / "w.txt").unlink()


_ADD = "library add IN/a.txt --no-analysis"
_TWO = "library add IN/a.txt IN/b.txt --no-analysis --collection Quay"
_LESSON = "lesson make IN/a.txt IN/b.txt --output OUT/x.crlesson"
_EXPORTS = "html pdf epub markdown csv xlsx annotations brat ris csl method".split()
CASES = (
    Case("first library", _ADD),
    Case("add two", _TWO),
    Case("add with analysis", "library add IN/a.txt --tag t"),
    Case("add a folder", "library add IN/many --no-analysis"),
    Case("add lines", "library add IN/in.jsonl --no-analysis"),
    Case("add again", _ADD, (_ADD,)),
    Case("remove", "library remove kept-1", (_ADD,)),
    Case("restore", "library restore kept-1", (_ADD, "library remove kept-1")),
    Case("check", "library check", (_ADD,)),
    Case("backup", "library backup OUT/copy.sqlite", (_ADD,)),
    Case(
        "backup over one",
        "library backup OUT/copy.sqlite",
        (_ADD, "library backup OUT/copy.sqlite"),
    ),
    Case("damaged library", "library list", (), _damage("library.sqlite", "no library" * 999)),
    Case("damaged settings", "library list", (), _damage("settings.json", "[" * 999)),
    Case("follow", "feeds follow IN/feeds.opml"),
    Case("follow again", "feeds follow IN/feeds.opml", ("feeds follow IN/feeds.opml",)),
    Case("unfollow", "feeds unfollow http://127.0.0.1:1/f", ("feeds follow IN/feeds.opml",)),
    Case("feeds export", "feeds export OUT/x.opml", ("feeds follow IN/feeds.opml",)),
    Case("lists made", "analyze IN/a.txt --output OUT/x.txt", (), _without_lists),
    Case("analyze", "analyze IN/a.txt --format json --output OUT/x.json"),
    Case("compare", "compare IN/a.txt IN/b.txt --format json --output OUT/x.json"),
    Case("keyness", "corpus keyness IN/many IN/in.jsonl --format xlsx --output OUT/x.xlsx"),
    Case("lesson make", _LESSON),
    Case("lesson html", "lesson html OUT/x.crlesson --output OUT/x.html", (_LESSON,)),
    Case("lesson paper", "lesson paper OUT/x.crlesson --output OUT/x.pdf", (_LESSON,)),
    Case("import csv", "lexicon import IN/list.csv"),
    Case("import dic", "lexicon import IN/list.dic"),
    Case("import again", "lexicon import IN/list.csv", ("lexicon import IN/list.csv",)),
    Case("lexicon export", "lexicon export hedging --format csv --output OUT/x.csv"),
    Case("pack", "lexicon export hedging --format pack --output OUT/x.crlex"),
    Case(
        "import pack",
        "lexicon import OUT/x.crlex",
        ("lexicon import IN/list.csv", "lexicon export list --format pack --output OUT/x.crlex"),
    ),
    Case("notes", "notes import IN/notes.jsonld --article IN/a.txt"),
    Case("batch", "batch IN/many --output OUT/x.jsonl"),
    Case("batch in two", "batch IN/many --jobs 2 --output OUT/x.jsonl"),
    Case(
        "batch over one",
        "batch IN/many --output OUT/x.jsonl",
        ("batch IN/a.txt --output OUT/x.jsonl",),
    ),
    *(
        Case(f"batch to {f}", f"batch IN/many --to {f} --output OUT/x.{f}")
        for f in ("csv", "xlsx", "sqlite")
    ),
    *(Case(f"export {f}", f"export IN/a.txt --format {f} --output OUT/x.{f}") for f in _EXPORTS),
    Case(
        "export a collection",
        "export --collection Quay --format xlsx --output OUT/x.xlsx",
        (_TWO,),
    ),
)


def main() -> int:
    """Play the named cases, or all; return 1 where one had a fault."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="CALL")
    wanted = parser.parse_args().names
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        start = Path(folder) / "start"
        start.mkdir()
        _inputs(start)
        _warm(start)
        for case in CASES:
            if not wanted or case.name in wanted:
                found = play(case, start)
                faults.extend(found)
                for one in found[:6]:
                    print("   ", one, flush=True)
    print(f"{len(faults)} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
