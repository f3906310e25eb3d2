"""What the reader does in the library: sorting, tagging, throwing away, and taking it back."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.controllers.library.acts.library_changes import (
    Change,
    collected,
    deleted_collection,
    deleted_tag,
    emptied,
    forgotten_search,
    in_states,
    joined_again,
    kept_search,
    made_collection,
    parted,
    renamed_search,
    restored,
    tagged,
    taken_out,
    trashed,
    untagged,
    with_collections,
    with_tags,
)
from reader.ui.controllers.library.acts.reversible import (
    LeftBehind,
    NotWatched,
    OnSearches,
    OnShelves,
    Renamed,
    RenamedFeed,
    Reversible,
)
from reader.ui.controllers.library.acts.shelf_names import names_in
from reader.ui.controllers.library.acts.steps_back import Step, StepsBack
from reader.ui.controllers.program_parts import ProgramParts

if TYPE_CHECKING:
    from reader.core.across.reading_state import State
    from reader.storage.library.rows import ArticleRow
    from reader.ui.places.library.library_place import LibraryPlace
    from reader.ui.places.library.shelf_tree.tree_places import TreePlace


RENAMABLE = {"collection", "tag", "search", "feed"}  # the kinds of places with the reader's names


class LibraryActs(QObject):
    """Asks where a name is needed, writes on the worker, and says how to take it back.

    Signals:
        done(): Something was done, or taken back.
        feeds_requested(): A feed is to be followed.
    """

    done = Signal()
    feeds_requested = Signal()

    def __init__(self, parts: ProgramParts) -> None:
        super().__init__(parts.window)
        self._window, self._messages = parts.window, parts.messages
        self._door = parts.session.door
        self._steps = StepsBack()
        self._place: LibraryPlace | None = None

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands do, by their name."""
        return {
            "empty_trash": self.empty_trash,
            "keep_search": self.keep_search,
            "mark_read": self.mark_shown_read,
            "new_collection": self.new_collection,
        }

    def connect_place(self, place: "LibraryPlace") -> None:
        """Serve the page of the library."""
        self._place = place
        place.list.deletion_requested.connect(self.delete)
        place.found.results.deletion_requested.connect(self.delete)
        place.tree.articles_dropped.connect(self.put)
        place.tree.deletion_requested.connect(self.delete_place)
        place.tree.more_requested.connect(self._make_new)
        place.tree.rename_requested.connect(self.rename_place)
        place.found.head.keep_requested.connect(self.keep_search)
        place.pane.restore_requested.connect(self.put_back)
        place.pane.tags_requested.connect(self.change_tags)

    # -- doing and undoing ---------------------------------------------------------------------

    def do_reversibly(self, words: str, change: "Reversible") -> None:
        """Make a change that knows its way back, and say what was done."""
        self.do(words, change, change.back)

    def do(self, words: str, change: Change, back: Change | None = None) -> None:
        """Make a change, and say what was done.

        Args:
            words: What was done, in a sentence.
            change: The change.
            back: What takes it back; None where nothing does.
        """
        self._door.write(change)
        if back is not None:
            self._steps.add(Step(words, change, back))
        self._window.toast.show_words(words, can_undo=back is not None, take_back=self.undo)
        self.done.emit()

    def undo(self) -> None:
        """Take the last act back."""
        step = self._steps.take()
        if step is None:
            self._window.status.tell(self.tr("There is nothing to undo."))
            return
        self._door.write(step.back)
        self._window.toast.hide()
        self._window.status.tell(self.tr("Taken back. It was: “{act}”").format(act=step.words))
        self.done.emit()

    def redo(self) -> None:
        """Do the act again that was taken back last."""
        step = self._steps.take_again()
        if step is not None:
            self._door.write(step.change)
            self._window.toast.hide()
            told = self.tr("Done again: “{act}”")
            self._window.status.tell(told.format(act=step.words))
            self.done.emit()

    @property
    def can_undo(self) -> bool:
        """Tell whether there is an act to be taken back."""
        return bool(self._steps)

    @property
    def can_redo(self) -> bool:
        """Tell whether an act was taken back."""
        return self._steps.can_go_on

    def _chosen(self) -> tuple[str, ...]:
        return self._place.chosen_ids() if self._place is not None else ()

    # -- collections and tags ------------------------------------------------------------------

    def put(self, place: "TreePlace", ids: Sequence[str]) -> None:
        """Put articles into a collection, or give them a tag."""
        ids = tuple(ids)
        if place.kind == "collection":
            one = self.tr("1 article is in {name} now.")
            several = self.tr("{n} articles are in {name} now.")
            change = OnShelves("collection", [place.name], collected(place.name, ids))
        else:
            one = self.tr("1 article has the tag {name} now.")
            several = self.tr("{n} articles have the tag {name} now.")
            change = OnShelves("tag", [place.name], tagged(place.name, ids))
        told = one if len(ids) == 1 else several
        self.do_reversibly(told.format(n=len(ids), name=place.name), change)

    def new_collection(self) -> None:
        """Make a collection; what is chosen is put into it."""
        name = self._messages.ask_words(
            self.tr("New collection"),
            self.tr("What is it called? An article can be in several; it is never copied."),
            verb=self.tr("Create"),
        )
        if not name:
            return
        ids = self._chosen()
        told = self.tr("There is a new collection, “{name}”.")
        if ids:
            told = self.tr("“{name}” is a new collection of {n} articles.")
        if len(ids) == 1:
            told = self.tr("“{name}” is a new collection of 1 article, the chosen one.")
        change = OnShelves("collection", [name], partial(made_collection, name, ids))
        self.do_reversibly(told.format(name=name, n=len(ids)), change)

    def collect(self, name: str) -> None:
        """Put what is chosen into a collection."""
        ids = self._chosen()
        told = self.tr("In {name} now.").format(name=name)
        self.do_reversibly(told, OnShelves("collection", [name], collected(name, ids)))

    def change_tags(self) -> None:
        """Give what is chosen other tags."""
        ids = self._chosen()
        library = self._door.library
        if not ids or library is None:
            return
        rows = library.rows_of(ids)
        now = sorted({tag for row in rows for tag in row.tags})
        told = self.tr("Tags, with commas between them; now: {tags}.")
        words = self._messages.ask_changed_words(
            self.tr("Tags"),
            told.format(tags=", ".join(now) or self.tr("none")),
            ", ".join(now),
        )
        if words is not None:
            self._tag(rows, names_in(words, now))

    def _tag(self, rows: "Sequence[ArticleRow]", wanted: Sequence[str]) -> None:
        tags = dict.fromkeys((row.id for row in rows), tuple(wanted))
        names = [*wanted, *(tag for row in rows for tag in row.tags)]
        self.do_reversibly(
            self.tr("Tags now: {tags}.").format(tags=", ".join(wanted) or self.tr("none")),
            OnShelves("tag", names, partial(with_tags, tags)),
        )

    def put_on_shelves(self, article_id: str, shelf: str, words: str) -> None:
        """Put one article into just these collections, or give it just these tags.

        Args:
            article_id: The article.
            shelf: "collections" or "tags".
            words: Their names, with commas between them.
        """
        library = self._door.library
        row = library.row(article_id) if library is not None else None
        if row is None:
            return
        if shelf == "tags":
            self._tag([row], names_in(words, row.tags))
            return
        before, wanted = row.collections, names_in(words, row.collections)
        told = self.tr("In these collections now: {names}.")
        change = partial(with_collections, article_id, wanted, before)
        self.do_reversibly(
            told.format(names=", ".join(wanted) or self.tr("none")),
            OnShelves("collection", (*before, *wanted), change),
        )

    # -- throwing away -------------------------------------------------------------------------

    def delete(self, is_for_good: bool = False) -> None:  # noqa: FBT001, FBT002 -- a slot
        """Take what is chosen out of its collection or tag; elsewhere, put it into the trash."""
        place, ids = (self._place.acted_on(), self._chosen()) if self._place else (None, ())
        if place is None or not ids:
            return
        if place.kind == "trash":
            self.put_back()
        elif place.kind == "collection" and not is_for_good:
            told = self.tr("Taken out of {name}. It stays in the library.")
            change = OnShelves("collection", [place.name], taken_out(place.name, ids))
            self.do_reversibly(told.format(name=place.name), change)
        elif place.kind == "tag" and not is_for_good:
            told = self.tr("The tag {name} is removed. The article stays in the library.")
            change = OnShelves("tag", [place.name], untagged(place.name, ids))
            self.do_reversibly(told.format(name=place.name), change)
        else:
            told = self.tr("In the trash for 30 days: {n} articles.")
            told = told if len(ids) > 1 else self.tr("In the trash for 30 days.")
            self.do(told.format(n=len(ids)), partial(trashed, ids), partial(restored, ids))

    def put_back(self) -> None:
        """Take what is chosen out of the trash."""
        ids = self._chosen()
        if ids:
            told = self.tr("Put back, with your notes and corrections.")
            self.do(told, partial(restored, ids), partial(trashed, ids))

    def empty_trash(self) -> None:
        """Delete for good what is in the trash, after the only question that is asked."""
        library = self._door.library
        count = library.counts().trashed if library is not None else 0
        if not count:
            self._window.status.tell(self.tr("The trash is empty."))
            return
        told = self.tr("{n} articles will be deleted for good. Your notes on them are kept.")
        if self._messages.confirm(
            self.tr("Empty the trash"), told.format(n=count), self.tr("Empty it")
        ):
            self.do(self.tr("The trash is empty."), emptied)

    # -- reading states, copies ----------------------------------------------------------------

    def set_state(self, state: "State") -> None:
        """Say that what is chosen is new, or read."""
        ids, library = self._chosen(), self._door.library
        if library is None or not ids:
            return
        before: dict[str, State] = {row.id: row.state for row in library.rows_of(ids)}
        words = self.tr("Marked as new.") if state == "new" else self.tr("Marked as read.")
        self.do(
            words,
            partial(in_states, dict.fromkeys(ids, state)),
            partial(in_states, before),
        )

    def mark_shown_read(self) -> None:
        """Mark what is new in the list that is shown as read."""
        place = self._place
        if place is not None and place.query():
            told = self.tr("Leave the search first: only a list can be marked as read.")
            self._window.status.tell(told)
        elif place is not None:
            self.mark_read(place.place())

    def mark_read(self, place: "TreePlace") -> None:
        """Mark what is new in a place of the tree as read; what is half read stays so."""
        ids = self._place.new_ids_of(place) if self._place is not None else ()
        if not ids:
            self._window.status.tell(self.tr("There is nothing new here."))
            return
        one = self.tr("1 article is marked as read.")
        several = self.tr("{n} articles are marked as read.")
        self.do(
            (one if len(ids) == 1 else several).format(n=f"{len(ids):,}"),
            partial(in_states, dict.fromkeys(ids, "read")),
            partial(in_states, dict.fromkeys(ids, "new")),
        )

    def part(self, article_id: str) -> None:
        """Let a copy be listed as an article of its own."""
        told = self.tr("They are listed as separate articles from now on.")
        self.do(told, partial(parted, article_id), partial(joined_again, article_id))

    # -- searches and places of the tree -------------------------------------------------------

    def keep_search(self) -> None:
        """Keep what is looked for under a name."""
        query = self._place.query() if self._place is not None else ""
        if not query:
            self._window.status.tell(self.tr("Look for something first."))
            return
        name = self._messages.ask_words(
            self.tr("Keep this search"),
            self.tr("What is “{query}” called in the tree?").format(query=query),
            query,
            self.tr("Keep"),
        )
        if name:
            told = self.tr("The search “{name}” is kept.").format(name=name)
            self.do_reversibly(told, OnSearches(kept_search(name, query)))

    def _make_new(self, section: str) -> None:
        if section == "collections":
            self.new_collection()
        else:
            self.feeds_requested.emit()

    def rename_place(self, place: "TreePlace") -> None:
        """Give a collection, tag, kept search or feed another name."""
        if place.kind not in RENAMABLE:
            return
        title = self.tr("Rename {name}").format(name=place.name)
        asked = self.tr("What is it called now?")
        if place.kind == "feed":
            asked = self.tr("What is it called now? Leave this empty for its own name.")
            new = self._messages.ask_changed_words(title, asked, place.name)
        else:
            new = self._messages.ask_words(title, asked, place.name, self.tr("Rename"))
        new = " ".join(new.split()) if new is not None else None
        if new is None or new == place.name or not (new or place.kind == "feed"):
            return
        told = (
            self.tr("{old} is called {new} now.")
            if new
            else self.tr("{old} has its own name again.")
        )
        self.do_reversibly(told.format(old=place.name, new=new), _renaming_of(place, new))

    def delete_place(self, place: "TreePlace") -> None:
        """Take a collection, tag or kept search away; the articles stay."""
        library = self._door.library
        if library is None or place.kind not in {"collection", "tag", "search", "feed", "folder"}:
            return
        told = self.tr("{name} is removed. No article was deleted.")
        if place.kind in {"feed", "folder"}:
            told = self.tr("You no longer follow {name}. Its articles stay.")
        self.do_reversibly(told.format(name=place.name), _deletion_of(place))


def _renaming_of(place: "TreePlace", new: str) -> Reversible:
    """Return what gives a place of the tree another name."""
    if place.kind == "feed":
        return RenamedFeed(place.feed or 0, new)
    if place.kind == "search":
        return OnSearches(renamed_search(place.name, new))
    return Renamed("collection" if place.kind == "collection" else "tag", place.name, new)


def _deletion_of(place: "TreePlace") -> Reversible:
    """Return what takes a place of the tree away."""
    if place.kind == "feed":
        return LeftBehind(place.feed or 0)
    if place.kind == "folder":
        return NotWatched(Path(place.name))
    if place.kind == "search":
        return OnSearches(forgotten_search(place.name))
    if place.kind == "collection":
        return OnShelves("collection", [place.name], partial(deleted_collection, place.name))
    return OnShelves("tag", [place.name], partial(deleted_tag, place.name))
