"""Figures of the window over a large library: `benchmark_desk.py FOLDER [--starts N | --stale]`.

Offscreen. FOLDER is what `benchmark_library.py` made, with the lexicons as they are now; nothing
in it is changed but what a reader's own use changes. Printed are lists and their frames, searches,
opening an article, its marks from the kept analysis, and the peak memory; with `--starts` the
start with that library and with an empty one instead; with `--stale` all analyses are made stale
first, so that they are made anew meanwhile. CPU time of the window's whole process throughout;
what another process takes is told apart.
"""

import argparse
import contextlib
import json
import os
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmark_library import cpu, peak_mb

from reader.storage.library.rows import FILE

OPENED, FRAMES = 40, 200
REST_S = 8  # until the program has looked for stale analyses, which it does once
QUERIES = ("police", "police, narrator only", "may said by Mohamed", "said, quoted only", "ferry")


def program_over(folder: Path):
    """Return application and program, as the command starts them, over a data folder."""
    from reader import launch
    from reader.paths import default_paths

    launch.collect_seldom()
    launch.collect_nothing_yet()
    launch.load_before_qt()
    launch.spare_all_source()
    from PySide6.QtWidgets import QApplication

    from reader.ui.app import Program
    from reader.ui.session.loaders import LateLoads

    application = QApplication([])
    loads = LateLoads(
        launch.load_analysis,
        launch.load_readability,
        launch.load_editor,
        library=launch.load_library,
        library_place=launch.load_library_place,
        comparison=launch.load_comparison,
        renewing=launch.load_renewing,
    )
    (folder / "settings.json").write_text('{"keeps": "yes"}', encoding="utf-8")
    return application, Program(application, default_paths(folder), loads)


def until(application, is_done: Callable[[], bool]) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    waiting = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    tick = QTimer()
    tick.start(20)
    end = time.monotonic() + 60
    while not is_done():
        application.processEvents(waiting)
        assert time.monotonic() < end, "it does not come"


def start(folder: Path, article: str) -> None:
    """Print the CPU seconds until the text of an article is painted, and its marks."""
    application, program = program_over(folder)
    program.begin([article])
    until(application, lambda: bool(program.window.view.toPlainText()))
    program.window.view.viewport().repaint()
    text = cpu()
    until(application, lambda: program.session.analysis.current is not None)
    program.window.view.viewport().repaint()
    print(json.dumps([text, cpu()]))
    program.window.close()


def starts(folder: Path, number: int) -> None:
    """Print the start with the library and with an empty one, in turns."""
    from reader.paths import default_paths

    article = str(next(iter(default_paths().samples)))
    with tempfile.TemporaryDirectory() as empty:
        places = {"empty": Path(empty), "full": folder}
        found: dict[str, list[list[float]]] = {name: [] for name in places}
        for turn in range(number + 1):
            for name, place in places.items():
                call = [sys.executable, __file__, str(place), "--child", article]
                out = subprocess.run(call, capture_output=True, text=True, check=True).stdout
                if turn:  # the first one warms the disk
                    found[name].append(json.loads(out))
        for name, runs in found.items():
            text, marks = (statistics.median(column) for column in zip(*runs, strict=True))
            print(f"start, {name} library: text {text:.3f} s, marks {marks:.3f} s")


def timed(application, act: Callable[[], object], is_done: Callable[[], bool]) -> float:
    began = cpu()
    act()
    until(application, is_done)
    return 1000 * (cpu() - began)


def spread(name: str, taken: list[float]) -> None:
    cuts = statistics.quantiles(taken, n=20)
    print(f"{name}: median {cuts[9]:.1f}, 95 % {cuts[18]:.1f}, worst {max(taken):.1f} ms")


def make_stale(folder: Path) -> None:
    """Let all analyses seem made with other lists than those in use."""
    with contextlib.closing(sqlite3.connect(folder / FILE)) as library, library:
        library.execute(
            "UPDATE lexicon_set SET stamp = json_set(stamp, '$[1].digest', 'stale ' || id)"
        )


def fresh(folder: Path) -> int:
    """Return how many analyses are not stale."""
    with contextlib.closing(sqlite3.connect(folder / FILE)) as library:
        return library.execute(
            "SELECT count(*) FROM analysis a JOIN lexicon_set s ON s.id = a.lexicons"
            " WHERE s.stamp ->> '$[1].digest' NOT LIKE 'stale%'"
        ).fetchone()[0]


def desk(folder: Path) -> None:
    application, program = program_over(folder)
    program.window.resize(1366, 768)
    program.window.show()
    program.begin([])
    for _ in range(20):
        application.processEvents()
    page = program.desk.page
    print(f"before the library: {peak_mb():.0f} MB")
    program.session.lexicons.load()
    until(application, lambda: program.session.lexicons.tools is not None)
    print(f"with lexicons: {peak_mb():.0f} MB")
    shown = timed(
        application,
        program.window.actions_by_name["library"].trigger,
        lambda: page.place is not None and page.place.list.articles.rowCount() > 0,
    )
    application.processEvents()
    print(f"the library opened and shown: {shown:.0f} ms, {peak_mb():.0f} MB")
    place, session = page.place, program.session
    frames = []
    bar = place.list.verticalScrollBar()
    for number in range(FRAMES):
        is_jump = number % 3 == 0
        bar.setValue(number * bar.maximum() // FRAMES if is_jump else bar.value() + 120)
        began = cpu()
        application.processEvents()
        frames.append(1000 * (cpu() - began))
    spread("frames of the list, a third jumps, rows read from the file", frames)
    print(f"after scrolling: {peak_mb():.0f} MB")
    settled = time.monotonic() + REST_S
    until(application, lambda: time.monotonic() > settled)
    for query in QUERIES:
        taken = timed(
            application,
            partial(place.look_for, query),
            lambda query=query: place.found._found.query == query,  # noqa: SLF001 -- what came
        )
        application.processEvents()
        print(f"search in the window, {query}: {taken:.0f} ms until its first page is shown")
    place.look_for("")
    dice, ids = random.Random(4), place.list.articles.ids()
    texts, marks = [], []
    view = program.window.view
    for one in dice.sample(ids, OPENED):
        began = cpu()
        page.open_article(one)
        view.viewport().repaint()
        texts.append(1000 * (cpu() - began))
        began = cpu()
        until(application, lambda: session.analysis.current is not None)
        view.viewport().repaint()
        marks.append(1000 * (cpu() - began))
        for _ in range(10):
            application.processEvents()
    spread("an article opened to text painted", texts)
    spread("from there to marks of the kept analysis", marks)
    print(f"at the end: {peak_mb():.0f} MB at most")
    is_fresh = fresh(folder)
    program.window.close()
    other = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"analyses not stale: {is_fresh}; another process: {other.ru_maxrss / 1024:.0f} MB at most"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--starts", type=int, default=0)
    parser.add_argument("--stale", action="store_true")
    parser.add_argument("--child", default="")
    call = parser.parse_args()
    if call.child:
        start(call.folder, call.child)
        return
    if call.stale:
        make_stale(call.folder)
    if call.starts:
        starts(call.folder, call.starts)
    else:
        desk(call.folder)


if __name__ == "__main__":
    main()
