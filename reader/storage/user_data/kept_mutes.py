"""All mutes that are kept, as a list, and the way to take one back at any time."""

from reader.core.corrections import counts_everywhere, is_mute
from reader.storage.user_data.store import Kept, Store


def all_mutes(store: Store) -> tuple[Kept, ...]:
    """Return the mutes in force: of entries first, then of places, article by article."""
    kept = [item for item in store.all_corrections() if is_mute(item.correction)]
    entries = [item for item in kept if counts_everywhere(item.correction) and not item.scope.text]
    places = [item for item in kept if not counts_everywhere(item.correction)]
    return (*entries, *places)


def unmute(store: Store, mute: Kept) -> None:
    """Take one mute back: its place or entry is marked again.

    Raises:
        ReaderError: That cannot be written.
    """
    store.save_corrections(mute.scope, (mute.correction,), ())
