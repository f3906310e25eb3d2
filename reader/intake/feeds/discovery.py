"""The feeds that a page names in its head."""

from urllib.parse import urljoin

from reader.errors import ImportFailedError
from reader.intake.feeds.feed import FeedLink
from reader.intake.feeds.feed_text import plain_title, web_address
from reader.intake.pages.markup.tree import page_tree
from reader.intake.text.decode import decode

_KINDS = frozenset({
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/json",
    "application/rdf+xml", "text/xml", "application/xml",
})  # fmt: skip
_MOST = 50


def feeds_in_page(data: bytes, address: str) -> tuple[FeedLink, ...]:
    """Return the feeds that a page names, in its order; none is fetched.

    Args:
        data: The bytes of the page.
        address: Where it lies.
    """
    try:
        tree = page_tree(decode(data, address), address)
    except ImportFailedError:
        return ()
    found: dict[str, FeedLink] = {}
    for link in tree.iter("link"):
        kinds = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").split(";")[0].strip().lower()
        if "alternate" in kinds and kind in _KINDS and link.get("href"):
            try:
                place = web_address(urljoin(address, link.get("href").strip()))
            except ValueError:
                continue
            if place and len(found) < _MOST:
                found.setdefault(place, FeedLink(place, plain_title(link.get("title")), address))
    return tuple(found.values())
