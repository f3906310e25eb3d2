"""Which article the word ARTICLE of a call means: one way for every command that takes one."""

from contextlib import suppress
from pathlib import Path

from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.intake.read import read_article


def article_of(word: str, *, is_verbatim: bool = False) -> Article:
    """Return the article that a word of the call names: a file, a web address or `-`.

    Args:
        word: As it was typed.
        is_verbatim: Switch all cleaning off; offsets are then offsets into the decoded input.

    Raises:
        ReaderError: It cannot be read, or holds no text.
    """
    return read_article(word, verbatim=is_verbatim)


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
