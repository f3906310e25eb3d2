"""The window: builds, places, connects, and keeps its state. The work is done elsewhere."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QLocale, QMimeData, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QMenu,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from reader.core.analysis.analysis import Analysis
from reader.core.text.article import Article
from reader.ui.actions import COMMANDS, MENUS, make_actions
from reader.ui.messages import DropSign, NoteBar, Toast
from reader.ui.panels.about.about_panel import AboutPanel
from reader.ui.panels.hedging.hedging_panel import HedgingPanel
from reader.ui.panels.sourcing.sourcing_panel import SourcingPanel
from reader.ui.panels.wording.wording_panel import WordingPanel
from reader.ui.reading_view import MarkFilter, ReadingView
from reader.ui.reading_view.word_search import WordSearch
from reader.ui.theme import Theme
from reader.ui.widgets.find_bar import FindBar
from reader.ui.widgets.icons import Icons
from reader.ui.widgets.voice_filter import VoiceFilter
from reader.ui.window.panel_dock import PanelPlace
from reader.ui.window.welcome_page import Offer, WelcomePage

_BUSY_AFTER_MS = 400
_FRAME, _TITLE_BAR = 2, 32  # pixels that a desktop usually adds around a window
_NARROW = 1100  # pixels; below, the panel gives way to a rail of icons
_LOW = 640  # pixels; below, there is no status bar
_MOST_REASONS = 4  # of what was left out, on the note


class MainWindow(QMainWindow):
    """The page, the panels around it, and the commands.

    Signals:
        article_requested(str): Open this one, from the list of recent ones.
        closing(): The window is about to close.
        files_dropped(list): Paths or addresses were dropped.
        text_dropped(str, str): Plain text and HTML were dropped.
    """

    article_requested = Signal(str)
    closing = Signal()
    files_dropped = Signal(list)
    text_dropped = Signal(str, str)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self.setObjectName("main_window")
        self.setWindowTitle("Close Reader")
        self.setAcceptDrops(True)
        self.resize(1366, 768)
        self.actions_by_name: Mapping[str, QAction] = make_actions(self)
        self._build_page()
        self._build_panels()
        self._build_bars()
        self.addActions(list(self.actions_by_name.values()))
        self.set_theme(theme)
        self.show_welcome()

    def fit_screen(self) -> None:
        """Fill the screen where it is too small for the window and its frame."""
        there = self.screen().availableGeometry().size() - QSize(_FRAME, _TITLE_BAR)
        if self.width() > there.width() or self.height() > there.height():
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    # -- building ------------------------------------------------------------------------------

    def _build_page(self) -> None:
        self.view = ReadingView(self._theme, self)
        self.welcome = WelcomePage(self)
        self.error = NoteBar("error", self)
        self.gaps = NoteBar("gaps", self)
        self.language = NoteBar("language", self)
        self.find_bar = FindBar(self)
        self.search = WordSearch(self.view)
        self.find_bar.sought.connect(self.search.seek)
        self.find_bar.next_requested.connect(self.search.step_on)
        self.find_bar.previous_requested.connect(self.search.step_back)
        self.find_bar.closed.connect(self.close_find)
        self.search.place_changed.connect(self.find_bar.show_place)
        reading = QWidget(self)
        layout = QVBoxLayout(reading)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.welcome)
        self.pages.addWidget(reading)
        self.pages.setMinimumWidth(320)
        center = QWidget(self)
        column = QVBoxLayout(center)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.error, self.language, self.gaps, self.find_bar):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(center)
        self.toast = Toast(self)
        self.drop_sign = DropSign(self.tr("Let go to read it"), self)
        self._reading = reading

    def _build_panels(self) -> None:
        self.wording = WordingPanel(self._theme, self)
        self.sourcing = SourcingPanel(self._theme, self)
        self.hedging = HedgingPanel(self._theme, self)
        self.about = AboutPanel(self)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("panel_tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setUsesScrollButtons(False)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setDrawBase(False)
        for panel, title in (
            (self.wording, self.tr("Wording")),
            (self.sourcing, self.tr("Sourcing")),
            (self.hedging, self.tr("Hedging")),
            (self.about, ""),
        ):
            self.tabs.addTab(panel, title)
        self.tabs.setTabToolTip(3, self.tr("About this article (Ctrl+4)"))
        self.tabs.tabBar().setAccessibleTabName(3, self.tr("About"))
        self.panel = PanelPlace(self, self.tabs, self.actions_by_name)

    def _build_bars(self) -> None:
        for title, names in MENUS.items():
            menu = self.menuBar().addMenu(self.tr(title))
            for name in names:
                if name:
                    menu.addAction(self.actions_by_name[name])
                else:
                    menu.addSeparator()
            if "open" in names:
                self.recent_menu = QMenu(self.tr("Open &recent"), self)
                menu.insertMenu(self.actions_by_name["paste"], self.recent_menu)
        bar = QToolBar(self.tr("Tools"), self)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(16, 16))
        for name in ("show_panel", "open", "paste", "", "show_marks", "previous_mark"):
            self._add_to_bar(bar, name)
        for name in ("next_mark", ""):
            self._add_to_bar(bar, name)
        self.voices = VoiceFilter(self.actions_by_name, self)
        bar.addWidget(self.voices)
        spacer = QWidget(self)
        spacer.setSizePolicy(
            spacer.sizePolicy().Policy.Expanding, spacer.sizePolicy().Policy.Fixed
        )
        bar.addWidget(spacer)
        for name in ("find", "larger", "next_theme"):
            self._add_to_bar(bar, name)
        self.addToolBar(bar)
        self._bar = bar
        self._build_status()

    def _add_to_bar(self, bar: QToolBar, name: str) -> None:
        if not name:
            bar.addSeparator()
            return
        bar.addAction(self.actions_by_name[name])
        button = bar.widgetForAction(self.actions_by_name[name])
        button.setAccessibleName(self.actions_by_name[name].text().replace("&", ""))
        if name == "show_marks":
            bar_button = button
            bar_button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _build_status(self) -> None:
        self.state = QLabel(self.tr("Ready"), self)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self.progress.setFixedWidth(160)
        self.progress.hide()
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setObjectName("cancel_analysis")
        self.cancel.setStyleSheet("padding: 1px 8px; font-size: 12px;")
        self.cancel.hide()
        self.line = QLabel("", self)
        self.statusBar().addWidget(self.state)
        self.statusBar().addWidget(self.progress)
        self.statusBar().addWidget(self.cancel)
        self.statusBar().addPermanentWidget(self.line)
        self._busy_timer = QTimer(self)
        self._busy_timer.setSingleShot(True)
        self._busy_timer.setInterval(_BUSY_AFTER_MS)
        self._busy_timer.timeout.connect(self._show_busy)

    # -- states --------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of everything that paints itself."""
        self._theme = theme
        self.view.set_theme(theme)
        for panel in (self.wording, self.sourcing, self.hedging):
            panel.set_theme(theme)
        self.voices.set_theme(theme)
        for name, command in COMMANDS.items():
            if command.icon:
                self.actions_by_name[name].setIcon(self._icons.icon(command.icon, theme.text))
        for index, name in enumerate(("highlighter", "quote", "waves", "info")):
            self.tabs.setTabIcon(index, self._icons.icon(name, theme.text2))

    def show_welcome(self) -> None:
        """Show the page of an empty window."""
        self.pages.setCurrentWidget(self.welcome)
        self.panel.set_reading(False)
        self._bar.hide()
        self._hide_notes()
        self.close_find()
        self.line.setText("")
        self.state.setText(self.tr("Works without network. Nothing is sent anywhere."))
        self.setWindowTitle("Close Reader")

    def show_article(self, article: Article) -> None:
        """Show the text of an article; the marks are still to come."""
        self._hide_notes()
        self.pages.setCurrentWidget(self._reading)
        self._bar.show()
        self.panel.set_reading(True)
        self.view.show_article(article)
        self.view.setFocus()
        name = article.title or self.tr("Untitled")
        self.setWindowTitle(f"{name} – Close Reader")
        self.state.setText(self.tr("Ready"))

    def _hide_notes(self) -> None:
        for note in (self.error, self.gaps, self.language):
            note.hide()

    def note_gaps(self, article: Article) -> None:
        """Say what was left out of an article, if anything was."""
        if not article.removed:
            return
        count = len(article.removed)
        told = self.tr("{n} pieces were left out of the article.").format(n=count)
        if count == 1:
            told = self.tr("1 piece was left out of the article.")
        reasons = list(dict.fromkeys(piece.reason for piece in article.removed))
        words = ", ".join(reasons[:_MOST_REASONS]) + ("…" if len(reasons) > _MOST_REASONS else ".")
        self.gaps.show_note(
            told, words[:1].upper() + words[1:], (self.tr("Look at them"), self.tr("Put all back"))
        )

    def note_language(self, analysis: Analysis) -> None:
        """Say which language an article seems to be in, when the lists do not fit it."""
        language = analysis.article.language
        if language in {None, "en"} or analysis.lexicons:
            self.language.hide()
            return
        name = QLocale.languageToString(QLocale(language).language())
        told = self.tr("This looks like {language}.").format(language=name)
        if not name or QLocale(language).language() == QLocale.Language.C:
            told = self.tr("This does not look like English.")
        self.language.show_note(
            told,
            self.tr("The lists are English, so nothing is marked. The article can be read."),
            (self.tr("It is English, mark it"), ""),
        )

    def show_recent(self, offers: Sequence[Offer]) -> None:
        """Fill the menu of what was read lately; what is gone cannot be chosen."""
        self.recent_menu.clear()
        self.recent_menu.setEnabled(bool(offers))
        for offer in offers:
            told = f"{offer.title} ({offer.detail})" if offer.detail else offer.title
            action = self.recent_menu.addAction(told.replace("&", "&&"))
            action.setToolTip(offer.origin)
            action.setEnabled(offer.is_there)
            action.triggered.connect(partial(self.article_requested.emit, offer.origin))

    def open_find(self) -> None:
        """Open the bar that looks for words, with the words that are selected."""
        if self.pages.currentWidget() is self._reading:
            selected = self.view.textCursor().selectedText()
            self.find_bar.open(selected if "\u2029" not in selected else "")

    def close_find(self) -> None:
        """Close the bar that looks for words, and go back to the page."""
        if self.find_bar.isVisible():
            self.find_bar.hide()
            self.view.setFocus()

    def show_counts(self, analysis: Analysis, mark_filter: MarkFilter) -> None:
        """Write the marks of each voice on the filter."""
        counts = Counter(
            finding.voice
            for finding in analysis.findings
            if finding.panel in mark_filter.layers
            and (mark_filter.shows_possible or finding.confidence == "confident")
        )
        told: dict[str, int] = {}
        if mark_filter.layers != ("sourcing",):
            told = {"all": counts.total()} | {str(voice): n for voice, n in counts.items()}
        self.voices.show_counts(told)

    def show_step(self, step: str) -> None:
        """Say which step of the analysis is on; the bar comes after a moment only."""
        if not step:
            self._busy_timer.stop()
            self.progress.hide()
            self.cancel.hide()
            self.state.setText(self.tr("Ready"))
        elif not self.progress.isVisible() and not self._busy_timer.isActive():
            self._busy_timer.start()

    def _show_busy(self) -> None:
        self.state.setText(self.tr("Looking for words and sources. You can read on meanwhile."))
        self.progress.show()
        self.cancel.show()

    def show_line(self, line: int, lines: int, zoom: int) -> None:
        """Say where in the article the view is."""
        told = self.tr("Line {line} of {lines}    {zoom} %")
        self.line.setText(told.format(line=line, lines=lines, zoom=zoom))

    def show_wording_tab(self) -> None:
        """Bring the Wording panel to the front."""
        self.panel.show_tab(0)

    def show_sourcing_tab(self) -> None:
        """Bring the Sourcing panel to the front."""
        self.panel.show_tab(1)

    def show_hedging_tab(self) -> None:
        """Bring the Hedging panel to the front."""
        self.panel.show_tab(2)

    def show_about_tab(self) -> None:
        """Bring the panel on the article itself to the front."""
        self.panel.show_tab(3)

    def next_pane(self) -> None:
        """Move the focus between page, panel and toolbar."""
        panes: list[QWidget] = [self.view if self.view.isVisible() else self.welcome]
        if self.panel.is_open:
            panes.append(self.tabs)
        if self._bar.isVisible():
            panes.append(self._bar)
        focus = self.focusWidget()
        here = next((n for n, pane in enumerate(panes) if _holds(pane, focus)), -1)
        target = panes[(here + 1) % len(panes)]
        first = target if target is self.view else _first_stop(target)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    # -- events --------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, addresses, text and pieces of pages."""
        if _can_take(event.mimeData()):
            event.acceptProposedAction()
            corner = self.pages.mapTo(self, QPoint(0, 0))
            self.drop_sign.show_over(QRect(corner, self.pages.size()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the sign away."""
        self.drop_sign.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped."""
        self.drop_sign.hide()
        data = event.mimeData()
        event.acceptProposedAction()
        if data.hasUrls():
            urls = data.urls()
            self.files_dropped.emit(
                [url.toLocalFile() if url.isLocalFile() else url.toString() for url in urls]
            )
        else:
            self.text_dropped.emit(data.text(), data.html() if data.hasHtml() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what lies over the page, then the find bar."""
        is_escape = event.key() == Qt.Key.Key_Escape
        if is_escape and (self.panel.close_overlay() or self.find_bar.isVisible()):
            self.close_find()
            self.view.setFocus()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way as the window gets narrow."""
        super().resizeEvent(event)
        width = event.size().width()
        self.voices.set_compact(width < _NARROW)
        self.panel.set_narrow(width < _NARROW)
        self.statusBar().setVisible(event.size().height() >= _LOW)
        self.toast.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the window closes, so that its state is kept and work ends."""
        self.closing.emit()
        super().closeEvent(event)

    def kept_state(self) -> tuple[str, str]:
        """Return geometry and layout as text for the settings."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        return geometry, bytes(self.saveState().toBase64().data()).decode()

    def restore_state(self, geometry: str, state: str) -> None:
        """Take geometry and layout from the settings."""
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        if state:
            self.restoreState(QByteArray.fromBase64(state.encode()))


def _can_take(data: QMimeData) -> bool:
    return data.hasUrls() or data.hasText() or data.hasHtml()


def _holds(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))


def _first_stop(pane: QWidget) -> QWidget | None:
    """Return the first widget of a pane that the Tab key reaches, itself included."""
    for widget in (pane, *pane.findChildren(QWidget)):
        takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_tab and widget.isVisible() and widget.isEnabled():
            return widget
    return None
