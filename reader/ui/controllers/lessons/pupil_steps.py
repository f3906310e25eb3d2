"""One pupil at work: begins under a code, keeps a draft, hands the answer file in."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from reader.core.analysis.analysis import Analysis
from reader.errors import ReaderError
from reader.paths import Paths
from reader.ui.controllers.lessons.lesson_steps import LessonSteps
from reader.ui.jobs import Jobs
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.storage.lessons.lesson_files import LessonPack
    from reader.ui.places.lessons.parts import LessonParts


class PupilSteps(LessonSteps):
    """Answers what the window of a pupil asks."""

    def _open(self, theme: Theme) -> None:
        parts, pack, paths = self._parts, self._pack, self._paths
        self._is_trial = False
        self._wanted = ""
        self._drafts = parts.drafts.Drafts(paths, pack.lesson)
        self.work = parts.pupil_work(pack.lesson, self)
        texts = parts.texts.of(pack.lesson, paths)
        self.window = parts.pupil_window(self.work, texts, theme, Icons(paths.resources / "icons"))
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._show_analyses)
        self._jobs.failed.connect(self._tell_failure)
        self._analyses: dict[str, Analysis] = {}
        self.window.hand_in_requested.connect(self.hand_in)
        self.window.keep_requested.connect(self.keep)
        self.window.program_wanted.connect(self._analyse)
        self.window.closing.connect(self._close)

    def begin(self, parent: QWidget, *, is_trial: bool = False) -> bool:
        """Ask for the code and show the window; tell whether the pupil began."""
        self._is_trial = is_trial
        if is_trial:
            self.begin_as("trial")
            return True
        dialog = self._parts.begin(self._pack.lesson, parent)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return False
        self.begin_as(dialog.code.text().strip())
        return True

    def begin_as(self, code: str) -> None:
        """Show the window for a code; what was kept under it comes back."""
        self.work.code = code
        if not self._is_trial:
            draft = self._drafts.kept(code)
            if draft is not None:
                self.work.take_draft(draft)
        self.window.show_step(self._first_open())
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _first_open(self) -> str:
        steps = self._pack.lesson.steps
        progress = self.work.progress
        waiting = [
            one.id for one in steps if one.id not in progress.done and progress.is_open(one)
        ]
        return waiting[0] if waiting else steps[0].id

    def keep(self) -> None:
        """Keep what was done as a draft on this computer."""
        if self._is_trial or not self.work.code:
            return
        draft = self._parts.drafts.Draft(self.work.answer(), self.work.progress)
        try:
            aside = self._drafts.keep(draft)
        except ReaderError as error:
            self.window.state.tell(str(error))
            return
        told = self.tr("Saved on this computer a moment ago")
        if aside:
            told = self.tr("Saved. What another window kept is now {names}.").format(
                names=", ".join(aside)
            )
        self.window.state.tell(told)

    def hand_in(self) -> None:
        """Save the answer file where the pupil says; ask first where steps are open."""
        if not self._is_wanted_as_it_is():
            return
        answers = self._parts.answers
        name = answers.answer_file_name(self.work.code)
        kinds = self.tr("Answer files (*.answer)")
        place = self._messages.ask_place(self.tr("Hand in"), name, kinds, kind="lesson")
        if not place:
            return
        path = Path(place)
        path = path if path.suffix == answers.SUFFIX else path.with_name(path.name + ".answer")
        try:
            answers.write_answer(path, self.work.answer())
        except ReaderError as error:
            self._messages.tell(self.tr("Hand in"), str(error))
            return
        self.window.state.tell(self.tr("Handed in as {name}").format(name=path.name))
        told = self.tr("Handed in as {name}. Give this file to your teacher.")
        self.window.panel.tell(told.format(name=path.name))

    def _is_wanted_as_it_is(self) -> bool:
        steps, done = self._pack.lesson.steps, self.work.progress.done
        n = sum(step.id not in done for step in steps)
        if not n:
            return True
        told = self.tr("{n} of {all} steps are still open. Hand in all the same?")
        if n == 1:
            told = self.tr("1 of {all} steps is still open. Hand in all the same?")
        words = told.format(n=n, all=len(steps))
        later = self.tr("You can go on afterwards, and hand in again.")
        return self._messages.confirm(self.tr("Hand in"), f"{words} {later}", self.tr("Hand in"))

    # -- the program's marks ---------------------------------------------------------------------

    def _analyse(self, article: str) -> None:
        if article in self._analyses:
            self.window.show_analysis(article, self._analyses[article])
        elif not self._jobs.is_busy:
            self._jobs.start(partial(_analyses, self._parts, self._pack, self._paths))

    def _show_analyses(self, found: dict[str, Analysis]) -> None:
        self._analyses = found
        self.window.show_table(self._parts.table.filled_table(found))
        for article, analysis in found.items():
            self.window.show_analysis(article, analysis)

    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self.window.state.tell(str(error))

    def _close(self) -> None:
        self.keep()
        self._jobs.cancel()
        self._jobs.wait()
        self.ended.emit()


def _analyses(
    parts: "LessonParts", pack: "LessonPack", paths: Paths, tell: "Callable[[str], None]"
) -> dict[str, Analysis]:
    """Analyse all articles of a lesson with its lists; runs on a worker."""
    tools, _ = parts.program.lesson_tools(pack, paths)
    found = {}
    for article in pack.lesson.articles:
        tell(article.title)
        found[article.id] = parts.program.analysed(article, tools)
    return found
