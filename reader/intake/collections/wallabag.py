"""What wallabag hands out: JSON with the texts of the pages, tags and annotations."""

from collections.abc import Iterator, Mapping

from reader.intake.collections.export_format import ExportFormat
from reader.intake.collections.kept_item import KeptItem, plain_line, web_address
from reader.intake.collections.objects import lines_in, objects_in
from reader.intake.collections.tables import MOST_ITEMS
from reader.intake.text.date_lines import date_in
from reader.intake.text.json_data import read_json

_KEYS = (b'"is_archived"', b'"is_starred"', b'"url"')
_LOOKED_AT = 4_000_000  # bytes; the text of a page may stand before the keys


def _is_export(data: bytes) -> bool:
    start = data[:_LOOKED_AT]
    return start[:1_000].lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in {b"[", b"{"} and all(
        key in start for key in _KEYS
    )


def _read(data: bytes, name: str) -> tuple[KeptItem, ...]:
    value = read_json(data, name)
    return tuple(_items(objects_in(value if isinstance(value, list) else [value])))


def _items(entries: list[Mapping[str, object]]) -> Iterator[KeptItem]:
    for entry in entries[:MOST_ITEMS]:
        address, words = web_address(entry.get("url")), entry.get("content")
        text = words if isinstance(words, str) else ""
        if address or text:
            tags = entry.get("tags")
            notes = objects_in(entry.get("annotations"))
            yield KeptItem(
                address,
                plain_line(entry.get("title")),
                text,
                kept=date_in(plain_line(entry.get("created_at"))),
                published=date_in(plain_line(entry.get("published_at"))),
                author=", ".join(lines_in(entry.get("published_by"))),
                outlet=plain_line(entry.get("domain_name")),
                tags=(
                    *lines_in(tags),
                    *(plain_line(one.get("label")) for one in objects_in(tags)),
                ),
                highlights=tuple(
                    filter(None, (plain_line(one.get("quote"), 5_000) for one in notes))
                ),
                note=" ".join(filter(None, (plain_line(one.get("text"), 2_000) for one in notes))),
                is_read=entry.get("is_archived") in {1, "1"},
            )


WALLABAG = ExportFormat("wallabag", "wallabag", (".json",), _is_export, _read)
