"""The window: builds, places, connects, and keeps its state. The work is done elsewhere."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QLabel,
    QLineEdit,
    QMainWindow,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from reader.core.analysis import Analysis
from reader.core.article import Article
from reader.ui.actions import COMMANDS, MENUS, make_actions
from reader.ui.messages import NoteBar, Toast
from reader.ui.panels.about_panel import AboutPanel
from reader.ui.panels.hedging_panel import HedgingPanel
from reader.ui.panels.sourcing_panel import SourcingPanel
from reader.ui.panels.wording_panel import WordingPanel
from reader.ui.reading_view import MarkFilter, ReadingView
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons
from reader.ui.widgets.voice_filter import VoiceFilter
from reader.ui.widgets.welcome_page import WelcomePage

_PANEL_WIDTHS = (344, 516, 640)
_BUSY_AFTER_MS = 400
_NARROW = 1100  # pixels; below, the panel gives way to a rail of icons


class MainWindow(QMainWindow):
    """The page, the panels around it, and the commands.

    Signals:
        closing(): The window is about to close.
        files_dropped(list): Paths or addresses were dropped.
        text_dropped(str, str): Plain text and HTML were dropped.
        painted(): The page has been painted for the first time after a change.
    """

    closing = Signal()
    files_dropped = Signal(list)
    text_dropped = Signal(str, str)
    painted = Signal()

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

    # -- building ------------------------------------------------------------------------------

    def _build_page(self) -> None:
        self.view = ReadingView(self._theme, self)
        self.welcome = WelcomePage(self)
        self.note = NoteBar("note", self)
        self.error = NoteBar("error", self)
        self.find_field = QLineEdit(self)
        self.find_field.setObjectName("find_field")
        self.find_field.setPlaceholderText(self.tr("Find in the article"))
        self.find_field.setAccessibleName(self.tr("Find in the article"))
        self.find_field.hide()
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
        for widget in (self.error, self.note, self.find_field):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(center)
        self.toast = Toast(self)
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
        self.dock = QDockWidget(self.tr("Panel"), self)
        self.dock.setObjectName("panel_dock")
        self.dock.setTitleBarWidget(QWidget(self.dock))
        self.dock.setWidget(self.tabs)
        self.dock.setMinimumWidth(300)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.resizeDocks([self.dock], [_PANEL_WIDTHS[0]], Qt.Orientation.Horizontal)

    def _build_bars(self) -> None:
        for title, names in MENUS.items():
            menu = self.menuBar().addMenu(self.tr(title))
            for name in names:
                if name:
                    menu.addAction(self.actions_by_name[name])
                else:
                    menu.addSeparator()
        bar = QToolBar(self.tr("Tools"), self)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(16, 16))
        for name in ("show_panel", "open", "paste", "", "show_marks", "previous_mark"):
            self._add_to_bar(bar, name)
        for name in ("next_mark", ""):
            self._add_to_bar(bar, name)
        self.voices = VoiceFilter(self.actions_by_name, self)
        self._voices_action = bar.addWidget(self.voices)
        spacer = QWidget(self)
        spacer.setSizePolicy(
            spacer.sizePolicy().Policy.Expanding, spacer.sizePolicy().Policy.Fixed
        )
        bar.addWidget(spacer)
        for name in ("find", "larger", "next_theme"):
            self._add_to_bar(bar, name)
        self.addToolBar(bar)
        self._bar = bar
        self._rail = QToolBar(self.tr("Panels"), self)
        self._rail.setObjectName("rail")
        self._rail.setMovable(False)
        self._rail.setIconSize(QSize(16, 16))
        for name in ("wording", "sourcing", "hedging", "about_article"):
            self._rail.addAction(self.actions_by_name[name])
        self.addToolBar(Qt.ToolBarArea.RightToolBarArea, self._rail)
        self._is_narrow = False
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
        self.dock.hide()
        self._bar.hide()
        self._rail.hide()
        self.line.setText("")
        self.state.setText(self.tr("Works without network. Nothing is sent anywhere."))
        self.setWindowTitle("Close Reader")

    def show_article(self, article: Article, *, with_panel: bool) -> None:
        """Show the text of an article; the marks are still to come."""
        self.error.hide()
        self.note.hide()
        self.pages.setCurrentWidget(self._reading)
        self._bar.show()
        self.dock.setVisible(with_panel and not self._is_narrow)
        self._rail.setVisible(self._is_narrow)
        self.view.show_article(article)
        self.view.setFocus()
        name = article.title or self.tr("Untitled")
        self.setWindowTitle(f"{name} – Close Reader")
        self.state.setText(self.tr("Ready"))

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

    def widen_panel(self) -> None:
        """Make the panel wider, and narrow again after the widest."""
        wider = [width for width in _PANEL_WIDTHS if width > self.dock.width() + 10]
        width = wider[0] if wider else _PANEL_WIDTHS[0]
        self.resizeDocks([self.dock], [width], Qt.Orientation.Horizontal)

    def next_pane(self) -> None:
        """Move the focus between page, panel and toolbar."""
        panes = [self.view, self.tabs.currentWidget()]
        here = 0 if self.view.hasFocus() else 1
        target = panes[(here + 1) % len(panes)]
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            target.focusNextChild() if target is not self.view else None

    # -- events --------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QEvent) -> None:
        """Take files, addresses, text and pieces of pages."""
        data = event.mimeData()  # type: ignore[attr-defined]  # a drag event
        if data.hasUrls() or data.hasText() or data.hasHtml():
            event.acceptProposedAction()  # type: ignore[attr-defined]  # as above
            self.state.setText(self.tr("Let go to read it"))

    def dropEvent(self, event: QEvent) -> None:
        """Hand on what was dropped."""
        data = event.mimeData()  # type: ignore[attr-defined]  # a drop event
        event.acceptProposedAction()  # type: ignore[attr-defined]  # as above
        if data.hasUrls():
            urls = data.urls()
            self.files_dropped.emit(
                [url.toLocalFile() if url.isLocalFile() else url.toString() for url in urls]
            )
        else:
            self.text_dropped.emit(data.text(), data.html() if data.hasHtml() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the find field."""
        if event.key() == Qt.Key.Key_Escape and self.find_field.isVisible():
            self.find_field.hide()
            self.view.setFocus()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way as the window gets narrow."""
        super().resizeEvent(event)
        self._voices_action.setVisible(event.size().width() >= 900)
        is_narrow = event.size().width() < _NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            is_reading = self.pages.currentWidget() is self._reading
            self._rail.setVisible(is_narrow and is_reading)
            self.dock.setVisible(not is_narrow and is_reading)
        self.statusBar().setVisible(event.size().height() >= 640)
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
