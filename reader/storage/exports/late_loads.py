"""What only some exports need, loaded for the first of them; all else is imported at the top."""

from types import ModuleType


def load_pyarrow() -> tuple[ModuleType, ModuleType]:
    """Return `pyarrow` and what writes Parquet.

    Raises:
        ImportError: It is not installed; the extra close-reader[parquet] brings it.
    """
    import pyarrow  # noqa: PLC0415 -- a late load, and one that may be missing
    from pyarrow import parquet  # noqa: PLC0415 -- the same

    return pyarrow, parquet
