"""The About panel: details, what was left out, versions, measures and lists, a page each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from reader.core.analysis.analysis import Analysis
from reader.core.lexicon.lexicon import Lexicon
from reader.core.text.article import Article
from reader.core.views.article_facts import Detail
from reader.ui.panels.about.details_page import DetailsPage
from reader.ui.panels.about.left_out_page import LeftOutPage
from reader.ui.panels.about.lists_page import ListsPage
from reader.ui.panels.about.measures_page import MeasuresPage
from reader.ui.panels.about.versions_page import KeptVersion, VersionsPage
from reader.ui.theme import Theme
from reader.ui.theme.segment_ends import round_ends
from reader.ui.widgets.panel_shape.panel import Panel, PanelView

_VERSIONS = 2  # the number of their page


class AboutPanel(Panel):
    """Shows how the text was read and what it was measured with.

    Signals:
        restore_requested(int): Put one left-out piece back.
        restore_all_requested(): Put all of them back.
        stubs_toggled(bool): Show on the page where pieces were left out, or not.
        more_left_out_requested(): Leave out the paragraphs that are selected on the page.
        again_requested(): Read the page again.
        versions_wanted(bool): Show on the page what changed between versions, or the article.
        lexicon_switched(str, bool): Mark with the list of this id, or without it.
        kind_requested(str): The reader says what kind of text this is.
        fact_requested(str, str): The reader says what the fact of this name is.
        fact_undo_requested(str): The fact of this name is to be as it came.
        shelves_requested(str, str): The kept article is to be in these "collections", or to have
            these "tags"; their names with commas between them.
    """

    id = "about_article"
    title = "About this article"
    command = "&About this article"
    key = "Ctrl+4"
    icon = "info"
    tab_title = "About"
    has_tab_title = False
    needs_marks = False

    restore_requested = Signal(int)
    restore_all_requested = Signal()
    stubs_toggled = Signal(bool)
    more_left_out_requested = Signal()
    again_requested = Signal()
    versions_wanted = Signal(bool)
    lexicon_switched = Signal(str, bool)
    kind_requested = Signal(str)
    fact_requested = Signal(str, str)
    fact_undo_requested = Signal(str)
    shelves_requested = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.heading.hide()
        self.subheading.hide()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.details = DetailsPage(self.tr("Details"), theme, self)
        self.left_out = LeftOutPage(self.tr("Left out"), self)
        self.versions = VersionsPage(self.tr("Versions"), self)
        self.measures = MeasuresPage(self.tr("Measures"), self)
        self.lists = ListsPage(self.tr("Lists"), self)
        self._pages = (
            self.details,
            self.left_out,
            self.versions,
            self.measures,
            self.lists,
        )
        self._stack = QStackedWidget(self)
        for page in self._pages:
            self._stack.addWidget(page)
        self._segments = QButtonGroup(self)
        self.body.addLayout(self._segment_row())
        self.body.addWidget(self._stack, 1)
        self.details.kind_requested.connect(self.kind_requested)
        self.details.fact_requested.connect(self.fact_requested)
        self.details.fact_undo_requested.connect(self.fact_undo_requested)
        self.details.shelves_requested.connect(self.shelves_requested)
        self.left_out.restore_requested.connect(self.restore_requested)
        self.left_out.restore_all_requested.connect(self.restore_all_requested)
        self.left_out.stubs_toggled.connect(self.stubs_toggled)
        self.left_out.more_requested.connect(self.more_left_out_requested)
        self.left_out.again_requested.connect(self.again_requested)
        self.lists.lexicon_switched.connect(self.lexicon_switched)
        self._shown: tuple[Article | None, Analysis | None] = (None, None)
        self._known: tuple[Lexicon, ...] = ()
        self._is_stale = False
        self._versions: tuple[tuple[KeptVersion, ...], str] = ((), "")
        self._kept: tuple[Detail, ...] = ()

    def _segment_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 12, 14, 4)
        row.setSpacing(0)
        for number, page in enumerate(self._pages):
            button = QPushButton(page.accessibleName(), self)
            button.setCheckable(True)
            button.setAutoExclusive(True)  # one of several, as a screen reader says
            button.setObjectName(f"segment_{page.objectName()}")
            button.setProperty("segment", "true")
            button.setProperty("tight", "true")  # five with their counts, in a docked panel
            self._segments.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        round_ends(self._segments.buttons())
        self._segments.button(0).setChecked(True)
        self._segments.idClicked.connect(self._choose)
        self._segments.button(_VERSIONS).hide()
        return row

    def _choose(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self.versions_wanted.emit(number == _VERSIONS)

    def show_versions(self, versions: Sequence[KeptVersion], here: str) -> None:
        """Offer the versions of the article on the page; hide their page where there are none.

        Args:
            versions: The newest first; empty where there is but one.
            here: The id of the one on the page.
        """
        shown = (tuple(versions), here)
        if shown == self._versions:
            return
        self._versions = shown
        button = self._segments.button(_VERSIONS)
        button.setText(self.tr("Versions {n}").format(n=len(versions)))
        button.setVisible(bool(versions))
        self.versions.set_versions(versions, here)
        if button.isChecked() and not versions:
            self._segments.button(0).click()

    def show_kept(self, kept: tuple[Detail, ...]) -> None:
        """Show what the library says of the article on the page; nothing where it is not kept."""
        if kept != self._kept:
            self._kept = kept
            self._is_stale = True
            if self.isVisible():
                self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours; the pages are drawn anew."""
        super().set_theme(theme)
        self.details.set_theme(theme)
        self._is_stale = True
        if self.isVisible():
            self._fill()

    def show_left_out(self) -> None:
        """Bring the page of what was left out to the front."""
        self._segments.button(1).click()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the pages, which are left alone while nobody looks at them."""
        super().showEvent(event)
        if self._is_stale:
            self._fill()

    def show_waiting(self, article: Article) -> None:
        """Show facts and left-out pieces before the article is analysed."""
        self._show(article, None, self._known)

    def show_analysis(self, view: PanelView) -> None:
        """Show measures and lists too, once the article is analysed."""
        self._show(view.analysis.article, view.analysis, view.lexicons)

    def _show(
        self, article: Article, analysis: Analysis | None, known: tuple[Lexicon, ...]
    ) -> None:
        shown = (article, analysis)
        is_same = all(new is old for new, old in zip(shown, self._shown, strict=True))
        if is_same and known == self._known:
            return
        self._shown, self._known = shown, known
        self._is_stale = True
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        self._is_stale = False
        article, analysis = self._shown
        if article is None:
            return
        self.details.fill(article, analysis, self._kept)
        self.left_out.fill(article)
        self.measures.fill(analysis)
        self.lists.fill(analysis, self._known)
        count = len(article.removed)
        words = self.tr("Left out {n}").format(n=count) if count else self.tr("Left out")
        self._segments.button(1).setText(words)
