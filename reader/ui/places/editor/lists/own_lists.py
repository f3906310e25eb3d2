"""Steps on whole lists: renamed, described, deleted, restored, merged, and entries moved over."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.core.lexicon.layering.layer_edits import added, edited, with_category, without_category
from reader.core.lexicon.layering.layer_merging import Difference
from reader.core.lexicon.layering.layers import Layer, Row, same_entry
from reader.core.lexicon.lexicon import Category, Entry, Lexicon, joined_categories
from reader.storage.lexicons.kept_lists import (
    KeptList,
    deleted_lists,
    keep_version,
    versions,
)
from reader.ui.places.editor.editing import Editing


class OwnLists:
    """What can be done with the reader's lists, each a step that can be taken back."""

    def __init__(self, editing: Editing) -> None:
        self._editing = editing

    def is_own(self, name: str) -> bool:
        """Tell whether a list is the reader's own, so that it can be renamed and deleted."""
        return not self._editing.is_shipped(name)

    # -- lists ---------------------------------------------------------------------------------

    def describe(self, name: str, head: Lexicon) -> None:
        """Take title, authors, licence, version and what it is for from `head`.

        Where the version is another now, the list before is kept under the old one.

        Raises:
            ReaderError: The version before could not be kept.
        """
        before = self._editing.as_it_counts(name)
        if head.version != before.version and before.entries:
            keep_version(self._editing.files.place_of(name), before)
        said = {
            field: getattr(head, field)
            for field in ("title", "authors", "licence", "version", "purpose", "limits")
        }
        self._editing.with_layer(
            name, lambda layer: replace(layer, lexicon=replace(layer.lexicon, **said)), "describe"
        )

    def delete(self, name: str) -> None:
        """Delete a list; it lies among the deleted ones for 30 days."""
        self._editing.flush()  # what was typed last goes along
        self._editing.without_list(name)

    def deleted(self) -> tuple[KeptList, ...]:
        """Return the lists that were deleted, the latest first."""
        self._editing.flush()
        return deleted_lists(self._editing.files.folder, self._editing.languages)

    def restore(self, kept: KeptList) -> str:
        """Put a deleted list back; return its id.

        Raises:
            ReaderError: It cannot be moved.
        """
        name = self._editing.files.restore(kept.folder)
        self._editing.look_outside()
        return name

    # -- versions ------------------------------------------------------------------------------

    def keep(self, name: str) -> None:
        """Keep a list as it is now, to compare it later.

        Raises:
            ReaderError: The folder cannot be written.
        """
        place = self._editing.files.place_of(self._folder_of(name))
        keep_version(place, self._editing.as_it_counts(name))

    def versions(self, name: str) -> tuple[KeptList, ...]:
        """Return the versions of a list that were kept."""
        place = self._editing.files.place_of(self._folder_of(name))
        return versions(place, self._editing.languages)

    def _folder_of(self, name: str) -> str:
        layer = self._editing.layer_of(name)
        return layer.lexicon.id if layer else f"my-{name}"

    def take_over(
        self, name: str, differences: Iterable[Difference], categories: Sequence[Category]
    ) -> None:
        """Make a list in these entries what the other is: added, changed, or taken out.

        Args:
            name: The list.
            differences: What is to be taken over, this list being the first of the two.
            categories: Those of the other list; one that an entry needs comes along.
        """
        rows = self._editing.rows_in(name)
        edits: list[tuple[Row, Entry | None]] = []
        new: list[Entry] = []
        for one in differences:
            row = _row_of(rows, one.before)
            if row is not None:
                edits.append((row, one.after))
            elif one.after is not None:
                new.append(replace(one.after, line=0))
        used = {key for entry in (*new, *(e for _, e in edits if e)) for key in entry.categories}
        missing = [
            item
            for item in categories
            if item.id in used and item.id not in self._editing.categories(name)
        ]

        def work(layer: Layer) -> Layer:
            for category in missing:
                layer = with_category(layer, category)
            return added(edited(layer, edits), new)

        self._editing.with_layer(name, work, "merge")

    # -- categories and entries ----------------------------------------------------------------

    def delete_category(self, name: str, gone: str, instead: str) -> None:
        """Delete a category of the reader's own; its entries stand in another from now on."""
        self._editing.with_layer(
            name, lambda layer: without_category(layer, gone, instead), "category"
        )

    def move(self, rows: Sequence[Row], target: str) -> None:
        """Move entries to another list: what is shipped is muted where it was.

        A category that the target has not becomes its first one.
        """
        known = tuple(self._editing.categories(target))
        moving = [row for row in rows if row.lexicon != target and row.entry is not None]
        new = [_fitting(row.shown, known) for row in moving]
        self._editing.move_over(moving, target, new)


def _row_of(rows: Sequence[Row], entry: Entry | None) -> Row | None:
    if entry is None:
        return None
    return next((row for row in rows if row.entry and same_entry(row.entry, entry)), None)


def _fitting(entry: Entry, known: Sequence[str]) -> Entry:
    names = [name for name in entry.categories if name in known] or [known[0]]
    return replace(entry, category=joined_categories(names), line=0)
