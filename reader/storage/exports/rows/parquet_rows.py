"""Marks of many articles as Parquet, two thousand rows at a time; needs pyarrow."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reader.errors import ReaderError
from reader.storage.exports.late_loads import load_pyarrow
from reader.storage.exports.rows.row_file import (
    COLUMNS,
    MARKS,
    NUMBERS,
    RowFormat,
    Rows,
    values_of,
)
from reader.storage.reports.tables import Cell

_BATCH = 2_000  # rows


class _ParquetSink:
    """Gathers marks, and writes them when there are enough."""

    def __init__(self, arrow: Any, writer: Any, schema: Any) -> None:  # noqa: ANN401 -- it comes without types
        self._arrow, self._writer, self._schema = arrow, writer, schema
        self._waiting: list[tuple[Cell | None, ...]] = []

    def add(self, rows: Rows) -> None:
        self._waiting += (values_of(COLUMNS[MARKS], row) for row in rows.get(MARKS, ()))
        if len(self._waiting) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what was gathered."""
        if self._waiting:
            columns = [list(column) for column in zip(*self._waiting, strict=True)]
            arrays = [
                self._arrow.array(column, type=field.type)
                for column, field in zip(columns, self._schema, strict=True)
            ]
            table = self._arrow.Table.from_arrays(arrays, schema=self._schema)
            self._writer.write_table(table)
            self._waiting.clear()


@contextmanager
def _opened(path: Path) -> Iterator[_ParquetSink]:
    arrow, parquet = load_pyarrow()
    schema = arrow.schema(
        [(name, arrow.int64() if name in NUMBERS else arrow.string()) for name in COLUMNS[MARKS]]
    )
    # By an open file: a name need not be text, which the library takes for granted.
    with (
        path.open("wb") as file,
        parquet.ParquetWriter(file, schema, compression="zstd") as writer,
    ):
        sink = _ParquetSink(arrow, writer, schema)
        yield sink
        sink.flush()


def _check() -> None:
    """Tell what to type where pyarrow is not installed.

    Raises:
        ReaderError: It is not.
    """
    try:
        load_pyarrow()
    except ImportError as error:
        raise ReaderError(
            "Parquet is written by pyarrow, which is not installed.",
            hint="Type: pip install 'close-reader[parquet]', or choose --to csv or sqlite.",
        ) from error


def _is_ours(path: Path) -> bool:
    arrow, parquet = load_pyarrow()
    try:
        with path.open("rb") as file:
            return tuple(parquet.read_schema(file).names) == COLUMNS[MARKS]
    except (arrow.ArrowException, OSError):
        return False


PARQUET_ROWS = RowFormat(
    "parquet", "Parquet of marks", _check, _opened, has_errors=False, is_ours=_is_ours
)
