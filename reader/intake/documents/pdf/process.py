"""The pages of a PDF, read in a process of its own with limits on time and memory."""

import multiprocessing
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.errors import ImportFailedError, reason_of
from reader.intake.documents.packs import damaged, locked
from reader.intake.documents.pdf.late_loads import load_worker
from reader.intake.documents.pdf.pages import Pages
from reader.intake.interruptions import start_spawned

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

SECONDS = 9.0
_GRACE_S = 0.9  # to start, and to send what was read
_LOOKS_PER_SECOND = 10
_MISSING = 'PDF needs one more part: type pip install "close-reader[pdf]" and open it again.'


def read_pages(
    data: bytes,
    name: str,
    seconds: float = SECONDS,
    still_wanted: Callable[[], object] = lambda: None,
) -> Pages:
    """Return the pages of a PDF.

    Args:
        data: The bytes of the file.
        name: What to call it when something is wrong.
        seconds: How long it may take.
        still_wanted: Called about ten times a second; whatever it raises ends the work.

    Raises:
        ImportFailedError: It is damaged, locked or takes too long, or the part that reads PDF is
            not installed.
    """
    pages = _answer(data, name, seconds, still_wanted)
    if pages.problem == "missing":
        raise ImportFailedError(f"“{name}” is a PDF.", hint=_MISSING)
    if pages.problem == "locked":
        raise locked(name)
    if pages.problem:
        raise damaged(name)
    return pages


def _answer(data: bytes, name: str, seconds: float, still_wanted: Callable[[], object]) -> Pages:
    if multiprocessing.current_process().daemon:  # such a process is a worker, and may start none
        pages: Pages = load_worker().pages_of(data, seconds)
        return pages
    context = multiprocessing.get_context("spawn")  # PDFium must not be copied with its state
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(data, seconds, theirs), daemon=True)
    try:
        _start(process, name)
        theirs.close()
        latest = time.monotonic() + seconds + _GRACE_S
        still_wanted()
        while not ours.poll(1 / _LOOKS_PER_SECOND):
            still_wanted()
            if time.monotonic() > latest:
                raise endless(name)
        answer = ours.recv()
    except (EOFError, OSError) as error:
        raise endless(name) from error
    finally:
        if process.pid is not None:  # it was started
            process.kill()
            process.join()
        ours.close()
    return answer if isinstance(answer, Pages) else Pages(problem="damaged")


def _start(process: "BaseProcess", name: str) -> None:
    """Start a process, to which no Ctrl+C gets.

    Raises:
        ImportFailedError: The machine starts no more.
    """
    try:
        start_spawned(process)
    except OSError as error:
        raise ImportFailedError(
            f"“{name}” is read by a process of its own, and no more can be started here: "
            f"{reason_of(error)}.",
            hint="End other programs, and open it again.",
        ) from error


def _work(data: bytes, seconds: float, pipe: "Connection[Pages, Pages]") -> None:
    load_worker().work(data, seconds, pipe)


def endless(name: str) -> ImportFailedError:
    """Return the error for a PDF that takes more than it may."""
    return ImportFailedError(
        f"“{name}” takes more time or memory than a PDF of an article needs.",
        hint="Open it in a PDF viewer, copy the text and paste it here.",
    )
