"""One teacher at work: keeps the lesson, saves it, prints it, takes answers, saves scores."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from reader.errors import ReaderError
from reader.paths import Paths
from reader.storage.files.atomic_files import write_atomically
from reader.ui.messages import Messages
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons

_LONGEST_OUTLET = 120

if TYPE_CHECKING:  # lessons are loaded when somebody wants one
    from reader.core.lessons.placing import PlacedAnswer
    from reader.storage.lessons.lesson_files import LessonPack
    from reader.ui.places.lessons.parts import LessonParts


class TeacherSteps(QObject):
    """Answers what the window of a teacher asks.

    Attributes:
        draft: The lesson and its reference.
        window: The window.
        dialog: The dialog that was opened last, or None.

    Signals:
        ended(): The window was closed.
        try_wanted(object): The LessonPack is to be tried as a pupil.
        guide_wanted(): The guide for teachers is wanted.
    """

    ended = Signal()
    try_wanted = Signal(object)
    guide_wanted = Signal()

    def __init__(
        self,
        parts: "LessonParts",
        pack: "LessonPack",
        reference: "PlacedAnswer | None",
        paths: Paths,
        messages: Messages,
        theme: Theme,
    ) -> None:
        super().__init__()
        self._parts, self._paths, self._messages = parts, paths, messages
        self.draft = parts.draft(pack, reference, self)
        self._keeper = parts.kept.LessonKeeper(paths, pack)
        texts = parts.texts.of(pack.lesson, paths)
        icons = Icons(paths.resources / "icons")
        self.window = parts.lesson_window(self.draft, texts, theme, icons, parts.load_agreement)
        self.dialog: QDialog | None = None
        self._connect()

    def _connect(self) -> None:
        window = self.window
        window.try_requested.connect(self._try)
        window.outlet_requested.connect(self.ask_outlet)
        window.guide_requested.connect(self.guide_wanted)
        window.paper_requested.connect(self.print_forms)
        window.save_requested.connect(self.save)
        window.keep_requested.connect(self.keep)
        window.closed.connect(self.ended)
        window.maker.take_over_requested.connect(self.take_over)
        window.answers.files_wanted.connect(self.choose_files)
        window.answers.folder_wanted.connect(self.choose_folder)
        window.answers.paper_wanted.connect(self.type_paper)
        window.answers.view_wanted.connect(self._show_reasons)
        window.answers.save_wanted.connect(self.save_scores)
        window.class_view.print_wanted.connect(self._send_heat_to_printer)

    def show(self) -> None:
        """Show the window."""
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _tell(self, error: ReaderError) -> None:
        self._messages.tell(self.draft.lesson.title, str(error))

    def _try(self) -> None:
        self.try_wanted.emit(self.draft.pack)

    # -- the lesson ------------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep lesson and reference in the data folder."""
        try:
            aside = self._keeper.keep(self.draft)
        except ReaderError as error:
            self.window.state.setText(str(error))
            return
        if aside:
            told = self.tr("Another version of this lesson is kept as {names}.")
            self.window.state.setText(told.format(names=", ".join(aside)))

    def ask_outlet(self, article_id: str) -> None:
        """Ask where an article appeared; a file of plain text does not tell."""
        article = self.draft.lesson.article(article_id)
        if article is None:
            return
        question = self.tr(
            "Where did article {letter} appear? Pupils see it when outlets are shown."
        )
        told = self._messages.ask_changed_words(
            self.tr("Outlet"), question.format(letter=article.id), article.outlet or ""
        )
        if told is not None:
            self.draft.name_outlet(article.id, told[:_LONGEST_OUTLET])
            self.window.maker.show_article(article.id)

    def take_over(self, article: str) -> None:
        """Take the program's marks in an article over as reference marks."""
        found = self.draft.lesson.article(article)
        try:
            tools, _ = self._parts.program.lesson_tools(self.draft.pack, self._paths)
            analysis = self._parts.program.analysed(found, tools)
        except ReaderError as error:
            self._tell(error)
            return
        self.draft.add_marks(self._parts.program_reference(self.draft.lesson, article, analysis))

    def save(self, what: str) -> None:
        """Save the lesson, its page for browsers, or the reference, where the teacher says."""
        lesson = self.draft.lesson
        endings = {"lesson": ".crlesson", "html": ".html", "reference": ".answer"}
        titles = {
            "lesson": self.tr("Lesson files"),
            "html": self.tr("Pages for browsers"),
            "reference": self.tr("Answer files"),
        }
        ending = endings[what]
        name = f"{lesson.id}-reference" if what == "reference" else lesson.id
        kinds = f"{titles[what]} (*{ending})"
        place = self._messages.ask_place(self.tr("Save"), f"{name}{ending}", kinds, kind="lesson")
        if not place:
            return
        path = Path(place if place.lower().endswith(ending) else f"{place}{ending}")
        try:
            write_atomically(path, self._bytes(what))
        except ReaderError as error:
            self._tell(error)
            return
        self.window.state.setText(self.tr("Saved as {name}").format(name=path.name))

    def _bytes(self, what: str) -> bytes:
        """Return what is to be saved.

        Raises:
            ReaderError: It cannot be made.
        """
        makers = {
            "lesson": lambda: self._parts.files.lesson_bytes(self.draft.pack),
            "html": lambda: self._parts.page.lesson_page(self.draft.pack, self._paths),
            "reference": lambda: self._parts.answers.answer_bytes(self.draft.reference().answer),
        }
        return bytes(makers[what]())

    def print_forms(self) -> None:
        """Ask which forms are wanted, and write them."""
        dialog = self._parts.paper_forms(
            has_reference=bool(self.draft.marks),
            has_answers=bool(self.window.work.counted()[0]),
            parent=self.window,
        )
        self.dialog = dialog
        dialog.accepted.connect(self._print_chosen)
        dialog.open()

    def _print_chosen(self) -> None:
        dialog: Any = self.dialog  # the paper dialog, which is loaded late
        if dialog is None:
            return
        if dialog.is_for_printer:
            self._send_to_printer(dialog.chosen())
        else:
            self._save_forms(self.tr("Paper forms"), "paper", dialog.chosen())

    def _send_to_printer(self, chosen: list[str]) -> None:
        """Print forms, on the printer that the teacher chooses."""
        printer = self._parts.printer.ask_printer(self.window)
        if printer is None:
            return
        try:
            pages = self._parts.paper.lesson_pages(self._paper_work(), chosen)
            self._parts.printer.print_painted(printer, pages)
        except ReaderError as error:
            self._tell(error)
            return
        self.window.state.setText(self.tr("Sent to the printer"))

    def _paper_work(self) -> Any:  # noqa: ANN401 -- what forms are filled with, loaded late
        answers = self.window.work.counted()[0]
        reference = self.draft.reference()
        return self._parts.paper.paper_work(self.draft.pack, reference, self._paths, answers)

    def _save_forms(self, title: str, what: str, chosen: list[str]) -> None:
        """Save forms where the teacher says."""
        name = f"{self.draft.lesson.id}-{what}.pdf"
        place = self._messages.ask_place(title, name, self.tr("PDF (*.pdf)"), kind="lesson")
        if place:
            self.write_forms(Path(place), chosen)

    def _send_heat_to_printer(self) -> None:
        self._send_to_printer([self._parts.heat_map])

    def save_heat(self) -> None:
        """Save the class on the text, as a PDF to print."""
        self._save_forms(self.tr("Heat map on paper"), "heat-map", [self._parts.heat_map])

    def write_forms(self, path: Path, chosen: list[str]) -> None:
        """Write forms of the lesson as a PDF."""
        try:
            write_atomically(path, self._parts.paper.lesson_pdf(self._paper_work(), chosen))
        except ReaderError as error:
            self._tell(error)
            return
        self.window.state.setText(self.tr("Saved as {name}").format(name=path.name))

    # -- answers ---------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Let the teacher choose answer files, as many as there are."""
        kinds = self.tr("Answer files (*.answer)")
        paths = self._messages.ask_files(self.tr("Answers"), kinds, kind="lesson")
        if paths:
            self.window.work.add(map(Path, paths))

    def choose_folder(self) -> None:
        """Let the teacher choose a folder of answer files, which is watched from then on."""
        folder = self._messages.ask_folder(self.tr("A folder of answers"), kind="lesson")
        if folder:
            self.window.work.watch(Path(folder))

    def type_paper(self) -> None:
        """Let the teacher type in what stands on a paper."""
        dialog = self._parts.typed_paper(self.draft.lesson, self.window.work.texts, self.window)
        self.dialog = dialog
        dialog.accepted.connect(self._take_paper)
        dialog.open()

    def _take_paper(self) -> None:
        answer = getattr(self.dialog, "answer", None)
        if answer is not None:
            try:
                self.window.work.add_typed(answer)
            except ReaderError as error:
                self._tell(error)

    def _show_reasons(self, view: str) -> None:
        if view == "reasons":
            work = self.window.work
            self.dialog = self._parts.reasons(work.scores(), work.texts, self.window)
            self.dialog.open()

    def save_scores(self, name: str) -> None:
        """Save the gradebook, the feedback pages, or the heat map on paper."""
        if name == self._parts.heat_map:
            self.save_heat()
            return
        one = self._parts.score_format(name)
        work = self.window.work
        kinds = f"{one.title} (*{one.suffix})"
        file = f"{self.draft.lesson.id}-{one.title.split()[0].lower()}{one.suffix}"
        place = self._messages.ask_place(one.title, file, kinds, kind="lesson")
        if not place:
            return
        path = Path(place if Path(place).suffix else f"{place}{one.suffix}")
        try:
            write_atomically(path, one.write(work.scores(), work.texts))
        except ReaderError as error:
            self._tell(error)
            return
        self.window.state.setText(self.tr("Saved as {name}").format(name=path.name))
