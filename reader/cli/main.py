"""The command line: reads the words of a call and runs the command they name."""

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, NoReturn

from reader import __version__
from reader.cli.arguments.readable import unreadable_words
from reader.cli.frame.command import Command
from reader.cli.frame.output import (
    guard_terminal,
    harmless,
    refuse_own_input,
    say,
    use_standard_output,
)
from reader.errors import ReaderError, reason_of

if TYPE_CHECKING:
    from reader.batch.documents import LoadReadability

_LONGEST_SHOWN = 60  # characters of a word that cannot be used
_EPILOG = """\
close-reader [ARTICLE] without a command opens the window. ARTICLE is a file, a web address, or -
for standard input. A mark is a question, not a verdict."""


def main(
    arguments: Sequence[str], commands: Sequence[Command], load_readability: "LoadReadability"
) -> int:
    """Run one command; return 0 when done, 1 when it failed, 2 when it was called wrongly.

    Args:
        arguments: The words of the call.
        commands: All commands there are.
        load_readability: Loads what measures readability.
    """
    _use_utf8()
    guard_terminal()
    try:
        status = _run(arguments, commands, load_readability)
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()  # a full disk must be noticed here, where a sentence can be printed
    except ReaderError as error:
        return _failed(str(error))
    except KeyboardInterrupt:
        return _failed("stopped. A batch goes on when the same command is typed again.", "\n")
    except MemoryError:
        return _failed(
            "there is not enough memory for this. Cut the text into parts, and try each."
        )
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        _forget_output()
        return 1
    except OSError as error:
        _forget_output()
        place, reason = error.filename or "the output", reason_of(error)
        return _failed(f"{place} could not be written: {reason}.")
    return status


def _run(
    arguments: Sequence[str], commands: Sequence[Command], load_readability: "LoadReadability"
) -> int:
    names = [command.name for command in commands]
    if arguments and not arguments[0].startswith("-") and arguments[0] not in names:
        return _no_command(arguments[0], names)
    chosen = next((word for word in arguments if not word.startswith("-")), "")
    try:
        call = call_parser(commands, chosen).parse_args(arguments)
    except SystemExit as stop:  # argparse has said what is wrong
        return stop.code if isinstance(stop.code, int) else 2
    unreadable = next(unreadable_words(call), None)
    if unreadable is not None:
        return _no_text(unreadable)
    use_standard_output(call)
    refuse_own_input(call)
    named = next(command for command in commands if command.name == call.command)
    return named.module().run(call, named.late or load_readability)


def _no_command(word: str, names: Sequence[str]) -> int:
    """Say that a word is no command, and which there are; return the status of a wrong call."""
    likely = get_close_matches(word, names, n=1)
    meant = f" Did you mean {likely[0]}?" if likely else ""
    print(f"usage: close-reader COMMAND; commands are: {', '.join(names)}.", file=sys.stderr)
    say((f"There is no command “{word}”, and no file of that name.{meant}",))
    return 2


def _no_text(word: str) -> int:
    """Say that a word is no readable text; return the status of a wrong call."""
    shown = word.encode(errors="replace").decode()[:_LONGEST_SHOWN]
    say((f"“{shown}” is not readable text in UTF-8, and no file of that name. Type it again.",))
    return 2


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a call without the signs that move the cursor of a terminal."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and end."""
        super().error(harmless(message))


def call_parser(commands: Sequence[Command], chosen: str) -> argparse.ArgumentParser:
    """Return the parser of a call, which knows all commands, and all about the chosen one."""
    parser = _Parser(
        prog="close-reader",
        description="Read a news article closely: its words, its sources, its doubts.",
        epilog=_EPILOG,
    )
    parser.add_argument("--version", action="version", version=f"close-reader {__version__}")
    below = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in commands:
        part = below.add_parser(command.name, help=command.help)
        if command.name == chosen:
            command.module().add_arguments(part)
    return parser


def _failed(sentence: str, before: str = "") -> int:
    with contextlib.suppress(OSError):  # nobody may be there to read it
        print(f"{before}close-reader: {harmless(sentence)}", file=sys.stderr, flush=True)
    return 1


def _forget_output() -> None:
    """Leave nothing behind that would be written, and fail again, when the program ends."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _use_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def report_without_window(
    origins: Sequence[str], commands: Sequence[Command], load_readability: "LoadReadability"
) -> int:
    """Print the text report of each article, for a machine without a display."""
    status = 0
    for origin in origins:
        status = max(status, main(["analyze", "--", origin], commands, load_readability))
    print(
        "No display was found, so this is the report without the window. For the window, "
        "start the program on a desktop, or set DISPLAY.",
        file=sys.stderr,
    )
    return status
