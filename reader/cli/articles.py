"""Which article the word ARTICLE of a call means: one way for every command that takes one."""

from reader.core.text.article import Article
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
