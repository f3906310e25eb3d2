"""Composition root: builds settings, session and window, and wires them together."""

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reader.paths import Paths, default_paths
from reader.storage.files.patience import wait_at_most
from reader.storage.files.temporary_folders import TemporaryFolder
from reader.storage.library.store import LibraryStore
from reader.storage.user_data.patient_store import PatientStore
from reader.storage.user_data.store import Store
from reader.ui.actions import COMMANDS
from reader.ui.controllers.across.comparing import Comparing
from reader.ui.controllers.across.corpora import Corpora
from reader.ui.controllers.across.naming_steps import NamingSteps
from reader.ui.controllers.across.source_sheets import SourceSheets
from reader.ui.controllers.appearance.about_program import AboutProgram
from reader.ui.controllers.appearance.appearance import Appearance, chosen_theme
from reader.ui.controllers.appearance.text_language import TextLanguage
from reader.ui.controllers.appearance.tour import Tour
from reader.ui.controllers.corrections.correcting import Correcting
from reader.ui.controllers.ending import OrderlyEnd
from reader.ui.controllers.files.article_folder import ArticleFolder
from reader.ui.controllers.files.exporting import Exporting
from reader.ui.controllers.files.opening import Opening
from reader.ui.controllers.lessons.lessons import Lessons
from reader.ui.controllers.lexicons.lexicon_steps import LexiconSteps
from reader.ui.controllers.lexicons.lexicon_windows import LexiconWindows
from reader.ui.controllers.library.desk import Desk
from reader.ui.controllers.library.upkeep.disk_room import DiskRoom
from reader.ui.controllers.library.upkeep.unopened import Unopened
from reader.ui.controllers.marking.going import Going
from reader.ui.controllers.marking.mark_menu import MarkMenu
from reader.ui.controllers.marking.muted_words import MutedWords
from reader.ui.controllers.marking.shown_article import ShownArticle
from reader.ui.controllers.marking.shown_marks import ShownMarks
from reader.ui.controllers.notes.notes_from_files import NotesFromFiles
from reader.ui.controllers.notes.noting import Noting
from reader.ui.controllers.notes.unwritten import Unwritten
from reader.ui.controllers.program_parts import ProgramParts
from reader.ui.controllers.unused_cycles import UnusedCycles
from reader.ui.messages import Messages
from reader.ui.messages.crash_hook import CrashHook
from reader.ui.session.loaders import LateLoads
from reader.ui.session.session import Session
from reader.ui.theme import Theme, load_fonts, palette, style_sheet
from reader.ui.widgets.icons import Icons
from reader.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from reader.ui.controllers.appearance.portable import Portable

if sys.platform == "win32":
    import ctypes

_LONGEST_WAIT_S = 1.0  # for another program, on the window's thread


def run(arguments: Sequence[str], loads: LateLoads) -> int:
    """Open the window; return the exit status."""
    call = _parser().parse_args(arguments)
    if call.debug:
        logging.basicConfig(
            level=logging.DEBUG, format="%(levelname)s %(filename)s:%(lineno)d %(message)s"
        )
    _own_the_taskbar()
    application = QApplication(["close-reader"])
    application.setApplicationName("Close Reader")
    application.setDesktopFileName("close-reader")  # by which a desktop finds the icon
    end = OrderlyEnd()
    own = TemporaryFolder() if call.temp_profile else None
    try:
        wait_at_most(_LONGEST_WAIT_S)
        program = Program(application, default_paths(own.path if own else None), loads)
        program.crash_hook.install()
        if own is not None:
            program.desk.keep_nothing()
        program.window.fit_screen()
        program.begin(call.articles)
        end.call_from_now(program.end)
        status = application.exec()
        if program.appearance.portable is not None:
            program.appearance.portable.carry_out()
        return status
    finally:
        if own is not None:
            own.close()


def _made_portable(
    loads: LateLoads, paths: Paths, messages: Messages, window: MainWindow
) -> "Portable | None":
    """Return what moves all that is kept, which is loaded when Preferences open."""
    if loads.portable is None:
        return None
    portable: Portable = loads.portable()(paths, messages, loads.library, parent=window)
    return portable


def _dress(application: QApplication, theme: Theme) -> None:
    """Give an application its colours; what wears them already is not dressed again."""
    colours, sheet = palette(theme), style_sheet(theme)
    if application.palette() != colours:
        application.setPalette(colours)
    if application.styleSheet() != sheet:
        application.setStyleSheet(sheet)


