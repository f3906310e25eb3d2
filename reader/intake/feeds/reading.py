"""The bytes of a feed -> a Feed: RSS, RDF and Atom by feedparser, JSON Feed by json."""

import calendar
import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

import feedparser

from reader.errors import ImportFailedError
from reader.intake.feeds.feed import Feed, FeedEntry
from reader.intake.feeds.feed_text import is_cut, plain_title, web_address
from reader.intake.text.date_lines import date_in
from reader.intake.text.decode import decode
from reader.intake.text.json_data import read_json

LARGEST = 10_000_000  # bytes
MOST_ENTRIES = 1_000
_MOST_TAGS = 150_000  # feedparser takes up to 50 µs for each
_LONG_TAG = re.compile(rb"<[A-Za-z?][^<>]{50000}")  # thousands of attributes take minutes
_JSON_VERSION = "jsonfeed.org/version"
_BARE = re.compile(rb"&(?![A-Za-z]{1,31};|#\d{1,7};|#[xX][0-9a-fA-F]{1,6};)")
_DECLARATION = re.compile(r"\s{0,99}<\?xml[^<>]{0,300}>")
_HINT = "Check the address; many sites name their feed at the foot of a page."


def read_feed(data: bytes, address: str) -> Feed:
    """Return what a feed says; nothing that it names is fetched.

    Args:
        data: The bytes of the feed.
        address: Where it lies, for addresses in it that begin there.

    Raises:
        ImportFailedError: It is no feed, or too large.
    """
    data = _in_utf8(data, address) if len(data) <= LARGEST else data
    is_large = len(data) > LARGEST or data.count(b"<") > _MOST_TAGS
    if is_large or _LONG_TAG.search(data):
        raise ImportFailedError(f"The feed “{address}” is larger than a feed can be.", hint=_HINT)
    if data[:1_000].lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{":
        return _of_json(read_json(data, address), address)
    try:
        told = feedparser.parse(io.BytesIO(_mended(data)))
    except Exception as error:  # what feedparser raises on a damaged feed is no list
        raise no_feed(address) from error
    if not told.get("version"):
        raise no_feed(address)
    feed = told.get("feed", {})
    entries = told.get("entries", [])[:MOST_ENTRIES]
    return Feed(
        plain_title(feed.get("title")),
        _joined(address, feed.get("link")),
        tuple(_with_own_guids(_entry(entry, address) for entry in entries)),
        is_cut(data),
        _own_address(feed),
    )


def no_feed(address: str) -> ImportFailedError:
    """Return the error for an address where there is no feed."""
    return ImportFailedError(f"“{address}” is no feed.", hint=_HINT)


def _in_utf8(data: bytes, address: str) -> bytes:
    """Return a feed, in UTF-8 where it is in UTF-16; such a feed may call itself UTF-8."""
    if b"\0" not in data[:200]:
        return data
    return _DECLARATION.sub("", decode(data, address), count=1).encode("utf-8", "replace")


def _mended(data: bytes) -> bytes:
    """Return a feed in which a bare & is written out; feedparser makes `AT&T;` of `AT&T`."""
    return _BARE.sub(b"&amp;", data)


def _joined(address: str, link: object) -> str:
    """Return where a link of a feed leads, or "" where it leads to no page."""
    try:
        return web_address(urljoin(address, link.strip())) if isinstance(link, str) else ""
    except ValueError:
        return ""


def _own_address(feed: Mapping[str, Any]) -> str:
    """Return where a feed says that it lies itself, or ""."""
    links = (one for one in feed.get("links") or () if isinstance(one, Mapping))
    own = (web_address(one.get("href")) for one in links if one.get("rel") == "self")
    return next(filter(None, own), "")


def _entry(entry: Mapping[str, Any], at: str) -> FeedEntry:
    contents = [one for one in entry.get("content") or () if isinstance(one, Mapping)]
    texts = [str(one.get("value") or "") for one in contents]
    whole = max(texts, key=len, default="")
    summary = str(entry.get("summary") or "")
    # Without a link of its own an entry is given its guid for one, which need be no address.
    has_link = bool(entry.get("links"))
    address = _joined(at, entry.get("link")) if has_link else web_address(entry.get("link"))
    title = plain_title(entry.get("title"))
    return FeedEntry(
        plain_title(entry.get("id"), 1_000) or address,
        title,
        address,
        whole or summary,
        is_whole=bool(whole),
        published=_day(entry),
        author=plain_title(entry.get("author")),
    )


def _with_own_guids(entries: Iterator[FeedEntry]) -> Iterator[FeedEntry]:
    """Yield the entries that say anything, each with a guid of its own."""
    seen: set[str] = set()
    for entry in entries:
        guid = (
            entry.guid
            or hashlib.sha256(
                f"{entry.title}\n{entry.words}".encode("utf-8", "replace")
            ).hexdigest()
        )
        if guid not in seen and (entry.title or entry.words or entry.address):
            seen.add(guid)
            yield FeedEntry(
                guid, entry.title, entry.address, entry.words, entry.is_whole, entry.published,
                entry.author,
            )  # fmt: skip


def _day(entry: Mapping[str, Any]) -> str | None:
    """Return the day of an entry; feedparser gives times in UTC, and none for odd ones."""
    own = dict(entry)  # asked itself, feedparser's takes one day for another, with a warning
    for key in ("published", "updated"):
        told = own.get(f"{key}_parsed")
        if told is not None:
            try:
                return datetime.fromtimestamp(calendar.timegm(told), UTC).date().isoformat()
            except (ValueError, OverflowError, OSError, TypeError):
                continue
    return date_in(plain_title(own.get("published") or own.get("updated")))


def _of_json(value: object, address: str) -> Feed:
    if not isinstance(value, dict) or _JSON_VERSION not in str(value.get("version", ""))[:100]:
        raise no_feed(address)
    items = value.get("items")
    entries = items[:MOST_ENTRIES] if isinstance(items, list) else []
    told = (_json_entry(one) for one in entries if isinstance(one, dict))
    return Feed(
        plain_title(value.get("title")),
        web_address(value.get("home_page_url")),
        tuple(_with_own_guids(told)),
        address=web_address(value.get("feed_url")),
    )


def _json_entry(item: Mapping[str, Any]) -> FeedEntry:
    html, text, summary = (
        one if isinstance(one := item.get(key), str) else ""
        for key in ("content_html", "content_text", "summary")
    )
    address = web_address(item.get("url")) or web_address(item.get("external_url"))
    authors = item.get("authors")
    named = authors if isinstance(authors, list) else [item.get("author")]
    names = (plain_title(one.get("name")) for one in named[:20] if isinstance(one, dict))
    guid = item.get("id")
    return FeedEntry(
        plain_title(str(guid), 1_000) if isinstance(guid, str | int) else address,
        plain_title(item.get("title")),
        address,
        html or text or summary,
        is_whole=bool(html or text),
        published=date_in(plain_title(item.get("date_published"))),
        author=", ".join(filter(None, names)),
    )
