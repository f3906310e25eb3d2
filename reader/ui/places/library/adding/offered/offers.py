"""What lies where the reader pointed, looked at on a worker before anything is added."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.batch.importing.inputs import incoming
from reader.core.text.article import NAMELESS, name_of
from reader.errors import IsFeedError, ReaderError, reason_of
from reader.intake.article_folder import library_files
from reader.intake.feeds.discovery import feeds_in_page
from reader.intake.feeds.feed import Feed, FeedEntry, FeedLink
from reader.intake.feeds.fetching import fetch_feed, find_feed
from reader.intake.feeds.files import feeds_in_file
from reader.intake.feeds.opml import cut_words
from reader.intake.read import read_pasted_text, read_with_bytes
from reader.intake.sources.files import read_file
from reader.storage.library.articles.addresses import is_address
from reader.ui.places.library.adding.offered.offer import Kind, Offer, OfferedItem
from reader.ui.places.library.adding.offered.one_article import offer_of
from reader.ui.places.library.article_list.row_words import day_words

if TYPE_CHECKING:
    from reader.storage.library.library import Library

Tell = Callable[[str], None]
_OPML = (".opml", ".xml")
_PATH_STARTS = (".", "/", "~")
_ENDS = (".", "!", "?", "…")  # of a sentence


def _tr(words: str) -> str:
    return QCoreApplication.translate("AddDialog", words)


def kind_of(typed: str) -> Kind:
    """Return what something typed is likely to be."""
    text = typed.strip()
    if is_address(text):
        return "address"
    if "\n" in text or _has_sentence(text):
        return "text"
    path = _path(text)
    try:
        if path.is_dir():
            return "folder"
        if path.is_file():
            return "feed" if path.suffix.lower() in _OPML else "file"
    except (OSError, ValueError):
        return "text"
    has_dot = "." in text and " " not in text and not text.startswith(_PATH_STARTS)
    return "address" if has_dot else "file"


def _has_sentence(text: str) -> bool:
    """Tell whether a word after the third ends a sentence, and none of it is a path."""
    words = [word.rstrip('"”’)') for word in text.split()]
    is_path = text.startswith(_PATH_STARTS) or "." in "".join(words[-1:]).strip(".")
    return not is_path and any(word.endswith(_ENDS) for word in words[3:])


def _path(typed: str) -> Path:
    """Return a path in full; a home that is not there is the name of a file: "~5 people"."""
    path = Path(typed)
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def look_at(library: "Library", kind: Kind, typed: str, tell: Tell) -> Offer:
    """Return what lies where the reader pointed; only now is anything fetched."""
    looks: dict[Kind, Callable[[Library, str, Tell], Offer]] = {
        "address": _at_address,
        "feed": _at_feed,
        "folder": _in_folder,
        "watched": _in_folder,
        "text": _in_text,
        "file": _in_file,
    }
    try:
        return replace(looks[kind](library, typed, tell), kind=kind)
    except IsFeedError as error:
        return _as_feed(library, kind, typed, tell) or Offer(kind, error=error)
    except ReaderError as error:
        return Offer(kind, error=error)
    except OSError as error:
        told = _tr("It cannot be looked at: {reason}.").format(reason=reason_of(error))
        return Offer(kind, error=ReaderError(told, hint=_tr("Choose another one.")))
    finally:
        library.release()


def _as_feed(library: "Library", kind: Kind, typed: str, tell: Tell) -> Offer | None:
    """Return the feed that was taken for an article's address or file, None for anything else."""
    if kind not in {"address", "file"}:
        return None
    try:
        return replace(_at_feed(library, typed, tell), kind="feed")
    except ReaderError as error:
        return Offer("feed", error=error)


def _with_scheme(typed: str) -> str:
    return typed if is_address(typed) else f"https://{typed}"


def _at_address(library: "Library", typed: str, tell: Tell) -> Offer:
    address = _with_scheme(typed)
    article, data = read_with_bytes(address, still_wanted=partial(tell, "page"))
    offer = offer_of(library, article, data, "address")
    return replace(offer, page=address) if feeds_in_page(data, article.origin) else offer


def _in_text(library: "Library", typed: str, _tell: Tell) -> Offer:
    return offer_of(library, read_pasted_text(typed), b"", "text")


