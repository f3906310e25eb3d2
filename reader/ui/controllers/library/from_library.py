"""Articles of the library for comparing and for lessons, chosen from a list."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reader.ui.controllers import late_loads
from reader.ui.session.library.library_door import LibraryDoor

if TYPE_CHECKING:
    from reader.storage.library.library import Library
    from reader.ui.dialogs.kept_articles import KeptTitle

Take = Callable[["tuple[KeptTitle, ...]"], object]


def ask_kept(door: LibraryDoor, parent: QWidget, take: Take) -> None:
    """Let the reader choose articles of the library.

    Args:
        door: The way into the library, which is opened first where it is not.
        parent: The dialog that wants them.
        take: Gets what was chosen.
    """
    door.when_open(partial(_ask, parent, take))


def _ask(parent: QWidget, take: Take, library: "Library") -> None:
    if not parent.isVisible():
        return
    make, title = late_loads.kept_articles()
    kept = (
        title(
            row.id,
            row.name,
            ", ".join(filter(None, (row.outlet, (row.published or "")[:10]))),
        )
        for row in library.rows()
    )
    dialog = make(kept, parent)
    dialog.chosen.connect(take)
    dialog.open()
