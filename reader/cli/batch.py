"""The `batch` command: many articles in, one analysis document a line out."""

import argparse
import contextlib
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TextIO

from reader.batch.documents import DocumentMaker, lexicon_problems
from reader.batch.earlier_files import Memory
from reader.batch.in_process import InThisProcess
from reader.batch.inputs import nothing_in
from reader.batch.pool import MOST_JOBS, Pool
from reader.batch.run import Batch, run_batch
from reader.batch.runner import Runner
from reader.cli.arguments.analysis_options import add_analysis_options, settings_of
from reader.cli.arguments.numbers import positive_to
from reader.cli.frame.command import BatchLoads
from reader.cli.frame.output import harmless, say
from reader.errors import ReaderError
from reader.paths import default_paths
from reader.storage.exports.rows.registry import ROW_FORMATS, row_format
from reader.storage.exports.rows.row_file import ERRORS, RowFormat
from reader.storage.files.atomic_files import STANDARD

LINES = "jsonl"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the inputs, the output, how many processes, and the options of an analysis."""
    parser.add_argument(
        "inputs", nargs="+", type=Path, metavar="INPUT", help="folder, .jsonl, or -"
    )
    parser.add_argument("--output", type=Path, required=True, metavar="FILE")
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--jobs", type=positive_to(MOST_JOBS), default=1, metavar="N", help="processes"
    )
    where.add_argument(
        "--cluster", metavar="ADDRESS|local:N", help="a dask scheduler, or N dask workers here"
    )
    names = [LINES, *(one.name for one in ROW_FORMATS)]
    parser.add_argument("--to", choices=names, default=LINES, help=f"default: {LINES}")
    add_analysis_options(parser)


def run(call: argparse.Namespace, loads: BatchLoads) -> int:
    """Write a line for each input and say how many failed; return the exit status.

    Raises:
        ReaderError: The inputs or the output cannot be used at all.
    """
    form = None if call.to == LINES else row_format(call.to)
    settings = replace(settings_of(call), makes_rows=form is not None)
    output = call.output or STANDARD
    batch = Batch(tuple(call.inputs), output, settings, form, Memory(default_paths().data))
    say(lexicon_problems(settings))
    runner = _runner(call, loads)
    load_maker = partial(DocumentMaker, settings, loads.readability)
    progress = Progress(sys.stderr)
    failed = run_batch(batch, runner, load_maker, progress)
    if failed:
        say((_failures_told(failed, form),))
    if not progress.total:
        say(tuple(filter(None, map(nothing_in, call.inputs))))
    if not batch.is_stream and not output.is_relative_to("/dev"):  # where this is printed
        articles = "1 article is" if progress.total == 1 else f"{progress.total:,} articles are"
        print(f"{articles} written to {harmless(str(output))}.")
    return 0


def _runner(call: argparse.Namespace, loads: BatchLoads) -> Runner:
    """Return what makes the lines: this process, a pool of processes, or a cluster.

    Raises:
        ReaderError: What a cluster needs is not installed, or its address is none.
    """
    if call.cluster is None:
        return InThisProcess() if call.jobs == 1 else Pool(call.jobs)
    try:
        return loads.cluster(call.cluster)
    except ImportError as error:
        raise ReaderError(
            "A cluster is reached through dask.distributed, which is not installed.",
            hint="Type: pip install 'close-reader[cluster]', or use --jobs N on this machine.",
        ) from error


def _failures_told(failed: int, form: RowFormat | None) -> str:
    told = "1 article" if failed == 1 else f"{failed} articles"
    told += " could not be read"
    if form is None:
        return f'{told}; {"its line has" if failed == 1 else "their lines have"} an "error".'
    if form.has_errors:
        return f"{told}; the table “{ERRORS}” tells why."
    return f"{told} and {'has' if failed == 1 else 'have'} no rows; batch without --to tells why."


class Progress:
    """A line that counts, on a terminal only; and what everybody should know.

    Attributes:
        total: How many articles there are; 0 before the first was shown.
    """

    def __init__(self, stream: TextIO | None) -> None:
        self.total = 0
        self._stream = stream if stream is not None and stream.isatty() else None

    def show(self, done: int, total: int) -> None:
        """Show how many of all articles are done; a terminal that went away is no matter."""
        self.total = total
        if self._stream is not None:
            with contextlib.suppress(OSError):
                end = "\n" if done == total else ""
                self._stream.write(f"\r{done} of {total} articles{end}")
                self._stream.flush()

    def tell(self, sentence: str) -> None:
        """Tell a sentence on standard error."""
        say((sentence,))
