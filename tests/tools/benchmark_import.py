"""Figures of an import in the window: `benchmark_import.py [--files N] [--cancel-at N]`.

N text files of about 700 words are taken in while the library is shown and scrolled. Printed are
the passes of the window's event loop: what each spent on the window's own thread (CPU), how
long each took on the wall, where workers and other programs hold it up too, and how long that is
without the time for which the window's thread stood in line for a core, as Linux tells it: what
remains is its own work, and what it waits for the workers of the program.
"""

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmark_desk import program_over, until
from benchmark_library import Texts, cpu, peak_mb

from reader.paths import default_paths
from reader.storage.analysis_tools import load_analysis_tools

_STEP_PX = 60


def write_files(folder: Path, number: int) -> None:
    """Write text files that are all different."""
    tools, _ = load_analysis_tools(default_paths())
    folder.mkdir()
    for index, (article, _) in enumerate(Texts(tools).each(number)):
        (folder / f"{index:05}.txt").write_text(article.text, encoding="utf-8")


def told(name: str, taken: list[float]) -> None:
    cuts = statistics.quantiles(taken, n=100)
    late = sum(one > 50 for one in taken)
    print(
        f"{name}: median {cuts[49]:.1f}, 99 % {cuts[98]:.1f}, worst {max(taken):.1f} ms;"
        f" {late} of {len(taken)} over 50 ms"
    )


def in_line_ms() -> float:
    """Return for how long this thread has stood in line for a core so far."""
    return int(Path("/proc/thread-self/schedstat").read_text("ascii").split()[1]) / 1e6


def main() -> None:
    """Measure one import."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1_000)
    parser.add_argument("--cancel-at", type=int, default=0)
    call = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        data = Path(place, "data")
        data.mkdir()
        articles = Path(place, "articles")
        write_files(articles, call.files)
        application, program = program_over(data)
        program.window.resize(1366, 768)
        program.window.show()
        program.begin([])
        page, adding = program.desk.page, program.desk.adding
        program.window.actions_by_name["library"].trigger()
        until(application, lambda: page.place is not None)
        ended = []
        adding.finished.connect(ended.append)
        began, wall = cpu(), time.monotonic()
        adding.take_in([str(articles)])
        spent, waited, own = [], [], []
        bar = page.place.list.verticalScrollBar()
        while not ended:
            bar.setValue((bar.value() + _STEP_PX) % max(1, bar.maximum()))
            line, before, clock = in_line_ms(), time.thread_time(), time.monotonic()
            application.processEvents()
            spent.append(1000 * (time.thread_time() - before))
            waited.append(1000 * (time.monotonic() - clock))
            own.append(max(spent[-1], waited[-1] - (in_line_ms() - line)))
            if call.cancel_at and len(adding.reports[-1].done) >= call.cancel_at:
                adding.cancel()
            time.sleep(0.01)
        (report,) = ended
        took = cpu() - began
        told("a pass on the window's thread", spent)
        told("the same on the wall", waited)
        told("on the wall, less the time in line for a core", own)
        kept = len(program.session.door.library.ids())
        print(f"{kept} kept, {len(report.done)} in the report; {took:.1f} s CPU,")
        print(f"{time.monotonic() - wall:.1f} s on the wall; {peak_mb():.0f} MB at most")
        print(program.window.status.state.text())
        program.window.close()


if __name__ == "__main__":
    main()
