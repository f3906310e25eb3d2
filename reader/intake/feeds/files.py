"""A file of feeds: a list of them (OPML), or a feed that was saved and tells where it lies."""

from reader.errors import ImportFailedError
from reader.intake.feeds.feed import FeedLink
from reader.intake.feeds.opml import read_opml
from reader.intake.feeds.reading import read_feed


def feeds_in_file(data: bytes, name: str) -> tuple[FeedLink, ...]:
    """Return the feeds that a file names: those of a list, or the one that was saved in it.

    Raises:
        ImportFailedError: It is neither, or a saved feed that does not tell its address.
    """
    try:
        return read_opml(data, name)
    except ImportFailedError as no_list:
        try:
            feed = read_feed(data, name)
        except ImportFailedError:
            raise no_list from None
    if not feed.address:
        site = f" Its site is {feed.site}." if feed.site else ""
        raise ImportFailedError(
            f"“{name}” is a feed that was saved as a file, and does not tell its address.{site}",
            hint="Give the address of the feed, or of its site, in place of the file.",
        )
    return (FeedLink(feed.address, feed.title, feed.site),)
