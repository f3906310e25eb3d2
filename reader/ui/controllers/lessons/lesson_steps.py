"""What every window of one lesson is opened with."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.paths import Paths
from reader.ui.messages import Messages
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.storage.lessons.lesson_files import LessonPack
    from reader.ui.places.lessons.parts import LessonParts


class LessonSteps(QObject):
    """Answers what a window of a lesson asks; each kind of window opens its own.

    Signals:
        ended(): The window was closed.
    """

    ended = Signal()

    def __init__(
        self,
        parts: "LessonParts",
        pack: "LessonPack",
        paths: Paths,
        messages: Messages,
        theme: Theme,
    ) -> None:
        super().__init__()
        self._parts, self._pack, self._paths, self._messages = parts, pack, paths, messages
        self._open(theme)

    def _open(self, theme: Theme) -> None:
        """Make the window, and connect it."""
        raise NotImplementedError
