"""Asking feeds for what is new, and keeping it; the command and the window do it by this."""

from collections.abc import Callable, Iterable, Iterator

from reader.batch.importing.importing import OnNew
from reader.errors import ImportFailedError
from reader.intake.feeds.feed import Feed, FeedEntry
from reader.intake.feeds.fetching import FeedAnswer, article_of, fetch_feed
from reader.storage.library.articles.feeds import FeedRow
from reader.storage.library.library import Library
from reader.values import frozen

_CUT = "The feed ends in the middle; entries may be missing."
_MOST_PROBLEMS = 5  # entries of one feed that are told of


@frozen
class Refreshed:
    """What came of asking one feed.

    Attributes:
        feed: The feed, as it was before.
        added: The ids of its new articles, in the order of the feed.
        problem: Why it could not be asked, as a finished sentence, or "".
        left_out: Why entries could not be taken, as finished sentences.
    """

    feed: FeedRow
    added: tuple[str, ...] = ()
    problem: str = ""
    left_out: tuple[str, ...] = ()


def refresh(
    library: Library,
    feeds: Iterable[FeedRow],
    on_new: OnNew = lambda _id, _article: "",
    still_wanted: Callable[[], object] = lambda: None,
) -> Iterator[Refreshed]:
    """Ask feeds one after the other, keep what is new, and yield what came of each.

    A feed that fails is told and the next one is asked. An entry whose page is kept already is
    not put over it.

    Args:
        library: Where to keep what is new.
        feeds: The feeds to ask.
        on_new: Called for each new article; what it returns is told of the feed.
        still_wanted: Called now and then; whatever it raises ends the work. What was kept stays.

    Raises:
        LibraryError: The library cannot be written.
    """
    for feed in feeds:
        try:
            answer = fetch_feed(
                feed.address, etag=feed.etag, modified=feed.modified, still_wanted=still_wanted
            )
        except ImportFailedError as error:
            library.feeds.failed(feed.number, str(error))
            yield Refreshed(feed, problem=str(error))
            continue
        yield _taken(library, feed, answer, on_new, still_wanted)


def _taken(
    library: Library,
    feed: FeedRow,
    answer: FeedAnswer,
    on_new: OnNew,
    still_wanted: Callable[[], object],
) -> Refreshed:
    told = answer.feed or Feed()
    entries = {entry.guid: entry for entry in told.entries}
    added: list[str] = []
    problems = [_CUT] if told.is_cut else []
    for guid in library.feeds.unseen(feed.number, entries):
        try:
            new, problem = _keep(library, feed, told, entries[guid], on_new, still_wanted)
        except ImportFailedError as error:
            library.feeds.see(feed.number, guid, None)
            new, problem = "", str(error)
        added += [new] if new else []
        problems += [problem] if problem else []
    # At the end only: a run that is broken off asks for all of it again.
    library.feeds.answered(
        feed.number, etag=answer.etag, modified=answer.modified, title=told.title, site=told.site
    )
    return Refreshed(feed, tuple(added), left_out=tuple(problems[:_MOST_PROBLEMS]))


def _keep(
    library: Library,
    feed: FeedRow,
    told: Feed,
    entry: FeedEntry,
    on_new: OnNew,
    still_wanted: Callable[[], object],
) -> tuple[str, str]:
    """Keep the article of one entry; return its id, "" where it is kept already, and a problem."""
    known = library.articles.id_of_address(entry.address) if entry.address else None
    if known is not None:
        library.feeds.see(feed.number, entry.guid, known)
        return "", ""
    article = article_of(entry, told, wants_page=feed.wants_page, still_wanted=still_wanted)
    with library.change():
        added = library.articles.add(article, feed=feed.number)
        library.feeds.see(feed.number, entry.guid, added.id)
    return (added.id, on_new(added.id, article)) if added.is_new else ("", "")