def _own_the_taskbar() -> None:
    """Let Windows show the window under its own icon, not under that of Python."""
    if sys.platform == "win32":
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("close-reader")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="close-reader", description="Read an article closely.")
    parser.add_argument("articles", nargs="*", metavar="ARTICLE")
    parser.add_argument("--temp-profile", action="store_true", help="keep nothing of this run")
    parser.add_argument("--debug", action="store_true", help="write a log to the terminal")
    return parser


class Program(QObject):
    """Session, window and settings of one run, and how they answer one another."""

    def __init__(
        self,
        application: QApplication,
        paths: Paths,
        loads: LateLoads,
        messages: Messages | None = None,
        store: Store | None = None,
    ) -> None:
        super().__init__()
        self._cycles = UnusedCycles(self)
        self._paths = paths
        store = PatientStore(store or LibraryStore(paths.data))
        self._first_problem = store.prepare()
        self.session = Session.begin(paths, loads, store, self)
        load_fonts(paths.resources)
        application.setWindowIcon(QIcon(str(paths.resources / "icons" / "close-reader.svg")))
        theme = chosen_theme(self.session.settings.now.appearance)
        self.window = MainWindow(theme, Icons(paths.resources / "icons"))
        self.messages = messages or Messages(self.window, application, self.session.settings)
        self.crash_hook = CrashHook(self.messages)
        self._parts = ProgramParts(self.window, self.session, self.messages, paths)
        self._make_controllers(application, loads)
        load_comparison = loads.comparison
        self.comparing = Comparing(self._parts, load_comparison)
        SourceSheets(self._parts, self.correcting, load_comparison)
        # First the page shows an article, then the desk finds its place.
        ShownArticle(self.window, self.session, self.shown_marks, self.opening, self.correcting)
        self.session.analysis.changed.connect(self.article_folder.focus_wanted)
        self.session.article.changed.connect(self.article_folder.reveal_wanted)
        self.noting = Noting(self.window, self.session, self.correcting, store)
        self.noting.latest.listen_to(self._list_steps)
        self.notes_from_files = NotesFromFiles(self._parts, self.noting, loads.export)
        self.exporting.take_notes_from(self.noting.notes)
        self.desk = Desk(self._parts, loads)
        DiskRoom(self.window, self.session, self.appearance)
        Unopened(self.window, self.session, self.appearance)
        TextLanguage(self.session, self.appearance)
        self.desk.page.made.connect(self.comparing.connect_place)
        self.desk.versions.compare_requested.connect(self.comparing.compare)
        self.desk.step_left.connect(self.noting.walk)
        self.exporting.connect_library(self.desk.page)
        self.lessons.connect_library(self.desk.tabs, self.desk.page)
        self.corpora = Corpora(self._parts, loads.corpus, self.desk)
        self.unwritten = Unwritten(self._parts, store, self.noting, self._list_steps.write)
        self._connect_actions()
        self._connect_window()
        self._connect_lexicons()
        _dress(application, theme)
        self._restore()

    def _make_controllers(self, application: QApplication, loads: LateLoads) -> None:
        session, window, messages, paths = self.session, self.window, self.messages, self._paths
        make_portable = partial(_made_portable, loads, paths, messages, window)
        self.appearance = Appearance(application, window, session.settings, make_portable)
        self.appearance.ending_requested.connect(self.end)
        self.tour = Tour(window)
        self.itself = AboutProgram(messages, paths, window)
        self.going = Going(window, messages)
        self.shown_marks = ShownMarks(window, session)
        self.opening = Opening(self._parts)
        self.muted_words = MutedWords(window, session.analysis.corrections)
        self.correcting = Correcting(self._parts)
        self.naming = NamingSteps(window, session, self.correcting)
        self.article_folder = ArticleFolder(self._parts)
        self._list_steps = steps = LexiconSteps(self._parts, loads.editor)
        self.mark_menu = MarkMenu(window, steps, self.shown_marks)
        self.lexicon_windows = LexiconWindows(
            self._parts, loads.editor, steps, self.article_folder
        )
        self.exporting = Exporting(self._parts, loads.export)
        self.lessons = Lessons(self._parts, loads.lessons)

    def _connect_actions(self) -> None:
        noting = self.noting
        groups = (
            self._window_slots(),
            self.opening.slots(),
            self.correcting.slots(),
            self.lexicon_windows.slots(),
            self.shown_marks.slots(),
            self.muted_words.slots(),
            self.appearance.slots(),
            self.tour.slots(),
            self.exporting.slots(),
            self.comparing.slots(),
            self.corpora.slots(),
            self.lessons.slots(),
            noting.slots(),
            self.notes_from_files.slots(),
            self.itself.slots(),
            self.going.slots(),
            self.desk.slots(noting.latest, self.session.article.reload),
        )
        slots = [(name, slot) for group in groups for name, slot in group.items()]
        if sorted(name for name, _ in slots) != sorted(COMMANDS):  # it ends here, and all tests
            odd = COMMANDS.keys() ^ {name for name, _ in slots} or {"one command has two"}
            raise RuntimeError(f"Slots and commands do not fit: {', '.join(sorted(odd))}.")
        for name, slot in slots:
            self.window.actions_by_name[name].triggered.connect(slot)

    def _window_slots(self) -> dict[str, Callable[..., object]]:
        window = self.window
        return {
            "copy": window.view.copy,
            "full_screen": window.page_alone.toggle,
            "move_panel": window.panel.move_over,
            "next_pane": window.next_pane,
            "open_card": window.view.open_card,
            "quit": window.close,
            "show_panel": window.panel.toggle,
            "tear_off_panel": window.panel.tear_off,
            "widen_panel": window.panel.widen,
        }

    def _connect_window(self) -> None:
        appearance, opening, window = self.appearance, self.opening, self.window
        window.closing.connect(self._closing)
        window.drops.files_dropped.connect(self.desk.take_dropped)
        window.welcome.tour_requested.connect(self.tour.begin)
        lessons = window.actions_by_name["ready_lessons"]
        window.welcome.teachers_requested.connect(lessons.trigger)
        window.welcome.marks_hidden_toggled.connect(appearance.keep_marks_hidden)
        window.wording.possible_toggled.connect(appearance.keep_possible)
        self.correcting.page_menu_made.connect(self.mark_menu.fill)
        self.desk.open_requested.connect(opening.open_first)
        opening.others_given.connect(self.desk.open_also)
        self.tour.sample_requested.connect(opening.open_sample)

    def _connect_lexicons(self) -> None:
        windows = self.lexicon_windows
        self.appearance.theme_changed.connect(windows.set_theme)
        self.appearance.theme_changed.connect(self.comparing.set_theme)
        self.appearance.theme_changed.connect(self.corpora.set_theme)
        self.appearance.theme_changed.connect(self.desk.set_theme)
        self.appearance.theme_changed.connect(self.lessons.set_theme)
        self.appearance.theme_changed.connect(self.noting.set_theme)
        self.mark_menu.add_requested.connect(windows.add_words)
        self.mark_menu.change_requested.connect(windows.change_entry)
        self.opening.lesson_opened.connect(self.lessons.play_file)
        self.opening.pack_opened.connect(windows.offer_pack)
        self.opening.lesson_opened.connect(self.desk.resume_if_due)
        self.opening.pack_opened.connect(self.desk.resume_if_due)
        self.window.about.lexicon_switched.connect(windows.switch_list)
        self.window.view.edit_requested.connect(windows.change_entry)
        windows.list_switched.connect(windows.switch_list)

    def _restore(self) -> None:
        settings = self.session.settings.now
        self.window.restore_state(settings.geometry, settings.state)
        self.window.panel.restore(settings.front_panel, is_wanted=settings.has_panel)
        self.window.show_welcome()
        self.window.actions_by_name["show_highlights"].setChecked(True)
        self.noting.bar.entry_requested.connect(self.lexicon_windows.add_selection)
        self.noting.notes.failed.connect(self.window.notes.show_trouble)
        self.correcting.show_state()
        self.appearance.apply()
        self.session.lexicons.switch_off(settings.lexicons_off)
        for problem in (self._first_problem, self.session.settings.problem):
            if problem is not None:
                self.window.notes.show_trouble(problem)

    def begin(self, origins: Sequence[str]) -> None:
        """Show the window, with the first article if any is named."""
        self.opening.show_offers()
        self.window.show()
        if origins:
            self.desk.resume_behind()
        else:
            self.desk.resume()
        self.opening.open_first(origins)
        self._cycles.begin()

    def end(self) -> None:
        """Close the window, keep what it keeps, and end."""
        self.unwritten.ask_no_more()
        self.window.close()
        QApplication.exit(0)

    def _keep_window(self) -> None:
        geometry, state = self.window.kept_state()
        front, has_panel = self.window.panel.kept()
        settings = self.session.settings
        layout = replace(settings.now, geometry=geometry, state=state)
        settings.change(replace(layout, front_panel=front, has_panel=has_panel))

    def _closing(self) -> None:
        self.noting.finish()
        self.lexicon_windows.close()
        self.exporting.stop()
        self.notes_from_files.stop()
        self.comparing.close()
        self.corpora.stop()
        self.desk.finish()
        self.lessons.close()
        self._keep_window()
        self.session.stop()
