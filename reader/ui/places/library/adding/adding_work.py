"""What a worker does to add articles: takes in what was named, and asks feeds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.batch.importing.folders import look_into
from reader.batch.importing.importing import Imported, import_all
from reader.batch.importing.refreshing import refresh
from reader.core.corrections import Scope
from reader.core.corrections.text_actions import FACT_NAMES, set_fact
from reader.core.text.article import Article
from reader.intake.feeds.feed import FeedLink
from reader.intake.feeds.opml import write_opml
from reader.storage.files.atomic_files import write_atomically
from reader.storage.library.articles.feeds import FeedRow, Schedule
from reader.storage.library.rows import Original
from reader.storage.user_data.scope_files import CORRECTIONS
from reader.ui.places.library.adding.offered.offers import Tell
from reader.values import frozen

if TYPE_CHECKING:
    from reader.storage.library.library import Library


@dataclass(slots=True)
class AddingReport:
    """What an import has done so far; the worker adds to it, the window reads it.

    Attributes:
        name: What was taken in.
        total: How many files and addresses there are, as far as that is known.
        done: What came of each article that is finished.
        is_asked_for: Whether the reader asked for it, and is told when there is nothing new.
    """

    name: str = ""
    total: int = 0
    done: list[Imported] = field(default_factory=list)
    is_asked_for: bool = False

    def count(self, *outcomes: str) -> int:
        """Return how many articles had one of these outcomes."""
        return sum(one.outcome in outcomes for one in self.done)

    def to_look_at(self) -> tuple[Imported, ...]:
        """Return what failed, and what was added with a remark."""
        return tuple(one for one in self.done if one.problem)


def keep_article(
    article: Article,
    data: bytes,
    tags: Sequence[str],
    collections: Sequence[str],
    said: Sequence[tuple[str, str]],
    library: "Library",
) -> str:
    """Keep an article that was looked at, with the facts that the reader said; return its id.

    What the reader said is a correction like every other, so that page and exports know it too.
    """
    facts = dict(said)
    corrections = tuple(set_fact(name, facts[name]) for name in FACT_NAMES if name in facts)
    original = Original(article.origin or "pasted.txt", data) if data else None
    with library.change():
        added = library.articles.add(article, original, collections=collections, tags=tags).id
        for name, value in said:
            library.articles.edit(added, name, value)
        if corrections:
            library.work.save(CORRECTIONS, Scope.of(article), (), corrections)
    return added


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
            wanted = [guid for guid, is_wanted in entries.items() if is_wanted]
            others = [guid for guid, is_wanted in entries.items() if not is_wanted]
            library.feeds.choose(feed.number, wanted, others)
    return tuple(link.address for link in links)


@frozen
class FeedRules:
    """What counts for all feeds, whatever is set for each.

    Attributes:
        schedule: When they are asked; None for each feed's own.
        wants_page: Whether whole pages are fetched; None for each feed's own.
    """

    schedule: Schedule | None = None
    wants_page: bool | None = None

    def of(self, feeds: Iterable[FeedRow]) -> tuple[FeedRow, ...]:
        """Return feeds as they are to be asked."""
        if self.wants_page is None:
            return tuple(feeds)
        return tuple(replace(feed, wants_page=self.wants_page) for feed in feeds)


def ask_feeds(
    library: "Library",
    addresses: Sequence[str],
    report: AddingReport,
    rules: FeedRules,
    tell: Tell,
) -> AddingReport:
    """Ask the feeds of some addresses, and no others.

    Args:
        library: Where to keep what is new.
        addresses: Where the feeds lie.
        report: Where to write what came of it.
        rules: What counts for all feeds.
        tell: Called after each; may end the work.
    """
    try:
        feeds = (library.feeds.at(address) for address in addresses)
        _ask(library, rules.of(filter(None, feeds)), report, tell)
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
    library: "Library", report: AddingReport, rules: FeedRules, tell: Tell, *, only_due: bool
) -> AddingReport:
    """Ask feeds for what is new, and look into watched folders.

    Args:
        library: Where to keep what is new.
        report: Where to write what came of it.
        rules: What counts for all feeds.
        tell: Called after each; may end the work.
        only_due: Only feeds whose schedule says so, or all.
    """
    try:
        feeds = library.feeds.due(rules.schedule) if only_due else library.feeds.all()
        _ask(library, rules.of(feeds), report, tell)
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
