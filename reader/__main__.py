"""Choose the window or the command line."""

import os
import sys

from reader.launch import (
    COMMANDS,
    collect_seldom,
    is_mistyped,
    report_without_window,
    run_command_line,
    run_window,
)

_OF_THE_WINDOW = {"-", "--", "--temp-profile", "--debug"}


def main() -> int:
    """Run what the command line asks for; return the exit status."""
    collect_seldom()
    arguments = sys.argv[1:]
    if arguments and _is_for_command_line(arguments[0]):
        return run_command_line(arguments)
    if not _has_display():
        return report_without_window(arguments)
    return run_window(arguments)


def _is_for_command_line(word: str) -> bool:
    return _is_command(word) or _is_unknown_option(word) or is_mistyped(word)


def _is_command(word: str) -> bool:
    return any(command.name == word for command in COMMANDS)


def _is_unknown_option(word: str) -> bool:
    """Tell whether a first word is an option that the window does not know."""
    return word.startswith("-") and word not in _OF_THE_WINDOW


def _has_display() -> bool:
    """Tell whether a window can be opened here."""
    if os.environ.get("QT_QPA_PLATFORM") or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
