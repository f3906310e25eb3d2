"""Composition root: builds settings, session and window, and wires them together."""

import argparse
import logging
import sys
import tempfile
import traceback
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog

from reader.core.analysis import Analysis
from reader.core.article import Article
from reader.core.findings import Finding
from reader.errors import ReaderError
from reader.paths import Paths, default_paths
from reader.settings import Settings
from reader.storage.settings_file import load_settings, save_settings
from reader.ui.dialogs.keys_dialog import KeysDialog
from reader.ui.dialogs.preferences_dialog import PreferencesDialog
from reader.ui.main_window import MainWindow
from reader.ui.messages import Messages
from reader.ui.reading_view import Layer, MarkFilter
from reader.ui.reading_view.marks import ALL_VOICES
from reader.ui.session import AnalysisLoader, ReadabilityLoader, Session, sample_paths
from reader.ui.theme import THEMES, Theme, ThemeName, load_fonts, palette, style_sheet
from reader.ui.widgets.icons import Icons
from reader.ui.widgets.welcome_page import Offer

_LAYERS: tuple[Layer, ...] = ("wording", "sourcing", "hedging")
_MOST_RECENT = 12
_VERSION = "0.1.0"


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
    program = Program(default_paths(own), load_analysis, load_readability)
    program.install_crash_hook()
    program.begin(call.articles)
    return application.exec()


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
        paths: Paths,
        load_analysis: AnalysisLoader,
        load_readability: ReadabilityLoader,
        messages: Messages | None = None,
    ) -> None:
        super().__init__()
        self._paths = paths
        self.settings, problem = load_settings(paths.data / "settings.json")
        load_fonts(paths.resources)
        self._theme = self._chosen_theme()
        self._apply_theme()
        self.session = Session(paths, load_analysis, load_readability, self)
        self.window = MainWindow(self._theme, Icons(paths.resources / "icons"))
        self.messages = messages or Messages(self.window)
        self._filter = MarkFilter(shows_possible=self.settings.shows_possible)
        self._pinned: Layer | None = None
        self._undo: list[tuple[str, Finding]] = []
        self._waits_for_paint = False
        self._connect()
        self._restore()
        if problem is not None:
            self._show_error(problem)

    # -- wiring ----------------------------------------------------------------------------

    def _connect(self) -> None:
        window, session = self.window, self.session
        slots = {
            "about": self._about,
            "about_article": self._show_about_tab,
            "close_article": self._close_article,
            "copy": window.view.copy,
            "find": self._find,
            "full_screen": self._full_screen,
            "hedging": self._show_hedging_tab,
            "keys": self._keys,
            "larger": self._larger,
            "lexicon_folder": self._lexicon_folder,
            "mute_everywhere": self._mute_focus_everywhere,
            "mute_here": self._mute_focus_here,
            "next_mark": window.view.focus_next,
            "next_pane": window.next_pane,
            "next_theme": self._next_theme,
            "open": self._choose_file,
            "open_address": self._choose_address,
            "open_card": window.view.open_card,
            "paste": self._paste,
            "pin_layer": self._pin_layer,
            "preferences": self._preferences,
            "previous_mark": window.view.focus_previous,
            "quit": window.close,
            "reload": session.reload,
            "reload_lexicons": session.reload_lexicons,
            "show_marks": self._show_marks,
            "show_panel": self._show_panel,
            "smaller": self._smaller,
            "sourcing": self._show_sourcing_tab,
            "stronger_voices": self._stronger_voices,
            "undo": self._undo_last,
            "usual_size": self._usual_size,
            "voice_all": self._voices_changed,
            "voice_direct": self._voices_changed,
            "voice_indirect": self._voices_changed,
            "voice_narrator": self._voices_changed,
            "widen_panel": window.widen_panel,
            "wording": self._show_wording_tab,
        }
        for name, slot in slots.items():
            window.actions_by_name[name].triggered.connect(slot)
        session.analysis_changed.connect(self._analysis_changed)
        session.article_changed.connect(self._article_changed)
        session.failed.connect(self._show_error)
        session.muted_changed.connect(self._refilter)
        session.step_changed.connect(window.show_step)
        window.about.restore_all_requested.connect(session.restore_all)
        window.about.restore_requested.connect(session.restore)
        window.cancel.clicked.connect(session.cancel)
        window.closing.connect(self._closing)
        window.error.first_chosen.connect(self._paste)
        window.error.second_chosen.connect(window.error.hide)
        window.files_dropped.connect(self._open_first)
        window.find_field.returnPressed.connect(self._find_words)
        window.hedging.finding_activated.connect(window.view.focus_finding)
        window.hedging.place_activated.connect(window.view.reveal)
        window.hedging.show_marks_requested.connect(self._marks_wanted)
        window.note.first_chosen.connect(self._note_first)
        window.note.second_chosen.connect(self._note_second)
        window.sourcing.place_activated.connect(window.view.reveal)
        window.sourcing.show_marks_requested.connect(self._marks_wanted)
        window.tabs.currentChanged.connect(self._tab_changed)
        window.text_dropped.connect(self._take_text)
        window.toast.undo_requested.connect(self._undo_last)
        window.view.finding_focused.connect(self._follow_ring)
        window.view.line_changed.connect(self._line_changed)
        window.view.mute_everywhere_requested.connect(self._mute_everywhere)
        window.view.mute_here_requested.connect(self._mute_here)
        window.view.viewport().installEventFilter(self)
        window.welcome.address_requested.connect(self._choose_address)
        window.welcome.article_requested.connect(session.open)
        window.welcome.marks_hidden_toggled.connect(self._marks_hidden_toggled)
        window.welcome.open_requested.connect(self._choose_file)
        window.welcome.paste_requested.connect(self._paste)
        window.wording.category_toggled.connect(self._category_toggled)
        window.wording.finding_activated.connect(window.view.focus_finding)
        window.wording.possible_toggled.connect(self._possible_toggled)
        window.wording.show_marks_requested.connect(self._marks_wanted)
        for panel in (window.wording, window.sourcing, window.hedging):
            panel.set_line_finder(window.view.line_of)

    def begin(self, origins: Sequence[str]) -> None:
        """Show the window, with the first article if one is named."""
        self._show_offers()
        self.window.show()
        if origins:
            self.session.open(origins[0])

    def install_crash_hook(self) -> None:
        """Show a copyable report when the program itself goes wrong; the window stays."""
        sys.excepthook = self._crashed

    def _crashed(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        report = "".join(traceback.format_exception(kind, error, trace))
        logging.getLogger("reader").error(report)
        if not issubclass(kind, KeyboardInterrupt):
            self.messages.report_crash(report)

    # -- article and analysis ----------------------------------------------------------------

    def _article_changed(self, article: Article | None) -> None:
        if article is None:
            self.window.show_welcome()
            self._show_offers()
            return
        self._undo.clear()
        self._waits_for_paint = True
        marks = self.window.actions_by_name["show_marks"]
        marks.setChecked(not self.settings.marks_hidden_at_first)
        panel = self.window.actions_by_name["show_panel"]
        panel.setChecked(True)
        self.window.show_article(article, with_panel=True)
        self.window.view.set_marks_visible(marks.isChecked())
        self.window.about.show_analysis(article, None)
        self._note_gaps(article)
        self._remember(article)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Start the analysis once the text has been painted."""
        if event.type() == QEvent.Type.Paint and self._waits_for_paint:
            self._waits_for_paint = False
            QTimer.singleShot(0, self.session.analyse)
        return False

    def _analysis_changed(self, analysis: Analysis) -> None:
        self.window.view.show_analysis(analysis)
        self._refilter()
        self.window.about.show_analysis(analysis.article, analysis)
        language = analysis.article.language
        if language not in {None, "en"} and not analysis.lexicons:
            self.window.note.show_note(
                self.tr("This does not look like English."),
                self.tr("The lists are English, so nothing is marked. You can read on."),
                (self.tr("It is English, mark it"), ""),
            )

    def _refilter(self) -> None:
        analysis = self.session.analysis
        muted = self.session.muted_spans()
        self._filter = replace(self._filter, muted=muted, layers=self._shown_layers())
        self.window.view.set_filter(self._filter)
        if analysis is None:
            return
        self.window.show_counts(analysis, self._filter)
        self._fill_panels(analysis)

    def _fill_panels(self, analysis: Analysis) -> None:
        window = self.window
        if not window.actions_by_name["show_marks"].isChecked():
            for panel in (window.wording, window.sourcing, window.hedging):
                panel.show_marks_off()
            return
        hidden = frozenset(
            category for panel, category in self._filter.hidden_categories if panel == "wording"
        )
        every = replace(self._filter, layers=_LAYERS, hidden_categories=frozenset()).shown(
            analysis.findings
        )
        wording = [finding for finding in every if finding.panel == "wording"]
        hedging = [finding for finding in every if finding.panel == "hedging"]
        window.wording.show_analysis(analysis, wording, hidden)
        window.hedging.show_analysis(analysis, hedging)
        window.sourcing.show_analysis(analysis)

    def _shown_layers(self) -> tuple[Layer, ...]:
        index = self.window.tabs.currentIndex()
        front = _LAYERS[index] if index < len(_LAYERS) else self._filter.layers[0]
        if self._pinned is not None and self._pinned != front:
            return (front, self._pinned)
        return (front,)

    def _follow_ring(self, finding: Finding | None) -> None:
        panel = self.window.wording if finding and finding.panel == "wording" else None
        panel_of_hedges = self.window.hedging if finding and panel is None else None
        for target in (panel, panel_of_hedges):
            if target is not None:
                target.select_finding(finding)

    def _line_changed(self, line: int, lines: int) -> None:
        self.window.show_line(line, lines, round(100 * self.settings.text_size / 19))

    # -- notes and errors ----------------------------------------------------------------------

    def _show_error(self, error: ReaderError) -> None:
        self.window.error.show_note(
            error.message,
            error.hint,
            (self.tr("Paste text"), self.tr("Close")),
            is_warning=True,
        )

    def _note_gaps(self, article: Article) -> None:
        if not article.removed:
            return
        count = len(article.removed)
        told = self.tr("{n} pieces were left out of the article.").format(n=count)
        if count == 1:
            told = self.tr("1 piece was left out of the article.")
        reasons = ", ".join(dict.fromkeys(piece.reason for piece in article.removed))
        self.window.note.show_note(
            told, reasons, (self.tr("Look at them"), self.tr("Put all back"))
        )

    def _note_first(self) -> None:
        analysis = self.session.analysis
        if analysis is not None and not analysis.lexicons:
            self.window.note.hide()
            self.session.assume_english()
            return
        self._show_about_tab()
        self.window.note.hide()

    def _note_second(self) -> None:
        self.window.note.hide()
        self.session.restore_all()

    # -- taking in -------------------------------------------------------------------------------

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self.window,
            self.tr("Open an article"),
            "",
            self.tr("Articles (*.txt *.md *.html *.htm *.mhtml);;All files (*)"),
        )
        if path:
            self.session.open(path)

    def _choose_address(self) -> None:
        address, is_ok = QInputDialog.getText(
            self.window,
            self.tr("Open an address"),
            self.tr("The page is fetched once, from its own site, and only now:"),
        )
        if is_ok and address.strip():
            self.session.open(address.strip())

    def _paste(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        if data is not None and (data.hasText() or data.hasHtml()):
            self._take_text(data.text(), data.html() if data.hasHtml() else "")

    def _take_text(self, text: str, html: str) -> None:
        if html.strip():
            self.session.paste_html(html)
        else:
            self.session.paste_text(text)

    def _open_first(self, origins: list[str]) -> None:
        if origins:
            self.session.open(origins[0])

    def _close_article(self) -> None:
        self.session.show(None)

    def _remember(self, article: Article) -> None:
        origin = article.origin
        if not origin or not Path(origin).exists():
            return
        path = str(Path(origin).resolve())
        recent = (path, *(item for item in self.settings.recent if item != path))
        self._change(replace(self.settings, recent=recent[:_MOST_RECENT]))

    def _show_offers(self) -> None:
        samples = [_sample_offer(path) for path in sample_paths(self._paths)]
        shown = {offer.origin for offer in samples}
        recent = [
            Offer(
                item,
                Path(item).stem,
                "" if Path(item).exists() else self.tr("moved or deleted"),
                Path(item).exists(),
            )
            for item in self.settings.recent
            if item not in shown
        ][:5]
        self.window.welcome.show_offers(samples, recent)

    # -- marks -----------------------------------------------------------------------------------

    def _show_marks(self) -> None:
        is_shown = self.window.actions_by_name["show_marks"].isChecked()
        self.window.view.set_marks_visible(is_shown)
        self._refilter()

    def _marks_wanted(self) -> None:
        self.window.actions_by_name["show_marks"].setChecked(True)
        self._show_marks()

    def _voices_changed(self) -> None:
        for voice in ("narrator", "direct", "indirect"):
            if self.window.actions_by_name[f"voice_{voice}"].isChecked():
                self._filter = replace(self._filter, voices=frozenset({voice}))
                break
        else:
            self._filter = replace(self._filter, voices=ALL_VOICES)
        self._refilter()

    def _category_toggled(self, category: str, is_shown: bool) -> None:  # noqa: FBT001 -- a slot
        key = ("wording", category)
        hidden = self._filter.hidden_categories
        hidden = hidden - {key} if is_shown else hidden | {key}
        self._filter = replace(self._filter, hidden_categories=hidden)
        self._refilter()

    def _possible_toggled(self, is_shown: bool) -> None:  # noqa: FBT001 -- a slot
        self._filter = replace(self._filter, shows_possible=is_shown)
        self._change(replace(self.settings, shows_possible=is_shown))
        self._refilter()

    def _mute_focus_here(self) -> None:
        finding = self.window.view.focused_finding()
        if finding is not None:
            self._mute_here(finding)

    def _mute_focus_everywhere(self) -> None:
        finding = self.window.view.focused_finding()
        if finding is not None:
            self._mute_everywhere(finding)

    def _mute_here(self, finding: Finding) -> None:
        self._undo.append(("here", finding))
        self.session.mute_here(finding)
        self._toast_muted(finding, self.tr("“{words}” is muted here."))

    def _mute_everywhere(self, finding: Finding) -> None:
        self._undo.append(("everywhere", finding))
        self.session.mute_everywhere(finding)
        self._toast_muted(finding, self.tr("“{words}” is muted everywhere."))

    def _toast_muted(self, finding: Finding, told: str) -> None:
        self.window.toast.show_words(told.format(words=finding.entry.phrase), can_undo=True)

    def _undo_last(self) -> None:
        if not self._undo:
            return
        kind, finding = self._undo.pop()
        if kind == "here":
            self.session.unmute_here(finding)
        else:
            self.session.unmute_everywhere(finding)
        self.window.toast.hide()

    # -- panels ----------------------------------------------------------------------------------

    def _tab_changed(self) -> None:
        index = self.window.tabs.currentIndex()
        if index < len(_LAYERS):
            self.window.actions_by_name["pin_layer"].setChecked(self._pinned == _LAYERS[index])
            self._refilter()

    def _show_tab(self, index: int) -> None:
        self.window.actions_by_name["show_panel"].setChecked(True)
        self.window.dock.show()
        self.window.tabs.setCurrentIndex(index)

    def _show_wording_tab(self) -> None:
        self._show_tab(0)

    def _show_sourcing_tab(self) -> None:
        self._show_tab(1)

    def _show_hedging_tab(self) -> None:
        self._show_tab(2)

    def _show_about_tab(self) -> None:
        self._show_tab(3)

    def _show_panel(self) -> None:
        self.window.dock.setVisible(self.window.actions_by_name["show_panel"].isChecked())

    def _pin_layer(self) -> None:
        index = self.window.tabs.currentIndex()
        is_pinned = self.window.actions_by_name["pin_layer"].isChecked()
        self._pinned = _LAYERS[index] if is_pinned and index < len(_LAYERS) else None
        self._refilter()

    # -- looks -----------------------------------------------------------------------------------

    def _chosen_theme(self) -> Theme:
        name = self.settings.appearance
        if name == "system":
            scheme = QGuiApplication.styleHints().colorScheme()
            name = "dark" if scheme == Qt.ColorScheme.Dark else "light"
        return {str(key): theme for key, theme in THEMES.items()}.get(name, THEMES["light"])

    def _apply_theme(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette(self._theme))
            application.setStyleSheet(style_sheet(self._theme))

    def set_theme(self, name: ThemeName) -> None:
        """Show the window in light, dark or sepia."""
        self._change(replace(self.settings, appearance=name))
        self._theme = self._chosen_theme()
        self._apply_theme()
        self.window.set_theme(self._theme)

    def _next_theme(self) -> None:
        names: tuple[ThemeName, ...] = ("light", "dark", "sepia")
        self.set_theme(names[(names.index(self._theme.name) + 1) % len(names)])

    def _larger(self) -> None:
        self._resize_text(self.settings.text_size + 1)

    def _smaller(self) -> None:
        self._resize_text(self.settings.text_size - 1)

    def _usual_size(self) -> None:
        self._resize_text(Settings().text_size)

    def _resize_text(self, size_px: int) -> None:
        size_px = max(15, min(32, size_px))
        self._change(replace(self.settings, text_size=size_px))
        self.window.view.set_text_size(size_px)

    def _stronger_voices(self) -> None:
        is_strong = self.window.actions_by_name["stronger_voices"].isChecked()
        self._change(replace(self.settings, stronger_voice_marks=is_strong))
        self.window.view.set_stronger_voices(is_strong)

    def _full_screen(self) -> None:
        if self.window.isFullScreen():
            self.window.showNormal()
        else:
            self.window.showFullScreen()

    # -- finding, help, settings ---

    def _find(self) -> None:
        self.window.find_field.show()
        self.window.find_field.setFocus()
        self.window.find_field.selectAll()

    def _find_words(self) -> None:
        words = self.window.find_field.text()
        if words and not self.window.view.find_words(words):
            told = self.tr("“{words}” is not in this article.").format(words=words)
            self.window.state.setText(told)

    def _keys(self) -> None:
        KeysDialog(self.window).exec()

    def _about(self) -> None:
        told = self.tr(
            "Close Reader {version}\n\nRead a news article slowly: its words, its sources, its "
            "doubts. A mark is a question, not a verdict. Works without network; nothing is sent "
            "anywhere. Code under MIT, word lists CC0."
        )
        self.messages.tell(self.tr("About Close Reader"), told.format(version=_VERSION))

    def _lexicon_folder(self) -> None:
        told = self.tr(
            "Your own lexicons lie in\n{folder}\n\nA lexicon is a folder with lexicon.toml and "
            "entries.csv. Copy a shipped one, give it another name, and edit the table."
        )
        self.messages.tell(self.tr("Your lexicons"), told.format(folder=self._paths.user_lexicons))

    def _preferences(self) -> None:
        dialog = PreferencesDialog(self.settings, self.window)
        if dialog.exec():
            self._take_settings(dialog.settings())

    def _take_settings(self, settings: Settings) -> None:
        self._change(settings)
        self._theme = self._chosen_theme()
        self._apply_theme()
        self.window.set_theme(self._theme)
        self.window.view.set_text_size(settings.text_size)
        self.window.view.set_stronger_voices(settings.stronger_voice_marks)
        self.window.actions_by_name["stronger_voices"].setChecked(settings.stronger_voice_marks)
        self.window.wording.possible.setChecked(settings.shows_possible)
        self.window.welcome.hidden_box.setChecked(settings.marks_hidden_at_first)

    def _marks_hidden_toggled(self, is_hidden: bool) -> None:  # noqa: FBT001 -- a slot
        self._change(replace(self.settings, marks_hidden_at_first=is_hidden))

    def _restore(self) -> None:
        settings = self.settings
        self.window.restore_state(settings.geometry, settings.state)
        self.window.show_welcome()
        self.window.view.set_text_size(settings.text_size)
        self.window.view.set_stronger_voices(settings.stronger_voice_marks)
        self.window.actions_by_name["stronger_voices"].setChecked(settings.stronger_voice_marks)
        self.window.wording.possible.setChecked(settings.shows_possible)
        self.window.welcome.hidden_box.setChecked(settings.marks_hidden_at_first)

    def _change(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.settings = settings
        try:
            save_settings(self._paths.data / "settings.json", settings)
        except ReaderError as error:
            self._show_error(error)

    def _closing(self) -> None:
        geometry, state = self.window.kept_state()
        self._change(replace(self.settings, geometry=geometry, state=state))
        self.session.close()


def _sample_offer(path: Path) -> Offer:
    """Return the offer of a shipped sample: its title, outlet and length."""
    text = path.read_text(encoding="utf-8")
    _, head, body = text.split("---", 2)
    facts = dict(line.split(": ", 1) for line in head.strip().splitlines() if ": " in line)
    detail = f"{facts.get('outlet', '')}, {len(body.split())} words"
    return Offer(str(path), facts.get("title", path.stem), detail)
