"""An article as the columns of the database, and back exactly."""

from reader.core.text.article import Article, Fact, Removed, Zone
from reader.core.text.spans import Span
from reader.storage.library.database.connections import Row
from reader.storage.library.database.packing import packed, unpacked


def rest_of(article: Article) -> bytes:
    """Return all of an article but its text, packed."""
    return packed(
        [
            article.title,
            article.byline,
            article.published,
            article.outlet,
            article.origin,
            article.language,
            [[zone.kind, zone.span.start, zone.span.end] for zone in article.zones],
            [[piece.text, piece.reason, piece.position] for piece in article.removed],
            list(article.caveats),
            [[fact.name, fact.value, fact.place] for fact in article.facts],
        ]
    )


def article_from(row: Row) -> Article:
    """Return the article in a row of text and packed rest.

    Raises:
        ValueError: The rest is damaged.
    """
    text, rest = row
    title, byline, published, outlet, origin, language, *lists = unpacked(rest)
    zones, removed, caveats, facts = lists
    return Article(
        text=text,
        zones=tuple(Zone(kind, Span(start, end)) for kind, start, end in zones),
        removed=tuple(Removed(*piece) for piece in removed),
        title=title,
        byline=byline,
        published=published,
        outlet=outlet,
        origin=origin,
        language=language,
        caveats=tuple(caveats),
        facts=tuple(Fact(*fact) for fact in facts),
    )
