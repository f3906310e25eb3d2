"""An entry of a feed -> an Article, by the reader of pages and with the feed's facts."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.core.text.article import Article, Fact
from reader.errors import ImportFailedError
from reader.intake.feeds.feed import Feed, FeedEntry
from reader.intake.late_loads import read_fragment
from reader.intake.read import read_pasted_text
from reader.intake.text.language_of import guess_language
from reader.intake.text.zones import under_title

_TAG = re.compile(r"<[a-zA-Z!][^<>]{0,500}>|&#?\w{1,30};")
_ONLY_TITLE = "The feed gives the title only. Open the address to fetch the page."
_ONLY_SUMMARY = (
    "The feed gives a summary, which may be the beginning only. "
    "Open the address to fetch the page."
)
_PLACE = "feed"


def article_of_entry(entry: FeedEntry, feed: Feed) -> Article:
    """Return the article in an entry; of one without a text, its title.

    Raises:
        ImportFailedError: There is neither a text nor a title in it.
    """
    text = _text(entry.words) if entry.words.strip() else None
    told = () if entry.is_whole else (_ONLY_SUMMARY,)
    if text is None:
        if not entry.title:
            raise ImportFailedError(
                f"There is nothing to read in the entry “{entry.address or entry.guid[:100]}”.",
                hint="Open its address to fetch the page.",
            )
        text, told = Article("", ()), (_ONLY_TITLE,)
    plain = replace(text, caveats=(*text.caveats, *told), origin=entry.address or entry.guid)
    whole = under_title(plain, entry.title) if entry.title else plain
    article = with_entry_facts(whole, entry, feed)
    return replace(article, language=guess_language(article.text) or article.language)


def with_entry_facts(article: Article, entry: FeedEntry, feed: Feed) -> Article:
    """Return an article with what its feed says, behind what the article itself says."""
    return replace(
        article,
        title=article.title or entry.title or None,
        byline=article.byline or entry.author or None,
        published=article.published or entry.published,
        outlet=article.outlet or feed.title or None,
        facts=(*article.facts, *_facts(entry, feed)),
    )


def _facts(entry: FeedEntry, feed: Feed) -> Iterator[Fact]:
    told = (
        ("title", entry.title),
        ("author", entry.author),
        ("date", entry.published or ""),
        ("outlet", feed.title),
        ("address", entry.address),
    )
    return (Fact(name, value, _PLACE) for name, value in told if value)


def _text(words: str) -> Article | None:
    try:
        return read_fragment(words) if _TAG.search(words) else read_pasted_text(words)
    except ImportFailedError:
        return None
