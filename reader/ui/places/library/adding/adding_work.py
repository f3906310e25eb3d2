"""What a worker does to add articles: looks at what was named, takes it in, asks feeds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from reader.batch.importing.folders import look_into
from reader.batch.importing.importing import Imported, import_all
from reader.batch.importing.refreshing import refresh
from reader.core.text.article import Article, name_of
from reader.errors import IsFeedError, ReaderError
from reader.intake.article_folder import library_files
from reader.intake.feeds.discovery import feeds_in_page
from reader.intake.feeds.feed import Feed, FeedEntry, FeedLink
from reader.intake.feeds.fetching import fetch_feed, find_feed
from reader.intake.feeds.opml import cut_words, read_opml, write_opml
from reader.intake.read import read_pasted_text, read_with_bytes
from reader.intake.sources.files import read_file
from reader.storage.atomic_files import write_atomically
from reader.storage.library.articles.addresses import is_address
from reader.storage.library.articles.feeds import FeedRow, Schedule
from reader.storage.library.rows import Original
from reader.ui.places.library.article_list.row_words import day_words
from reader.values import frozen

if TYPE_CHECKING:
    from reader.storage.library.library import Library

Kind = Literal["address", "file", "folder", "feed", "watched", "text"]
Tell = Callable[[str], None]
_OPML = (".opml", ".xml")
_FOLLOWED = "You follow it already."
_SINCE = (  # another text of its address is kept, or this one
    "You have another text of this address since {day}; this one becomes a version of it.",
    "You have this since {day}.",
)


@frozen
class OfferedItem:
    """One thing that can be added.

    Attributes:
        title: What it is called.
        detail: A quiet word: the day, the number of words, "here already".
        word: What it is added by: a path, an address, the address of a feed, what a feed knows
            an entry by.
        is_here: It is in the library already.
        is_wanted: It is ticked before the reader chooses.
    """

    title: str
    detail: str = ""
    word: str = ""
    is_here: bool = False
    is_wanted: bool = True


@frozen
class Offer:
    """What was found where the reader pointed.

    Attributes:
        kind: What it is.
        title: What it is called, or "".
        told: What there is to say of it.
        items: What can be added.
        article: The one article that was read, or None.
        data: Its bytes.
        links: The feeds that can be followed.
        has_entries: The items are the entries of the one feed, and not feeds.
        page: The address of the page that names feeds, "" where none was read.
        kept_id: The id under which the article, or another text of its address, is kept, or "".
        error: Why nothing can be added, or None.
    """

    kind: Kind
    title: str = ""
    told: str = ""
    items: tuple[OfferedItem, ...] = ()
    article: Article | None = None
    data: bytes = b""
    links: tuple[FeedLink, ...] = ()
    has_entries: bool = False
    page: str = ""
    kept_id: str = ""
    error: ReaderError | None = None


@dataclass(slots=True)
class AddingReport:
    """What an import has done so far; the worker adds to it, the window reads it.

    Attributes:
        name: What was taken in.
        total: How many files and addresses there are, as far as that is known.
        done: What came of each article that is finished.
    """

    name: str = ""
    total: int = 0
    done: list[Imported] = field(default_factory=list)

    def count(self, *outcomes: str) -> int:
        """Return how many articles had one of these outcomes."""
        return sum(one.outcome in outcomes for one in self.done)

    def to_look_at(self) -> tuple[Imported, ...]:
        """Return what failed, and what was added with a remark."""
        return tuple(one for one in self.done if one.problem)


def kind_of(typed: str) -> Kind:
    """Return what something typed is likely to be."""
    text = typed.strip()
    if is_address(text):
        return "address"
    if "\n" in text:
        return "text"
    path = Path(text).expanduser()
    try:
        if path.is_dir():
            return "folder"
        if path.is_file():
            return "feed" if path.suffix.lower() in _OPML else "file"
    except (OSError, ValueError):
        return "text"
    has_dot = "." in text and " " not in text and not text.startswith((".", "/", "~"))
    return "address" if has_dot else "file"


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
    finally:
        library.release()


def _as_feed(library: "Library", kind: Kind, typed: str, tell: Tell) -> Offer | None:
    """Return the feed at an address that was taken for an article's, None for anything else."""
    if kind != "address":
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
    offer = _offer_of(library, article, data)
    return replace(offer, page=address) if feeds_in_page(data, article.origin) else offer


