"""Print what the window's thread spends on a local page, and on the first menu of a mark, in CPU.

No arguments. The page is the sample's paragraphs as 50 kB of HTML.
"""

import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtWidgets import QApplication
from screenshots import LIMIT_S, settle

from reader.core.text.spans import Span
from reader.launch import load_analysis, load_editor, load_readability
from reader.paths import default_paths
from reader.ui.app import Program
from reader.ui.session.loaders import LateLoads

BYTES = 50_000


def page(paths: list[Path]) -> str:
    """Return the paragraphs of samples as a page, again and again up to its size."""
    texts = [path.read_text("utf-8").split("---", 2)[2] for path in paths]
    parts = [part for text in texts for part in text.split("\n\n") if part.strip()[:1].isalpha()]
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < BYTES:
        number = len(paragraphs)
        paragraphs += [f"<p>{part} Ward {number + n} voted.</p>\n" for n, part in enumerate(parts)]
    body = "".join(paragraphs)[:BYTES]
    head = "<!doctype html><html><head><title>A council votes</title></head>"
    return f"{head}<body><article><h1>A council votes</h1>{body}</article></body></html>"


def open_page(program: Program, path: Path) -> float:
    """Open a page; return what this thread spent until its text is shown, in milliseconds."""
    loop = QEventLoop()
    program.session.article.changed.connect(loop.quit)
    QTimer.singleShot(1000 * LIMIT_S, loop.quit)
    began = time.thread_time()
    program.session.article.open(str(path))
    loop.exec()  # it sleeps while the worker reads
    QApplication.processEvents()
    return 1000 * (time.thread_time() - began)


def open_menu(program: Program) -> float:
    """Open the menu of the first mark; return the CPU time in milliseconds."""
    mark = program.window.view.visible_marks()[0]
    began = time.process_time()
    program.correcting.show_page_menu(Span(mark.span.start, mark.span.start), QPoint(100, 100))
    QApplication.processEvents()
    return 1000 * (time.process_time() - began)


def main() -> None:
    """Measure once, in a program that has just been started."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as own:
        paths = default_paths(Path(own))
        path = Path(own) / "page.html"
        path.write_text(page(list(paths.samples)), encoding="utf-8")
        loads = LateLoads(load_analysis, load_readability, load_editor)
        program = Program(application, paths, loads)
        program.begin([])
        settle(program, analysed=False)
        print(f"{BYTES:,} bytes of HTML shown: {open_page(program, path):.1f} ms on this thread")
        settle(program)
        print(
            f"first menu of a mark: {open_menu(program):.1f} ms, again: {open_menu(program):.1f}"
        )
        program.window.close()
    application.processEvents()


if __name__ == "__main__":
    main()
