"""What runs in the process of its own: PDFium, which nobody else may have in memory.

It answers with plain data, so that a broken file can end this process and nothing else.
"""

import contextlib
import time
from collections.abc import Iterator
from typing import Any

from reader.intake.documents.pdf.pages import Page, Pages, Run

try:
    import pypdfium2
except ImportError:  # the extra "pdf" is not installed
    pypdfium2 = None
try:
    import resource
except ImportError:  # Windows has none
    resource = None  # type: ignore[assignment]  # None stands for a module that is not there

MOST_PAGES = 1_000
MOST_CHARACTERS = 4_000_000
MEMORY_BYTES = 900_000_000
_GAP = 1.1  # heights of letters between two words; more is a gap between columns
_BREAKS = "\r\n\0"
_PASSWORD = 4  # PDFium's number for a file that is locked


def work(data: bytes, seconds: float, connection: Any) -> None:  # noqa: ANN401 -- a pipe's end
    """Read a file and send what was read; the memory of this process is limited first."""
    _limit_memory(seconds)
    with contextlib.suppress(OSError, ValueError):  # nobody waits for the answer any more
        connection.send(pages_of(data, seconds))
        connection.close()


def pages_of(data: bytes, seconds: float) -> Pages:
    """Return the pages of a file, as far as they can be read in some seconds."""
    if pypdfium2 is None:
        return Pages(problem="missing")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = getattr(error, "err_code", 0) == _PASSWORD
        return Pages(problem="locked" if is_locked else "damaged")
    latest = time.monotonic() + seconds
    pages: list[Page] = []
    size, is_cut = 0, len(document) > MOST_PAGES
    for number in range(min(len(document), MOST_PAGES)):
        if time.monotonic() > latest or size > MOST_CHARACTERS:
            is_cut = True
            break
        page = _page(document, number)
        size += sum(len(run.text) for run in page.runs)
        pages.append(page)
    properties = tuple(
        (key, str(value)[:500]) for key, value in document.get_metadata_dict().items()
    )
    return Pages(tuple(pages), properties, is_cut)


def _page(document: Any, number: int) -> Page:  # noqa: ANN401 -- it names no types
    try:
        page = document[number]
        text = page.get_textpage()
        runs = tuple(run for run in _runs(text) if run.text.strip())
        width, height = page.get_size()
        text.close()
        page.close()
    except (pypdfium2.PdfiumError, ValueError, OverflowError):
        return Page(0.0, 0.0, ())
    return Page(width, height, runs)


def _runs(text: Any) -> Iterator[Run]:  # noqa: ANN401 -- it names no types
    """Yield runs of letters: PDFium says which spaces there are, their places where a run ends."""
    raw, box = pypdfium2.raw, pypdfium2.raw.FS_RECTF()
    letters: list[str] = []
    left = bottom = right = top = 0.0
    for number in range(min(text.count_chars(), MOST_CHARACTERS)):
        letter = chr(raw.FPDFText_GetUnicode(text, number))
        if letter in _BREAKS or letter.isspace():
            letters.append(" ")
            continue
        if not raw.FPDFText_GetLooseCharBox(text, number, box) or box.top <= box.bottom:
            continue
        height = box.top - box.bottom
        middle = (box.top + box.bottom) / 2
        is_level = bottom < middle < top
        if right and not (is_level and -height < box.left - right < _GAP * height):
            yield Run(left, bottom, right, top, "".join(letters))
            letters, right = [], 0.0
        if not right:
            left, bottom, top = box.left, box.bottom, box.top
        letters.append(letter)
        bottom, top = min(bottom, box.bottom), max(top, box.top)
        right = max(right, box.right)
    if right:
        yield Run(left, bottom, right, top, "".join(letters))


def _limit_memory(seconds: float) -> None:
    """Let the system end this process before it takes the memory of others; not on Windows."""
    if resource is not None:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
            resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 2, int(seconds) + 3))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
