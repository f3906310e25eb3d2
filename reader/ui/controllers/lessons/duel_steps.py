"""A duel of two lists: opened on articles or from a lesson, and saved as one."""

from pathlib import Path

from reader.errors import ReaderError
from reader.storage.files.atomic_files import write_atomically
from reader.ui.controllers.lessons.lesson_steps import LessonSteps
from reader.ui.theme import Theme


class DuelSteps(LessonSteps):
    """Answers what the window of a duel asks."""

    def _open(self, theme: Theme) -> None:
        parts, pack, paths = self._parts, self._pack, self._paths
        tools, _ = parts.program.lesson_tools(pack, paths)
        texts = parts.texts.of(pack.lesson, paths)
        self.window = parts.duel_window(pack.lesson, texts, tools, theme)
        self.window.save_requested.connect(self.save)
        self.window.closed.connect(self.ended)

    def show(self) -> None:
        """Show the window."""
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def save(self) -> None:
        """Save the duel as a lesson file."""
        title = self._pack.lesson.title
        place = self._messages.ask_place(
            self.tr("Save as a lesson"),
            "duel.crlesson",
            self.tr("Lesson files (*.crlesson)"),
            kind="lesson",
        )
        if not place:
            return
        path = Path(place if place.lower().endswith(".crlesson") else f"{place}.crlesson")
        articles = self._pack.lesson.articles
        try:
            made = self._parts.duels.duel_lesson(articles, self.window.sides, title, self._paths)
            write_atomically(path, self._parts.files.lesson_bytes(made))
        except ReaderError as error:
            self._messages.tell(title, str(error))
