"""Fills the left of the editor, and the counts in its tools: what there is of everything."""

from collections import Counter
from collections.abc import Sequence, Set

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from reader.core.lexicon.layering.layers import Row
from reader.core.lexicon.lexicon import categories_in
from reader.ui.marks.look import Look, look_of
from reader.ui.marks.samples import letter_icon
from reader.ui.places.editor.editing import Editing
from reader.ui.places.editor.editor_frame import EditorFrame
from reader.ui.places.editor.lists.list_filters import FilterLine
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons

_MOST_EARLIER = 20
_ALL = " all"  # the id of the line that stands for every list


class ListOverview(QObject):
    """Knows which list and which category are chosen, and how each category looks.

    Attributes:
        theme: The colours in use.
        looks: The look of each category, by list and category.
        off: The lists that mark nothing now; without cues nobody would speak, so they stay.
    """

    def __init__(self, frame: EditorFrame, editing: Editing, icons: Icons) -> None:
        super().__init__(frame)
        # The frame itself is not kept: a reference from here would keep the window alive.
        self._lists, self._categories, self._whose = frame.lists, frame.categories, frame.whose
        self._editing, self._icons = editing, icons
        self.theme = frame.theme
        self.off: frozenset[str] = frozenset()
        self.looks: dict[tuple[str, str], Look] = {}
        self._earlier: list[str] = []  # lists that were chosen, the latest last

    @property
    def chosen_list(self) -> str:
        """Return the id of the chosen list, or "" for all."""
        chosen = self._lists.current_id
        return "" if chosen == _ALL else chosen

    @property
    def chosen_category(self) -> str:
        """Return the id of the chosen category, or "" for all."""
        chosen = self._categories.current_id
        return "" if chosen == _ALL else chosen

    def choose_all(self) -> None:
        """Choose all lists and all categories."""
        self._lists.choose(_ALL)
        self.choose_all_categories()

    def choose_all_categories(self) -> None:
        """Choose all categories of the list that is chosen."""
        self._categories.choose(_ALL)

    def look(self, name: str, category: str) -> Look:
        """Return how a category of a list looks."""
        return self.looks.get((name, category)) or Look(1, "thin", "?")

    def find_looks(self) -> None:
        """Find out how the categories look now."""
        self.looks = {
            (item.id, category.id): look_of(category, is_hedge=item.panel == "hedging")
            for item in self._editing.lists()
            for category in self._editing.categories(item.id).values()
        }

    def fill(self, theme: Theme) -> None:
        """Show lists, categories and counts as they are now; what was chosen stays chosen."""
        self.theme = theme
        rows = self._editing.rows()
        self._fill_lists(rows, theme)
        self._fill_categories(rows, theme)
        self._fill_counts(rows)

    def _fill_lists(self, rows: Sequence[Row], theme: Theme) -> None:
        counts = Counter(row.lexicon for row in rows)
        lock = self._icons.icon("lock", theme.text2)
        every = FilterLine(_ALL, self.tr("All lists"), len(rows), QIcon())
        sides = [
            FilterLine(
                item.id,
                item.title,
                counts[item.id],
                lock if self._editing.is_shipped(item.id) else QIcon(),
                None if item.panel == "sourcing" else item.id not in self.off,
            )
            for item in self._editing.lists()
        ]
        self._lists.show_lines([every, *sides], self._still_there({side.id for side in sides}))

    def _still_there(self, names: Set[str]) -> str:
        """Return the list to choose: the one that is chosen, or the last one before it."""
        chosen = self.chosen_list
        if chosen in names and chosen not in self._earlier[-1:]:
            self._earlier = [*self._earlier[-_MOST_EARLIER:], chosen]
        if not chosen or chosen in names:
            return chosen or _ALL
        return next((name for name in reversed(self._earlier) if name in names), _ALL)

    def _fill_categories(self, rows: Sequence[Row], theme: Theme) -> None:
        chosen = self.chosen_list
        own = [row for row in rows if chosen in {"", row.lexicon}]
        counts: Counter[str] = Counter()
        for names, number in Counter(row.shown.category for row in own).items():
            for name in categories_in(names):
                counts[name] += number
        sides: dict[str, FilterLine] = {}
        for item in self._editing.lists():
            if chosen not in {"", item.id}:
                continue
            for category in self._editing.categories(item.id).values():
                icon = letter_icon(theme, self.look(item.id, category.id))
                side = FilterLine(category.id, category.name, counts[category.id], icon)
                sides.setdefault(category.id, side)
        every = FilterLine(_ALL, self.tr("All categories"), len(own), QIcon())
        current = self._categories.current_id
        current = current if current in sides else _ALL
        self._categories.show_lines([every, *sides.values()], current)

    def _fill_counts(self, rows: Sequence[Row]) -> None:
        states = Counter(row.state for row in rows)
        changed = states["changed"] + states["muted"]
        whose = self._whose
        whose["all"].setText(self.tr("All"))
        whose["mine"].setText(self.tr("Mine {n}").format(n=changed + states["added"]))
        whose["changed"].setText(self.tr("Changed {n}").format(n=changed))
