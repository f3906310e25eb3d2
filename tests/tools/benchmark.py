"""Figures of the benchmark notes: `benchmark.py start|again|analysis|view|memory|lexicons`.

Offscreen; CPU time throughout (user and system of this process), from one run; medians where it
says so.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SAMPLE = "resources/samples/eskerby-courier.md"


def cpu() -> float:
    """Return the CPU seconds of this process so far, start-up of Python included."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def peak_mb() -> float:
    """Return the peak memory of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def long_text(words: int) -> str:
    """Return the sample's body again and again, up to a number of words."""
    body = Path(SAMPLE).read_text(encoding="utf-8").split("---", 2)[2]
    parts = [p for p in body.strip().split("\n\n") if not p.startswith(("#", "!"))]
    paragraphs: list[str] = []
    total = 0
    while total < words:
        for part in parts:
            paragraphs.append(part)
            total += len(part.split())
            if total >= words:
                break
    return "\n\n".join(paragraphs)


def start_again(article: str) -> None:
    """Do as `start` in a data folder in which another program has kept the lists before."""
    with tempfile.TemporaryDirectory() as own:
        keep = "from pathlib import Path; from reader.paths import default_paths; "
        keep += "from reader.storage.analysis_tools import load_analysis_tools; "
        keep += f"load_analysis_tools(default_paths(Path({own!r})))"
        subprocess.run([sys.executable, "-c", keep], check=True)
        start(article, own)


