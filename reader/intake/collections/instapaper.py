"""What Instapaper hands out: a table (CSV) of addresses, folders and selections."""

import json
from collections.abc import Iterator

from reader.intake.collections.export_format import ExportFormat
from reader.intake.collections.kept_item import (
    KeptItem,
    day_of_seconds,
    plain_line,
    web_address,
)
from reader.intake.collections.tables import columns_of, rows_of

_COLUMNS = frozenset({"url", "title", "selection", "folder"})
_OWN_FOLDERS = frozenset({"unread", "archive", "starred"})  # of the program, not of the reader
_READ = "archive"


def _is_table(data: bytes) -> bool:
    return columns_of(data) >= _COLUMNS


def _read(data: bytes, name: str) -> tuple[KeptItem, ...]:
    return tuple(_items(data, name))


def _items(data: bytes, name: str) -> Iterator[KeptItem]:
    for row in rows_of(data, name):
        address = web_address(row.get("url"))
        if not address:
            continue
        folder = plain_line(row.get("folder"))
        selection = " ".join(row.get("selection", "").split())
        title = plain_line(row.get("title"))
        is_own = folder.lower() in _OWN_FOLDERS
        yield KeptItem(
            address,
            "" if title == address else title,
            kept=day_of_seconds(row.get("timestamp")),
            tags=_tags(row.get("tags", "")),
            folders=() if is_own or not folder else (folder,),
            highlights=(selection,) if selection else (),
            is_read=folder.lower() == _READ,
        )


def _tags(words: str) -> tuple[str, ...]:
    """Return the tags of a cell, which holds a list in JSON, or names with commas."""
    try:
        names = json.loads(words) if words.strip().startswith("[") else words.split(",")
    except (ValueError, RecursionError):
        names = []
    return tuple(filter(None, map(plain_line, names if isinstance(names, list) else [])))


INSTAPAPER = ExportFormat("instapaper", "Instapaper", (".csv",), _is_table, _read)
