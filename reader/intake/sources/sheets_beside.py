"""Style sheets that lie beside a saved page, in the folder that the browser made for it.

Only the files are read that the page links to, that lie in a folder beside it whose name begins as
its own does, and only up to some limits; a link that leads out of that folder is not followed.
"""

import os
import re
from collections.abc import Iterator, Mapping, Set
from html import unescape
from itertools import islice
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

_MOST_SHEETS = 30
_LONGEST_SHEET = 300_000  # characters; larger ones are not asked what they hide
_LONGEST_IN_ALL = 600_000
_MOST_LINKS = 200
_LINK = re.compile(
    r"(?i)<link\s(?=[^<>]{0,2000}\bstylesheet\b)[^<>]{0,2000}?"
    r"\bhref\s{0,9}=\s{0,9}(\"[^\"]{1,2000}\"|'[^']{1,2000}')[^<>]{0,2000}>"
)
_MEDIA = re.compile(r"(?i)\smedia\s{0,9}=\s{0,9}(\"[^\"]{1,200}\"|'[^']{1,200}')")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_IMPORT = re.compile(  # as browsers do, only where no rule stands before it
    r"(?i)\ufeff?(?:\s|@(?:charset|layer)\b[^;{}]{0,500}+;)*+@import\s*+(?:url\(\s*+)?+"
    r"(\"[^\"\n]{1,2000}\"|'[^'\n]{1,2000}'|[^\s\"'();]{1,2000}+)\s*+\)?+([^;{}]{0,500}+)(?:;|\Z)"
)
_UNUSUAL = re.compile(r"(?i)\b(?:layer|supports|scope)\b")
_MOST_IMPORTS = 100  # of all sheets of a page
_DEEPEST = 4
_ELSEWHERE = re.compile(r"[a-zA-Z][\w+.-]*:|//|/|\\|#|\?")


def with_sheets_beside(page: str, origin: str) -> str:
    """Return a page that holds itself the sheets that were saved with it.

    Args:
        page: The page.
        origin: The path of its file; a page from elsewhere has no sheets beside it.
    """
    if "stylesheet" not in page or origin.lower().startswith(("http:", "https:")):
        return page
    try:
        path = Path(origin)
        return with_sheets(page, dict(_sheets(page, path))) if path.is_file() else page
    except (OSError, ValueError):  # a name that no file can have, a folder that cannot be read
        return page


def with_sheets(page: str, sheets: Mapping[str, str]) -> str:
    """Return a page with sheets in the places of the links to them, each used once.

    Args:
        page: The page.
        sheets: The sheets by their address, as the page names it.
    """
    left = dict(sheets)

    def filled(link: re.Match[str]) -> str:
        sheet = left.pop(_address_of(link), None)
        if sheet is None or len(sheet) > _LONGEST_SHEET or "</style" in sheet.lower():
            return link[0]
        media = _MEDIA.search(link[0])
        return f"<style{media[0] if media else ''}>{sheet}</style>"

    return _LINK.sub(filled, page) if left else page


def _address_of(link: re.Match[str]) -> str:
    """Return the address that a link to a sheet names."""
    return unescape(link[1][1:-1]).strip()


def linked_sheets(page: str) -> Iterator[str]:
    """Yield the addresses of the sheets that a page links to."""
    yield from map(_address_of, islice(_LINK.finditer(page), _MOST_LINKS))


def _sheets(page: str, path: Path) -> Iterator[tuple[str, str]]:
    size, left = 0, [_MOST_IMPORTS]
    found = ((address, _file_of(address, path)) for address in linked_sheets(page))
    files = ((address, file) for address, file in found if file is not None)
    for address, file in islice(files, _MOST_SHEETS):
        sheet = _with_imports(file, path, {file}, left)
        size += len(sheet)
        if size > _LONGEST_IN_ALL:
            return
        yield address, sheet


def _with_imports(file: Path, path: Path, above: Set[Path], left: list[int]) -> str:
    """Return a sheet that was saved with a page, those that it imports in their places.

    Args:
        file: The file of the sheet.
        path: The page.
        above: This file, and those that import it: none is read within itself.
        left: How many imports may still be looked at, for all sheets of the page.
    """
    sheet = file.read_bytes()[:_LONGEST_SHEET].decode("utf-8", "replace")
    if "@import" not in sheet.lower():
        return sheet
    sheet = _COMMENT.sub(" ", sheet)
    folder = file.parent.relative_to(path.parent.resolve()).as_posix()
    parts, place = [""], 0
    while (found := _IMPORT.match(sheet, place)) is not None:
        address, condition, place = found[1].strip("\"'"), found[2].strip(), found.end()
        left[0] -= 1
        is_named = left[0] >= 0 and len(above) <= _DEEPEST and not _ELSEWHERE.match(address)
        inner = _file_of(f"{folder}/{address}", path) if is_named else None
        if inner is None or inner in above or _UNUSUAL.search(condition):
            continue
        held = _with_imports(inner, path, {*above, inner}, left)
        parts.append(f"@media {condition} {{{held}}}" if condition else held)
    return ("".join(parts) + sheet[place:])[:_LONGEST_IN_ALL]


def _file_of(address: str, path: Path) -> Path | None:
    """Return the file of an address, if it lies in the folder that was saved with a page."""
    if _ELSEWHERE.match(address):
        return None
    inside = PurePosixPath(os.path.normpath(unquote(re.split(r"[?#]", address)[0])))
    parts = inside.parts
    if len(parts) < 2 or ".." in parts or not parts[0].startswith(path.stem):
        return None
    home = path.parent.resolve() / parts[0]
    file = (path.parent / inside).resolve()
    if not file.is_relative_to(home) or not file.is_file():
        return None
    return file if file.stat().st_size <= _LONGEST_SHEET else None
