"""The lines of a whole run made into one file of rows, which is there whole or not at all."""

import json
from pathlib import Path

from reader.batch.earlier_files import Memory
from reader.storage.exports.rows.row_file import ERRORS, RowFormat, Rows
from reader.storage.files.atomic_files import replaced_when_whole
from reader.storage.reports.free_names import FreeNames


def write_rows(lines: Path, form: RowFormat, output: Path, memory: Memory) -> None:
    """Write the rows of all lines, in their order; each article has an id of its own.

    Args:
        lines: The file of lines, each with the rows of an article, or an error.
        form: The format of the output.
        output: The file to write.
        memory: Learns what is written before it takes its place: a run that is killed just then
            must know it again.

    Raises:
        OSError: The lines cannot be read.
        ReaderError: The output cannot be written, or cannot hold all rows.
    """
    with replaced_when_whole(output) as place:
        _write(lines, form, place)
        memory.remember(place)


def _write(lines: Path, form: RowFormat, place: Path) -> None:
    with lines.open(encoding="utf-8") as made, form.open(place) as sink:
        names = FreeNames()
        for line in made:
            told = json.loads(line)
            rows: Rows = told.get("rows") or {ERRORS: [[told["id"], told["error"]]]}
            name = names.take(told["id"])
            sink.add(rows if name == told["id"] else _under(name, rows))


def _under(name: str, rows: Rows) -> Rows:
    """Return the rows of an article under another name, which stands first in each."""
    return {table: [(name, *row[1:]) for row in lines] for table, lines in rows.items()}
