"""What the program must know of a format that articles come in."""

from collections.abc import Callable

from reader.core.text.article import Article
from reader.values import frozen


@frozen
class ArticleFormat:
    """A format that articles can be read from.

    Attributes:
        name: Its fixed short name; the sample file of its tests is called so.
        title: What a person calls it, as the file dialog shows it.
        endings: How the names of its files end, in lower case, with the dot.
        sniff: Tells from the bytes of a file, whatever its name, whether it is in this format.
        read: Returns the article in the bytes of a file from an origin, or raises an
            ImportFailedError.
        read_text: The same for pasted text; None where nobody pastes this format as text.
        read_many: Returns every article of a file that may hold several, in order: the chapters of
            a book, the messages of a mailbox. None where a file always holds one.
        is_known_by_ending: Whether the ending is enough. Where it is not, a file with such an
            ending and another content is read as what it holds.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[bytes, str], Article]
    read_text: Callable[[str, str], Article] | None = None
    read_many: Callable[[bytes, str], tuple[Article, ...]] | None = None
    is_known_by_ending: bool = True
