"""The Naming panel: who is called what, in whose words, and which names are contested."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.core.sources.naming import Naming
from reader.core.text.spans import Span
from reader.core.views.contested import CATEGORY, contested_sets
from reader.paths import default_paths
from reader.ui.marks.look import Look, looks_of
from reader.ui.panels.naming.actor_row import ActorRow
from reader.ui.panels.naming.contested_card import ContestedCard
from reader.ui.panels.naming.drop_place import DropPlace
from reader.ui.panels.naming.forms_table import FormsTable
from reader.ui.panels.naming.name_button import NameButton, NamedPlaces
from reader.ui.panels.naming.name_words import voice_words
from reader.ui.theme import Theme
from reader.ui.widgets.fact_table import Facts, FactTable
from reader.ui.widgets.icons import Icons
from reader.ui.widgets.panel_shape.panel import Panel, PanelView

_MOST_FORMS = 12  # people in the table of forms
_STEP = 40  # rows that a press of the button adds
_STYLE = """
ActorRow {{ border: 0; border-bottom: 1px solid {line}; border-left: 3px solid transparent; }}
ActorRow[chosen="true"] {{ background: {wash}; border-left: 3px solid {accent}; }}
DropPlace[open="true"] {{ background: {hover}; }}
DropPlace#drop_field {{ border: 1px dashed {line2}; border-radius: 5px; }}
ContestedCard {{ border: 0; border-top: 1px solid {line}; }}
FormsTable {{ padding-left: 8px; }}
FormsTable QHeaderView::section {{ padding: 4px 4px; font-weight: 400; }}
NameButton {{ padding: 1px 2px; margin: 0; font: 400 15px "Source Serif 4"; color: {text}; }}
NameButton[name="actor"] {{ font: 600 13px "IBM Plex Sans"; }}
NameButton:focus {{ border: 2px solid {focus}; padding: 0 1px; }}
"""


class NamingPanel(Panel):
    """Lists actors with their wordings; names can be grouped anew by drag and by keys.

    Signals:
        join_requested(tuple, Naming): Give the words at some places to an actor.
        part_requested(tuple, str): Make the words at some places an actor of their own.
        names_chosen(tuple): Mark these places on the page.
        undo_requested(): Take the last correction back.
    """

    id = "naming"
    title = "Naming"
    command = "&Naming"
    key = "Ctrl+5"
    icon = "users"
    layer = "naming"

    join_requested = Signal(object, object)
    part_requested = Signal(object, str)
    names_chosen = Signal(object)
    undo_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._icons = Icons(default_paths().resources / "icons")
        self._view: PanelView | None = None
        self._is_stale = False
        self._actors: tuple[Naming, ...] = ()
        self._limit = 0
        self._chosen = ""
        self._next: dict[tuple[Span, ...], int] = {}
        self._join_places: NamedPlaces | None = None
        self._menu: QMenu | None = None
        self.rows: list[ActorRow] = []
        self.cards: list[ContestedCard] = []
        self.as_table = self.table_toggle("naming_as_table")
        self.as_table.toggled.connect(self._show_as)
        self.undo_button = QPushButton(self)
        self.undo_button.setObjectName("naming_undo")
        self.undo_button.setProperty("link", "true")
        self.undo_button.clicked.connect(self.undo_requested)
        self.undo_button.hide()
        self.body.addWidget(self.undo_button)
        self.drop_field = self._make_drop_field()
        self._views = QStackedWidget(self._page)
        self.table = FactTable("naming_table", self._views)
        self.table.setAccessibleName(self.tr("Names as a table"))
        self.table.row_activated.connect(self.place_activated)
        self._area = QScrollArea(self._views)
        self._area.setWidgetResizable(True)
        self._area.setObjectName("naming_rows")
        self._area.setAccessibleName(self.tr("Actors and their names"))
        self._views.addWidget(self._area)
        self._views.addWidget(self.table)
        self.body.addWidget(self._views, 1)
        self.body.addWidget(self.drop_field)
        self.foot(self.tr("J: join with another actor. Del: an actor of its own."))
        self._set_style()

    def _make_drop_field(self) -> DropPlace:
        field = DropPlace(self)
        field.setObjectName("drop_field")
        layout = QVBoxLayout(field)
        layout.setContentsMargins(12, 7, 12, 7)
        layout.addWidget(QLabel(self.tr("Drop here: an actor of its own"), field))
        field.name_dropped.connect(self._part)
        field.hide()
        return field

    def _set_style(self) -> None:
        theme = self._theme
        self.setStyleSheet(
            _STYLE.format(
                line=theme.line,
                line2=theme.line2,
                wash=theme.accent_wash,
                accent=theme.accent,
                hover=theme.hover,
                text=theme.text,
                focus=theme.focus,
            )
        )

    def set_theme(self, theme: Theme) -> None:
        """Change the colours; rows are made again, for they hold pictures."""
        super().set_theme(theme)
        self._theme = theme
        self._set_style()
        if self._view is not None:
            self.show_analysis(self._view)

    # -- filling -----------------------------------------------------------------------------

    def show_analysis(self, view: PanelView) -> None:
        """List the actors of an article, once the panel is seen."""
        before = self._view
        is_same = before is not None and before.analysis.article.text == view.analysis.article.text
        self._view = view
        if not is_same:
            self._limit, self._chosen = 0, ""
            self.names_chosen.emit(())
        self._is_stale = True
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the panel where something has changed since it was seen."""
        super().showEvent(event)
        if self._is_stale:
            self._fill()

    def _fill(self) -> None:
        view, self._is_stale = self._view, False
        if view is None:
            return
        analysis = view.analysis
        various = [actor for actor in analysis.actors if self._is_shown_first(actor)]
        others = [actor for actor in analysis.actors if actor not in various]
        self._actors = (*various, *others)
        self._limit = max(self._limit, min(len(various), _STEP))
        names = sum(len({label.text for label in actor.labels}) for actor in various)
        self.heading.setText(self.tr("How people and things are named"))
        told = self.tr("{n} actors, {m} names. Drag a name to another actor to group it anew.")
        self.subheading.setText(told.format(n=len(various), m=names))
        sets = contested_sets(analysis, view.muted)
        if not self._actors and not sets:
            self.show_state(
                self.tr("Nobody is named in more than one way."),
                self.tr("A text can call somebody by one name only, and still choose it."),
            )
            return
        self._fill_rows(sets_of=view)
        self._fill_table()
        self.show_body()
        self._mark(self._chosen)

    def _is_shown_first(self, actor: Naming) -> bool:
        view = self._view
        yours = view.analysis.marks.names if view is not None else frozenset[Span]()
        places = {span for label in actor.labels for span in label.spans}
        return actor.is_various or bool(places & yours)

    def _fill_rows(self, sets_of: PanelView) -> None:
        place = self._area.verticalScrollBar().value()
        page = QWidget()
        page.setObjectName("naming_page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.rows = [self._row(n, page) for n in range(min(self._limit, len(self._actors)))]
        for row in self.rows:
            layout.addWidget(row)
        left = len(self._actors) - len(self.rows)
        if left:
            layout.addWidget(self._more(left, page))
        people = [
            (number, actor)
            for number, actor in enumerate(self._actors)
            if actor.kind == "person" and sum(actor.forms.values()) > 1
        ]
        if people:
            title = QLabel(self.tr("Names and titles: people named more than once"), page)
            title.setProperty("role", "section")
            title.setContentsMargins(14, 10, 14, 2)
            layout.addWidget(title)
            forms = FormsTable(page)
            forms.show_people(people[:_MOST_FORMS])
            forms.places_chosen.connect(self._follow_count)
            layout.addWidget(forms)
        self.cards = self._contested(sets_of, page)
        for card in self.cards:
            layout.addWidget(card)
        layout.addStretch(1)
        self._area.setWidget(page)
        self._area.verticalScrollBar().setValue(place)

    def _row(self, number: int, page: QWidget) -> ActorRow:
        view = self._view
        sources = view.analysis.sources if view is not None else ()
        speakers = {source.id: source.name or self.tr("no source named") for source in sources}
        yours = view.analysis.marks.names if view is not None else frozenset[Span]()
        row = ActorRow(
            number, self._actors[number], speakers, yours, self._theme, self._icons, page
        )
        row.row_clicked.connect(self._choose_row)
        row.name_dropped.connect(self._take_name)
        for button in row.buttons:
            self._connect(button)
        return row

    def _connect(self, button: NameButton) -> None:
        button.chosen.connect(self._follow)
        button.join_wanted.connect(self._ask_whose)
        button.part_wanted.connect(self._part)
        button.drag_began.connect(self.drop_field.show)
        button.drag_ended.connect(self.drop_field.hide)

    def _more(self, left: int, page: QWidget) -> QPushButton:
        one, many = self.tr("1 more, named in one way"), self.tr("{n} more, named in one way")
        if any(map(self._is_shown_first, self._actors[len(self.rows) :])):
            one, many = self.tr("1 more"), self.tr("{n} more")
        button = QPushButton((one if left == 1 else many).format(n=left), page)
        button.setObjectName("naming_more")
        button.setProperty("link", "true")
        button.clicked.connect(self._show_more)
        return button

    def _show_more(self) -> None:
        first = len(self.rows)
        self._limit = first + _STEP
        self._fill()
        if first < len(self.rows):
            self.rows[first].buttons[0].setFocus()

    def _contested(self, view: PanelView, page: QWidget) -> list[ContestedCard]:
        look = looks_of(view.analysis).get(("wording", CATEGORY), Look(1, "thin", "?"))
        cards = [
            ContestedCard(item, look, self._theme, page)
            for item in contested_sets(view.analysis, view.muted)
        ]
        for card in cards:
            card.place_chosen.connect(self.place_activated)
        return cards

    def _fill_table(self) -> None:
        view = self._view
        if view is None or not self.as_table.isChecked():
            return
        names = {source.id: source.name or "" for source in view.analysis.sources}
        rows, payloads = [], []
        for actor in self._actors:
            for label in actor.labels:
                speaker = names.get(label.speaker or "", "")
                place = str(view.places.at(label.spans[0].start))
                voice = voice_words(label.voice)
                rows.append((actor.actor, label.text, voice, speaker, len(label.spans), place))
                payloads.append(label.spans[0])
        columns = (
            self.tr("Actor"),
            self.tr("Name"),
            self.tr("Voice"),
            self.tr("Speaker"),
            self.tr("Times"),
            self.tr("First"),
        )
        self.table.show_facts(Facts(columns, tuple(rows), tuple(payloads)))

    def _show_as(self, is_table: bool) -> None:  # noqa: FBT001 -- a slot
        self._fill_table()
        self._views.setCurrentWidget(self.table if is_table else self._area)

    # -- choosing ----------------------------------------------------------------------------

    def _choose_row(self, number: int) -> None:
        self._mark(self._actors[number].actor)

    def _follow(self, places: NamedPlaces) -> None:
        """Mark the names of an actor, and lead to the next place of the one that was chosen."""
        self._choose_row(places.actor)
        self._lead(places.spans)

    def _follow_count(self, number: int, spans: tuple[Span, ...]) -> None:
        self._choose_row(number)
        self._lead(spans)

    def _lead(self, spans: Sequence[Span]) -> None:
        key = tuple(spans)
        number = self._next.get(key, 0)
        self._next[key] = (number + 1) % len(key)
        self.place_activated.emit(key[number])

    def _mark(self, name: str) -> None:
        """Show one actor as chosen, and ask for its names on the page."""
        self._chosen = name
        for row in self.rows:
            row.set_chosen(row.naming.actor == name)
        actor = next((one for one in self._actors if one.actor == name), None)
        spans: set[Span] = set()
        if actor is not None:
            spans = {span for label in actor.labels for span in label.spans}
            spans |= {span for places in actor.places.values() for span in places}
        self.names_chosen.emit(_widest(spans))

    # -- grouping anew -----------------------------------------------------------------------

    def _take_name(self, places: NamedPlaces) -> None:
        row = self.sender()
        if isinstance(row, ActorRow) and row.number != places.actor:
            self.join_requested.emit(places.spans, self._actors[row.number])

    def _part(self, places: NamedPlaces) -> None:
        if not places.is_actor:
            self.part_requested.emit(places.spans, places.text)

    def _ask_whose(self, places: NamedPlaces) -> None:
        """Open the menu of the actors that a name can be joined with."""
        self._join_places = places
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = menu = QMenu(self)
        menu.setObjectName("naming_join_menu")
        menu.triggered.connect(self._join)
        for number, actor in enumerate(self._actors):
            if number != places.actor:
                action = menu.addAction(actor.actor.replace("&", "&&"))
                action.setData(number)
        button = self.sender()
        below = QPoint(0, button.height()) if isinstance(button, QWidget) else QPoint()
        menu.popup(button.mapToGlobal(below) if isinstance(button, QWidget) else QPoint())

    def _join(self, action: QAction) -> None:
        if self._join_places is not None:
            self.join_requested.emit(self._join_places.spans, self._actors[action.data()])

    def show_undo(self, words: str) -> None:
        """Offer to take the last correction back, where it was one of names; "" offers nothing."""
        self.undo_button.setText(self.tr("Undo: {what}").format(what=words).replace("&", "&&"))
        self.undo_button.setVisible(bool(words))


def _widest(spans: set[Span]) -> tuple[Span, ...]:
    """Return the places in order, those inside others left out."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return tuple(kept)
