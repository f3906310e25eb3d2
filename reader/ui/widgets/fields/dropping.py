"""What is dropped here is copied: what it came from keeps it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent

_COPY = Qt.DropAction.CopyAction


def take_as_copy(event: QDropEvent) -> bool:
    """Take a drop, or what is dragged here, as a copy, whatever is proposed.

    Where a move was proposed and taken, the other program would delete it: the words that were
    selected in an editor, the file in its folder.

    Returns:
        Whether it is taken; False where it may only be moved.
    """
    if not event.possibleActions() & _COPY:
        event.ignore()
        return False
    event.setDropAction(_COPY)
    event.accept()
    return True
