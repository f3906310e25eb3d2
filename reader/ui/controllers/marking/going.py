"""Going to a place of the article by its number."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from reader.ui.messages import Messages
from reader.ui.window.main_window import MainWindow


class Going(QObject):
    """Asks for a place such as “7.2”, and shows it."""

    def __init__(self, window: MainWindow, messages: Messages) -> None:
        super().__init__(window)
        self._window, self._messages = window, messages

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands do, by their name."""
        return {"go_to": self._go_to}

    def _go_to(self) -> None:
        view = self._window.view
        most = view.paragraph_count()
        if not most or not view.isVisible():  # the last one was closed, or the library is shown
            self._window.status.tell(
                self.tr("Open an article first; then this goes to its places.")
            )
            return
        told = self.tr("A paragraph, 1 to {n}, or a sentence in it, such as 2.1:").format(n=most)
        written = self._messages.ask_words(self.tr("Go to"), told, verb=self.tr("Go"))
        if written and not view.go_to(written):
            self._window.toast.show_words(self._why_not(written.strip()), can_undo=False)

    def _why_not(self, place: str) -> str:
        """Tell that there is no such place, and how far the paragraph or the article goes."""
        view = self._window.view
        paragraph, _, sentence = place.partition(".")
        most = view.sentence_count(paragraph) if sentence else 0
        if most == 1:
            words = self.tr("There is no place {place}. Paragraph {paragraph} has one sentence.")
        elif most:
            words = self.tr("There is no place {place}. Paragraph {paragraph} has {n} sentences.")
        else:
            most = view.paragraph_count()
            words = self.tr("There is no place {place}. The last paragraph is {n}.")
        return words.format(place=place, paragraph=paragraph.strip(), n=most)
