"""Print what the lexicon editor costs, in CPU: typing, filtering, opening. No arguments."""

import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from screenshots import settle

from reader.core.lexicon.layering.layer_edits import added
from reader.core.lexicon.layering.layers import new_layer
from reader.core.lexicon.lexicon import Entry
from reader.launch import load_analysis, load_editor, load_readability
from reader.paths import Paths, default_paths
from reader.storage.languages import SHIPPED, load_languages
from reader.storage.lexicons.files import load_lexicons
from reader.storage.lexicons.own_lexicons import UserLexicons
from reader.ui.app import Program
from reader.ui.places.editor.editor_window import EditorWindow
from reader.ui.session.loaders import LateLoads

_FOLDER = default_paths().languages
LANGUAGES = load_languages(_FOLDER)
ENGLISH = LANGUAGES.of(SHIPPED)

SAMPLES = ("eskerby-courier.md", "eskerby-today.md")
ROWS = 50_000
ARTICLES = 500


def spent_ms(work: Callable[[], object]) -> float:
    """Return the CPU time of some work."""
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


def tell(name: str, times: list[float]) -> None:
    """Print the median and the worst of some times."""
    ordered = sorted(times)
    print(f"{name}: median {ordered[len(ordered) // 2]:.1f} ms, worst {ordered[-1]:.1f} ms")


def type_letters(program: Program, editor: EditorWindow, words: str) -> list[float]:
    """Type into the phrase; time each letter from the key to the painted page."""
    times = []
    for letter in words:
        settle(program, analysed=False)

        def step(letter: str = letter) -> None:
            QTest.keyClicks(editor.form.phrase, letter)
            editor.form.flush()
            program.window.view.viewport().repaint()

        times.append(spent_ms(step))
    return times


def with_big_list(paths: Paths) -> None:
    """Put a list of fifty thousand entries among the reader's."""
    shipped, _problems = load_lexicons([paths.lexicons], LANGUAGES)
    lexicon = replace(new_layer(shipped[-1], "Big").lexicon, id="big")
    layer = replace(new_layer(shipped[-1], "Big"), lexicon=lexicon, over="")
    kind = lexicon.categories[0].id
    entries = [
        Entry(f"word{n % 977} number{n}", "forms", "noun", kind, "confident") for n in range(ROWS)
    ]
    UserLexicons(paths.user_lexicons, shipped, LANGUAGES).save([added(layer, entries)])


def with_library(folder: Path, paths: Paths) -> None:
    """Write articles that are the paragraphs of the samples in other orders."""
    folder.mkdir()
    texts = [(paths.resources / "samples" / sample).read_text("utf-8") for sample in SAMPLES]
    paragraphs = [part for text in texts for part in text.split("---", 2)[2].split("\n\n")]
    for number in range(ARTICLES):
        first = number % len(paragraphs)
        turned = paragraphs[first:] + paragraphs[:first]
        (folder / f"{number}.txt").write_text("\n\n".join(turned), encoding="utf-8")


def measure_library(program: Program, editor: EditorWindow, folder: Path) -> None:
    """Type while the library is read, then count words of every kind in it."""
    search = program.lexicon_windows.library_search
    search.look_in(str(folder), [])
    tell("  type while the library is read", type_letters(program, editor, "new words"))
    print(f"  read {ARTICLES} articles: {spent_ms(lambda: until_counted(editor)):.0f} ms")
    for phrase in ("claim", "so-called", "horrific"):
        editor.show_phrase("", phrase)
        spent = spent_ms(lambda: until_counted(editor))
        print(f"  {phrase}: {editor.form.places.library.text()}: {spent:.0f} ms")


def until_counted(editor: EditorWindow) -> None:
    """Run the event loop until the library has been looked through."""
    words = editor.form.places.library
    until = time.monotonic() + 60
    rest = time.monotonic() + 0.4
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.005)
        if time.monotonic() > rest and "so far" not in words.text() and " of " in words.text():
            return


def measure(application: QApplication, paths: Paths, name: str) -> Program:
    """Open the editor over the samples, and print what its steps cost; return the program."""
    program = Program(application, paths, LateLoads(load_analysis, load_readability, load_editor))
    program.begin([])
    texts = [(paths.resources / "samples" / sample).read_text("utf-8") for sample in SAMPLES]
    program.session.article.paste_text("\n\n".join(texts))
    settle(program)
    print(f"{name}, {program.session.analysis.current.words} words")
    tell("  open the editor", [spent_ms(program.lexicon_windows.open)])
    editor = program.lexicon_windows.open()
    settle(program)
    tell(
        "  type a search", [spent_ms(lambda c=c: QTest.keyClicks(editor.search, c)) for c in "num"]
    )
    editor.search.clear()
    tell("  a first new entry", [spent_ms(editor.actions_by_name["new"].trigger)])
    settle(program)
    tell("  type a phrase, to the painted page", type_letters(program, editor, "market square"))
    folder = paths.data / "articles"
    with_library(folder, paths)
    measure_library(program, editor, folder)
    program.window.close()
    application.processEvents()
    return program


def main() -> None:
    """Measure with the shipped lists, then with a list of fifty thousand on top."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as own:
        kept = [measure(application, default_paths(Path(own) / "shipped"), "Shipped lists")]
        paths = default_paths(Path(own) / "big")
        with_big_list(paths)
        kept.append(measure(application, paths, f"{ROWS:,} entries more"))
        del kept  # a window that Qt still asks must not go earlier


if __name__ == "__main__":
    main()