def _in_file(library: "Library", typed: str, _tell: Tell) -> Offer:
    items = tuple(OfferedItem(Path(name).name, "", name) for name in typed.split("\n") if name)
    missing = [item for item in items if not _path(item.word).exists()]
    if missing:
        raise ReaderError(f"There is no file “{missing[0].word}”.", hint="Choose another one.")
    if len(items) == 1:
        return _in_one_file(library, str(_path(items[0].word))) or Offer("file", items=items)
    return Offer("file", items=items)


def _in_one_file(library: "Library", path: str) -> Offer | None:
    """Return the article of a file, or None where it holds several, or what belongs to one."""
    held = list(islice(incoming(path), 2))
    if len(held) != 1:
        return None
    read = held[0].read()
    if read.is_address_only or read.collections or read.tags or read.highlights or read.note:
        return None
    offer = offer_of(library, read.article, b"", "file")
    return replace(offer, items=tuple(replace(item, word=path) for item in offer.items))


def _in_folder(_library: "Library", typed: str, _tell: Tell) -> Offer:
    path = _path(typed)
    if not path.is_dir():
        raise ReaderError(f"There is no folder “{typed}”.", hint="Choose another one.")
    files = library_files(str(path), ())
    items = tuple(OfferedItem(Path(one.path).name, "", one.path) for one in files)
    told = _tr("{n} files that can be read.").format(n=len(items))
    return Offer("folder", path.name, told, items)


def _at_feed(library: "Library", typed: str, tell: Tell) -> Offer:
    path = _path(typed)
    if path.is_file():
        data = read_file(path)
        links = feeds_in_file(data, path.name)
        if not links:
            raise ReaderError(f"There is no feed in “{path.name}”.", hint="Choose another list.")
        return Offer(
            "feed",
            path.name,
            cut_words(data, path.name),
            tuple(_link_item(library, one) for one in links),
            links=links,
        )
    answer, named = find_feed(_with_scheme(typed))
    feed = answer.feed or fetch_feed(answer.address, still_wanted=partial(tell, "page")).feed
    title, site = (feed.title, feed.site) if feed is not None else ("", "")
    first = FeedLink(answer.address, title, site)
    others = tuple(link for link in named if link.address != answer.address)
    page = _with_scheme(typed) if named else ""
    if others or feed is None:
        several = _tr("This page names {n} feeds. Which ones?").format(n=len(others) + 1)
        told = several if others else ""
        items = (
            _link_item(library, first),
            *(_link_item(library, one, is_wanted=False) for one in others),
        )
        return Offer("feed", title, told, items, links=(first, *others), page=page)
    is_followed = library.feeds.at(first.address) is not None
    told = _entries_told(feed)
    if is_followed:
        told = f"{_tr('You follow it already.')} {told}"
    entries = tuple(_entry_item(library, entry) for entry in feed.entries)
    return Offer("feed", title, told, entries, links=(first,), has_entries=True, page=page)


def _entries_told(feed: Feed) -> str:
    """Return how many entries a feed has, of what day the newest is, how many are whole."""
    count, whole = len(feed.entries), sum(entry.is_whole for entry in feed.entries)
    newest = max((entry.published or "" for entry in feed.entries), default="")
    told = _tr("1 article") if count == 1 else _tr("{n} articles").format(n=f"{count:,}")
    if newest:
        of_day = _tr("{told}, the newest of {day}")
        told = of_day.format(told=told, day=day_words(newest))
    if not count or whole == count:
        return f"{told}."
    if not whole:
        return _tr("{told}. All hold only a summary.").format(told=told)
    parted = _tr("{told}. {whole} hold the whole text, {rest} a summary.")
    return parted.format(told=told, whole=f"{whole:,}", rest=f"{count - whole:,}")


def _entry_item(library: "Library", entry: FeedEntry) -> OfferedItem:
    is_here = bool(entry.address) and library.articles.id_of_address(entry.address) is not None
    day = day_words(entry.published) if entry.published else ""
    detail = ", ".join(filter(None, ("" if entry.is_whole else _tr("summary"), day)))
    name = name_of(entry.title, "", entry.address)
    title = "" if name == NAMELESS else name
    return OfferedItem(title, detail, entry.guid, is_here)


def _link_item(library: "Library", link: FeedLink, *, is_wanted: bool = True) -> OfferedItem:
    is_here = library.feeds.at(link.address) is not None
    return OfferedItem(link.title or link.address, link.address, link.address, is_here, is_wanted)
