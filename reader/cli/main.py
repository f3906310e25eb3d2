"""The command line: reads the words of a call and runs the command they name."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from reader.cli.calls import call_parser
from reader.errors import ReaderError

LoadCommand = Callable[[str], Callable[[argparse.Namespace], int]]


def main(arguments: Sequence[str], load_command: LoadCommand) -> int:
    """Run one command; return 0 when done, 1 when it failed, 2 when it was called wrongly.

    Args:
        arguments: The words of the call.
        load_command: Returns what runs the command of a name.
    """
    _use_utf8()
    try:
        call = call_parser().parse_args(arguments)
    except SystemExit as stop:  # argparse has said what is wrong
        return stop.code if isinstance(stop.code, int) else 2
    try:
        return load_command(call.command)(call)
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


def report_without_window(origins: Sequence[str], load_command: LoadCommand) -> int:
    """Print the text report of each article, for a machine without a display."""
    status = 0
    for origin in origins:
        status = max(status, main(["analyze", "--", origin], load_command))
    print(
        "No display was found, so this is the report without the window. For the window, "
        "start the program on a desktop, or set DISPLAY.",
        file=sys.stderr,
    )
    return status
