"""Pages that this program printed: what it set beside the lines is no part of the article.

Left of the column stand numbers of lines and paragraphs, right of it the letters of marks.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.intake.documents.pdf.pages import Page, Pages, Run

_CREATOR = ("Creator", "Close Reader")
_LEFT = 59.0  # points; the column begins at 60
_RIGHT = 185.0  # points from the right edge; letters stand within them, and begin no words there
_NUMBERS = re.compile(r"\s{0,3}(?:\d{1,4}(?:\s{1,3}|\Z))?(?:¶\d{1,4}\s{0,3})?")
_SIGN = r"(?:[^\W\d_]\??|·\??|\+\d{0,3}|\d{1,3})"
_SIGNS = re.compile(rf"\s{{0,3}}{_SIGN}(?:\s{{1,3}}{_SIGN}){{0,5}}\s{{0,3}}")


def without_margins(pages: Pages) -> Pages:
    """Return pages without the numbers and letters of this program's own; others as they are."""
    if _CREATOR not in pages.properties:
        return pages
    return replace(pages, pages=tuple(map(_without_margin, pages.pages)))


def _without_margin(page: Page) -> Page:
    return replace(page, runs=tuple(_of_the_text(page)))


def _of_the_text(page: Page) -> Iterator[Run]:
    for run in page.runs:
        if run.left > page.width - _RIGHT and _SIGNS.fullmatch(run.text):
            continue
        found = _NUMBERS.match(run.text) if run.left < _LEFT else None
        if found is None or not found[0]:
            yield run
        elif found.end() < len(run.text):  # words go on behind the number
            yield replace(run, left=_LEFT + 1, text=run.text[found.end() :])
