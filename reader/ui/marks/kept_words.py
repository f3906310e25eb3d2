"""When an article was kept, and where it came from, in words."""

from PySide6.QtCore import QCoreApplication

from reader.core.text.article import is_web_address
from reader.storage.library.rows import ArticleRow


def kept_words(row: ArticleRow, day: str) -> str:
    """Return a day and where the article came from.

    Args:
        row: The article, as the library lists it.
        day: The day on which it was kept, as it is to be shown.
    """
    if row.feed is not None:
        told = _tr("{day}, from the feed")
    elif is_web_address(row.origin):
        told = _tr("{day}, from the web")
    else:
        told = _tr("{day}, from a file") if row.origin else _tr("{day}, pasted")
    return told.format(day=day)


def _tr(words: str) -> str:
    return QCoreApplication.translate("KeptWords", words)
