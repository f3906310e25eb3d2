"""The formats that the rows of many articles can be written in, in one tuple.

`batch --to` and the library share it. To add one, write a module with its RowFormat, and add it.
"""

from reader.storage.exports.rows.csv_rows import CSV_ROWS
from reader.storage.exports.rows.database_rows import SQLITE_ROWS
from reader.storage.exports.rows.parquet_rows import PARQUET_ROWS
from reader.storage.exports.rows.row_file import RowFormat
from reader.storage.exports.rows.sheet_rows import XLSX_ROWS

ROW_FORMATS = (CSV_ROWS, XLSX_ROWS, PARQUET_ROWS, SQLITE_ROWS)


def row_format(name: str) -> RowFormat:
    """Return the format of a name.

    Raises:
        KeyError: There is none.
    """
    return {one.name: one for one in ROW_FORMATS}[name]
