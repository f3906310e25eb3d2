"""What Omnivore handed out before it closed: JSON, or a zip of it with the texts as files."""

import re
from collections.abc import Iterator, Mapping, Sequence

from reader.errors import ImportFailedError
from reader.intake.collections.export_format import ExportFormat
from reader.intake.collections.kept_item import KeptItem, plain_line, web_address
from reader.intake.collections.objects import lines_in, objects_in
from reader.intake.collections.tables import MOST_ITEMS
from reader.intake.documents.packs import Pack, damaged, is_pack
from reader.intake.text.date_lines import date_in
from reader.intake.text.decode import decode
from reader.intake.text.json_data import read_json

_KEYS = (b'"slug"', b'"savedAt"', b'"url"')
_LOOKED_AT = 1_000_000  # bytes
_METADATA = re.compile(r"(?:.{0,200}/)?metadata_[\w]{1,40}\.json")
_QUOTE = re.compile(r"(?m)^[ \t]{0,3}>[ \t]?(.*)$")
_READ = "archived"
_LARGEST_PAGE = 5_000_000  # bytes of one page


def _is_export(data: bytes) -> bool:
    if is_pack(data):
        return b"metadata_" in data and b"content/" in data
    start = data[:_LOOKED_AT]
    return start.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"[" and all(key in start for key in _KEYS)


def _read(data: bytes, name: str) -> tuple[KeptItem, ...]:
    if is_pack(data):
        return tuple(_packed_items(Pack(data, name), name))
    return tuple(_item(one, "", ()) for one in objects_in(read_json(data, name))[:MOST_ITEMS])


def _packed_items(pack: Pack, name: str) -> Iterator[KeptItem]:
    lists = [part for part in pack.names if _METADATA.fullmatch(part)]
    if not lists:
        raise damaged(name)
    known = frozenset(pack.names)
    for part in lists:
        folder = part.rpartition("metadata_")[0]
        for item in objects_in(read_json(pack.read(part), name))[:MOST_ITEMS]:
            slug = plain_line(item.get("slug"), 200)
            places = (f"{folder}content/{slug}.{ending}" for ending in ("html", "md", "txt"))
            words = _first_text(pack, places, known, name)
            marks = _first_text(pack, [f"{folder}highlights/{slug}.md"], known, name)
            yield _item(item, words, tuple(_quotes(marks)))


def _first_text(
    pack: Pack, places: Iterator[str] | list[str], known: frozenset[str], name: str
) -> str:
    for place in places:
        if place in known:
            try:
                return decode(pack.read(place, _LARGEST_PAGE), name)
            except ImportFailedError:
                return ""
    return ""


def _quotes(marks: str) -> Iterator[str]:
    """Yield the passages of a file of highlights, in which each stands behind `>`."""
    for passage in re.split(r"\n[ \t]*\n", marks[:1_000_000]):
        words = " ".join(" ".join(_QUOTE.findall(passage)).split())
        if words:
            yield words


def _item(item: Mapping[str, object], words: str, highlights: Sequence[str]) -> KeptItem:
    own = item.get("content")
    labels = item.get("labels")
    told = [plain_line(one.get("quote"), 5_000) for one in objects_in(item.get("highlights"))]
    return KeptItem(
        web_address(item.get("url")) or web_address(item.get("originalArticleUrl")),
        plain_line(item.get("title")),
        words or (own if isinstance(own, str) else ""),
        kept=date_in(plain_line(item.get("savedAt"))),
        published=date_in(plain_line(item.get("publishedAt"))),
        author=plain_line(item.get("author")),
        outlet=plain_line(item.get("siteName")),
        tags=(*lines_in(labels), *(plain_line(one.get("name")) for one in objects_in(labels))),
        highlights=(*highlights, *filter(None, told)),
        is_read=plain_line(item.get("state")).lower() == _READ,
    )


OMNIVORE = ExportFormat("omnivore", "Omnivore", (".zip", ".json"), _is_export, _read)
