"""A feed and its entries as plain data, whatever form they came in."""

from reader.values import frozen


@frozen
class FeedEntry:
    """One entry of a feed.

    Attributes:
        guid: What the feed knows it by; made of address and title where the feed names nothing.
        title: Its title, or "".
        address: The http or https address of its page, or "".
        words: Its text, plain or as HTML, or "".
        is_whole: Whether the feed gives it as the text; a summary may be its beginning only.
        published: The day on which it appeared, yyyy-mm-dd, or None.
        author: Who wrote it, or "".
    """

    guid: str
    title: str = ""
    address: str = ""
    words: str = ""
    is_whole: bool = False
    published: str | None = None
    author: str = ""


@frozen
class Feed:
    """A feed as it was answered.

    Attributes:
        title: Its title, or "".
        site: The http or https address of the site it belongs to, or "".
        entries: Its entries, in its own order.
        is_cut: It ends in the middle, so that entries may be missing.
        address: The http or https address that it gives as its own, or "".
    """

    title: str = ""
    site: str = ""
    entries: tuple[FeedEntry, ...] = ()
    is_cut: bool = False
    address: str = ""


@frozen
class FeedLink:
    """The address of a feed, as a page or a list of feeds names it.

    Attributes:
        address: Its http or https address.
        title: Its title, or "".
        site: The address of its site, or "".
        folder: The folder it lies in, or "".
    """

    address: str
    title: str = ""
    site: str = ""
    folder: str = ""