def _in_text(library: "Library", typed: str, _tell: Tell) -> Offer:
    return _offer_of(library, read_pasted_text(typed), b"")


def _offer_of(library: "Library", article: Article, data: bytes) -> Offer:
    here = library.articles.id_of(article)
    at_address = article.origin and library.articles.id_of_address(article.origin)
    parts = (article.byline or "", article.outlet or "", article.published or "")
    told = ", ".join(filter(None, parts))
    item = OfferedItem(article.name, told, article.origin, here is not None)
    left_out = [f"{len(article.removed)} pieces left out."] if article.removed else []
    kept_id = here or at_address or ""
    row = library.row(kept_id) if kept_id else None
    since = _SINCE[here is not None].format(day=day_words(row.added[:10])) if row else ""
    words = " ".join(filter(None, (since, *left_out, *article.caveats)))
    return Offer("address", article.title or "", words, (item,), article, data, kept_id=kept_id)


def _in_file(_library: "Library", typed: str, _tell: Tell) -> Offer:
    items = tuple(OfferedItem(Path(name).name, "", name) for name in typed.split("\n") if name)
    missing = [item for item in items if not Path(item.word).expanduser().exists()]
    if missing:
        raise ReaderError(f"There is no file “{missing[0].word}”.", hint="Choose another one.")
    return Offer("file", items=items)


def _in_folder(_library: "Library", typed: str, _tell: Tell) -> Offer:
    path = Path(typed).expanduser()
    if not path.is_dir():
        raise ReaderError(f"There is no folder “{typed}”.", hint="Choose another one.")
    files = library_files(str(path), ())
    items = tuple(OfferedItem(Path(one.path).name, "", one.path) for one in files)
    return Offer("folder", path.name, f"{len(items)} files that can be read.", items)


def _at_feed(library: "Library", typed: str, tell: Tell) -> Offer:
    path = Path(typed).expanduser()
    if path.is_file():
        data = read_file(path)
        links = read_opml(data, path.name)
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
        told = f"This page names {len(others) + 1} feeds. Which ones?" if others else ""
        items = (
            _link_item(library, first),
            *(_link_item(library, one, is_wanted=False) for one in others),
        )
        return Offer("feed", title, told, items, links=(first, *others), page=page)
    is_followed = library.feeds.at(first.address) is not None
    told = " ".join(filter(None, (_FOLLOWED if is_followed else "", _entries_told(feed))))
    entries = tuple(_entry_item(library, entry) for entry in feed.entries)
    return Offer("feed", title, told, entries, links=(first,), has_entries=True, page=page)


def _entries_told(feed: Feed) -> str:
    """Return how many entries a feed has, of what day the newest is, how many are whole."""
    count, whole = len(feed.entries), sum(entry.is_whole for entry in feed.entries)
    told = "1 article" if count == 1 else f"{count:,} articles"
    newest = max((entry.published or "" for entry in feed.entries), default="")
    told += f", the newest of {day_words(newest)}." if newest else "."
    if not count or whole == count:
        return told
    return f"{told} {whole:,} hold the whole text, {count - whole:,} a summary."


def _entry_item(library: "Library", entry: FeedEntry) -> OfferedItem:
    is_here = bool(entry.address) and library.articles.id_of_address(entry.address) is not None
    day = day_words(entry.published) if entry.published else ""
    detail = ", ".join(filter(None, ("" if entry.is_whole else "summary", day)))
    return OfferedItem(name_of(entry.title, "", entry.address), detail, entry.guid, is_here)


def _link_item(library: "Library", link: FeedLink, *, is_wanted: bool = True) -> OfferedItem:
    is_here = library.feeds.at(link.address) is not None
    return OfferedItem(link.title or link.address, link.address, link.address, is_here, is_wanted)


