"""What Pocket handed out before it closed: a table (CSV), or a page of links."""

from collections.abc import Iterator

from reader.intake.collections.export_format import ExportFormat
from reader.intake.collections.kept_item import (
    KeptItem,
    day_of_seconds,
    plain_line,
    web_address,
)
from reader.intake.collections.link_pages import links_of
from reader.intake.collections.tables import columns_of, rows_of
from reader.intake.text.decode import start_of_text

_COLUMNS = frozenset({"title", "url", "time_added"})
_READ = "archive"


def _is_table(data: bytes) -> bool:
    return columns_of(data) >= _COLUMNS


def _read_table(data: bytes, name: str) -> tuple[KeptItem, ...]:
    return tuple(_of_rows(data, name))


def _of_rows(data: bytes, name: str) -> Iterator[KeptItem]:
    for row in rows_of(data, name):
        address = web_address(row.get("url"))
        if address:
            title = plain_line(row.get("title"))
            status = row.get("status", "")
            yield KeptItem(
                address,
                "" if title == address else title,
                kept=day_of_seconds(row.get("time_added")),
                tags=tuple(filter(None, map(plain_line, row.get("tags", "").split("|")))),
                is_read=(status == _READ) if status else None,
            )


def _is_page(data: bytes) -> bool:
    return "<title>pocket export" in start_of_text(data)[:2_000].lower()


def _read_page(data: bytes, name: str) -> tuple[KeptItem, ...]:
    return tuple(_of_links(data, name))


def _of_links(data: bytes, name: str) -> Iterator[KeptItem]:
    for link in links_of(data, name):
        address = web_address(link.attributes.get("href"))
        if address:
            yield KeptItem(
                address,
                "" if link.words == address else link.words,
                kept=day_of_seconds(link.attributes.get("time_added")),
                tags=tuple(filter(None, link.attributes.get("tags", "").split(","))),
                is_read=_READ in link.heading.lower(),
            )


POCKET_TABLE = ExportFormat("pocket-table", "Pocket", (".csv",), _is_table, _read_table)
POCKET_PAGE = ExportFormat("pocket-page", "Pocket", (".html", ".htm"), _is_page, _read_page)
