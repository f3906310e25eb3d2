"""What each export costs and weighs: a report of 2,000 words, and 50,000 rows of marks.

`benchmark_exports.py [FOLDER]` leaves the files in FOLDER. Where Java and EPUBCheck are there
(`EPUBCHECK` names the jar), the EPUB is checked too.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reader.batch.converting import write_rows
from reader.batch.earlier_files import Memory
from reader.core.analysis.analysing import analyse
from reader.intake.read import read_text
from reader.paths import default_paths
from reader.storage.analysis_tools import load_analysis_tools
from reader.storage.exports.registry import EXPORT_FORMATS, written
from reader.storage.exports.rows.registry import ROW_FORMATS
from reader.storage.exports.rows.row_file import rows_of
from reader.storage.reports.report_format import USUAL, Report
from reader.ui.marks.paper.pdf import write_offscreen

SAMPLES = sorted((default_paths().resources / "samples").glob("*.md"))
WORDS = 2_000
ROWS = 50_000


def report_of_2_000_words(folder: Path) -> Report:
    """Return the analysis of the samples, one after another, cut at 2,000 words."""
    bodies = [path.read_text("utf-8").rpartition("---\n")[2] for path in SAMPLES]
    words = "\n\n".join(bodies * 9).split(" ")[:WORDS]
    tools, _ = load_analysis_tools(default_paths(folder))
    return Report(analyse(read_text(" ".join(words), "long.md"), tools), "long")


def exports(report: Report, folder: Path) -> None:
    """Print the CPU seconds and the size of each format, and write its file."""
    write_offscreen([report], USUAL)  # loads Qt and its fonts
    print(f"{report.analysis.words} words, {len(report.analysis.findings)} marks")
    for one in EXPORT_FORMATS:
        began = time.process_time()
        data = written(one, [report], USUAL, write_offscreen)
        taken = time.process_time() - began
        print(f"{one.name:12}{taken:8.3f} s CPU{len(data) / 1000:10.1f} kB")
        (folder / f"long{one.suffix}").write_bytes(data)


def rows(report: Report, folder: Path) -> None:
    """Print the CPU seconds of 50,000 rows in each format; every cell of words but few differs."""
    marks = rows_of(report)["marks"]
    lines = folder / "marks.lines"
    with lines.open("w", encoding="utf-8") as file:
        for number in range(-(-ROWS // len(marks))):
            made = [[f"a{number}", *row[1:14], f"{row[14]} {number}", row[15]] for row in marks]
            file.write(json.dumps({"id": f"a{number}", "rows": {"marks": made}}) + "\n")
    for form in ROW_FORMATS:
        output = folder / f"marks.{form.name}"
        began = time.process_time()
        write_rows(lines, form, output, Memory())
        taken = time.process_time() - began
        print(f"{form.name:12}{taken:8.3f} s CPU{output.stat().st_size / 1000:10.1f} kB")
    lines.unlink()


def epub_check(book: Path) -> None:
    """Print what EPUBCheck says of a book, where it is there."""
    jar, java = os.environ.get("EPUBCHECK", "/usr/bin/epubcheck"), shutil.which("java")
    if java is None or not Path(jar).is_file():
        print("EPUBCheck is not here; name its jar in EPUBCHECK.")
        return
    done = subprocess.run(
        [java, "-jar", jar, str(book)], capture_output=True, text=True, check=False
    )
    print(next(line for line in done.stdout.splitlines() if line.startswith("Messages")))


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    report = report_of_2_000_words(folder)
    exports(report, folder)
    rows(report, folder)
    epub_check(folder / "long.epub")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp()))
