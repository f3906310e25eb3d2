"""Choose the window or the command line."""

import os
import signal
import sys

_STOPPED = 130  # the status of a program that Ctrl+C has ended
_AGAIN_S = 0.02

try:
    import _thread
    import threading

    from reader.launch import (
        COMMANDS,
        collect_nothing_yet,
        collect_seldom,
        is_mistyped,
        leave_last_look,
        report_without_window,
        run_command_line,
        run_window,
    )
except KeyboardInterrupt:  # nothing has begun, so there is nothing to say
    sys.exit(_STOPPED)

# Commands that end with one piece of work: unused cycles go with them.
_SOON_OVER = {"analyze", "compare", "export"}
_OF_THE_WINDOW = {"-", "--", "--temp-profile", "--debug"}


def main() -> int:
    """Run what the command line asks for; return the exit status."""
    try:
        return _run()
    except KeyboardInterrupt:  # before the command has begun, or after its end
        return _STOPPED


def keep_interruptions() -> None:
    """Let no Ctrl+C be lost: Python drops one that comes while it clears an object away."""
    usual = sys.unraisablehook

    def take(dropped: "sys.UnraisableHookArgs") -> None:
        if issubclass(dropped.exc_type, KeyboardInterrupt):
            again = threading.Timer(_AGAIN_S, _interrupt)
            again.daemon = True
            again.start()
        else:
            usual(dropped)

    sys.unraisablehook = take


def _interrupt() -> None:
    if sys.platform == "win32":
        _thread.interrupt_main()
    else:  # which also ends a wait of the main thread
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)


def run_and_exit() -> None:
    """Run the program and end it; a second Ctrl+C meanwhile would only disturb its end."""
    keep_interruptions()
    status = main()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_processes()
    leave_last_look()
    sys.exit(status)


def _end_processes() -> None:
    """End the processes of a batch that was stopped and stopped again: Python waits for them."""
    processes = sys.modules.get("multiprocessing")
    if processes is not None and "PySide6" not in sys.modules:
        for one in processes.active_children():
            one.kill()


def _run() -> int:
    collect_seldom()
    arguments = sys.argv[1:]
    if arguments and arguments[0] in _SOON_OVER:
        collect_nothing_yet()
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
    run_and_exit()
