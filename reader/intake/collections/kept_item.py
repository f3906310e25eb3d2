"""One thing that another program kept, as plain data, and the Article that can be made of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from reader.core.text.article import Article, Fact, is_web_address
from reader.errors import ImportFailedError
from reader.intake.late_loads import read_fragment
from reader.intake.read import read_pasted_text
from reader.intake.text.decode import plain_characters
from reader.intake.text.zones import Piece, build_article, under_title
from reader.values import frozen

_TAG = re.compile(
    r"(?i)<(?:p|div|br|h[1-6]|article|section|span|a|ul|li|blockquote)\b[^<>]{0,500}>"
)
_ONLY_ADDRESS = (
    "Only the address was exported, so this is the title and no text. Open the address to fetch "
    "the page; it is then kept as a newer version."
)
_ONLY_HIGHLIGHTS = (
    "Only the address and the highlighted passages were exported, so this is not the whole text. "
    "Open the address to fetch the page; it is then kept as a newer version."
)
_LATEST_S = 4_102_444_800  # seconds since 1970; the year 2100


@frozen
class KeptItem:
    """An address that somebody kept in another program, and what the export tells of it.

    Attributes:
        address: Its http or https address, or "".
        title: Its title, or "".
        words: Its text, plain or as HTML; "" where the export has only the address.
        kept: The day on which it was kept, yyyy-mm-dd, or None.
        published: The day on which it appeared, yyyy-mm-dd, or None.
        author: Who wrote it, or "".
        outlet: Where it appeared, or "".
        tags: The tags it had.
        folders: The folders it lay in, the outermost first.
        highlights: The passages that were highlighted, in order.
        note: What the reader had written about it, or "".
        is_read: Whether it had been read or put away; None where nothing is said.
    """

    address: str
    title: str = ""
    words: str = ""
    kept: str | None = None
    published: str | None = None
    author: str = ""
    outlet: str = ""
    tags: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    highlights: tuple[str, ...] = ()
    note: str = ""
    is_read: bool | None = None

    @property
    def has_text(self) -> bool:
        """Tell whether the export holds the text of the page."""
        return bool(self.words.strip())


def article_of_item(item: KeptItem, program: str) -> Article:
    """Return the article in an exported item; of an address alone, its title and highlights.

    Args:
        item: The item.
        program: The name of the program, for where the facts come from.

    Raises:
        ImportFailedError: There is neither a text nor a title nor a highlight in it.
    """
    article = _text(item) if item.has_text else None
    if article is None:
        article = _stub(item)
    article = under_title(article, item.title) if item.title else article
    return replace(
        article,
        byline=item.author or article.byline,
        published=item.published or article.published,
        outlet=item.outlet or article.outlet,
        origin=item.address or f"{program}: {item.title}",
        facts=(*_facts(item, f"export of {program}"), *article.facts),
    )


def _text(item: KeptItem) -> Article | None:
    try:
        if _TAG.search(item.words):
            return read_fragment(item.words)
        return read_pasted_text(item.words)
    except ImportFailedError:
        return None


def _stub(item: KeptItem) -> Article:
    pieces = [Piece(words) for words in item.highlights]
    if not (item.title or pieces):
        raise ImportFailedError(
            f"There is nothing to read in “{item.address or 'an item'}”: no title and no text.",
            hint="Open the address to fetch the page.",
        )
    told = _ONLY_HIGHLIGHTS if pieces else _ONLY_ADDRESS
    return build_article(pieces, Article("", (), language=None, caveats=(told,)))


def _facts(item: KeptItem, place: str) -> Iterator[Fact]:
    told = (
        ("title", item.title),
        ("author", item.author),
        ("date", item.published or ""),
        ("outlet", item.outlet),
        ("address", item.address),
    )
    return (Fact(name, value, place) for name, value in told if value)


def plain_line(value: object, longest: int = 500) -> str:
    """Return a value of an export as one line of text, or "" for what is no text."""
    if not isinstance(value, str):
        return ""
    return " ".join(plain_characters(value[: 4 * longest]).split())[:longest]


def web_address(value: object) -> str:
    """Return an http or https address of an export, or "" for anything else."""
    words = plain_line(value, 2_000)
    return words if is_web_address(words) else ""


def day_of_seconds(value: object) -> str | None:
    """Return the day of a time in seconds since 1970 (or thousandths or millionths), or None."""
    try:
        seconds = float(str(value))
        for _ in range(2):
            seconds = seconds / 1_000 if seconds > _LATEST_S else seconds
        return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds > 0 else None
    except (ValueError, OverflowError, OSError):
        return None
