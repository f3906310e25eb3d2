"""Bookmarks of browsers, and of programs that write them in the same form."""

from collections.abc import Iterator

from reader.intake.collections.export_format import ExportFormat
from reader.intake.collections.kept_item import KeptItem, day_of_seconds, web_address
from reader.intake.collections.link_pages import links_of
from reader.intake.text.decode import start_of_text

_KIND = "netscape-bookmark-file"


def _is_bookmarks(data: bytes) -> bool:
    return _KIND in start_of_text(data)[:1_000].lower()


def _read(data: bytes, name: str) -> tuple[KeptItem, ...]:
    return tuple(_items(data, name))


def _items(data: bytes, name: str) -> Iterator[KeptItem]:
    for link in links_of(data, name):
        address = web_address(link.attributes.get("href"))
        if address:
            tags = link.attributes.get("tags", "").split(",")
            yield KeptItem(
                address,
                "" if link.words == address else link.words,
                kept=day_of_seconds(link.attributes.get("add_date")),
                tags=tuple(tag.strip() for tag in tags if tag.strip()),
                folders=link.folders,
                note=link.note,
            )


BOOKMARKS = ExportFormat("bookmarks", "a browser", (".html", ".htm"), _is_bookmarks, _read)
