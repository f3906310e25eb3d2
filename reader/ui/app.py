"""Composition root: builds settings, session and window, and wires them together."""

import argparse
import gc
import logging
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reader.core.analysis.analysis import Analysis
from reader.core.corrections.text_actions import edited_article
from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.paths import Paths, default_paths
from reader.storage.library.store import LibraryStore
from reader.storage.user_data.store import Store
from reader.ui.actions import COMMANDS
from reader.ui.controllers.across.comparing import Comparing
from reader.ui.controllers.across.corpora import Corpora
from reader.ui.controllers.across.naming_steps import NamingSteps
from reader.ui.controllers.across.source_sheets import SourceSheets
from reader.ui.controllers.appearance.about_program import AboutProgram
from reader.ui.controllers.appearance.appearance import Appearance, chosen_theme
from reader.ui.controllers.appearance.tour import Tour
from reader.ui.controllers.article_folder import ArticleFolder
from reader.ui.controllers.correcting import Correcting
from reader.ui.controllers.ending import OrderlyEnd
from reader.ui.controllers.exporting import Exporting
from reader.ui.controllers.lessons.lessons import Lessons
from reader.ui.controllers.lexicons.lexicon_steps import LexiconSteps
from reader.ui.controllers.lexicons.lexicon_windows import LexiconWindows
from reader.ui.controllers.library.desk import Desk
from reader.ui.controllers.library.disk_room import DiskRoom
from reader.ui.controllers.marking.going import Going
from reader.ui.controllers.marking.mark_menu import MarkMenu
from reader.ui.controllers.marking.muted_words import MutedWords
from reader.ui.controllers.marking.shown_marks import ShownMarks
from reader.ui.controllers.notes.notes_from_files import NotesFromFiles
from reader.ui.controllers.notes.noting import Noting
from reader.ui.controllers.opening import Opening
from reader.ui.messages import Messages
from reader.ui.session.late_loads import LateLoads
from reader.ui.session.session import Session
from reader.ui.theme import Theme, load_fonts, palette, style_sheet
from reader.ui.widgets.icons import Icons
from reader.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from reader.ui.controllers.appearance.portable import Portable

if sys.platform == "win32":
    import ctypes


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
    own = Path(tempfile.mkdtemp(prefix="close-reader-")) if call.temp_profile else None
    try:
        program = Program(application, default_paths(own), loads)
        program.install_crash_hook()
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
            shutil.rmtree(own, ignore_errors=True)


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


