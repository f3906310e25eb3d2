"""What only some exports need, loaded for the first of them; all else is imported at the top."""

from types import ModuleType


def load_xlsxwriter() -> ModuleType:
    """Return `xlsxwriter`, which takes a tenth of a second to load."""
    import xlsxwriter  # noqa: PLC0415 -- a late load, see above

    module: ModuleType = xlsxwriter
    return module
