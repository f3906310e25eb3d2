"""The window: builds, places, connects, and keeps its state. The work is done elsewhere."""

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from reader.core.text.article import Article
from reader.ui.actions import COMMANDS, make_actions
from reader.ui.panels.about.about_panel import AboutPanel
from reader.ui.panels.hedging.hedging_panel import HedgingPanel
from reader.ui.panels.sourcing.sourcing_panel import SourcingPanel
from reader.ui.panels.wording.wording_panel import WordingPanel
from reader.ui.reading_view import ReadingView
from reader.ui.reading_view.word_search import WordSearch
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons
from reader.ui.widgets.panes import HasPanes, go_on
from reader.ui.window.article_notes import ArticleNotes
from reader.ui.window.article_tabs import ArticleTabs
from reader.ui.window.bars.find_bar import FindBar
from reader.ui.window.bars.menu_bar import fill_menu_bar
from reader.ui.window.bars.recent_menu import RecentMenu
from reader.ui.window.bars.status_line import StatusLine
from reader.ui.window.bars.tool_bar import ReadingToolBar
from reader.ui.window.command_icons import CommandIcons
from reader.ui.window.drops import Drops
from reader.ui.window.page_alone import PageAlone
from reader.ui.window.panel_dock import PanelPlace
from reader.ui.window.panel_tabs import panel_commands
from reader.ui.window.toast import Toast
from reader.ui.window.welcome_page import WelcomePage

_FRAME, _TITLE_BAR = 2, 32  # pixels that a desktop usually adds around a window
_NARROW = 1100  # pixels; below, the panel gives way to a rail of icons
_LOW = 640  # pixels; below, the page has no status bar


