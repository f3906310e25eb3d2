"""The shape that every panel has, so that the window can build, fill and wire any of them."""

from typing import ClassVar, Literal

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Lexicon
from reader.core.lexicon.lexicon import Panel as ListPanel
from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.ui.theme import Theme
from reader.ui.widgets.panel_shape.panel_frame import PanelFrame
from reader.ui.widgets.rows.row_tree import RowTree
from reader.values import frozen

Layer = ListPanel | Literal["naming"]  # what the page shows while a panel is in front


@frozen
class PanelView:
    """Everything that a panel may show of an article.

    Attributes:
        analysis: The whole analysis.
        places: Where its parts stand.
        shown: The findings that the filter lets through, those of hidden categories included.
        muted: The places that are muted.
        hidden: Layer and id of the categories that the reader does not want to see marked.
        lexicons: All lists, also those that are switched off.
    """

    analysis: Analysis
    places: Places
    shown: tuple[Finding, ...]
    muted: frozenset[Span]
    hidden: frozenset[tuple[str, str]]
    lexicons: tuple[Lexicon, ...]

    def shown_of(self, layer: Layer) -> tuple[Finding, ...]:
        """Return the shown findings of one layer."""
        return tuple(finding for finding in self.shown if finding.panel == layer)


class Panel(PanelFrame):
    """One panel beside the page: the base of every class in the list of panels.

    Attributes:
        id: Its name in code, which is the name of its command too.
        title: The words on its tab; also what a screen reader calls it.
        command: The words in the menu, with `&` before the mnemonic.
        key: The shortcut that brings it to the front.
        icon: The file of its icon, without the ending.
        layer: The marks that the page shows while this panel is in front; None changes nothing.
        tab_title: The words on its tab where the title is too long for it, or "".
        has_tab_title: Whether its tab has words before there is room to spare.
        needs_marks: Whether it has nothing to say while the marks are off.

    Signals:
        finding_activated(Finding): A mark was chosen.
        place_activated(Span): A place in the article was chosen.
        menu_requested(object, QPoint): A menu for what a row stands for, at a point of the screen.
        show_marks_requested(): The reader wants the marks back.
    """

    id: ClassVar[str]
    title: ClassVar[str]
    command: ClassVar[str]
    key: ClassVar[str]
    icon: ClassVar[str]
    layer: ClassVar[Layer | None] = None
    tab_title: ClassVar[str] = ""
    has_tab_title: ClassVar[bool] = True
    needs_marks: ClassVar[bool] = True

    finding_activated = Signal(object)
    place_activated = Signal(object)
    menu_requested = Signal(object, object)
    show_marks_requested = Signal()

    def __init__(self, _theme: Theme, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("Panels", self.title)
        super().__init__(f"{self.id}_panel", title, parent)
        self.state_button.clicked.connect(self.show_marks_requested)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of the rows."""
        for tree in self.findChildren(RowTree):
            tree.set_theme(theme)

    def show_analysis(self, view: PanelView) -> None:
        """Show what the panel has to say about an article."""
        raise NotImplementedError

    def show_waiting(self, _article: Article) -> None:
        """Show that the marks of an article are still to come."""
        self.show_state(self.tr("The text is here."), self.tr("The marks follow in a moment."))

    def show_marks_off(self) -> None:
        """Say that the marks are hidden."""
        self.show_state(
            self.tr("Marks are off."),
            self.tr("Read first. What happened, in one sentence?"),
            self.tr("Show marks"),
        )

    def select_finding(self, _finding: Finding) -> None:
        """Select the row of the mark that has the ring on the page."""
