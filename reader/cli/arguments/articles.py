"""Which article the word ARTICLE of a call means: one way for every command that takes one."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from reader.core.text.article import Article, is_web_address
from reader.errors import ReaderError
from reader.intake.read import read_article
from reader.paths import default_paths
from reader.storage.library.library import Library
from reader.storage.library.rows import is_id, local_day
from reader.storage.reports.tables import document_id


def kept_id(word: str) -> str | None:
    """Return the id of a kept article that a word of the call is, or None where it is none.

    An id such as `kept-17` comes before a file of the same name; `./kept-17` is the file. With
    the id, `Library` knows the article's corrections and notes.
    """
    return word if is_id(word) else None


def document_name(word: str, article: Article) -> str:
    """Return the id of an article in reports of it: its kept id, or the stem of its file."""
    return kept_id(word) or document_id(article.origin)


def article_of(word: str, *, is_verbatim: bool = False) -> Article:
    """Return the article that a word of the call names: a file, an address, `-`, or a kept id.

    Args:
        word: As it was typed.
        is_verbatim: Switch all cleaning off; offsets are then offsets into the decoded input.
            A kept article is as it was kept.

    Raises:
        ReaderError: It cannot be read, or holds no text.
    """
    article_id = kept_id(word)
    if article_id is None:
        return read_article(word, verbatim=is_verbatim)
    library = Library.open(default_paths().data)
    try:
        return library.articles.article(article_id)
    finally:
        library.close()


def accessed_on(word: str) -> str:
    """Return the day on which the article of a word was fetched, as yyyy-mm-dd.

    A kept article was fetched when it was kept, an address of the web just now; of others no
    such day is known, and "" is returned.

    Raises:
        ReaderError: The library cannot be read.
    """
    article_id = kept_id(word)
    if article_id is None:
        is_address = is_web_address(word)
        return datetime.now().astimezone().date().isoformat() if is_address else ""
    library = Library.open(default_paths().data)
    try:
        row = library.row(article_id)
        return local_day(row.added) if row is not None else ""
    finally:
        library.close()


def refuse_article_as_output(word: str, output: Path | None) -> None:
    """Refuse an output that would be written over the article.

    Raises:
        ReaderError: Both are one file.
    """
    is_article = False
    if output is not None and word != "-":
        with suppress(OSError, ValueError):  # a web address, or one is missing: not one file
            is_article = output.is_file() and output.samefile(word)
    if is_article:
        raise ReaderError(
            f"{output} is the article, and would be written over.",
            hint="Choose another file with --output.",
        )
