"""The command line: reads the words of a call and runs the command they name."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from reader.cli.analyze import FORMATS, report_article
from reader.cli.batch import Batch, run_batch
from reader.cli.documents import AnalysisSettings
from reader.cli.lexicon import add_lexicon_commands, run_lexicon
from reader.errors import ReaderError
from reader.paths import default_paths
from reader.storage.atomic_files import write_atomically

_EPILOG = """\
ARTICLE is a file, a web address, or - for standard input. A mark is a question, not a verdict."""


def main(arguments: Sequence[str]) -> int:
    """Run one command; return 0 when done, 1 when it failed, 2 when it was called wrongly."""
    _use_utf8()
    try:
        call = _parser().parse_args(arguments)
    except SystemExit as stop:  # argparse has said what is wrong
        return stop.code if isinstance(stop.code, int) else 2
    try:
        return _run(call)
    except ReaderError as error:
        print(f"close-reader: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(
            "\nclose-reader: stopped. A batch goes on when the same command is typed again.",
            file=sys.stderr,
        )
        return 1
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is left to flush
        return 1


def _use_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="close-reader",
        description="Read a news article closely: its words, its sources, its doubts.",
        epilog=_EPILOG,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    analyze = commands.add_parser("analyze", help="analyse one article", epilog=_EPILOG)
    analyze.add_argument("article", metavar="ARTICLE")
    analyze.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    analyze.add_argument("--output", type=Path, metavar="FILE", help="write there, not here")
    _add_analysis_options(analyze)
    batch = commands.add_parser("batch", help="analyse many articles, one JSON line each")
    batch.add_argument("inputs", nargs="+", type=Path, metavar="INPUT", help="folder or .jsonl")
    batch.add_argument("--output", type=Path, required=True, metavar="FILE")
    batch.add_argument("--jobs", type=_positive, default=1, metavar="N", help="processes")
    _add_analysis_options(batch)
    add_lexicon_commands(commands)
    return parser


def _add_analysis_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--verbatim", action="store_true", help="no cleaning of the text")
    parser.add_argument(
        "--lexicons",
        action="append",
        default=[],
        type=Path,
        metavar="DIR",
        help="a folder with further lexicons; may be given more than once",
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("it takes a number from 1")
    return number


def _run(call: argparse.Namespace) -> int:
    if call.command == "lexicon":
        return run_lexicon(call, default_paths(), sys.stdout)
    settings = AnalysisSettings(call.verbatim, tuple(call.lexicons))
    if call.command == "batch":
        return _batch(Batch(tuple(call.inputs), call.output, call.jobs, settings))
    report, problems = report_article(call.article, call.format, settings)
    _say(problems)
    if call.output:
        write_atomically(call.output, report.encode())
    else:
        sys.stdout.write(report)
    return 0


def _batch(batch: Batch) -> int:
    failed = run_batch(batch, sys.stderr)
    if failed:
        print(
            f'close-reader: {failed} articles could not be read; their lines have an "error".',
            file=sys.stderr,
        )
    return 0


def _say(problems: Sequence[str]) -> None:
    for problem in problems:
        print(f"close-reader: {problem}", file=sys.stderr)


def report_without_window(origins: Sequence[str]) -> int:
    """Print the text report of each article, for a machine without a display."""
    status = 0
    for origin in origins:
        status = max(status, main(["analyze", "--", origin]))
    print(
        "No display was found, so this is the report without the window. For the window, "
        "start the program on a desktop, or set DISPLAY.",
        file=sys.stderr,
    )
    return status
