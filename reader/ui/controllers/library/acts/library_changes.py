"""Changes of the library, as a worker makes them: each gets the library last."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.core.across.reading_state import State
    from reader.storage.library.library import Library

Change = Callable[["Library"], object]


def collected(name: str, ids: Sequence[str]) -> Change:
    """Return what puts articles into a collection."""

    def change(library: "Library") -> None:
        library.shelves.put_in_collection(name, ids)

    return change


def taken_out(name: str, ids: Sequence[str]) -> Change:
    """Return what takes articles out of a collection."""

    def change(library: "Library") -> None:
        library.shelves.take_out_of_collection(name, ids)

    return change


def tagged(name: str, ids: Sequence[str]) -> Change:
    """Return what gives articles a tag."""

    def change(library: "Library") -> None:
        library.shelves.give_tag(name, ids)

    return change


def untagged(name: str, ids: Sequence[str]) -> Change:
    """Return what takes a tag from articles."""

    def change(library: "Library") -> None:
        library.shelves.take_tag(name, ids)

    return change


def with_tags(tags: dict[str, tuple[str, ...]], library: "Library") -> None:
    """Give each article just these tags."""
    with library.change():
        for row in library.rows_of(tuple(tags)):
            for tag in set(row.tags) - set(tags[row.id]):
                library.shelves.take_tag(tag, [row.id])
            for tag in tags[row.id]:
                library.shelves.give_tag(tag, [row.id])


def with_collections(
    article_id: str, wanted: Sequence[str], before: Sequence[str], library: "Library"
) -> None:
    """Put an article into just these collections, which may be new."""
    with library.change():
        for name in before:
            if name not in wanted:
                library.shelves.take_out_of_collection(name, [article_id])
        for name in wanted:
            library.shelves.put_in_collection(name, [article_id])


def made_collection(name: str, ids: Sequence[str], library: "Library") -> None:
    """Make a collection with these articles in it."""
    with library.change():
        library.shelves.make_collection(name)
        library.shelves.put_in_collection(name, ids)


def deleted_collection(name: str, library: "Library") -> None:
    """Delete a collection; its articles stay."""
    library.shelves.delete_collection(name)


def deleted_tag(name: str, library: "Library") -> None:
    """Take a tag from all articles."""
    library.shelves.delete_tag(name)


def renamed(kind: str, name: str, new: str, library: "Library") -> None:
    """Rename a collection or tag."""
    if kind == "collection":
        library.shelves.rename_collection(name, new)
    else:
        library.shelves.rename_tag(name, new)


def kept_search(name: str, query: str) -> Change:
    """Return what keeps a search under a name."""

    def change(library: "Library") -> None:
        library.shelves.keep_search(name, query)

    return change


def renamed_search(name: str, new: str) -> Change:
    """Return what gives a kept search another name."""

    def change(library: "Library") -> None:
        library.shelves.rename_search(name, new)

    return change


def forgotten_search(name: str) -> Change:
    """Return what forgets a kept search."""

    def change(library: "Library") -> None:
        library.shelves.forget_search(name)

    return change


def trashed(ids: Sequence[str], library: "Library") -> None:
    """Put articles into the trash."""
    library.trash.remove(ids)


def restored(ids: Sequence[str], library: "Library") -> None:
    """Take articles out of the trash."""
    library.trash.restore(ids)


def emptied(library: "Library") -> int:
    """Delete for good what is in the trash; return how many articles that were."""
    return library.trash.empty()


def in_states(states: "dict[str, State]", library: "Library") -> None:
    """Give each article its reading state."""
    with library.change():
        for article_id, state in states.items():
            library.reading.set_state([article_id], state)


def parted(article_id: str, library: "Library") -> None:
    """Let a copy stand apart for good."""
    library.folding.part(article_id)


def joined_again(article_id: str, library: "Library") -> None:
    """Fold a copy again that was made to stand apart."""
    library.folding.join_again(article_id)
