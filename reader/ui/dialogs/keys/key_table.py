"""The keys of all commands as a table: found by words or by key, changed, compared.

What the reader has changed is kept as "command=key" texts; a command whose key was taken away
is kept with nothing after the sign.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reader.values import frozen


@frozen
class KeyRow:
    """A command and its key.

    Attributes:
        name: The command's name in the program; "" for a key of a page or panel that stays.
        section: The heading that it stands under.
        text: What the command is called.
        key: Its key as written, `Ctrl+L`; "" for none.
        usual: The key that the program comes with.
    """

    name: str
    section: str
    text: str
    key: str
    usual: str

    @property
    def is_changed(self) -> bool:
        """Tell whether the reader has given it another key."""
        return self.key != self.usual


def chosen_keys(kept: Iterable[str]) -> dict[str, str]:
    """Return the key of each command that the settings name."""
    pairs = (text.partition("=") for text in kept)
    return {name: key for name, sign, key in pairs if sign}


def kept_keys(rows: Iterable[KeyRow]) -> tuple[str, ...]:
    """Return what the settings keep of some rows."""
    return tuple(f"{row.name}={row.key}" for row in rows if row.name and row.is_changed)


def with_keys(rows: Sequence[KeyRow], keys: Mapping[str, str]) -> tuple[KeyRow, ...]:
    """Return rows with the keys of some commands, by name; all others have their usual one."""
    return tuple(replace(row, key=keys.get(row.name, row.usual)) for row in rows)


def with_key(rows: Sequence[KeyRow], name: str, key: str) -> tuple[KeyRow, ...]:
    """Return rows with another key for one command; who had that key before has none."""
    return tuple(
        replace(row, key=key)
        if row.name == name
        else replace(row, key="")
        if row.name and key and row.key == key
        else row
        for row in rows
    )


def holder_of(rows: Iterable[KeyRow], key: str, name: str) -> KeyRow | None:
    """Return the row that has a key already, other than the command's own; or None."""
    if not key:
        return None
    return next((row for row in rows if row.name != name and key in _single_keys(row)), None)


def _single_keys(row: KeyRow) -> tuple[str, ...]:
    """Return the keys of a row; those of page and panels may be several, by commas."""
    return (row.key,) if row.name else tuple(row.key.split(", "))


def rows_found(
    rows: Iterable[KeyRow], words: str, *, only_changed: bool = False
) -> tuple[KeyRow, ...]:
    """Return the rows in whose command, section or key all the words occur, in their order."""
    wanted = words.lower().split()
    return tuple(
        row
        for row in rows
        if (row.is_changed or not only_changed)
        and all(word in f"{row.text} {row.section} {row.key}".lower() for word in wanted)
    )
