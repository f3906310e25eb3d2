"""Lessons in the window: opens them for pupils and for teachers; the commands of the menu."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMainWindow

from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.intake.read import read_article
from reader.ui.controllers.lessons.duel_steps import DuelSteps
from reader.ui.controllers.lessons.pupil_steps import PupilSteps
from reader.ui.controllers.lessons.teacher_steps import TeacherSteps
from reader.ui.controllers.library.from_library import ask_kept
from reader.ui.controllers.program_parts import ProgramParts
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.core.lessons.placing import PlacedAnswer
    from reader.storage.lessons.lesson_files import LessonPack
    from reader.ui.controllers.library.library_page import LibraryPage
    from reader.ui.controllers.library.tabs.open_tabs import OpenTabs
    from reader.ui.dialogs.kept_articles import KeptTitle
    from reader.ui.places.lessons.duel.duel_window import DuelWindow
    from reader.ui.places.lessons.kept_lessons import KeptLesson
    from reader.ui.places.lessons.lesson_window import LessonWindow
    from reader.ui.places.lessons.maker.new_lesson import LessonText, NewLesson
    from reader.ui.places.lessons.parts import LessonParts
    from reader.ui.places.lessons.pupil.pupil_window import PupilWindow
    from reader.ui.places.library.library_place import LibraryPlace

LessonLoader = Callable[[], "LessonParts"]
SUFFIX = ".crlesson"
_KINDS = "Lessons (*.crlesson)"


class Lessons(QObject):
    """Opens lessons; a lesson that is opened as a file is played.

    Attributes:
        pupils: The windows of pupils that are open.
        teachers: The windows of teachers that are open.
        duels: The duels of lists that are open.
        new_lesson: The dialog in which a lesson begins, once one was asked for.
        dialog: The dialog that was opened last: kept lessons, or ready ones.
        page: The guide or the notes that were opened last.
    """

    def __init__(
        self,
        parts: ProgramParts,
        load_parts: LessonLoader | None,
    ) -> None:
        super().__init__(parts.window)
        self._window, self._session = parts.window, parts.session
        self._messages, self._paths = parts.messages, parts.paths
        self._loader = load_parts
        self.pupils: list[PupilSteps] = []
        self.teachers: list[TeacherSteps] = []
        self.duels: list[DuelSteps] = []
        self.dialog: QDialog | None = None
        self.page: QDialog | None = None
        self.new_lesson: NewLesson | None = None
        self._tabs: OpenTabs | None = None
        self._place: LibraryPlace | None = None
        for name in self.slots():
            parts.window.actions_by_name[name].setEnabled(load_parts is not None)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what answers each command, by the command's name."""
        return {
            "change_lesson": self.choose_to_change,
            "lexicon_duel": self.duel,
            "new_lesson": self.make,
            "play_lesson": self.choose_to_play,
            "ready_lessons": self.show_ready,
            "teachers_guide": self.show_guide,
        }

    def _parts(self) -> "LessonParts":
        if self._loader is None:
            raise ReaderError("Lessons are not there.", hint="Open the window anew.")
        return self._loader()

    def _tell(self, error: ReaderError) -> None:
        self._messages.tell(self.tr("Lesson"), str(error))

    # -- pupils ----------------------------------------------------------------------------------

    def choose_to_play(self) -> None:
        """Let somebody choose a lesson, and play it."""
        path = self._messages.ask_file(self.tr("Play a lesson"), _KINDS, kind="lesson")
        if path:
            self.play_file(path)

    def play_file(self, path: str) -> None:
        """Play the lesson in a file."""
        try:
            pack = self._parts().files.read_lesson_file(Path(path))
            self._session.settings.keep_folder("lesson", str(Path(path).absolute().parent))
            self.play(pack)
        except ReaderError as error:
            self._tell(error)

    def play(self, pack: "LessonPack", *, is_trial: bool = False) -> None:
        """Play a lesson; a trial asks for no code and keeps nothing."""
        if pack.lesson.kind == "duel":
            self._open_duel(pack)
            return
        steps = PupilSteps(self._parts(), pack, self._paths, self._messages, self._window.theme)
        steps.setParent(self)
        steps.ended.connect(self._forget_pupil)
        self._window.fit_beside(steps.window)
        if steps.begin(self._window, is_trial=is_trial):
            self.pupils.append(steps)

    def _forget_pupil(self) -> None:
        self.pupils = [one for one in self.pupils if one is not self.sender()]
        self._end(self.sender())

    # -- teachers --------------------------------------------------------------------------------

    def make(self) -> None:
        """Ask for title and articles of a new lesson; what is open or chosen is there already."""
        dialog = self._parts().new_lesson(self._offered(), self._window)
        self.new_lesson = dialog
        dialog.files_wanted.connect(self._add_files)
        dialog.library_wanted.connect(self._add_kept)
        dialog.library.setEnabled(self._session.door.is_there)
        dialog.accepted.connect(self._make)
        dialog.open()

    def _offered(self) -> "list[LessonText]":
        """Return what is chosen in the library when it is shown, else what is open in tabs."""
        made, place = self._parts().text, self._place
        if place is not None and self._window.pages.currentWidget() is place:
            return [made(title, name) for name, title in place.chosen_titles()]
        current = self._session.article.current
        found = [] if current is None else [_open_text(made, current)]
        for tab in self._tabs.tabs if self._tabs is not None else ():
            if tab.article is not None:
                found.append(_open_text(made, tab.article))
            elif tab.kept_id:
                found.append(made(tab.title, tab.kept_id))
        return found

    def _add_files(self) -> None:
        title, kinds = self.tr("Articles for the lesson"), self.tr("All files (*)")
        if self.new_lesson is not None:
            self.new_lesson.add_files(self._messages.ask_files(title, kinds, kind="lesson"))

    def _add_kept(self) -> None:
        if self.new_lesson is not None:
            ask_kept(self._session.door, self.new_lesson, self._take_kept)

    def _take_kept(self, kept: "tuple[KeptTitle, ...]") -> None:
        made = self._parts().text
        if self.new_lesson is not None:
            self.new_lesson.add(made(one.title, one.id) for one in kept)

    def _make(self) -> None:
        dialog, parts = self.new_lesson, self._parts()
        if dialog is None:
            return
        try:
            articles = [one.article or self._read(one.origin) for one in dialog.chosen()]
            pack = parts.making.make_lesson(articles, self._paths, dialog.title.text().strip())
            pack = parts.kept.kept_pack(self._paths, pack)
            self.change(pack, parts.kept.kept_reference(self._paths, pack.lesson))
        except ReaderError as error:
            self._tell(error)

    def _read(self, origin: str) -> Article:
        """Return the article of a path, or of an id in the library."""
        return self._parts().kept.article(self._paths, origin) or read_article(origin)

    def connect_library(self, tabs: "OpenTabs", page: "LibraryPage") -> None:
        """Offer what is open in tabs, or chosen in the library, for a new lesson."""
        self._tabs = tabs
        page.made.connect(self._take_place)

    def _take_place(self, place: "LibraryPlace") -> None:
        self._place = place

    def choose_to_change(self) -> None:
        """Let a teacher choose a lesson, and change it or look at the answers of a class."""
        kept = self._parts().kept.kept(self._paths)
        if not kept:
            self._choose_file()
            return
        dialog = self._parts().kept_dialog(kept, self._window)
        dialog.chosen.connect(self._change_kept)
        dialog.file_wanted.connect(self._choose_file)
        self._open_dialog(dialog)

    def _change_kept(self, kept: "KeptLesson") -> None:
        self._change_file(kept.path)

    def _choose_file(self) -> None:
        path = self._messages.ask_file(
            self.tr("Change a lesson, or look at answers"), _KINDS, kind="lesson"
        )
        if path:
            self._change_file(Path(path))

    def _change_file(self, path: Path) -> None:
        try:
            pack = self._parts().files.read_lesson_file(path)
            self.change(pack, self._parts().kept.kept_reference(self._paths, pack.lesson))
        except ReaderError as error:
            self._tell(error)

    def change(self, pack: "LessonPack", reference: "PlacedAnswer | None") -> TeacherSteps:
        """Open the window of a teacher."""
        steps = TeacherSteps(
            self._parts(), pack, reference, self._paths, self._messages, self._window.theme
        )
        steps.setParent(self)
        steps.ended.connect(self._forget_teacher)
        steps.try_wanted.connect(self._try)
        steps.guide_wanted.connect(self.show_guide)
        self.teachers.append(steps)
        self._window.fit_beside(steps.window)
        steps.show()
        return steps

    def _try(self, pack: object) -> None:
        self.play(pack, is_trial=True)  # type: ignore[arg-type]  # signals carry objects

    def _forget_teacher(self) -> None:
        self.teachers = [one for one in self.teachers if one is not self.sender()]
        self._end(self.sender())

    def _end(self, steps: QObject) -> None:
        """Let Qt take a window and its steps away, once nothing of them is at work."""
        window = getattr(steps, "window", None)
        if window is not None:
            window.deleteLater()
        steps.deleteLater()

    # -- duels -----------------------------------------------------------------------------------

    def duel(self) -> None:
        """Set two lists against one another, on the open article or on the ready pair."""
        article = self._session.article.current
        parts = self._parts()
        try:
            if article is not None:
                pack = parts.making.make_lesson([article], self._paths, self.tr("Lexicon duel"))
            else:
                found = parts.ready.ready_lesson("night-bus", self._paths)
                pack = parts.ready.ready_pack(found, self._paths, read_article)
            self._open_duel(pack)
        except ReaderError as error:
            self._tell(error)

    def _open_duel(self, pack: "LessonPack") -> None:
        steps = DuelSteps(self._parts(), pack, self._paths, self._messages, self._window.theme)
        steps.setParent(self)
        steps.ended.connect(self._forget_duel)
        self.duels.append(steps)
        self._window.fit_beside(steps.window)
        steps.show()

    def _forget_duel(self) -> None:
        self.duels = [one for one in self.duels if one is not self.sender()]
        self._end(self.sender())

    # -- what comes with the program -------------------------------------------------------------

    def show_ready(self) -> None:
        """Offer the ready lessons."""
        try:
            lessons = self._parts().ready.ready_lessons(self._paths)
        except ReaderError as error:
            self._tell(error)
            return
        dialog = self._parts().ready_dialog(lessons, self._window)
        dialog.chosen.connect(self.open_ready)
        self._open_dialog(dialog)

    def _open_dialog(self, dialog: QDialog) -> None:
        """Show a dialog; one that is still open makes room."""
        self._close_page()
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
        self.dialog = dialog
        dialog.open()

    def open_ready(self, name: str, wanted: str) -> None:
        """Open a ready lesson, its text for a week later, or its notes."""
        ready = self._parts().ready
        found = ready.ready_lesson(name, self._paths)
        if wanted != "notes" and self.dialog is not None:
            self.dialog.close()
        try:
            if wanted == "notes":
                self._show_page(found.title, found.notes)
            elif wanted == "later":
                self.change(ready.transfer_pack(found, self._paths, read_article), None)
            else:
                self._open_ready(found)
        except ReaderError as error:
            self._tell(error)

    def _open_ready(self, found: object) -> None:
        parts = self._parts()
        made = parts.ready.ready_pack(found, self._paths, read_article)
        pack = parts.kept.kept_pack(self._paths, made)
        kept = parts.kept.kept_reference(self._paths, pack.lesson)
        self.change(pack, kept or parts.ready.ready_placed_reference(found, pack.lesson))

    def show_guide(self) -> None:
        """Show the guide for teachers."""
        try:
            self._show_page(
                self.tr("A guide for teachers"), self._parts().ready.guide(self._paths)
            )
        except ReaderError as error:
            self._tell(error)

    def _show_page(self, title: str, markdown: str) -> None:
        """Show a page over the window that asks for it, which is in front again later."""
        self._close_page()
        shown: list[QMainWindow] = [*self._windows()]
        over = next((one for one in shown if one.isActiveWindow()), self._window)
        self.page = self._parts().guide(title, markdown, self._messages, over)
        self.page.finished.connect(self._forget_page)
        self.page.open()

    def _close_page(self) -> None:
        if self.page is not None:
            self.page.close()

    def _forget_page(self) -> None:
        if self.page is not None:
            self.page.deleteLater()
        self.page = None

    # -- all of them -----------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of the windows that are open."""
        for window in self._windows():
            window.set_theme(theme)

    def close(self) -> None:
        """Keep what is not yet kept, and close the windows."""
        self._close_page()
        if self.dialog is not None:
            self.dialog.close()
        for window in self._windows():
            window.close()

    def _windows(self) -> "list[PupilWindow | LessonWindow | DuelWindow]":
        return [
            *(one.window for one in self.pupils),
            *(one.window for one in self.teachers),
            *(one.window for one in self.duels),
        ]


def _open_text(made: "type[LessonText]", article: Article) -> "LessonText":
    return made(article.name, article.origin or article.name, article)
