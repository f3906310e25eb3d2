"""What was found where the reader pointed, as values: its items, and what is to be said of it."""

from typing import Literal

from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.intake.feeds.feed import FeedLink
from reader.values import frozen

Kind = Literal["address", "file", "folder", "feed", "watched", "text"]
Way = Literal["again", "edit", "choose", "type", "yours", "differences"]  # on from a remark


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
class Remark:
    """What the reader should know before anything is added.

    Attributes:
        cause: The first sentence.
        advice: What follows it, or "".
        ways: What can be done about it, the likeliest first.
        is_warning: Something is wrong or may be missing.
    """

    cause: str
    advice: str = ""
    ways: tuple[Way, ...] = ()
    is_warning: bool = False


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
        remark: What is to be known before, or None.
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
    remark: Remark | None = None
    error: ReaderError | None = None

    @property
    def is_version(self) -> bool:
        """Tell whether it is another text of an address that is kept."""
        return bool(self.kept_id) and not any(item.is_here for item in self.items)


_ERROR_WAYS: dict[Kind, tuple[Way, ...]] = {
    "address": ("again", "edit", "choose"),
    "feed": ("again", "edit"),
    "file": ("choose", "type"),
    "folder": ("choose",),
    "watched": ("choose",),
}


def remark_of(kind: Kind, error: ReaderError) -> Remark:
    """Return why nothing can be added, and what can be done about it."""
    return Remark(error.message, error.hint or "", _ERROR_WAYS.get(kind, ()), is_warning=True)
