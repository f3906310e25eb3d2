"""What the sections of the library are called."""

from PySide6.QtCore import QCoreApplication


def section_titles() -> dict[str, str]:
    """Return the title of each section, in the order of the tree."""
    words = {
        "library": "Library",
        "feeds": "Feeds",
        "collections": "Collections",
        "tags": "Tags",
        "searches": "Searches you kept",
        "folders": "Watched folders",
        "foot": "Trash",
    }
    return {
        section: QCoreApplication.translate("LibraryPlace", title)
        for section, title in words.items()
    }
