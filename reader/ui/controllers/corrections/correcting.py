"""How the reader corrects the program: menus, undo, and the words shown about it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reader.core.attribution import Attribution
from reader.core.corrections import (
    MUTES,
    Correction,
    counts_everywhere,
    is_mute,
    named_speaker,
)
from reader.core.corrections.source_actions import name_side, set_side
from reader.core.corrections.text_actions import (
    TEXT_ACTIONS,
    FactName,
    edits_of,
    set_fact,
    set_text_kind,
)
from reader.core.lexicon.findings import Finding, each_once
from reader.core.sources.source import Source
from reader.core.text.spans import Span
from reader.core.views.text_kinds import TEXT_KINDS
from reader.ui.controllers.corrections.correction_menu import (
    Choice,
    Naming,
    attribution_choices,
    join_choices,
    naming_corrections,
    selection_choices,
    source_choices,
    speaker_choices,
)
from reader.ui.controllers.corrections.correction_words import correction_words, shortened
from reader.ui.controllers.program_parts import ProgramParts


class Correcting(QObject):
    """Answers what the reader asks of the page and the panels by corrections.

    Signals:
        page_menu_made(QMenu, Span): The menu of these words is about to open.
        source_menu_made(QMenu, Source): The menu of a source is about to open.
    """

    page_menu_made = Signal(object, object)
    source_menu_made = Signal(object, object)

    def __init__(self, parts: ProgramParts) -> None:
        super().__init__(parts.window)
        window, session = parts.window, parts.session
        self._window, self._messages = window, parts.messages
        self._article, self._analysis = session.article, session.analysis
        self._menu: QMenu | None = None
        window.about.fact_requested.connect(self.set_fact)
        window.about.fact_undo_requested.connect(self.take_fact_back)
        window.about.kind_requested.connect(self.set_text_kind)
        window.sourcing.join_requested.connect(self.show_join_menu)
        window.sourcing.naming_requested.connect(self.rename_side)
        window.sourcing.side_requested.connect(self.set_side)
        window.sourcing.speaker_requested.connect(self.show_speaker_menu)
        window.sourcing.undo_requested.connect(self.undo)
        window.toast.undo_requested.connect(self.undo)
        window.view.menu_requested.connect(self.show_page_menu)
        window.installEventFilter(self)
        for panel in window.tabs.panels:
            panel.menu_requested.connect(self.show_menu_of)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look for corrections of another window when the reader comes back to this one."""
        if event.type() == QEvent.Type.WindowActivate:
            self._analysis.corrections.look_again()
        return False

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands do, by their name."""
        return {"correct": self.correct_here}

    # -- menus -------------------------------------------------------------------------------

    def show_page_menu(self, selected: Span, place: QPoint) -> None:
        """Open the menu of selected words, or of a place in the text."""
        analysis = self._analysis.current
        menu = self._new_menu()
        menu.addAction(self._window.actions_by_name["copy"])
        if analysis is not None and self._marks_are_shown():
            wide = selected if len(selected) else Span(selected.start, selected.start + 1)
            hedges = [
                finding
                for finding in each_once(analysis.findings)
                if finding.panel == "hedging" and finding.span.overlaps(wide)
            ]
            menu.addSeparator()
            _fill(menu, selection_choices(analysis, selected, hedges))
            self.page_menu_made.emit(menu, selected)
        menu.popup(place)

    def correct_here(self) -> None:
        """Open the menu of the selection, of the mark with the ring, or of the cursor's place."""
        view = self._window.view
        selected, ring = view.selected_span(), view.focused_finding()
        if not len(selected) and ring is not None:
            selected = Span(ring.span.start, ring.span.start)
            if ring.attribution is not None and ring.panel == "sourcing":
                self._show_menu_of_number(ring.attribution)
                return
        if self._article.current is not None:
            self.show_page_menu(selected, self._beside_cursor())

    def _show_menu_of_number(self, number: int) -> None:
        analysis = self._analysis.current
        items = analysis.attributions if analysis is not None else ()
        for item in items:
            if item.id == number:
                self.show_menu_of(item, self._beside_cursor())

    def _beside_cursor(self) -> QPoint:
        view = self._window.view
        return view.viewport().mapToGlobal(view.cursorRect().bottomLeft())

    def _marks_are_shown(self) -> bool:
        return self._window.actions_by_name["show_marks"].isChecked()

    def show_menu_of(self, item: object, place: QPoint) -> None:
        """Open the menu of a source (by its id), an attribution or a hedge in a panel."""
        analysis = self._analysis.current
        if analysis is None:
            return
        choices: tuple[Choice, ...] = ()
        source = self._source(item)
        if source is not None:
            choices = source_choices(analysis, source)
        elif isinstance(item, Attribution):
            choices = attribution_choices(analysis, item)
        elif isinstance(item, Finding):
            choices = selection_choices(analysis, Span(item.span.start, item.span.start), [item])
        if source is None:
            self._show(choices, place)
            return
        menu = self._new_menu()
        _fill(menu, choices)
        self.source_menu_made.emit(menu, source)
        menu.popup(place)

    def show_join_menu(self, source_id: str, place: QPoint) -> None:
        """Open the menu of the sources that one can be joined to."""
        analysis, source = self._analysis.current, self._source(source_id)
        if analysis is not None and source is not None:
            self._show(tuple(join_choices(analysis, source)), place)

    def show_speaker_menu(self, source_id: str, place: QPoint) -> None:
        """Open the menu that gives what a source says to somebody else."""
        analysis, source = self._analysis.current, self._source(source_id)
        if analysis is not None and source is not None:
            self._show(speaker_choices(analysis, source), place)

    def _show(self, choices: Sequence[Choice], place: QPoint) -> None:
        if choices:
            menu = self._new_menu()
            _fill(menu, choices)
            menu.popup(place)

    def _new_menu(self) -> QMenu:
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = QMenu(self._window)
        self._menu.setObjectName("correction_menu")
        self._menu.triggered.connect(self._choose)
        return self._menu

    def _choose(self, action: QAction) -> None:
        choice = action.data()
        if not isinstance(choice, Choice):
            return
        corrections = choice.corrections
        if choice.asks is not None:
            corrections = self._named(choice.asks)
        self.correct(*corrections)

    def _named(self, naming: Naming) -> tuple[Correction, ...]:
        analysis = self._analysis.current
        name = self._messages.ask_words(self.tr("Who speaks"), self.tr("Name or description:"))
        if not name or analysis is None:
            return ()
        return naming_corrections(analysis, naming, named_speaker(name))

    # -- correcting --------------------------------------------------------------------------

    def correct(self, *corrections: Correction) -> None:
        """Put corrections in force, and offer to take them back."""
        if not corrections:
            return
        self._analysis.corrections.add(*corrections)
        told = self.tr("Corrected by you: {what}.")
        words = told.format(what=correction_words(corrections[0]))
        self._window.toast.show_words(words, can_undo=True)

    def set_text_kind(self, kind: str) -> None:
        """Take what the reader says of the kind of this text."""
        self.correct(*(set_text_kind(known) for known in TEXT_KINDS if known == kind))

    def set_fact(self, name: FactName, value: str) -> None:
        """Take what the reader says of one fact."""
        self.correct(set_fact(name, value))

    def take_fact_back(self, name: FactName) -> None:
        """Let a fact be as it came, whenever the reader has said it."""
        kept = self._analysis.corrections
        kept.take_back(*edits_of(kept.done, name))

    def set_side(self, source_id: str, side: int) -> None:
        """Put a source on a side, or on none."""
        analysis, source = self._analysis.current, self._source(source_id)
        is_other = analysis is not None and analysis.marks.side_of(source_id) != side
        if analysis is not None and source is not None and is_other:
            self.correct(set_side(analysis, source, side))

    def rename_side(self, side: int) -> None:
        """Ask what the reader calls a side."""
        title = self.tr("Side {side}").format(side=side)
        name = self._messages.ask_words(title, self.tr("What do these sources stand for?"))
        if name:
            self.correct(name_side(side, name))

    def _source(self, source_id: object) -> Source | None:
        analysis = self._analysis.current
        found: Iterable[Source] = analysis.sources if analysis is not None else ()
        return next((source for source in found if source.id == source_id), None)

    # -- the way back ------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back what was corrected or muted last, and say what that was."""
        self._window.toast.hide()
        self._tell_difference(self._analysis.corrections.undo)

    def redo(self) -> None:
        """Put what was taken back last in force again."""
        self._tell_difference(self._analysis.corrections.redo)

    def _tell_difference(self, change: Callable[[], object]) -> None:
        """Make a step to and fro, and say what it did."""
        kept = self._analysis.corrections
        before = kept.done
        change()
        gone = tuple((Counter(before) - Counter(kept.done)).elements())
        come = tuple((Counter(kept.done) - Counter(before)).elements())
        told = ""
        if come:  # of those that were made together, the first gives the name
            told = self.tr("Done again: {what}.").format(what=correction_words(come[0]))
        elif gone and is_mute(gone[-1]):
            told = self.tr("“{words}” is marked again.")
            if counts_everywhere(gone[-1]):
                told = self.tr("“{words}” is marked again in every article.")
            told = told.format(words=shortened(gone[-1].words))
        elif gone:
            told = self.tr("Taken back. It was: {what}.").format(what=correction_words(gone[0]))
        if told:
            self._window.toast.show_words(told, can_undo=False)

    def show_state(self) -> None:
        """Tell the panel what can be taken back."""
        kept = self._analysis.corrections
        analysis = self._analysis.current
        is_corrected = any(not is_mute(item) for item in kept.done)
        last = correction_words(kept.done[-1]) if is_corrected else ""
        uncounted = {"set-side", "name-side", *TEXT_ACTIONS, *MUTES}
        counted = [item for item in kept.done if item.action not in uncounted]
        unplaced = len(analysis.marks.unplaced) if analysis is not None else 0
        self._window.sourcing.show_corrections(len(counted), unplaced, last)


def _fill(menu: QMenu, choices: Iterable[Choice]) -> None:
    """Put choices into a menu; a menu below with nothing in it is left out."""
    for choice in choices:
        text = choice.text.replace("&", "&&")
        if not text:
            menu.addSeparator()
        elif choice.below:
            below = QMenu(text, menu)
            _fill(below, choice.below)
            menu.addMenu(below)
        elif choice.corrections or choice.asks is not None or choice.is_present:
            action = menu.addAction(text)
            action.setCheckable(choice.is_present)
            action.setChecked(choice.is_present)
            action.setData(choice)
