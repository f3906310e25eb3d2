"""The lists that the editor changes: shipped lexicons, the reader's layers, undo and redo."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.core.lexicon.filed.known_entries import known
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.layering.layer_edits import (
    LayerHistory,
    added,
    edited,
    reset,
    rows_touched,
    with_category,
)
from reader.core.lexicon.layering.layers import (
    Key,
    Layer,
    Row,
    as_lexicon,
    entry_key,
    lead_key,
    new_layer,
    read_layer,
    rows_of,
    same_entry,
)
from reader.core.lexicon.lexicon import Category, Entry, Lexicon
from reader.errors import ReaderError
from reader.paths import Paths
from reader.storage.interchange.drafts import with_free_letters
from reader.storage.languages import languages_in_use
from reader.storage.lexicons.files import load_lexicons
from reader.storage.lexicons.own_lexicons import UserLexicons
from reader.ui.places.editor.saved_lists import SavedLists


class Editing(QObject):
    """Keeps the reader's words, and every step back.

    Signals:
        changed(): Some row, list or category is another now.
        failed(ReaderError): Something went wrong that the reader should know.
        reported(str): A sentence for the reader about the files.
        read_again(): All files are in order and read again.

    Attributes:
        paths: Where the files lie.
    """

    changed = Signal()
    failed = Signal(object)
    reported = Signal(str)
    read_again = Signal()

    def __init__(
        self, paths: Paths, parent: QObject | None = None, in_use: Sequence[Lexicon] = ()
    ) -> None:
        """Read the lexicons; those `in_use` are taken over, so that none is compiled twice."""
        super().__init__(parent)
        self.paths = paths
        self._in_use = {lexicon.id: lexicon for lexicon in in_use}
        self.languages = languages_in_use(paths)
        shipped, problems = load_lexicons([paths.lexicons], self.languages, paths.compiled_lists)
        self.shipped = tuple(map(self._taken_over, shipped))
        self._below = {lexicon.id: lexicon for lexicon in self.shipped}
        self._shipped_keys: dict[str, frozenset[Key]] = {}  # of the lists that were asked about
        self.touched: tuple[Row, ...] = ()  # by the latest step
        self._rows: dict[str, tuple[Layer | None, tuple[Row, ...]]] = {}
        self._tops: dict[str, tuple[Layer, Lexicon]] = {}
        self._saved = SavedLists(paths.user_lexicons, self.shipped, self.languages, self)
        self._saved.changed_outside.connect(self._take_from_outside)
        self._saved.failed.connect(self.failed)
        self._saved.read_again.connect(self.read_again)
        self._saved.reported.connect(self.reported)
        reread = self._saved.read()
        self._history = LayerHistory(reread.layers)
        self.first_problems: tuple[ReaderError, ...] = (*problems, *reread.problems)
        self.first_notices = tuple(self._saved.notice_words(item) for _, item in reread.notices)

    # -- lists and rows -------------------------------------------------------------------------

    @property
    def layers(self) -> tuple[Layer, ...]:
        """Return the reader's layers as they are now."""
        return self._history.layers

    def lists(self) -> tuple[Lexicon, ...]:
        """Return the lists that the table is made of: shipped ones, then the reader's own."""
        alone = (layer.lexicon for layer in self.layers if not layer.over)
        return (*self.shipped, *alone)

    def list_of(self, name: str) -> Lexicon:
        """Return a list of the table by its id."""
        return next(item for item in self.lists() if item.id == name)

    def lexicons(self) -> tuple[Lexicon, ...]:
        """Return all lexicons as they count, from below to above."""
        return (*self.shipped, *map(self._top, self.layers))

    def _top(self, layer: Layer) -> Lexicon:
        name = layer.lexicon.id
        known = self._tops.get(name)
        if known is None or known[0] is not layer:
            top = self._taken_over(as_lexicon(layer, self._below.get(layer.over)))
            known = (layer, top)
            self._tops[name] = known
        return known[1]

    def _taken_over(self, lexicon: Lexicon) -> Lexicon:
        used = self._in_use.pop(lexicon.id, None)
        return used if used is not None and used == lexicon else lexicon

    def rows(self) -> tuple[Row, ...]:
        """Return all rows of all lists."""
        every: list[Row] = []
        for item in self.lists():
            every.extend(self.rows_in(item.id))
        return tuple(every)

    def rows_in(self, name: str) -> tuple[Row, ...]:
        """Return all rows of one list."""
        layer = self.layer_of(name)
        known = self._rows.get(name)
        if known is None or known[0] is not layer:
            known = (layer, rows_of(self._below.get(name), layer))
            self._rows[name] = known
        return known[1]

    def row_of(self, finding: Finding) -> Row | None:
        """Return the row of a mark's entry; None for what no list holds."""
        layer = self.layer_of(finding.lexicon)
        owner = (layer.over if layer else "") or finding.lexicon
        key = entry_key(finding.entry)
        rows = self.rows_in(owner) if owner in {item.id for item in self.lists()} else ()
        return next((row for row in rows if entry_key(row.shown) == key), None)

    def layer_of(self, name: str) -> Layer | None:
        """Return the layer on a list, or the list's own where it stands alone."""
        return next((item for item in self.layers if name in {item.over, item.lexicon.id}), None)

    def is_shipped(self, name: str) -> bool:
        """Return whether a list is a shipped one."""
        return name in self._below

    def categories(self, name: str) -> Mapping[str, Category]:
        """Return the categories of a list with the reader's own, by id."""
        layer = self.layer_of(name)
        shipped = self._below.get(name)
        own = layer.lexicon.categories if layer else ()
        return {item.id: item for item in (*own, *(shipped.categories if shipped else ()))}

    def names_again(self, row: Row, entry: Entry) -> bool:
        """Return whether another row of the list has this phrase and part already."""
        key = entry_key(entry)
        if key == entry_key(row.shown):
            return False
        layer = self.layer_of(row.lexicon)
        changes = layer.changes if layer else ()
        settled = {entry_key(item.base) for item in changes if item.base is not None}
        own = (item.entry or item.base for item in changes)
        return any(item is not None and entry_key(item) == key for item in own) or (
            key in self._keys_of(row.lexicon) and key not in settled
        )

    def _keys_of(self, name: str) -> frozenset[Key]:
        """Return what names each entry of a shipped list; of any other, nothing."""
        if name not in self._shipped_keys:
            below = self._below.get(name)
            leads = known(below.entries).leads() if below is not None else ()
            self._shipped_keys[name] = frozenset(map(lead_key, leads))
        return self._shipped_keys[name]

    # -- steps ---------------------------------------------------------------------------------

    def change(self, row: Row, entry: Entry, step: str = "") -> None:
        """Change one entry; changes of one `step` are taken back together."""
        self._on_layers([row], lambda layer, _rows: edited(layer, [(row, entry)]), "change", step)

    def remove(self, rows: Sequence[Row]) -> None:
        """Delete what the reader added, and mute what is shipped."""
        self._on_layers(
            rows, lambda layer, own: edited(layer, [(row, None) for row in own]), "remove"
        )

    def reset(self, rows: Sequence[Row]) -> None:
        """Make rows as shipped again."""
        self._on_layers(rows, reset, "reset")

    def move(self, rows: Sequence[Row], category: str) -> None:
        """Move rows to another category of their list; those of other lists stay."""
        fit = [row for row in rows if row.entry and category in self.categories(row.lexicon)]
        self._on_layers(
            fit,
            lambda layer, own: edited(
                layer, [(row, replace(row.shown, category=category)) for row in own]
            ),
            "move",
        )

    def move_over(self, rows: Sequence[Row], target: str, entries: Sequence[Entry]) -> None:
        """Take rows out of their lists and add entries to another one, as one step."""
        layers = self.layers
        for name in dict.fromkeys(row.lexicon for row in rows):
            own = [(row, None) for row in rows if row.lexicon == name]
            layers = _placed(layers, edited(self.layer_of(name) or self._fresh(name), own))
        layer = self.layer_of(target) or self._fresh(target)
        self._keep(_placed(layers, added(layer, entries)), "move to list")

    def add(self, name: str, entries: Sequence[Entry]) -> None:
        """Add entries to a list."""
        layer = self.layer_of(name) or self._fresh(name)
        self._keep(self._with(added(layer, entries)), "add")

    def duplicate(self, rows: Sequence[Row]) -> None:
        """Add a copy of each row under a phrase of its own."""
        layers = self.layers
        for name in dict.fromkeys(row.lexicon for row in rows):
            own = [row for row in rows if row.lexicon == name]
            taken = {entry_key(row.shown) for row in self.rows_in(name)}
            copies = [_copy(row.shown, taken) for row in own]
            layer = self.layer_of(name) or self._fresh(name)
            layers = _placed(layers, added(layer, copies))
        self._keep(layers, "duplicate")

    def set_category(self, name: str, category: Category) -> None:
        """Add a category to the reader's part of a list, or change it there."""
        layer = self.layer_of(name) or self._fresh(name)
        self._keep(self._with(with_category(layer, category)), "category")

    def new_list(self, title: str) -> str:
        """Begin a list of the reader's own; return its id."""
        pattern = next(item for item in self.shipped if item.panel == "wording")
        name = self._free_name(title)
        lexicon = replace(new_layer(pattern, title).lexicon, id=name)
        self._keep((*self.layers, Layer(lexicon)), "list")
        return name

    def take_in(self, lexicon: Lexicon) -> str:
        """Make a list of another program one of the reader's own; return its id."""
        name = self._free_name(lexicon.id)
        taken = with_free_letters(replace(lexicon, id=name), self.lexicons())
        self._keep((*self.layers, read_layer(taken, None, ())), "list")
        return name

    def taken_in_before(self, lexicon: Lexicon) -> Lexicon | None:
        """Return the reader's list that was made of the same file, as it is now, or None."""
        for layer in self.layers:
            known = layer.lexicon
            is_of_file = known.id == lexicon.id or known.purpose == lexicon.purpose != ""
            if not layer.over and is_of_file:
                return self.as_it_counts(known.id)
        return None

    def _free_name(self, title: str) -> str:
        slug = "-".join("".join(c if c.isalnum() else " " for c in title.lower()).split())
        taken = {item.id for item in self.lists()} | {item.lexicon.id for item in self.layers}
        name = own = slug[:40] or "list"
        number = 1
        while name in taken:
            number += 1
            name = f"{own}-{number}"
        return name

    def as_it_counts(self, name: str) -> Lexicon:
        """Return a list with the reader's changes in it, as one lexicon to hand on."""
        lexicon = self.list_of(name)
        entries = tuple(row.entry for row in self.rows_in(name) if row.entry is not None)
        categories = tuple(self.categories(name).values())
        return replace(lexicon, entries=entries, categories=categories)

    def _fresh(self, name: str) -> Layer:
        shipped = self._below[name]
        return new_layer(shipped, self.tr("My {title}").format(title=shipped.title.lower()))

    def _with(self, layer: Layer) -> tuple[Layer, ...]:
        return _placed(self.layers, layer)

    def _on_layers(
        self,
        rows: Iterable[Row],
        work: Callable[[Layer, list[Row]], Layer],
        name: str,
        step: str = "",
    ) -> None:
        grouped: dict[str, list[Row]] = {}
        for row in rows:
            grouped.setdefault(row.lexicon, []).append(row)
        layers = self.layers
        for owner, own in grouped.items():
            layers = _placed(layers, work(self.layer_of(owner) or self._fresh(owner), own))
        self._keep(layers, name, step)

    @property
    def files(self) -> UserLexicons:
        """Return the files of the reader's lists."""
        return self._saved.store

    def with_layer(self, name: str, work: Callable[[Layer], Layer], step: str) -> None:
        """Change the reader's part of a list, as one step."""
        self._keep(self._with(work(self.layer_of(name) or self._fresh(name))), step)

    def without_list(self, name: str) -> None:
        """Delete a list of the reader's own; an undo brings it back."""
        self.files.note_deleted(name)
        self._keep(tuple(item for item in self.layers if item.lexicon.id != name), "delete list")

    def _keep(self, layers: tuple[Layer, ...], name: str, step: str = "") -> None:
        self._take(self._history.after(layers, name, step))

    def _take(self, history: LayerHistory) -> None:
        if history.layers != self._history.layers:
            self.touched = rows_touched(self.layers, history.layers)
            self._history = history
            self._saved.keep(history.layers)
            self.changed.emit()

    def ways(self) -> tuple[bool, bool]:
        """Return whether there is a step to take back, and whether there is one to do again."""
        return bool(self._history.past), bool(self._history.future)

    def undo(self) -> None:
        """Take the last step back."""
        self._take(self._history.undone())

    def redo(self) -> None:
        """Do the last step again."""
        self._take(self._history.redone())

    # -- files ---------------------------------------------------------------------------------

    @property
    def is_saved(self) -> bool:
        """Return whether the files hold what the window shows."""
        return self._saved.is_saved

    def flush(self) -> None:
        """Write what is not yet written."""
        self._saved.flush()

    @property
    def failure(self) -> ReaderError | None:
        """Return why the latest changes could not be written, or None."""
        return self._saved.failure

    def close(self) -> None:
        """Write what is not yet written, as the window does when it closes."""
        if not self.is_saved:
            self.flush()

    def look_outside(self) -> None:
        """Read what another program wrote; what is broken keeps its last state."""
        self._saved.look_outside()

    def _take_from_outside(self, layers: tuple[Layer, ...]) -> None:
        self.touched = ()
        self._history = self._history.with_others(layers)
        self.changed.emit()


def _placed(layers: tuple[Layer, ...], layer: Layer) -> tuple[Layer, ...]:
    name = layer.lexicon.id
    if any(item.lexicon.id == name for item in layers):
        return tuple(layer if item.lexicon.id == name else item for item in layers)
    return (*layers, layer)


def row_after(row: Row, entry: Entry) -> Row:
    """Return the row as it is when its entry has been changed."""
    is_shipped = row.base is not None and same_entry(row.base, entry)
    return replace(row, entry=row.base if is_shipped else entry)


def _copy(entry: Entry, taken: set[tuple[str, str]]) -> Entry:
    number = 2
    copy = replace(entry, phrase=f"{entry.phrase} {number}", line=0)
    while entry_key(copy) in taken:
        number += 1
        copy = replace(entry, phrase=f"{entry.phrase} {number}", line=0)
    taken.add(entry_key(copy))
    return copy