def _collect_from_now_on() -> None:
    """Let Python look for unused cycles, where it was told not to; what stands now stays."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


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
        self._paths = paths
        store = store or LibraryStore(paths.data)
        self._first_problem = store.prepare()
        self.session = Session.begin(paths, loads, store, self)
        load_fonts(paths.resources)
        application.setWindowIcon(QIcon(str(paths.resources / "icons" / "close-reader.svg")))
        theme = chosen_theme(self.session.settings.now.appearance)
        self.window = MainWindow(theme, Icons(paths.resources / "icons"))
        self.messages = messages or Messages(self.window, self.session.settings)
        self._make_controllers(application, loads)
        load_comparison = loads.comparison
        self.comparing = Comparing(
            self.window, self.session, self.messages, paths, load_comparison
        )
        SourceSheets(self.window, self.session, self.messages, self.correcting, load_comparison)
        self._waits_for_paint = False
        self._connect_session()  # first: the page shows an article, then the desk finds its place
        self.noting = Noting(self.window, self.session, self.correcting, store)
        self.notes_from_files = NotesFromFiles(
            self.window, self.session, self.messages, self.noting, loads.export
        )
        self.exporting.take_notes_from(self.noting.notes)
        self.desk = Desk(self.window, self.session, self.messages, loads, paths)
        DiskRoom(self.window, self.session, self.appearance)
        self.desk.page.made.connect(self.comparing.connect_place)
        self.desk.versions.compare_requested.connect(self.comparing.compare)
        self.desk.versions.step_left.connect(self.noting.walk)
        self.lessons.connect_library(self.desk.tabs, self.desk.page)
        self.corpora = Corpora(
            self.window, self.session, self.messages, paths, loads.corpus, self.desk
        )
        self._connect_actions()
        self._connect_window()
        self._connect_pages()
        self._connect_panels()
        self._connect_view()
        self._connect_correcting()
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
        self.opening = Opening(window, session, paths, messages)
        self.muted_words = MutedWords(window, session.analysis.corrections)
        self.correcting = Correcting(window, session, messages)
        self.naming = NamingSteps(window, session, self.correcting)
        self.article_folder = ArticleFolder(window, session, messages, paths)
        steps = LexiconSteps(window, session, paths, loads.editor)
        self.correcting.listen_to(steps)
        self.mark_menu = MarkMenu(window, steps, self.shown_marks)
        self.lexicon_windows = LexiconWindows(
            window, session, messages, paths, loads.editor, steps, self.article_folder
        )
        self.exporting = Exporting(window, session, messages, paths, loads.export)
        self.lessons = Lessons(window, session, messages, paths, loads.lessons)

    def _connect_actions(self) -> None:
        noting = self.noting
        groups = (
            self._work_slots(),
            self._mark_slots(),
            self._appearance_slots(),
            self.exporting.slots(),
            self.comparing.slots(),
            self.corpora.slots(),
            self.lessons.slots(),
            noting.slots(),
            self.notes_from_files.slots(),
            self.itself.slots(),
            self.going.slots(),
            self.desk.slots(noting.undo, self.session.article.reload, noting.show_state),
        )
        slots = [(name, slot) for group in groups for name, slot in group.items()]
        if sorted(name for name, _ in slots) != sorted(COMMANDS):  # it ends here, and all tests
            odd = COMMANDS.keys() ^ {name for name, _ in slots} or {"one command has two"}
            raise RuntimeError(f"Slots and commands do not fit: {', '.join(sorted(odd))}.")
        for name, slot in slots:
            self.window.actions_by_name[name].triggered.connect(slot)

    def _work_slots(self) -> dict[str, Callable[..., object]]:
        session, opening = self.session, self.opening
        return {
            "add_to_lexicon": self.lexicon_windows.add_selection,
            "audit": self.lexicon_windows.audit,
            "correct": self.correcting.correct_here,
            "edit_lexicons": self.lexicon_windows.open,
            "open": opening.choose_file,
            "open_address": opening.choose_address,
            "paste": opening.paste,
            "redo": self.noting.redo,
            "reload_lexicons": session.analysis.reload_lexicons,
        }

    def _mark_slots(self) -> dict[str, Callable[..., object]]:
        shown_marks, window = self.shown_marks, self.window
        return {
            "copy": window.view.copy,
            "mute_everywhere": shown_marks.mute_focus_everywhere,
            "mute_here": shown_marks.mute_focus_here,
            "muted": self.muted_words.open,
            "open_card": window.view.open_card,
            "pin_layer": shown_marks.pin_layer,
            "show_marks": shown_marks.show_marks,
            "voice_all": shown_marks.choose_voices,
            "voice_direct": shown_marks.choose_voices,
            "voice_indirect": shown_marks.choose_voices,
            "voice_narrator": shown_marks.choose_voices,
        }

    def _appearance_slots(self) -> dict[str, Callable[..., object]]:
        appearance, window = self.appearance, self.window
        return {
            "find": window.open_find,
            "full_screen": window.page_alone.toggle,
            **appearance.keys.slots(),
            **self.tour.slots(),
            "larger": appearance.larger,
            "next_pane": window.next_pane,
            "next_theme": appearance.next_theme,
            "preferences": appearance.preferences,
            "quit": window.close,
            "show_panel": window.panel.toggle,
            "smaller": appearance.smaller,
            "stronger_voices": appearance.stronger_voices,
            "usual_size": appearance.usual_size,
            "tear_off_panel": window.panel.tear_off,
            "move_panel": window.panel.move_over,
            "widen_panel": window.panel.widen,
        }

    def _connect_session(self) -> None:
        session, window = self.session, self.window
        session.settings.failed.connect(self._show_error)
        session.analysis.changed.connect(self._analysis_changed)
        session.analysis.changed.connect(self.article_folder.focus_wanted)
        session.analysis.failed.connect(self._show_error)
        session.analysis.marks_changed.connect(window.view.show_analysis)
        session.analysis.step_changed.connect(window.status.show_step)
        session.analysis.corrections.mutes_changed.connect(self._mutes_changed)
        session.article.changed.connect(self._article_changed)
        session.article.changed.connect(self.article_folder.reveal_wanted)
        session.article.failed.connect(self._show_error)
        session.article.step_changed.connect(window.status.show_step)
        session.lexicons.troubled.connect(self._show_trouble)

    def _connect_window(self) -> None:
        session, opening, window = self.session, self.opening, self.window
        window.article_requested.connect(opening.open)
        window.status.cancel.clicked.connect(session.cancel)
        window.closing.connect(self._closing)
        opening.others_given.connect(self.desk.open_also)
        self.desk.open_requested.connect(opening.open_first)
        window.files_dropped.connect(self.desk.take_dropped)
        window.text_dropped.connect(opening.take_text)

    def _connect_pages(self) -> None:
        appearance, opening, window = self.appearance, self.opening, self.window
        article = self.session.article
        window.about.fact_requested.connect(self.correcting.set_fact)
        window.about.fact_undo_requested.connect(self.correcting.take_fact_back)
        window.about.kind_requested.connect(self.correcting.set_text_kind)
        window.about.stubs_toggled.connect(window.view.show_left_out)
        window.view.restore_requested.connect(article.restore)
        window.about.restore_all_requested.connect(article.restore_all)
        window.about.restore_requested.connect(article.restore)
        window.notes.error.first_chosen.connect(opening.paste)
        window.notes.error.second_chosen.connect(window.notes.error.hide)
        window.notes.gaps.first_chosen.connect(self._look_at_gaps)
        window.notes.gaps.second_chosen.connect(article.restore_all)
        window.notes.language.first_chosen.connect(self._assume_english)
        window.welcome.address_requested.connect(opening.choose_address)
        window.welcome.article_requested.connect(opening.open)
        window.welcome.marks_hidden_toggled.connect(appearance.keep_marks_hidden)
        window.welcome.open_requested.connect(opening.choose_file)
        window.welcome.library_requested.connect(window.actions_by_name["library"].trigger)
        window.welcome.paste_requested.connect(opening.paste)
        window.welcome.tour_requested.connect(self.tour.begin)
        self.tour.sample_requested.connect(opening.open_sample)

    def _connect_panels(self) -> None:
        appearance, shown_marks, window = self.appearance, self.shown_marks, self.window
        window.tabs.currentChanged.connect(shown_marks.change_tab)
        window.wording.category_toggled.connect(shown_marks.toggle_category)
        window.wording.possible_toggled.connect(appearance.keep_possible)
        window.wording.possible_toggled.connect(shown_marks.toggle_possible)
        for panel in window.tabs.panels:
            panel.finding_activated.connect(window.view.focus_finding)
            panel.menu_requested.connect(self.correcting.show_menu_of)
            panel.place_activated.connect(window.view.show_place)
            panel.show_marks_requested.connect(shown_marks.bring_marks_back)

    def _connect_view(self) -> None:
        shown_marks, window = self.shown_marks, self.window
        window.view.finding_focused.connect(shown_marks.follow_ring)
        window.view.place_changed.connect(self._place_changed)
        window.view.mute_everywhere_requested.connect(shown_marks.mute_everywhere)
        window.view.mute_here_requested.connect(shown_marks.mute_here)
        window.view.viewport().installEventFilter(self)

    def _connect_correcting(self) -> None:
        correcting, window = self.correcting, self.window
        correcting.page_menu_made.connect(self.mark_menu.fill)
        window.sourcing.join_requested.connect(correcting.show_join_menu)
        window.sourcing.naming_requested.connect(correcting.rename_side)
        window.sourcing.side_requested.connect(correcting.set_side)
        window.sourcing.speaker_requested.connect(correcting.show_speaker_menu)
        window.sourcing.undo_requested.connect(correcting.undo)
        window.toast.undo_requested.connect(correcting.undo)
        window.view.menu_requested.connect(correcting.show_page_menu)

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
        self.window.about.lexicon_switched.connect(self._switch_lexicon)
        self.window.view.edit_requested.connect(windows.change_entry)
        windows.list_switched.connect(self._switch_lexicon)

    def _restore(self) -> None:
        settings = self.session.settings.now
        self.window.restore_state(settings.geometry, settings.state)
        self.window.show_welcome()
        self.window.actions_by_name["show_highlights"].setChecked(True)
        self.noting.bar.entry_requested.connect(self.lexicon_windows.add_selection)
        self.noting.notes.failed.connect(self._show_error)
        self.correcting.show_state()
        self.appearance.apply()
        self.session.lexicons.switch_off(settings.lexicons_off)
        for problem in (self._first_problem, self.session.settings.problem):
            if problem is not None:
                self._show_trouble(problem)

    def begin(self, origins: Sequence[str]) -> None:
        """Show the window, with the first article if any is named."""
        self.opening.show_offers()
        self.window.show()
        self.opening.open_first(origins)
        if origins:
            self.desk.resume_behind()
        else:
            self.desk.resume()
        _collect_from_now_on()

    def end(self) -> None:
        """Close the window, keep what it keeps, and end."""
        self.window.close()
        QApplication.exit(0)

    def install_crash_hook(self) -> None:
        """Show a copyable report when the program itself goes wrong; the window stays."""
        sys.excepthook = self.report

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log and show a mistake in the program itself."""
        report = "".join(traceback.format_exception(kind, error, trace))
        logging.getLogger("reader").error(report)
        if not issubclass(kind, KeyboardInterrupt):
            self.messages.report_crash(report)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Start the analysis once the text has been painted."""
        if event.type() == QEvent.Type.Paint and self._waits_for_paint:
            self._waits_for_paint = False
            QTimer.singleShot(0, self.session.analysis.start)
        return False

    def _article_changed(self, article: Article | None) -> None:
        if article is None:
            self.window.show_welcome()
            self.opening.show_offers()
            return
        self._waits_for_paint = True
        done = self.session.analysis.corrections.done
        self.window.show_article(edited_article(article, done))
        self.shown_marks.begin_article(
            article, is_marked=not self.session.settings.now.marks_hidden_at_first
        )
        self.window.notes.note_gaps(article)
        self.opening.remember(article)
        problem = self.session.analysis.corrections.problem
        if problem is not None:
            self._show_trouble(problem)

    def _analysis_changed(self, analysis: Analysis) -> None:
        self.window.show_facts(analysis.article)
        self.window.view.show_analysis(analysis)
        self.shown_marks.refilter()
        self.window.notes.note_language(analysis)
        self.correcting.show_state()

    def _mutes_changed(self) -> None:
        self.shown_marks.refilter()
        self.correcting.show_state()

    def _switch_lexicon(self, name: str, is_on: bool) -> None:  # noqa: FBT001 -- a Qt slot
        off = [one for one in self.session.settings.now.lexicons_off if one != name]
        if not is_on:
            off.append(name)
        self.session.settings.change(replace(self.session.settings.now, lexicons_off=tuple(off)))
        self.session.lexicons.switch_off(off)

    def _assume_english(self) -> None:
        self.window.notes.language.hide()
        self.session.analysis.assume_english()

    def _look_at_gaps(self) -> None:
        self.window.notes.gaps.hide()
        self.window.show_panel(self.window.about.id)
        self.window.about.show_left_out()

    def _place_changed(self, place: str, count: int) -> None:
        zoom = round(100 * self.session.settings.now.text_size / 19)
        self.window.status.show_place(place, count, zoom)

    def _show_error(self, error: ReaderError) -> None:
        buttons = (self.tr("Paste text"), self.tr("Close"))
        self.window.notes.error.show_note(error.message, error.hint, buttons, is_warning=True)

    def _show_trouble(self, error: ReaderError) -> None:
        buttons = ("", self.tr("Close"))
        self.window.notes.error.show_note(error.message, error.hint, buttons, is_warning=True)

    def _closing(self) -> None:
        self.lexicon_windows.close()
        self.exporting.stop()
        self.notes_from_files.stop()
        self.comparing.close()
        self.corpora.stop()
        self.desk.finish()
        self.lessons.close()
        geometry, state = self.window.kept_state()
        self.session.settings.change(
            replace(self.session.settings.now, geometry=geometry, state=state)
        )
        self.session.stop()
