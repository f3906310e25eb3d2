"""Measure the list of the library with 50,000 rows: `benchmark_list.py`, in CPU milliseconds."""

import os
import statistics
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from reader.paths import default_paths
from reader.storage.library.rows import ArticleRow, Marks, Wanted
from reader.ui.places.library.article_list.article_list import ArticleList
from reader.ui.theme import LIGHT, load_fonts, style_sheet

ROWS, FRAMES = 50_000, 300
_DAY = "2025-05-09T10:00:00Z"


def row(article_id: str) -> ArticleRow:
    """Return a row as the library would."""
    return ArticleRow(
        id=article_id,
        title=f"Fury as council axes Saturday market {article_id}",
        outlet="The Eskerby Courier",
        byline=None,
        published=_DAY[:10],
        language="en",
        kind="news",
        origin="",
        words=462,
        marks=Marks(15, 2, 1),
        added=_DAY,
        opened=None,
        trashed=None,
        feed=None,
        state="new",
        copy_of=None,
        copy_kind=None,
        copies=0,
        versions=1,
        notes=0,
        collections=(),
        tags=("council",),
    )


def main() -> None:
    """Print the time of the first frame, and of frames while the list is scrolled."""
    application = QApplication([])
    load_fonts(default_paths().resources)
    application.setStyleSheet(style_sheet(LIGHT))
    shown = ArticleList(LIGHT)
    shown.articles.set_readers(lambda ids: tuple(map(row, ids)), lambda _id: ())
    shown.resize(800, 670)
    shown.show()
    application.processEvents()
    began = time.process_time()
    shown.show_ids([f"kept-{number}" for number in range(1, ROWS + 1)], Wanted())
    application.processEvents()
    print(f"first frame of {ROWS} rows: {1000 * (time.process_time() - began):.0f} ms")
    bar, frames = shown.verticalScrollBar(), []
    for number in range(FRAMES):
        is_jump = number % 3 == 0
        bar.setValue(number * bar.maximum() // FRAMES if is_jump else bar.value() + 120)
        began = time.process_time()
        application.processEvents()
        frames.append(1000 * (time.process_time() - began))
    cuts = statistics.quantiles(frames, n=20)
    print(f"frames: median {cuts[9]:.1f}, 95 % {cuts[18]:.1f}, worst {max(frames):.1f} ms")


if __name__ == "__main__":
    main()
