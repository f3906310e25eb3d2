"""What the program tells of itself: what it is, and where the reader's lists lie."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from reader import __version__
from reader.paths import Paths
from reader.ui.messages import Messages


class AboutProgram(QObject):
    """Tells of the program in a message each."""

    def __init__(self, messages: Messages, paths: Paths, parent: QObject) -> None:
        super().__init__(parent)
        self._messages, self._paths = messages, paths

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands do, by their name."""
        return {"about": self._about, "lexicon_folder": self._lexicon_folder}

    def _about(self) -> None:
        told = self.tr(
            "Close Reader {version}\n\nRead a news article slowly: its words, its sources, its "
            "doubts. A mark is a question, not a verdict. Works without network; nothing is sent "
            "anywhere. Code under MIT, word lists CC0."
        )
        self._messages.tell(self.tr("About Close Reader"), told.format(version=__version__))

    def _lexicon_folder(self) -> None:
        told = self.tr(
            "Your own lexicons lie in\n{folder}\n\nA lexicon is a folder with lexicon.toml and "
            "entries.csv. Copy a shipped one, give it another name, and edit the table."
        )
        self._messages.tell(
            self.tr("Your lexicons"), told.format(folder=self._paths.user_lexicons)
        )
