"""What corrections belong to: one article, known by its text and origin, or every article."""

import hashlib

from reader.core.text.article import Article
from reader.values import frozen

_DIGITS = 24  # of the digests


@frozen
class Scope:
    """One article, or all of them.

    Attributes:
        text: A digest of its text; "" for all articles.
        place: A digest of its origin.
        title: Its headline.
        origin: Where it came from.
    """

    text: str = ""
    place: str = ""
    title: str = ""
    origin: str = ""

    @classmethod
    def of(cls, article: Article) -> "Scope":
        """Return the scope of one article."""
        return cls(
            digest(article.text), digest(article.origin), article.title or "", article.origin
        )


EVERYWHERE = Scope()


def digest(words: str) -> str:
    """Return a short name for some words that no other words have."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
