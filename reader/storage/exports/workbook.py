"""A workbook written row by row: Office Open XML of numbers and words, without a formula.

A general library takes more than three seconds for 50,000 marks, because each cell passes
through its formats, formulas and links; rows of plain words need none of them.
"""

import os
import re
import time
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from reader.errors import ReaderError
from reader.storage.files.formulas import defused
from reader.storage.files.temporary_folders import temporary_folder
from reader.storage.reports.html.signs import attribute, text
from reader.storage.reports.tables import Cell

MOST_ROWS = 1_048_575  # of a sheet, its header left out
_LONGEST = 32_767  # characters of a cell
_MOST_KNOWN = 20_000  # words whose markup is remembered, because columns repeat themselves
_BOOK = "xl/workbook.xml"
_MADE = (1980, 1, 2, 0, 0, 0)  # local time of every part, so that the same makes the same bytes
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # would be read as a sign by its number
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PLAIN = 'numFmtId="0" fillId="0" borderId="0"'
_FONT = '<sz val="11"/><name val="Calibri"/>'
_STYLES = "".join(
    (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}">',
        f'<fonts count="2"><font>{_FONT}</font><font><b/>{_FONT}</font></fonts>',
        '<fills count="2"><fill><patternFill patternType="none"/></fill>',
        '<fill><patternFill patternType="gray125"/></fill></fills>',
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
        f'<cellStyleXfs count="1"><xf {_PLAIN} fontId="0"/></cellStyleXfs>',
        f'<cellXfs count="2"><xf {_PLAIN} fontId="0" xfId="0"/>',
        f'<xf {_PLAIN} fontId="1" xfId="0" applyFont="1"/></cellXfs>',
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
        "</styleSheet>",
    )
)
_SHEET_BEGIN = (
    f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane '
    'ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
    "</sheetViews><sheetData>"
)
_SHEET_END = "</sheetData></worksheet>"


class Workbook:
    """Takes rows for its sheets in any order; they wait on the disk until it is closed."""

    def __init__(self, folder: Path, files: ExitStack) -> None:
        """Begin a workbook; `Workbook.at` opens and closes one."""
        self._folder, self._files = folder, files
        self._sheets: dict[str, TextIO] = {}
        self._rows: dict[str, int] = {}
        self._known: dict[str, str] = {}

    @classmethod
    @contextmanager
    def at(cls, place: Path | BinaryIO) -> Iterator["Workbook"]:
        """Open a workbook at a path or in a file; when it is closed, it is whole.

        Raises:
            OSError: It cannot be written.
        """
        with temporary_folder() as folder, ExitStack() as files:
            book = cls(folder, files)
            yield book
            for sheet in book._sheets.values():
                sheet.write(_SHEET_END)
            files.close()
            book._pack(place)

    def begin(self, name: str, columns: Sequence[str]) -> None:
        """Begin a sheet with its header, which stays in view."""
        number = len(self._sheets) + 1
        path = self._folder / f"sheet{number}.xml"
        sheet = self._files.enter_context(path.open("w", encoding="utf-8", newline="\n"))
        self._sheets[name], self._rows[name] = sheet, 1
        cells = "".join(
            f'<c r="{letters}1" s="1"{self._words(column)}'
            for letters, column in zip(column_letters(), columns, strict=False)
        )
        sheet.write(f'{_SHEET_BEGIN}<row r="1">{cells}</row>')

    def write(self, name: str, row: Sequence[Cell | float]) -> None:
        """Write the next row of a sheet; no cell is a formula.

        Raises:
            ReaderError: A sheet holds no more.
        """
        number = self._rows[name] + 1
        if number > MOST_ROWS + 1:
            raise ReaderError(
                f"There are more rows than the {MOST_ROWS:,} that a sheet holds.",
                hint="Choose csv, parquet or sqlite; what was analysed is kept for it.",
            )
        cells = [f'<row r="{number}">']
        for letters, cell in zip(_LETTERS, row, strict=False):
            if isinstance(cell, int | float):
                cells.append(f'<c r="{letters}{number}"><v>{cell}</v></c>')
            elif cell:
                words = self._known.get(cell) or self._words(cell)
                cells.append(f'<c r="{letters}{number}"{words}')
        cells.append("</row>")
        self._sheets[name].write("".join(cells))
        self._rows[name] = number

    def _words(self, cell: str) -> str:
        """Return the markup of a cell of words behind its place, and remember it."""
        safe = defused(cell)
        safe = safe if len(safe) <= _LONGEST else f"{safe[: _LONGEST - 1]}…"
        words = f' t="inlineStr"><is><t xml:space="preserve">{_marked_up(safe)}</t></is></c>'
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[cell] = words
        return words

    def _pack(self, place: Path | BinaryIO) -> None:
        sheets = range(1, len(self._sheets) + 1)
        day = time.mktime((*_MADE, 0, 0, -1))
        with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as pack:
            for name, content in _parts(tuple(self._sheets)).items():
                facts = zipfile.ZipInfo(name, _MADE)
                facts.compress_type = zipfile.ZIP_DEFLATED
                pack.writestr(facts, content)
            for number in sheets:
                sheet = self._folder / f"sheet{number}.xml"
                os.utime(sheet, (day, day))  # the same rows make the same bytes, whenever
                pack.write(sheet, f"xl/worksheets/{sheet.name}")


def is_workbook_of(path: Path, names: Sequence[str]) -> bool:
    """Tell whether a file is a workbook with sheets of these names, as it was written here."""
    try:
        with zipfile.ZipFile(path) as pack:
            facts = pack.getinfo(_BOOK)
            wanted = _parts(names)[_BOOK].encode()
            return facts.file_size == len(wanted) and pack.read(facts) == wanted
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, ValueError, zlib.error):
        return False


def _marked_up(words: str) -> str:
    """Return words as they stand in a cell."""
    escaped = _ESCAPE.sub("_x005F_", words) if "_x" in words else words
    return text(escaped).replace("\r", "&#13;")


def column_letters() -> Iterator[str]:
    """Yield the names of the columns: A to Z, AA to AZ, and so on."""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    for first in ("", *alphabet):
        for second in alphabet:
            yield first + second


_LETTERS = tuple(column_letters())


def _parts(names: Sequence[str]) -> dict[str, str]:
    """Return all parts of a workbook but its sheets."""
    numbered = list(enumerate(names, start=1))
    last = len(numbered) + 1
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" '
        f'ContentType="{_KIND}.worksheet+xml"/>'
        for number, _ in numbered
    )
    sheets = "".join(
        f'<sheet name="{attribute(name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in numbered
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}/worksheet" '
        f'Target="worksheets/sheet{number}.xml"/>'
        for number, _ in numbered
    )
    styles = f'<Relationship Id="rId{last}" Type="{_RELATION}/styles" Target="styles.xml"/>'
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override '
        f'PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/><Override '
        f'PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship '
        f'Id="rId1" Type="{_RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        _BOOK: f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATION}"><bookViews>'
        f"<workbookView/></bookViews><sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}{styles}</Relationships>",
        "xl/styles.xml": _STYLES,
    }