class MainWindow(QMainWindow):
    """The page, the panels around it, and the commands.

    Signals:
        close_asked(QCloseEvent): The window is to be closed; who ignores the event keeps it open.
        closing(): The window is about to close.
        resized(): The window has another size.
        page_changed(): The article, the welcome or another place has come to the front.
    """

    close_asked = Signal(object)
    closing = Signal()
    page_changed = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self._is_dressed = False
        self._icons = icons
        self._page_title: str | None = None  # while there is an article
        self._places: list[QWidget] = []
        self.setObjectName("main_window")
        self.setWindowTitle("Close Reader")
        self.resize(1366, 768)
        self._commands = {**COMMANDS, **panel_commands()}
        self.actions_by_name = make_actions(self, self._commands)
        self._build_page()
        self._build_panels()
        self._build_bars()
        self.addActions(list(self.actions_by_name.values()))
        self.set_theme(theme)
        self.show_welcome()

    def fit_screen(self) -> None:
        """Fill the screen where it is too small for the window and its frame."""
        if not self._has_room_for(self):
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def fit_beside(self, window: QWidget) -> None:
        """Let another window fill the screen where this one does, or where it does not fit.

        The key that ends the program ends it there too.
        """
        window.addAction(self.actions_by_name["quit"])
        if self.isMaximized() or not self._has_room_for(window):
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)

    def _has_room_for(self, window: QWidget) -> bool:
        there = self.screen().availableGeometry().size() - QSize(_FRAME, _TITLE_BAR)
        return window.width() <= there.width() and window.height() <= there.height()

    # -- building ------------------------------------------------------------------------------

    def _build_page(self) -> None:
        # What is made where it stays is dressed once.
        center = QWidget(self)
        self.pages = QStackedWidget(center)
        reading = QWidget(self.pages)
        self.view = ReadingView(self._theme, reading)
        self.welcome = WelcomePage(self.pages)
        self.notes = ArticleNotes(center)
        self.find_bar = FindBar(center)
        self.search = WordSearch(self.view, self._theme)
        self.find_bar.sought.connect(self.search.seek)
        self.find_bar.next_requested.connect(self.search.step_on)
        self.find_bar.previous_requested.connect(self.search.step_back)
        self.find_bar.case_minded.connect(self.search.mind_case)
        self.find_bar.closed.connect(self.close_find)
        self.search.place_changed.connect(self.find_bar.show_place)
        self.view.page_set.connect(self.search.light_again)
        layout = QVBoxLayout(reading)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        self.pages.addWidget(self.welcome)
        self.pages.addWidget(reading)
        self.pages.setMinimumWidth(320)
        column = QVBoxLayout(center)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.article_tabs = ArticleTabs(self._theme, self._icons, center)
        column.addWidget(self.article_tabs)
        column.addWidget(self.notes)
        column.addWidget(self.find_bar)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(center)
        self.toast = Toast(self)
        self.drops = Drops(self, self.pages)
        self._reading = reading
        self._over_page: QWidget | None = None

    def _build_panels(self) -> None:
        self.panel = PanelPlace(self, self._theme, self._icons, self.actions_by_name)
        self.tabs = self.panel.tabs
        self.wording = self.tabs.panel_of(WordingPanel)
        self.sourcing = self.tabs.panel_of(SourcingPanel)
        self.hedging = self.tabs.panel_of(HedgingPanel)
        self.about = self.tabs.panel_of(AboutPanel)
        self.panel.focus_left.connect(self.view.setFocus)

    def _build_bars(self) -> None:
        menus = fill_menu_bar(self.menuBar(), self.actions_by_name, panel_commands())
        self.recent_menu = RecentMenu(self)
        menus["&File"].insertMenu(self.actions_by_name["paste"], self.recent_menu)
        self._bar = ReadingToolBar(self.actions_by_name, self)
        self.voices = self._bar.voices
        self.addToolBar(self._bar)
        self._command_icons = CommandIcons(
            self._icons,
            {name: command.icon for name, command in self._commands.items()},
            self.actions_by_name,
            (*self._bar.actions(), self.actions_by_name["lately_read"]),  # that in Back's menu
        )
        for menu in (*menus.values(), self._bar.more):
            menu.aboutToShow.connect(self._command_icons.complete)
        self.status = StatusLine(self.statusBar())
        self.status.importing_changed.connect(self._fit_status)
        self.menuBar().setAccessibleName(self.tr("Menus"))
        self.page_alone = PageAlone(self)
        self.page_alone.changed.connect(self._page_left_alone)

    # -- states --------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of page, panels and bars; they were made in the first ones."""
        if theme is not self._theme:
            self._theme = theme
            self.view.set_theme(theme)
            self.search.set_theme(theme)
            self.article_tabs.set_theme(theme)
            self.tabs.set_theme(theme)
        elif self._is_dressed:
            return
        self._is_dressed = True
        self._bar.set_theme(theme, self._icons)
        self._command_icons.set_theme(theme)

    @property
    def theme(self) -> Theme:
        """Return the colours in use."""
        return self._theme

    def show_welcome(self) -> None:
        """Show the page of an empty window."""
        self._page_title = None
        self._show_in_front(self.welcome)
        self.panel.set_reading(False)
        self.article_tabs.set_reading(True)
        self._bar.hide()
        self.notes.hide_all()
        self.close_find()
        self.status.clear_place()
        self.status.stand(self.tr("Works without network. Nothing is sent anywhere."))
        self.setWindowTitle("Close Reader")

    def show_article(self, article: Article) -> None:
        """Show the text of an article; the marks are still to come."""
        self.notes.hide_all()
        self._show_in_front(self._reading)
        self._bar.show()
        self.panel.set_reading(True)
        self.article_tabs.set_reading(True)
        self.view.show_article(article)
        self.view.setFocus()
        self._show_title(article)
        self.status.set_reading(True)
        self.status.show_ready()

    def show_facts(self, article: Article) -> None:
        """Show what is known of the article on the page, where it is another now."""
        self.view.show_facts(article)
        self._show_title(article)

    def _show_title(self, article: Article) -> None:
        self._page_title = f"{article.name} – Close Reader"
        self.setWindowTitle(self._page_title)

    def button_of(self, command: str) -> QWidget | None:
        """Return the button of a command in the bar over the page, or None."""
        return self._bar.widgetForAction(self.actions_by_name[command])

    def _show_in_front(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self.status.go_on()
        self._fit_status()
        self.page_changed.emit()

    def _fit_status(self) -> None:
        """Hide the status bar where the window is low, unless a place or an import needs it."""
        is_place = self.pages.currentWidget() not in {self.welcome, self._reading}
        is_needed = self.height() >= _LOW or is_place or self.status.is_importing
        self.statusBar().setVisible(is_needed and not self.isFullScreen())

    @property
    def icons(self) -> Icons:
        """Return the icons, for what is built late."""
        return self._icons

    def add_place(self, place: QWidget) -> None:
        """Take in a page that stands in the stead of the article."""
        self._command_icons.complete()
        self.pages.addWidget(place)
        self._places.append(place)

    def show_place(self, place: QWidget, title: str) -> None:
        """Show a page of its own, without the panels and the bar of the article."""
        self.close_find()
        self.notes.close_remarks()
        self._show_in_front(place)
        self.panel.set_reading(False)
        self._bar.hide()
        self.article_tabs.set_reading(False)
        self.status.set_reading(False)
        self.setWindowTitle(f"{title} – Close Reader")

    def show_page(self) -> None:
        """Go back to the article on the page, or to the welcome page where there is none."""
        if self._page_title is None:
            self.show_welcome()
            return
        self._show_in_front(self._reading)
        self._bar.show()
        self.panel.set_reading(True)
        self.article_tabs.set_reading(True)
        self.setWindowTitle(self._page_title)
        self.status.set_reading(True)
        self.status.show_ready()
        self.view.setFocus()

    def lay_over_page(self, widget: QWidget | None) -> None:
        """Show a widget in the stead of the article's text, or the text again."""
        if self._over_page is not None:
            self._over_page.hide()
        self._over_page = widget
        self.view.setVisible(widget is None)
        layout = self._reading.layout()
        if widget is not None and layout is not None:
            layout.addWidget(widget)
            widget.show()
        (widget or self.view).setFocus()

    @property
    def is_page_in_front(self) -> bool:
        """Tell whether the page of an article is shown, and no place such as the library."""
        return self.pages.currentWidget() is self._reading

    def open_find(self) -> None:
        """Open the bar that looks for words, with the words that are selected."""
        if self.pages.currentWidget() is self._reading:
            selected = self.view.textCursor().selectedText()
            self.find_bar.open(selected if "\u2029" not in selected else "")

    def close_find(self) -> None:
        """Close the bar that looks for words, and go back to the page."""
        if self.find_bar.isVisible():
            self.find_bar.hide()
            self.search.end()
            self.view.setFocus()

    def _page_left_alone(self, is_alone: bool) -> None:  # noqa: FBT001 -- a slot
        """Take the panels away from the page, or bring them back."""
        self.actions_by_name["full_screen"].setChecked(is_alone)
        self.article_tabs.stay_away(is_alone)
        is_reading = self.pages.currentWidget() is self._reading
        self.panel.set_reading(is_reading and not is_alone)
        if is_alone:
            self.notes.close_remarks()
        else:
            self._bar.setVisible(is_reading)  # a place has a bar of its own
            self.fit_screen()
        self.view.setFocus()

    def show_panel(self, panel_id: str) -> None:
        """Bring a panel to the front."""
        self.panel.show_tab(panel_id)

    def next_pane(self) -> None:
        """Move the focus between page, panel and toolbar, or between the panes of a place."""
        front = self.pages.currentWidget()
        if isinstance(front, HasPanes):
            go_on(front.panes(), self.focusWidget())
            return
        panes: list[QWidget] = [self.view if self.view.isVisible() else self.welcome]
        if self.panel.is_open:
            panes.append(self.tabs)
        if self._bar.isVisible():
            panes.append(self._bar)
        go_on(panes, self.focusWidget())

    # -- events --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what lies over the page, the find bar, remarks; then leaves full screen."""
        is_escape = event.key() == Qt.Key.Key_Escape
        if is_escape and (self.panel.close_overlay() or self.find_bar.isVisible()):
            self.close_find()
            self.view.setFocus()
            return
        if is_escape and self.notes.close_remarks():
            return
        if is_escape and self.page_alone.is_on:
            self.page_alone.leave()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way as the window gets narrow."""
        super().resizeEvent(event)
        width = event.size().width()
        self.voices.set_compact(width < _NARROW)
        if width < _NARROW:
            self._command_icons.complete()  # the rail shows them
        self.panel.set_narrow(width < _NARROW)
        self._fit_status()
        self.toast.place()
        self.resized.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the window closes, so that its state is kept and work ends."""
        self.close_asked.emit(event)
        if event.isAccepted():
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
