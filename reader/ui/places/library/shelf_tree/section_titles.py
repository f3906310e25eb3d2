"""What the sections of the library are called."""

from PySide6.QtCore import QCoreApplication


def _tr(words: str) -> str:
    return QCoreApplication.translate("LibraryPlace", words)


def section_titles() -> dict[str, str]:
    """Return the title of each section, in the order of the tree."""
    return {
        "library": _tr("Library"),
        "feeds": _tr("Feeds"),
        "collections": _tr("Collections"),
        "tags": _tr("Tags"),
        "searches": _tr("Searches you kept"),
        "folders": _tr("Watched folders"),
        "foot": _tr("Trash"),
    }
