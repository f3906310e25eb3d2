"""What may be typed on the command line; light, so that a wrong call and --help are quick."""

import argparse
from pathlib import Path
from typing import Any

from reader import __version__
from reader.storage.interchange.format_names import FORMATS, SUFFIXES

REPORT_FORMATS = ("text", "json", "html", "csv")
_WINDOW = "close-reader [ARTICLE] without a command opens the window."
_OWN_WORK = """\
What is told is the program's own work. Corrections made in the window are written there, with
File > Save analysis and corrections."""
_EPILOG = f"""\
ARTICLE is a file, a web address, or - for standard input. A mark is a question, not a verdict.
{_OWN_WORK}"""


def call_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; `command` names the chosen one."""
    parser = argparse.ArgumentParser(
        prog="close-reader",
        description="Read a news article closely: its words, its sources, its doubts.",
        epilog=f"{_WINDOW} {_EPILOG}",
    )
    parser.add_argument("--version", action="version", version=f"close-reader {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    analyze = commands.add_parser("analyze", help="analyse one article", epilog=_EPILOG)
    analyze.add_argument("article", metavar="ARTICLE")
    analyze.add_argument("--format", choices=REPORT_FORMATS, default="text", help="default: text")
    analyze.add_argument("--output", type=Path, metavar="FILE", help="write there, not here")
    _add_analysis_options(analyze)
    batch = commands.add_parser(
        "batch", help="analyse many articles, one JSON line each", epilog=_EPILOG
    )
    batch.add_argument("inputs", nargs="+", type=Path, metavar="INPUT", help="folder or .jsonl")
    batch.add_argument("--output", type=Path, required=True, metavar="FILE")
    batch.add_argument("--jobs", type=_positive, default=1, metavar="N", help="processes")
    _add_analysis_options(batch)
    _add_lexicon_commands(commands)
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


def _add_lexicon_commands(commands: Any) -> None:  # noqa: ANN401 -- argparse keeps the type to itself
    parser = commands.add_parser("lexicon", help="list, check, import, export, audit word lists")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", help="all lexicons in use")
    check = actions.add_parser("check", help="say all that is wrong with lexicons")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    bring = actions.add_parser("import", help="take a lexicon folder or another list over")
    bring.add_argument("file", type=Path, metavar="FILE", help=f"folder, or {', '.join(SUFFIXES)}")
    export = actions.add_parser("export", help="write a lexicon for another program")
    export.add_argument("id", metavar="ID")
    export.add_argument("--format", choices=FORMATS, default="csv", help="default: csv")
    export.add_argument("--output", type=Path, metavar="FILE", help="write there, not here")
    check_sides = actions.add_parser("audit", help="how a lexicon treats the sides of a corpus")
    check_sides.add_argument("id", metavar="ID")
    check_sides.add_argument("--on", required=True, type=Path, metavar="CORPUS")