def start(article: str, kept: str = "") -> None:
    """Print CPU seconds from process start to text and to marks, and the peak memory there."""
    from reader.launch import (
        collect_nothing_yet,
        collect_seldom,
        load_analysis,
        load_before_qt,
        load_editor,
        load_readability,
        spare_all_source,
    )

    collect_seldom()  # as the program does before it loads the window
    collect_nothing_yet()
    load_before_qt()
    spare_all_source()
    from PySide6.QtCore import QEvent, QEventLoop, QObject
    from PySide6.QtWidgets import QApplication

    from reader.paths import default_paths
    from reader.ui.app import Program
    from reader.ui.session.loaders import LateLoads

    class FirstPaint(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.at = 0.0

        def eventFilter(self, _watched, event):
            if event.type() == QEvent.Type.Paint and not self.at:
                self.at = cpu()
            return False

    waiting = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    application = QApplication([])
    with tempfile.TemporaryDirectory() as own:
        program = Program(
            application,
            default_paths(Path(kept or own)),
            LateLoads(load_analysis, load_readability, load_editor),
        )
        watcher = FirstPaint()
        program.window.view.viewport().installEventFilter(watcher)
        program.begin([article])
        heavy = []
        while program.session.analysis.current is None:
            application.processEvents(waiting)  # as the program does; to spin would be counted
            if watcher.at and not heavy:
                heavy = [n for n in ("nltk", "textstat", "lxml") if n in sys.modules]
                heavy.append("-")
        application.processEvents()
        program.window.view.viewport().repaint()
        print(f"text painted {watcher.at:.3f} s CPU; heavy modules by then: {heavy[:-1]}")
        print(f"marks painted {cpu():.3f} s CPU, peak {peak_mb():.0f} MB")
        until = time.monotonic() + 10
        while not program.session.analysis.current.readability and time.monotonic() < until:
            application.processEvents()
        print(f"with readability {cpu():.3f} s CPU, peak {peak_mb():.0f} MB")
        program.window.close()


def analysis(_article: str) -> None:
    """Print CPU time of the analysis at growing lengths, and articles a CPU second."""
    from reader.core.analysis.analysing import analyse
    from reader.intake.text.plain_text import read_verbatim
    from reader.paths import default_paths
    from reader.storage.analysis_tools import load_analysis_tools

    began = cpu()
    tools, _ = load_analysis_tools(default_paths())
    print(f"tools loaded in {cpu() - began:.3f} s CPU")
    for words in (1_000, 10_000, 100_000, 1_000_000):
        article = read_verbatim(long_text(words), "")
        runs = []
        for _ in range(5 if words < 100_000 else 1):
            began = cpu()
            found = analyse(article, tools)
            runs.append(cpu() - began)
        best = statistics.median(runs)
        print(
            f"{words:>9,} words: {1000 * best:8.1f} ms CPU, {1e6 * best / words:.1f} µs a word, "
            f"{len(found.findings)} findings, peak {peak_mb():.0f} MB"
        )


def view(_article: str) -> None:
    """Print CPU time of showing, re-marking and scrolling at 1,000 and 100,000 words."""
    from PySide6.QtWidgets import QApplication

    from reader.core.analysis.analysing import analyse
    from reader.intake.text.plain_text import read_verbatim
    from reader.paths import default_paths
    from reader.storage.analysis_tools import load_analysis_tools
    from reader.ui.reading_view import MarkFilter, ReadingView
    from reader.ui.theme import LIGHT, load_fonts, palette, style_sheet

    application = QApplication([])
    paths = default_paths()
    load_fonts(paths.resources)
    application.setPalette(palette(LIGHT))
    application.setStyleSheet(style_sheet(LIGHT))
    tools, _ = load_analysis_tools(paths)
    for words in (1_000, 100_000):
        article = read_verbatim(long_text(words), "")
        found = analyse(article, tools)
        shown = ReadingView(LIGHT)
        shown.resize(1022, 672)
        shown.show()
        application.processEvents()
        began = cpu()
        shown.show_article(article)
        application.processEvents()
        print(f"{words:>7,} words: text {1000 * (cpu() - began):.1f} ms CPU", end="")
        began = cpu()
        while not shown.document().lastBlock().layout().lineCount():  # the rest comes in pieces
            application.processEvents()
        print(f", laid out to the end {1000 * (cpu() - began):.1f}", end="")
        began = cpu()
        shown.show_analysis(found)
        shown.viewport().repaint()
        print(f", first marks {1000 * (cpu() - began):.1f}", end="")
        runs = []
        filters = [MarkFilter(shows_possible=bool(i % 2)) for i in range(20)]
        for chosen in filters:
            began = cpu()
            shown.set_filter(chosen)
            shown.viewport().repaint()
            runs.append(1000 * (cpu() - began))
        runs.sort()
        print(f", re-mark {statistics.median(runs):.1f} (95 %: {runs[18]:.1f})", end="")
        bar = shown.verticalScrollBar()
        frames = []
        for step in range(100):
            bar.setValue(bar.maximum() * step // 100)
            began = cpu()
            shown.viewport().repaint()
            frames.append(1000 * (cpu() - began))
        frames.sort()
        print(f", frame {statistics.median(frames):.1f} (95 %: {frames[94]:.1f}) ms")
        shown.close()
    print(f"peak {peak_mb():.0f} MB")


def memory(_article: str) -> None:
    """Print the peak memory of the whole program with 100,000 words open."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.txt"
        path.write_text(long_text(100_000), encoding="utf-8")
        start(str(path))


def lexicons(article: str) -> None:
    """Print CPU time of loading 10,000 entries, of one changed entry, and of matching."""
    from dataclasses import replace

    from reader.core.lexicon.matcher import Matcher
    from reader.paths import default_paths
    from reader.storage.languages import load_languages
    from reader.storage.lexicons.files import load_lexicon, load_lexicons
    from reader.storage.lexicons.heads import lexicon_toml
    from reader.storage.lexicons.tables import entry_table

    languages = load_languages(default_paths().languages)
    shipped, _ = load_lexicons([default_paths().lexicons], languages)
    words = next(lexicon for lexicon in shipped if lexicon.id == "loaded-wording")
    entries = [
        replace(entry, phrase=f"{entry.phrase}{ending}")
        for ending in ("", "ly", "ness", "ful", "able")
        for entry in words.entries
    ][:10_000]
    with tempfile.TemporaryDirectory() as folder:
        many = Path(folder) / "many"
        many.mkdir()
        (many / "lexicon.toml").write_text(lexicon_toml(words), "utf-8")
        (many / "entries.csv").write_text(entry_table(tuple(entries)), "utf-8")
        for told, compiled in (("from the table", None), ("compiled", Path(folder))):
            runs = []
            for _ in range(5 + bool(compiled)):
                began = cpu()
                loaded = load_lexicon(Path(folder) / "many", languages, compiled).lexicon
                runs.append(1000 * (cpu() - began))
            count = len(loaded.entries) if loaded else 0
            median = statistics.median(runs[-5:])
            print(f"{count:,} entries loaded {told} in {median:.0f} ms CPU")
    tokenizer = languages.of("en").tokenizer
    began = cpu()
    matcher = Matcher(shipped)
    print(f"all shipped lexicons compiled in {1000 * (cpu() - began):.0f} ms CPU")
    texts = {"the sample": long_text(400_000)}
    if Path(article).is_dir():
        texts[article] = "\n\n".join(p.read_text("utf-8") for p in Path(article).glob("*.txt"))
    for name, text in texts.items():
        print(f"{name}, MB a CPU second: {_matching_speed(tokenizer, matcher.find, text)}")
    short = tokenizer(long_text(1_000))
    place = shipped.index(words)
    runs = []
    for number in range(20):
        began = cpu()
        layers = list(matcher.layers)
        old = layers[place].lexicon.entries[number]
        changed = replace(old, phrase=f"{old.phrase} indeed")
        held = layers[place].lexicon
        entries = tuple(changed if one is old else one for one in held.entries)
        layers[place] = layers[place].with_lexicon(replace(held, entries=entries))
        matcher = Matcher(layers)
        matcher.find(short, None)
        runs.append(1000 * (cpu() - began))
    print(f"one entry changed and 1,000 words matched: {statistics.median(runs):.1f} ms CPU")


def _matching_speed(
    tokenizer: Callable[[str], Sequence[object]],
    find: Callable[..., Sequence[object]],
    text: str,
) -> str:
    cutting, matching = [], []
    for _ in range(3):
        began = cpu()
        tokens = tokenizer(text)
        cutting.append(cpu() - began)
        began = cpu()
        found = find(tokens, None)
        matching.append(cpu() - began)
    size = len(text.encode()) / 1e6
    cut, matched = (statistics.median(runs) for runs in (cutting, matching))
    density = 1000 * len(found) / len(tokens)
    return (
        f"cut {size / cut:.1f}, matched {size / matched:.1f}, both {size / (cut + matched):.1f}; "
        f"{density:.0f} marks in 1,000 tokens"
    )


def main() -> None:
    """Run one of the benchmarks."""
    parser = argparse.ArgumentParser(description=__doc__)
    stages = {
        "start": start,
        "again": start_again,
        "analysis": analysis,
        "view": view,
        "memory": memory,
        "lexicons": lexicons,
    }
    parser.add_argument("what", choices=tuple(stages))
    parser.add_argument("--article", default=SAMPLE)
    call = parser.parse_args()
    stages[call.what](call.article)


if __name__ == "__main__":
    main()
