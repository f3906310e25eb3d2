"""What a file of rows about many articles is, whatever its format."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from reader.storage.exports.rows.tidy import ARTICLES, ATTRIBUTIONS, NAMES, SOURCES
from reader.storage.reports.report_format import Report
from reader.storage.reports.tables import MARK_COLUMNS, Cell, mark_rows
from reader.values import frozen

Rows = Mapping[str, Sequence[Sequence[Cell]]]
ID = "id"  # what the first column of every table is called: the id of the article
# The columns that hold numbers, in whatever table.
NUMBERS = frozenset(
    "start end content_start content_end cue_start cue_end source_start source_end words "
    "attributions attribution inside".split()
)
_MADE = (ARTICLES, ATTRIBUTIONS, SOURCES, NAMES)
MARKS, ERRORS = "marks", "errors"


def _renamed(columns: Sequence[str]) -> tuple[str, ...]:
    return (ID, *columns[1:])


# The tables of a batch, each with its columns; the id of the article is the first of each.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    MARKS: _renamed(MARK_COLUMNS[:-2]),  # nobody has noted anything there
    **{table.name: _renamed(table.columns) for table in _MADE},
    ERRORS: (ID, "error"),
}


def rows_of(report: Report) -> dict[str, list[Sequence[Cell]]]:
    """Return the rows of one article by the names of the tables."""
    made: dict[str, list[Sequence[Cell]]] = {MARKS: [row[:-2] for row in mark_rows(report)]}
    return made | {table.name: list(table.rows_of(report)) for table in _MADE}


def values_of(columns: Sequence[str], row: Sequence[Cell]) -> tuple[Cell | None, ...]:
    """Return a row for a file that knows numbers: an empty cell in their column is None."""
    return tuple(
        (cell if isinstance(cell, int) else None) if name in NUMBERS else cell
        for name, cell in zip(columns, row, strict=True)
    )


class RowSink(Protocol):
    """Takes the rows of one article after another."""

    def add(self, rows: Rows) -> None:
        """Write the rows of an article, or of a line that told of an error.

        Raises:
            OSError: The file cannot be written.
            ReaderError: It cannot hold them.
        """


@frozen
class RowFormat:
    """A format that the rows of many articles can be written in.

    Attributes:
        name: Its fixed short name, as it is typed after --to.
        title: What a person calls it.
        check: Raises a ReaderError where something is missing that it needs.
        open: Opens a file that is to be written; when it is closed, the file is whole.
        has_errors: Whether it holds what could not be read, and why.
        is_ours: Tells whether a file was written by this format, and by no other program: a
            spreadsheet that its reader changed and saved is that reader's own.
    """

    name: str
    title: str
    check: Callable[[], None]
    open: Callable[[Path], AbstractContextManager[RowSink]]
    has_errors: bool
    is_ours: Callable[[Path], bool]


def nothing_needed() -> None:
    """Ask for nothing: the format is written by what every installation has."""