def keep_article(
    article: Article,
    data: bytes,
    tags: Sequence[str],
    collections: Sequence[str],
    library: "Library",
) -> str:
    """Keep an article that was looked at, and return its id."""
    original = Original(article.origin or "pasted.txt", data) if data else None
    return library.articles.add(article, original, collections=collections, tags=tags).id


def take_in(
    library: "Library",
    words: Sequence[str],
    shelves: tuple[Sequence[str], Sequence[str]],
    report: AddingReport,
    tell: Tell,
) -> AddingReport:
    """Take in one input after another; a bad one is told, and the rest goes on.

    Args:
        library: Where to keep them.
        words: Files, folders, addresses, exports of other programs.
        shelves: Names of collections, and tags, for all of them.
        report: Where to write what came of each.
        tell: Called after each; may end the work.
    """
    collections, tags = shelves
    try:
        for one in import_all(
            library, words, collections=collections, tags=tags, still_wanted=partial(tell, "")
        ):
            report.done.append(one)
            tell(one.name)
    finally:
        library.release()
    return report


def follow(
    links: Sequence[FeedLink],
    schedule: Schedule,
    wants_page: bool,  # noqa: FBT001 -- bound by partial
    entries: Mapping[str, bool],
    library: "Library",
) -> tuple[str, ...]:
    """Follow feeds from now on, and return their addresses.

    Args:
        links: The feeds.
        schedule: When they are asked.
        wants_page: Whether the whole page of each entry is fetched.
        entries: Which entries of the one feed are wanted, and which are not, by what the feed
            knows them by.
        library: Where to keep that.
    """
    for link in links:
        library.feeds.follow(
            link.address,
            title=link.title,
            site=link.site,
            folder=link.folder,
            schedule=schedule,
            wants_page=wants_page,
        )
        feed = library.feeds.at(link.address)
        if entries and feed is not None:
            library.feeds.choose(feed.number, entries)
    return tuple(link.address for link in links)


def ask_feeds(
    library: "Library", addresses: Sequence[str], report: AddingReport, tell: Tell
) -> AddingReport:
    """Ask the feeds of some addresses, and no others.

    Args:
        library: Where to keep what is new.
        addresses: Where the feeds lie.
        report: Where to write what came of it.
        tell: Called after each; may end the work.
    """
    try:
        feeds = (library.feeds.at(address) for address in addresses)
        _ask(library, tuple(filter(None, feeds)), report, tell)
    finally:
        library.release()
    return report


def _ask(library: "Library", feeds: Sequence[FeedRow], report: AddingReport, tell: Tell) -> None:
    for done in refresh(library, feeds, still_wanted=partial(tell, "")):
        report.done += [Imported(done.feed.title, "added", one) for one in done.added]
        if done.problem:
            report.done.append(Imported(done.feed.title, "failed", problem=done.problem))
        tell(done.feed.title)


def ask_sources(
    library: "Library", report: AddingReport, tell: Tell, *, only_due: bool
) -> AddingReport:
    """Ask feeds for what is new, and look into watched folders.

    Args:
        library: Where to keep what is new.
        report: Where to write what came of it.
        tell: Called after each; may end the work.
        only_due: Only feeds whose schedule says so, or all.
    """
    try:
        feeds = library.feeds.due() if only_due else library.feeds.all()
        _ask(library, feeds, report, tell)
        for one in look_into(library, library.watched.all(), still_wanted=partial(tell, "")):
            if one.outcome != "kept":
                report.done.append(one)
            tell(one.name)
    finally:
        library.release()
    return report


def save_feeds(library: "Library", path: Path) -> None:
    """Write the list of feeds for other programs.

    Raises:
        ReaderError: It cannot be written.
    """
    feeds = library.feeds.all()
    links = (FeedLink(feed.address, feed.title, feed.site, feed.folder) for feed in feeds)
    write_atomically(path, write_opml(links))
