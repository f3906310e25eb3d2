"""Asking for a feed: only what is new, and in one sentence what went wrong."""

from collections.abc import Callable
from dataclasses import replace

from reader.core.text.article import Article
from reader.errors import ImportFailedError
from reader.intake.feeds.discovery import feeds_in_page
from reader.intake.feeds.entry_articles import article_of_entry, with_entry_facts
from reader.intake.feeds.feed import Feed, FeedEntry, FeedLink
from reader.intake.feeds.reading import read_feed
from reader.intake.read import read_article
from reader.intake.sources.web_client import PAGE_HINT, Fetched, fetch
from reader.intake.sources.web_connection import read_address
from reader.values import frozen

_ACCEPT = (
    "application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,"
    "text/xml;q=0.9,application/json;q=0.8,text/html;q=0.5,*/*;q=0.1"
)
_HINT = "Check the address of the feed, or try again later."
_NO_PAGE = "The whole page could not be fetched, so this is the text of the feed. {reason}"


@frozen
class FeedAnswer:
    """What a server answered to a question for a feed.

    Attributes:
        feed: The feed, or None where nothing has changed.
        address: Where it lies, after redirects on one site.
        etag: What to say at the next question, so that only news is sent; "" for nothing.
        modified: The same, as a date of the server's.
    """

    feed: Feed | None
    address: str
    etag: str = ""
    modified: str = ""


def fetch_feed(
    address: str,
    *,
    etag: str = "",
    modified: str = "",
    still_wanted: Callable[[], object] = lambda: None,
) -> FeedAnswer:
    """Ask for a feed.

    Args:
        address: Where it lies.
        etag: What its server named it by at the last answer.
        modified: When its server said that it was changed.
        still_wanted: Called now and then; whatever it raises ends the exchange.

    Raises:
        ImportFailedError: It could not be fetched, or is no feed.
    """
    fetched = _fetched(address, etag, modified, still_wanted)
    if fetched.status == 304:
        return FeedAnswer(None, fetched.address, etag, modified)
    return _answer(fetched)


def find_feed(
    address: str, still_wanted: Callable[[], object] = lambda: None
) -> tuple[FeedAnswer, tuple[FeedLink, ...]]:
    """Ask for the feed at an address, or for the first one that the page there names.

    Returns:
        The answer, whose `address` is where the feed was found, and all feeds that the page names.

    Raises:
        ImportFailedError: There is no feed, or the page names one on another site only.
    """
    fetched = _fetched(address, "", "", still_wanted)
    try:
        return _answer(fetched), ()
    except ImportFailedError:
        named = feeds_in_page(fetched.data, fetched.address)
        if not named:
            raise
    here = read_address(fetched.address)
    near = [link for link in named if read_address(link.address).is_on_site_of(here)]
    if not near:
        raise ImportFailedError(
            f"“{address}” is a page; its feed lies on another site: {named[0].address}.",
            hint="Nothing was asked there. Follow that address if you want it.",
        )
    answer = _answer(_fetched(near[0].address, "", "", still_wanted))
    return answer, named


def _fetched(
    address: str, etag: str, modified: str, still_wanted: Callable[[], object]
) -> Fetched:
    fields = {"Accept": _ACCEPT}
    if etag:
        fields["If-None-Match"] = etag
    if modified:
        fields["If-Modified-Since"] = modified
    try:
        return fetch(address, headers=fields, still_wanted=still_wanted)
    except ImportFailedError as error:
        if type(error) is not ImportFailedError or error.hint != PAGE_HINT:
            raise
        # a feed cannot be saved in a browser and opened
        raise ImportFailedError(error.message, hint=_HINT) from error


def _answer(fetched: Fetched) -> FeedAnswer:
    feed = read_feed(fetched.data, fetched.address)
    headers, is_cut = fetched.headers, fetched.is_cut or feed.is_cut
    etag = "" if is_cut else headers.get("etag", "")
    modified = "" if is_cut else headers.get("last-modified", "")
    return FeedAnswer(feed, fetched.address, etag[:500], modified[:100])


def article_of(
    entry: FeedEntry,
    feed: Feed,
    *,
    wants_page: bool = False,
    still_wanted: Callable[[], object] = lambda: None,
) -> Article:
    """Return the article of an entry.

    Args:
        entry: The entry.
        feed: The feed it stands in.
        wants_page: Fetch its page, because the reader asked for whole pages of this feed.
        still_wanted: As for `fetch_feed`.

    Raises:
        ImportFailedError: There is nothing to read in it.
    """
    if not (wants_page and entry.address):
        return article_of_entry(entry, feed)
    try:
        page = read_article(entry.address, still_wanted=still_wanted)
    except ImportFailedError as error:
        article = article_of_entry(entry, feed)
        told = _NO_PAGE.format(reason=error.message)
        return replace(article, caveats=(*article.caveats, told))
    return with_entry_facts(page, entry, feed)
