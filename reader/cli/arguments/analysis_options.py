"""The options of all commands that analyse."""

import argparse
from pathlib import Path

from reader.batch.documents import AnalysisSettings

_EPILOG = """\
ARTICLE is a file, a web address, or - for standard input. A mark is a question, not a verdict.
What is told is the program's own work. Corrections made in the window are written there, with
File > Save analysis and corrections."""


def add_analysis_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of an analysis, and the sentence that explains them."""
    parser.epilog = _EPILOG
    parser.add_argument("--verbatim", action="store_true", help="no cleaning of the text")
    parser.add_argument(
        "--lexicons",
        action="append",
        default=[],
        type=Path,
        metavar="DIR",
        help="a folder with further lexicons; may be given more than once",
    )


def settings_of(call: argparse.Namespace) -> AnalysisSettings:
    """Return what a call says of the analysis."""
    return AnalysisSettings(call.verbatim, tuple(call.lexicons))
