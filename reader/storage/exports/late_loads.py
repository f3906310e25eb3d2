"""What only some exports need, loaded for the first of them; all else is imported at the top."""

from types import ModuleType


def load_pyarrow() -> tuple[ModuleType, ModuleType]:
    """Return `pyarrow` and what writes Parquet.

    Raises:
        ImportError: It is not installed; the extra close-reader[parquet] brings it.
    """
    import pyarrow
    from pyarrow import parquet

    return pyarrow, parquet
