"""Pieces of a text with what they are for -> an Article."""

from collections.abc import Iterable
from dataclasses import replace

from reader.core.text.article import Article, Removed, Zone, ZoneKind
from reader.core.text.spans import Span
from reader.values import frozen


@frozen
class Piece:
    """A block of the input.

    Attributes:
        text: Its words.
        kind: What it is for; None when it is left out.
        reason: Why it is left out.
    """

    text: str
    kind: ZoneKind | None = "paragraph"
    reason: str = ""


def build_article(pieces: Iterable[Piece], plain: Article) -> Article:
    """Return `plain` with the text, zones and left-out pieces of `pieces`, in order."""
    parts: list[str] = []
    zones: list[Zone] = []
    removed: list[Removed] = []
    length = 0
    for piece in pieces:
        if piece.kind is None:
            removed.append(Removed(piece.text, piece.reason, length))
            continue
        if parts:
            parts.append("\n\n")
            length += 2
        zones.append(Zone(piece.kind, Span(length, length + len(piece.text))))
        parts.append(piece.text)
        length += len(piece.text)
    return replace(plain, text="".join(parts), zones=tuple(zones), removed=tuple(removed))


def pieces_of(article: Article) -> list[Piece]:
    """Return the blocks of an article, left-out ones at their places."""
    blocks = [
        (zone.span.start, 1, Piece(zone.span.of(article.text), zone.kind))
        for zone in article.zones
    ]
    blocks += [
        (piece.position, 0, Piece(piece.text, None, piece.reason)) for piece in article.removed
    ]
    return [piece for _, _, piece in sorted(blocks, key=lambda block: block[:2])]


def restored(article: Article, wanted: frozenset[int]) -> Article:
    """Return the article with the left-out pieces of these numbers as paragraphs."""
    number = -1
    pieces = []
    for piece in pieces_of(article):
        if piece.kind is None:
            number += 1
            if number in wanted:
                pieces.append(Piece(piece.text))
                continue
        pieces.append(piece)
    return build_article(pieces, article)


def left_out(article: Article, span: Span, reason: str) -> Article:
    """Return the article without the blocks that a stretch of it touches; its title stays.

    Args:
        article: The article.
        span: The stretch, of its text.
        reason: Why they are left out, in words a reader understands.
    """
    pieces = []
    starts = iter([zone.span for zone in article.zones])
    for piece in pieces_of(article):
        if piece.kind is not None:
            block = next(starts)
            is_touched = block.start < span.end and span.start < block.end
            if is_touched and piece.kind != "headline":
                pieces.append(Piece(piece.text, None, reason))
                continue
        pieces.append(piece)
    return build_article(pieces, article)


def under_title(article: Article, title: str) -> Article:
    """Return an article with a headline that came from elsewhere: a subject, a list, a feed.

    A headline of its own becomes a subheading, or is left out where it says the same.
    """
    below = [_below(piece, title) for piece in pieces_of(article)]
    return build_article([Piece(title, "headline"), *below], replace(article, title=title))


def _below(piece: Piece, title: str) -> Piece:
    if piece.kind is not None and piece.text.casefold() == title.casefold():
        return Piece(piece.text, None, "title given twice")
    return Piece(piece.text, "subheading") if piece.kind == "headline" else piece
