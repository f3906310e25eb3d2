"""Composition root: builds settings, session and window, and wires them together."""

import argparse
import logging
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from reader import __version__
from reader.core.analysis.analysis import Analysis
from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.paths import Paths, default_paths
from reader.ui.controllers.appearance import Looks, SettingsKeeper, chosen_theme
from reader.ui.controllers.article_folder import LibraryDesk
from reader.ui.controllers.correcting import Correcting
from reader.ui.controllers.lexicon_commands import LexiconDesk
from reader.ui.controllers.opening import TakingIn
from reader.ui.controllers.shown_marks import Marking
from reader.ui.dialogs.keys_dialog import KeysDialog
from reader.ui.messages import Messages
from reader.ui.session.session import AnalysisLoader, ReadabilityLoader, Session
from reader.ui.theme import load_fonts, palette, style_sheet
from reader.ui.widgets.icons import Icons
from reader.ui.window.main_window import MainWindow


def run(
    arguments: Sequence[str], load_analysis: AnalysisLoader, load_readability: ReadabilityLoader
) -> int:
    """Open the window; return the exit status."""
    call = _parser().parse_args(arguments)
    if call.debug:
        logging.basicConfig(
            level=logging.DEBUG, format="%(levelname)s %(filename)s:%(lineno)d %(message)s"
        )
    own = Path(tempfile.mkdtemp(prefix="close-reader-")) if call.temp_profile else None
    application = QApplication(["close-reader"])
    application.setApplicationName("Close Reader")
    program = Program(application, default_paths(own), load_analysis, load_readability)
    program.install_crash_hook()
    program.window.fit_screen()
    program.begin(call.articles)
    status = application.exec()
    if own is not None:
        shutil.rmtree(own, ignore_errors=True)
    return status


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
        load_analysis: AnalysisLoader,
        load_readability: ReadabilityLoader,
        messages: Messages | None = None,
    ) -> None:
        super().__init__()
        self._paths = paths
        self.keeper = SettingsKeeper(paths.data / "settings.json")
        load_fonts(paths.resources)
        theme = chosen_theme(self.keeper.settings.appearance)
        application.setPalette(palette(theme))
        application.setStyleSheet(style_sheet(theme))
        self.session = Session(paths, load_analysis, load_readability, self)
        self.window = MainWindow(theme, Icons(paths.resources / "icons"))
        self.messages = messages or Messages(self.window)
        self.looks = Looks(application, self.window, self.keeper)
        self.marking = Marking(
            self.window, self.session, shows_possible=self.keeper.settings.shows_possible
        )
        self.taking_in = TakingIn(self.window, self.session, self.keeper, paths, self.messages)
        self.correcting = Correcting(self.window, self.session, self.marking, self.messages)
        self.lexicon_desk = LexiconDesk(
            self.window,
            self.session,
            self.marking,
            self.messages,
            paths,
            self.looks.theme,
            LibraryDesk(self.window, self.session, self.keeper, self.messages, paths),
        )
        self._waits_for_paint = False
        self._connect_actions()
        self._connect_session()
        self._connect_window()
        self._connect_pages()
        self._connect_panels()
        self._connect_view()
        self._connect_correcting()
        self._connect_lexicons()
        self._restore()

    def _connect_actions(self) -> None:
        slots = {**self._work_slots(), **self._mark_slots(), **self._look_slots()}
        for name, slot in slots.items():
            self.window.actions_by_name[name].triggered.connect(slot)

    def _work_slots(self) -> dict[str, Callable[..., object]]:
        session, taking_in = self.session, self.taking_in
        return {
            "about": self._about,
            "add_to_lexicon": self.lexicon_desk.add_selection,
            "audit": self.lexicon_desk.audit,
            "close_article": self._close_article,
            "correct": self.correcting.correct_here,
            "edit_lexicons": self.lexicon_desk.open,
            "export_corrections": self.correcting.export,
            "go_to_line": self._go_to_line,
            "keys": self._keys,
            "lexicon_folder": self._lexicon_folder,
            "open": taking_in.choose_file,
            "open_address": taking_in.choose_address,
            "paste": taking_in.paste,
            "redo": self.correcting.redo,
            "reload": session.reload,
            "reload_lexicons": session.reload_lexicons,
            "undo": self.correcting.undo,
        }

    def _mark_slots(self) -> dict[str, Callable[..., object]]:
        marking, window = self.marking, self.window
        return {
            "copy": window.view.copy,
            "mute_everywhere": marking.mute_focus_everywhere,
            "mute_here": marking.mute_focus_here,
            "next_mark": window.view.focus_next,
            "open_card": window.view.open_card,
            "pin_layer": marking.pin_layer,
            "previous_mark": window.view.focus_previous,
            "show_marks": marking.show_marks,
            "voice_all": marking.choose_voices,
            "voice_direct": marking.choose_voices,
            "voice_indirect": marking.choose_voices,
            "voice_narrator": marking.choose_voices,
        }

    def _look_slots(self) -> dict[str, Callable[..., object]]:
        looks, window = self.looks, self.window
        return {
            "find": window.open_find,
            "full_screen": looks.full_screen,
            "larger": looks.larger,
            "next_pane": window.next_pane,
            "next_theme": looks.next_theme,
            "preferences": looks.preferences,
            "quit": window.close,
            "show_panel": window.panel.toggle,
            "smaller": looks.smaller,
            "stronger_voices": looks.stronger_voices,
            "usual_size": looks.usual_size,
            "tear_off_panel": window.panel.tear_off,
            "move_panel": window.panel.move_over,
            "widen_panel": window.panel.widen,
        }

    def _connect_session(self) -> None:
        marking, session, window = self.marking, self.session, self.window
        self.keeper.failed.connect(self._show_error)
        session.analysis_changed.connect(self._analysis_changed)
        session.article_changed.connect(self._article_changed)
        session.failed.connect(self._show_error)
        session.lexicons_troubled.connect(self._show_trouble)
        session.marks_changed.connect(window.view.show_analysis)
        session.muted_changed.connect(marking.refilter)
        session.step_changed.connect(window.status.show_step)

    def _connect_window(self) -> None:
        session, taking_in, window = self.session, self.taking_in, self.window
        window.article_requested.connect(taking_in.open)
        window.status.cancel.clicked.connect(session.cancel)
        window.closing.connect(self._closing)
        window.files_dropped.connect(taking_in.open_first)
        window.text_dropped.connect(taking_in.take_text)

    def _connect_pages(self) -> None:
        looks, session, taking_in, window = self.looks, self.session, self.taking_in, self.window
        window.about.restore_all_requested.connect(session.restore_all)
        window.about.restore_requested.connect(session.restore)
        window.notes.error.first_chosen.connect(taking_in.paste)
        window.notes.error.second_chosen.connect(window.notes.error.hide)
        window.notes.gaps.first_chosen.connect(self._look_at_gaps)
        window.notes.gaps.second_chosen.connect(session.restore_all)
        window.notes.language.first_chosen.connect(self._assume_english)
        window.welcome.address_requested.connect(taking_in.choose_address)
        window.welcome.article_requested.connect(taking_in.open)
        window.welcome.marks_hidden_toggled.connect(looks.keep_marks_hidden)
        window.welcome.open_requested.connect(taking_in.choose_file)
        window.welcome.paste_requested.connect(taking_in.paste)

    def _connect_panels(self) -> None:
        looks, marking, window = self.looks, self.marking, self.window
        window.tabs.currentChanged.connect(marking.change_tab)
        window.wording.category_toggled.connect(marking.toggle_category)
        window.wording.possible_toggled.connect(looks.keep_possible)
        window.wording.possible_toggled.connect(marking.toggle_possible)
        for panel in window.tabs.panels:
            panel.set_line_finder(window.view.line_of)
            panel.finding_activated.connect(window.view.focus_finding)
            panel.menu_requested.connect(self.correcting.show_menu_of)
            panel.place_activated.connect(window.view.reveal)
            panel.show_marks_requested.connect(marking.bring_marks_back)

    def _connect_view(self) -> None:
        marking, window = self.marking, self.window
        window.view.finding_focused.connect(marking.follow_ring)
        window.view.line_changed.connect(self._line_changed)
        window.view.mute_everywhere_requested.connect(marking.mute_everywhere)
        window.view.mute_here_requested.connect(marking.mute_here)
        window.view.viewport().installEventFilter(self)

    def _connect_correcting(self) -> None:
        correcting, window = self.correcting, self.window
        correcting.failed.connect(self._show_error)
        correcting.page_menu_made.connect(self.lexicon_desk.add_to_menu)
        self.marking.muted.connect(correcting.note_mute)
        window.sourcing.join_requested.connect(correcting.show_join_menu)
        window.sourcing.naming_requested.connect(correcting.rename_side)
        window.sourcing.side_requested.connect(correcting.set_side)
        window.sourcing.speaker_requested.connect(correcting.show_speaker_menu)
        window.sourcing.undo_requested.connect(correcting.undo)
        window.toast.undo_requested.connect(correcting.undo)
        window.view.menu_requested.connect(correcting.show_page_menu)

    def _connect_lexicons(self) -> None:
        desk = self.lexicon_desk
        desk.list_switched.connect(self._switch_lexicon)
        self.looks.theme_changed.connect(desk.set_theme)
        self.taking_in.pack_opened.connect(desk.offer_pack)
        self.window.about.lexicon_switched.connect(self._switch_lexicon)
        self.window.view.edit_requested.connect(desk.change_entry)

    def _restore(self) -> None:
        settings = self.keeper.settings
        self.window.restore_state(settings.geometry, settings.state)
        self.window.show_welcome()
        self.looks.apply()
        self.session.switch_off(settings.lexicons_off)
        for problem in (self.keeper.problem, self.session.mutes_problem):
            if problem is not None:
                self._show_trouble(problem)

    def begin(self, origins: Sequence[str]) -> None:
        """Show the window, with the first article if one is named."""
        self.taking_in.show_offers()
        self.window.show()
        if origins:
            self.taking_in.open(origins[0])

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
            QTimer.singleShot(0, self.session.analyse)
        return False

    def _article_changed(self, article: Article | None) -> None:
        if article is None:
            self.window.show_welcome()
            self.taking_in.show_offers()
            return
        self._waits_for_paint = True
        self.window.show_article(article)
        self.marking.begin_article(
            article, is_marked=not self.keeper.settings.marks_hidden_at_first
        )
        self.window.notes.note_gaps(article)
        self.correcting.begin_article()
        self.taking_in.remember(article)

    def _analysis_changed(self, analysis: Analysis) -> None:
        self.window.view.show_analysis(analysis)
        self.marking.refilter()
        self.window.notes.note_language(analysis)
        self.correcting.show_state()

    def _switch_lexicon(self, name: str, is_on: bool) -> None:  # noqa: FBT001 -- a Qt slot
        off = [one for one in self.keeper.settings.lexicons_off if one != name]
        if not is_on:
            off.append(name)
        self.keeper.change(replace(self.keeper.settings, lexicons_off=tuple(off)))
        self.session.switch_off(off)

    def _assume_english(self) -> None:
        self.window.notes.language.hide()
        self.session.assume_english()

    def _look_at_gaps(self) -> None:
        self.window.notes.gaps.hide()
        self.window.show_panel(self.window.about.id)

    def _close_article(self) -> None:
        self.session.show(None)

    def _line_changed(self, line: int, lines: int) -> None:
        self.window.status.show_line(line, lines, round(100 * self.keeper.settings.text_size / 19))

    def _show_error(self, error: ReaderError) -> None:
        buttons = (self.tr("Paste text"), self.tr("Close"))
        self.window.notes.error.show_note(error.message, error.hint, buttons, is_warning=True)

    def _show_trouble(self, error: ReaderError) -> None:
        buttons = ("", self.tr("Close"))
        self.window.notes.error.show_note(error.message, error.hint, buttons, is_warning=True)

    def _go_to_line(self) -> None:
        view = self.window.view
        line, most = view.line_in_view()
        if most:
            told = self.tr("Which line, of {n}?").format(n=most)
            view.go_to_line(self.messages.ask_number((self.tr("Go to line"), told), line, most))

    def _keys(self) -> None:
        KeysDialog(self.window.actions_by_name, self.window).exec()

    def _about(self) -> None:
        told = self.tr(
            "Close Reader {version}\n\nRead a news article slowly: its words, its sources, its "
            "doubts. A mark is a question, not a verdict. Works without network; nothing is sent "
            "anywhere. Code under MIT, word lists CC0."
        )
        self.messages.tell(self.tr("About Close Reader"), told.format(version=__version__))

    def _lexicon_folder(self) -> None:
        told = self.tr(
            "Your own lexicons lie in\n{folder}\n\nA lexicon is a folder with lexicon.toml and "
            "entries.csv. Copy a shipped one, give it another name, and edit the table."
        )
        self.messages.tell(self.tr("Your lexicons"), told.format(folder=self._paths.user_lexicons))

    def _closing(self) -> None:
        self.lexicon_desk.close()
        geometry, state = self.window.kept_state()
        self.keeper.change(replace(self.keeper.settings, geometry=geometry, state=state))
        self.session.close()
