"""The desk: keeping, tabs, back and forward, the library's page, and how they work together."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reader.core.text.article import Article
from reader.errors import LibraryError, ReaderError
from reader.ui.controllers.library.about.kept_facts import KeptFacts
from reader.ui.controllers.library.about.versions_on_page import VersionsOnPage
from reader.ui.controllers.library.acts.library_acts import LibraryActs
from reader.ui.controllers.library.acts.library_menus import LibraryMenus
from reader.ui.controllers.library.adding import Adding
from reader.ui.controllers.library.keeping import Keeping
from reader.ui.controllers.library.library_page import LibraryPage
from reader.ui.controllers.library.shelf_over_page import ShelfOverPage
from reader.ui.controllers.library.tabs.going_back import Stop, Trail
from reader.ui.controllers.library.tabs.open_tabs import OpenTab, OpenTabs
from reader.ui.controllers.library.tabs.tabs_kept import TabsKept
from reader.ui.controllers.library.tabs.trail_menus import TrailMenus
from reader.ui.controllers.library.upkeep.renewing import Renewing
from reader.ui.controllers.program_parts import ProgramParts
from reader.ui.session.background_work import Remembered
from reader.ui.session.loaders import LateLoads
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.storage.library.library import Library
    from reader.ui.places.library.library_place import LibraryPlace

_CARE_MS = 15 * 60 * 1000


class WaysBack(Protocol):
    """Takes steps back on the page, and does them again."""

    def undo(self) -> None:
        """Take the last step back."""

    def redo(self) -> None:
        """Do the step again that was taken back last."""

    def show_state(self) -> None:
        """Show whether there is one to take back, and one to do again."""


class Desk(QObject):
    """Everything about the library in the window.

    Signals:
        open_requested(list): These are to be read on the page.
        corpus_requested(): Back or forward leads to the page of counts.
        step_left(int): Go to the next mark or note (1), or the one before (-1): neither changes
            nor places that were found are in front.

    Attributes:
        keeping: Keeps what is read.
        tabs: The open articles.
        page: The library as a page of the window.
        versions: The versions of the article on the page.
        menus: The menus of the library.
    """

    open_requested = Signal(object)
    corpus_requested = Signal()
    step_left = Signal(int)

    def __init__(self, parts: ProgramParts, loads: LateLoads) -> None:
        super().__init__(parts.window)
        window, session = parts.window, parts.session
        self._window, self._session = window, session
        self.keeping = Keeping(window, session)
        self.tabs = OpenTabs(window, session)
        self._tabs_kept = TabsKept(self.tabs, session)
        self.page = LibraryPage(window, session, self.tabs, loads.library_place)
        self.acts = LibraryActs(parts)
        self.menus = LibraryMenus(parts, self.acts)
        self.adding = Adding(parts, loads.library_place)
        self._renewing = Renewing(session, loads, parts.paths, self)
        self.shelf = ShelfOverPage(window, session, self.page, loads.library_place)
        self.versions = VersionsOnPage(window, session, loads.library_place)
        self._kept_facts = KeptFacts(window, session, self.acts)
        self._trail = Trail()
        self._trail_menus = TrailMenus(window, self._trail, self._walk)
        self._trail_menus.serve(window.button_of("back"), window.button_of("forward"))
        self._is_walking = self._is_to_resume = False
        self._clock = QTimer(self)
        self._clock.setInterval(_CARE_MS)
        self._clock.timeout.connect(self._care)
        self._connect()

    def _connect(self) -> None:
        session, window = self._session, self._window
        session.analysis.remember = self.remember
        session.analysis.changed.connect(self.resume_if_due)
        session.article.failed.connect(self.resume_if_due)
        session.article.changed.connect(self._article_changed)
        session.door.failed.connect(self._show_failure)
        session.door.opened.connect(self._care)
        session.door.opened.connect(self._clock.start)
        self.keeping.kept.connect(self.tabs.note_kept)
        self.keeping.kept.connect(self._kept_facts.look)
        self.keeping.kept_behind.connect(self.tabs.note_kept_behind)
        self.keeping.wanted.connect(self.tabs.offer_unkept)
        self.tabs.read.connect(self.keeping.keep_behind)
        self.keeping.kept.connect(self._note_article)
        self.keeping.question_asked.connect(self._ask)
        self.acts.done.connect(self._show_undo)
        window.page_changed.connect(self._show_undo)
        self.page.made.connect(self.acts.connect_place)
        self.page.made.connect(self.menus.connect_place)
        self.page.made.connect(self.adding.connect_place)
        self.adding.opened.connect(self.page.open_article)
        self.shelf.article_requested.connect(self.page.open_article)
        self.versions.article_requested.connect(self.page.open_article)
        self.versions.failed.connect(self._show_failure)
        self.versions.step_left.connect(self._step)
        self.acts.feeds_requested.connect(self.adding.open_feeds)
        self.page.made.connect(self._connect_place)
        self.page.article_opened.connect(self._opened)
        self.page.failed.connect(self._show_failure)
        window.notes.keeping.first_chosen.connect(self._keep)
        window.notes.keeping.second_chosen.connect(self._keep_nothing)
        window.actions_by_name["fold_copies"].setChecked(True)
        window.actions_by_name["library_pane"].setChecked(True)
        self._show_steps()

    def slots(
        self, on_page: WaysBack, reload: Callable[..., object]
    ) -> dict[str, Callable[..., object]]:
        """Return what the commands do, by their name.

        Args:
            on_page: Takes back what was done on the page, and does it again.
            reload: Reads the article on the page again.
        """
        self._on_page, self._reload_page = on_page, reload
        return {
            **self.page.slots(),
            **self.acts.slots(),
            **self.tabs.slots(),
            **self.adding.slots(),
            **self.shelf.slots(),
            **self.versions.slots(),
            "back": self._back,
            "find": self._find,
            "forward": self._forward,
            "lately_read": self._lately_read,
            "redo": self._redo,
            "reload": self._reload,
            "undo": self._undo,
            "without_keeping": self._without_keeping,
        }

    def _connect_place(self, place: "LibraryPlace") -> None:
        place.add_requested.connect(self.adding.open)
        place.tree.files_dropped.connect(self.adding.open_files)
        place.tree.place_chosen.connect(self._went_to_place)
        actions, bar = self._window.actions_by_name, place.bar
        buttons = [bar.widgetForAction(actions[name]) for name in ("back", "forward")]
        self._trail_menus.serve(*buttons)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of the library's page and the shelf."""
        self.shelf.set_theme(theme)
        if self.page.place is not None:
            self.page.place.set_theme(theme)

    # -- beginning and ending ------------------------------------------------------------------

    def resume(self) -> None:
        """Open the articles of the last time, once the window is there and the library open."""
        settings = self._session.settings.now
        if settings.resumes and settings.open_tabs and settings.keeps != "no":
            self._session.door.when_open(self._resume)
        else:
            self._tabs_kept.begin()

    def resume_behind(self) -> None:
        """Open the articles of the last time behind the named one, once that is marked."""
        self._is_to_resume = True

    def resume_if_due(self) -> None:
        """Open them now if they wait: something is marked, or no article was named."""
        if self._is_to_resume:
            self._is_to_resume = False
            self.resume()

    def _resume(self, library: "Library") -> None:
        self._open_again(library)
        self._tabs_kept.begin()

    def _open_again(self, library: "Library") -> None:
        settings = self._session.settings.now
        try:
            rows = library.rows_of(settings.open_tabs)
        except ReaderError:
            return  # a word in the settings that is no id
        tabs = [OpenTab(row.name, row.outlet or "", row.id) for row in rows if row.trashed is None]
        if self.tabs.tabs:
            self.tabs.resume_before(tabs)
            return
        ids = [tab.kept_id for tab in tabs]
        front = ids.index(settings.front_tab) if settings.front_tab in ids else 0
        self.tabs.resume(tabs, front)

    def _care(self) -> None:
        """Do what is due: back up the reader's work, empty what is old in the trash."""
        if self._session.door.library is not None:
            self._session.door.write(_daily, self._show_problem, is_told=False)

    def _show_problem(self, problem: ReaderError | None) -> None:
        if problem is not None:
            self._show_failure(problem)

    def take_dropped(self, origins: Sequence[str]) -> None:
        """Add what was dropped on the library; read what was dropped on the page."""
        if self.page.is_in_front:
            self.adding.take_in(origins)
        else:
            self.open_requested.emit(origins)

    def open_also(self, origins: Sequence[str]) -> None:
        """Open all but the first of some articles in tabs behind it."""
        self.tabs.read_behind(origins)

    def finish(self) -> None:
        """Keep what is still to be kept, and end all work, as the window closes."""
        self._clock.stop()
        self.keeping.finish()
        self._tabs_kept.keep()
        for part in (self.tabs, self.page, self.adding, self._renewing):
            part.stop()
        self._session.door.stop()

    def remember(self) -> Remembered | None:
        """Return what is known of the article on the page, from its tab or from the library."""
        return self.tabs.remember() or self.keeping.remember()

    # -- whether to keep -----------------------------------------------------------------------

    def _ask(self) -> None:
        note = self._window.notes.keeping
        if not note.isVisible():
            buttons = (self.tr("Keep it"), self.tr("Keep nothing"))
            note.show_note(
                self.tr("Keep on this computer what you read?"),
                self.tr(
                    "Find it again by its words, and by who says them. "
                    "Preferences can change this."
                ),
                buttons,
            )

    def _keep(self) -> None:
        self._close_question()
        self.keeping.answer(keeps=True)

    def _close_question(self) -> None:
        """Give the keyboard to the page, else the button that goes passes it on anywhere."""
        self._window.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._window.notes.keeping.hide()

    def _keep_nothing(self) -> None:
        self._close_question()
        self.keeping.answer(keeps=False)

    def keep_nothing(self) -> None:
        """Read without keeping, and without asking, from the start."""
        self._window.actions_by_name["without_keeping"].setChecked(True)
        self._without_keeping()

    def _without_keeping(self) -> None:
        action = self._window.actions_by_name["without_keeping"]
        self.keeping.set_off(action.isChecked())

    # -- commands of two pages -----------------------------------------------------------------

    def _show_undo(self) -> None:
        """Let Ctrl+Z act on what is in front, and show what that is."""
        self._window.actions_by_name["library"].setChecked(self.page.is_in_front)
        if self.page.is_in_front:
            self._window.actions_by_name["undo"].setEnabled(self.acts.can_undo)
            self._window.actions_by_name["redo"].setEnabled(self.acts.can_redo)
        else:
            self._on_page.show_state()

    def _undo(self) -> None:
        if self.page.is_in_front:
            self.acts.undo()
        else:
            self._on_page.undo()

    def _redo(self) -> None:
        if self.page.is_in_front:
            self.acts.redo()
        else:
            self._on_page.redo()

    def _reload(self) -> None:
        if self.page.is_in_front:
            self.adding.refresh()
        else:
            self._reload_page()

    def _find(self) -> None:
        """Look for words where one is: in the library, or in the article on the page."""
        if self.page.is_in_front and self.page.place is not None:
            self.page.place.focus_search()
        else:
            self._window.open_find()

    def _lately_read(self) -> None:
        self.page.show(_go_to_lately_read)

    def _step(self, step: int) -> None:
        """Go to the next place that was found, where the library is in front."""
        if self.page.is_in_front and self.page.place is not None:
            self.page.place.step_to_place(step)
        else:
            self.step_left.emit(step)

    # -- back and forward ----------------------------------------------------------------------

    def _article_changed(self, article: Article | None) -> None:
        article_id = self._session.article.kept_id
        if article is not None and article_id:
            self._opened(article_id, article.name)

    def _note_article(self, article_id: str) -> None:
        article = self._session.article.current
        if article is not None:
            self._opened(article_id, article.name)

    def _opened(self, article_id: str, title: str) -> None:
        self._go_to(Stop("article", title, article_id))

    def _went_to_place(self) -> None:
        place = self.page.place
        if place is not None and self.page.is_in_front:
            chosen = place.place()
            self._go_to(Stop("place", place.tree.name_of(chosen), chosen))

    def note_corpus(self) -> None:
        """Note that the page of counts is in front, as a stop that Back leads to."""
        self._go_to(Stop("corpus", self.tr("Words counted"), ""))

    def _go_to(self, stop: Stop) -> None:
        if not self._is_walking:
            self._trail.go_to(stop)
        self._show_steps()

    def _show_steps(self) -> None:
        actions = self._window.actions_by_name
        actions["back"].setEnabled(bool(self._trail.behind()))
        actions["forward"].setEnabled(bool(self._trail.ahead()))

    def _back(self) -> None:
        self._walk(-1)

    def _forward(self) -> None:
        self._walk(1)

    def _walk(self, steps: int) -> None:
        """Go to the stop that is some steps away."""
        stop = self._trail.step(steps)
        if stop is None:
            return
        self._is_walking = True
        try:
            if stop.kind == "article":
                self.page.open_article(str(stop.key))
            elif stop.kind == "corpus":
                self.corpus_requested.emit()
            else:
                self.page.show(_Chooser(stop.key))
        finally:
            self._is_walking = False
            self._show_steps()

    # -- failures ------------------------------------------------------------------------------

    def _show_failure(self, error: ReaderError) -> None:
        """Show it; where the library is damaged, mend that, which is then shown in its place."""
        self._show_error(error)
        if isinstance(error, LibraryError) and self._session.door.library is not None:
            self._session.door.write(_mended, self._show_mended, is_told=False)

    def _show_mended(self, problem: ReaderError | None) -> None:
        if problem is not None:
            self._show_error(problem)
            self._session.door.tell_changed()

    def _show_error(self, error: ReaderError) -> None:
        buttons = ("", self.tr("Close"))
        note = self._window.notes.error
        note.show_note(error.message, error.hint, buttons, is_warning=True)


class _Chooser:
    """Chooses a place of the tree."""

    def __init__(self, place: object) -> None:
        self._place = place

    def __call__(self, place: "LibraryPlace") -> None:
        place.tree.choose(self._place)  # type: ignore[arg-type]  # a TreePlace, kept as a key


def _daily(library: "Library") -> ReaderError | None:
    return library.upkeep.daily()


def _mended(library: "Library") -> ReaderError | None:
    return library.mend()


def _go_to_lately_read(place: "LibraryPlace") -> None:
    place.choose_lately_read()
