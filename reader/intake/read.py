"""A path, an address, standard input or the clipboard -> an Article."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.errors import ImportFailedError, ReaderError
from reader.intake import late_loads
from reader.intake.formats.html import marked_page
from reader.intake.formats.registry import format_of, readable_kinds, text_format_of
from reader.intake.sources.files import read_file, read_standard_input
from reader.intake.text.decode import (
    EMPTY_HINT,
    HINT,
    NoTextError,
    decode,
    file_name,
    in_stated_encoding,
    plain_characters,
    whole_characters,
)
from reader.intake.text.language_of import guess_language
from reader.intake.text.line_facts import with_line_facts
from reader.intake.text.plain_text import read_plain_text, read_verbatim
from reader.intake.text.zones import left_out, restored

_MOST_CHARACTERS = 10_000_000  # three times the longest novels; half a minute of analysis
_CUT = "The server’s answer was cut off, so the end of the page may be missing."


def read_article(
    origin: str, *, verbatim: bool = False, still_wanted: Callable[[], object] = lambda: None
) -> Article:
    """Return the article at a path or an http address; "-" is standard input.

    Args:
        origin: Where it lies.
        verbatim: Switch all cleaning off; offsets are then offsets into the decoded input.
        still_wanted: Called now and then while a page is fetched; whatever it raises ends that.

    Raises:
        ImportFailedError: It cannot be read, or holds no text.
    """
    return read_with_bytes(origin, verbatim=verbatim, still_wanted=still_wanted)[0]


def read_with_bytes(
    origin: str, *, verbatim: bool = False, still_wanted: Callable[[], object] = lambda: None
) -> tuple[Article, bytes]:
    """Return the article at a path or an http address, and the bytes it was read from.

    Args:
        origin: Where it lies; "-" is standard input.
        verbatim: Switch all cleaning off; offsets are then offsets into the decoded input.
        still_wanted: Called now and then while a page is fetched; whatever it raises ends that.

    Raises:
        ImportFailedError: It cannot be read, or holds no text.
    """
    if re.match(r"(?i)https?://", origin):
        return _fetched(origin, still_wanted, verbatim=verbatim)
    data = _bytes_at(origin)
    return read_bytes(data, origin, verbatim=verbatim), data


def read_articles(
    origin: str, *, still_wanted: Callable[[], object] = lambda: None
) -> tuple[tuple[Article, ...], bytes]:
    """Return all articles at a path or an address, and the bytes they were read from.

    Most files hold one; a book has chapters, a mailbox messages, an export items.

    Args:
        origin: Where they lie; "-" is standard input.
        still_wanted: As for `read_article`.

    Raises:
        ImportFailedError: It cannot be read, or holds no text.
    """
    if re.match(r"(?i)https?://", origin):
        article, data = _fetched(origin, still_wanted, verbatim=False)
        return (article,), data
    data = _bytes_at(origin)
    return articles_in(data, origin), data


def articles_in(data: bytes, origin: str) -> tuple[Article, ...]:
    """Return all articles in the bytes of a file, in order.

    Raises:
        ImportFailedError: It cannot be read, or holds no text.
    """
    read_many = format_of(data, origin).read_many
    if read_many is None:
        return (read_bytes(data, origin),)
    return tuple(map(_with_language, read_many(data, origin)))


def _bytes_at(origin: str) -> bytes:
    if not origin.strip():
        hint = "Name a file, a web address, or - for standard input."
        raise ImportFailedError("No article was named.", hint=hint)
    return read_standard_input() if origin == "-" else read_file(Path(origin))


def _fetched(
    address: str, still_wanted: Callable[[], object], *, verbatim: bool
) -> tuple[Article, bytes]:
    fetched = late_loads.fetch(address, still_wanted)
    if not fetched.data:
        hint = "Open it in a browser: there may be nothing at this address."
        raise ImportFailedError(f"The server has no words at “{address}”.", hint=hint)
    content_type = fetched.headers.get("content-type", "")
    data = marked_page(in_stated_encoding(fetched.data, content_type), content_type)
    article = read_bytes(data, fetched.address, verbatim=verbatim)
    if fetched.is_cut:
        article = replace(article, caveats=(*article.caveats, _CUT))
    return article, data


def read_bytes(data: bytes, origin: str, *, verbatim: bool = False) -> Article:
    """Return the article in the bytes of a file.

    Raises:
        ImportFailedError: It is no text, or empty.
    """
    if verbatim:
        text = decode(data, file_name(origin), is_exact=True)
        return _of_bounds(_with_whole_origin(read_verbatim(text, origin)))
    try:
        return _with_words(format_of(data, origin).read(data, origin), file_name(origin))
    except NoTextError as error:
        raise ImportFailedError(error.message, hint=f"{readable_kinds()} {HINT}") from error


def read_text(text: str, origin: str) -> Article:
    """Return the article in plain text or Markdown.

    Raises:
        ImportFailedError: There are no words in it.
    """
    text = plain_characters(text)
    if not text.strip():
        raise ImportFailedError(f"The text of “{origin}” is empty.", hint=EMPTY_HINT)
    read = text_format_of(text, origin).read_text or read_plain_text
    return _with_words(read(text, origin), origin)


def read_pasted_text(text: str) -> Article:
    """Return the article in pasted text.

    Raises:
        ImportFailedError: There are no words in it.
    """
    if not plain_characters(text).strip():
        raise ImportFailedError("There is no text to paste.", hint="Copy an article first.")
    return read_text(text, "")


def read_pasted_html(page: str) -> Article:
    """Return the article in a pasted piece of a web page.

    Raises:
        ImportFailedError: There are no words in it.
    """
    return _with_language(late_loads.read_fragment(page))


def restore(article: Article, index: int) -> Article:
    """Return the article with one left-out piece put back as a paragraph."""
    return restored(article, frozenset({index}))


def restore_all(article: Article) -> Article:
    """Return the article with all left-out pieces put back as paragraphs."""
    return restored(article, frozenset(range(len(article.removed))))


def is_same_whole(one: Article, other: Article) -> bool:
    """Tell whether two readings of one place differ only in what is left out, if at all."""
    return one.origin == other.origin and restore_all(one).text == restore_all(other).text


def leave_out(article: Article, span: Span) -> Article:
    """Return the article without the blocks that the reader takes for no part of it.

    Args:
        article: The article.
        span: A stretch of its text; every block that it touches goes, but the title.

    Raises:
        ReaderError: Nothing would be left, or nothing of it can go.
    """
    shorter = left_out(article, span, "left out by you")
    if len(shorter.removed) == len(article.removed):
        message = "Select words on the page that are no part of the article."
        raise ReaderError(
            message, hint="The paragraphs they stand in are left out; a title stays."
        )
    if all(zone.kind == "headline" for zone in shorter.zones):
        message = "Nothing of the article would be left."
        raise ReaderError(message, hint="Select fewer of its paragraphs.")
    return shorter


def _with_whole_origin(article: Article) -> Article:
    """Return an article whose origin can be written down; names of files need not be text."""
    return replace(article, origin=whole_characters(article.origin))


def _with_words(article: Article, name: str) -> Article:
    """Return an article that was read, with its language.

    Raises:
        ImportFailedError: There are no words in it, and none were left out.
    """
    if not (article.text.strip() or article.removed):
        told = f"“{name}”" if name else "the text"
        raise ImportFailedError(f"There are no words in {told}.", hint=EMPTY_HINT)
    return _with_language(article)


def _with_language(article: Article) -> Article:
    """Return the article with its language; one of which nothing is left is taken as it was."""
    if not article.text:
        article = restore_all(article)
    article = _of_bounds(_with_whole_origin(_with_visible_facts(article)))
    article = with_line_facts(article)
    return replace(article, language=guess_language(article.text) or article.language)


def _of_bounds(article: Article) -> Article:
    """Return an article, unless it is longer than one that can be analysed in good time.

    Raises:
        ImportFailedError: It has more than ten million characters.
    """
    if len(article.text) > _MOST_CHARACTERS:
        raise ImportFailedError(
            f"“{file_name(article.origin)}” has {len(article.text):,} characters; an article can "
            f"have {_MOST_CHARACTERS:,}.",
            hint="Cut it into articles first.",
        )
    return article


def _with_visible_facts(article: Article) -> Article:
    """Return an article without facts that show nothing, such as a space of no width."""
    if all(map(_is_visible, filter(None, (article.title, article.byline, article.outlet)))):
        return article
    return replace(
        article,
        title=_visible(article.title),
        byline=_visible(article.byline),
        outlet=_visible(article.outlet),
        facts=tuple(fact for fact in article.facts if _is_visible(fact.value)),
    )


def _visible(words: str | None) -> str | None:
    return words if words and _is_visible(words) else None


def _is_visible(words: str) -> bool:
    return any(sign.isprintable() and not sign.isspace() for sign in words)
