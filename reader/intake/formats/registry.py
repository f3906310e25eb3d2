"""The formats that articles can be read from, in one tuple.

Reading, `batch`, the reader's folder of articles and the window's file dialogs all ask here. To
add a format, write a module with its ArticleFormat and add it to ARTICLE_FORMATS; a test asks for
a sample file of its name.
"""

from pathlib import Path

from reader.intake.formats.article_format import ArticleFormat
from reader.intake.formats.data import DATA
from reader.intake.formats.documents.docx import DOCX
from reader.intake.formats.documents.epub import EPUB
from reader.intake.formats.documents.odt import ODT
from reader.intake.formats.documents.pdf import PDF
from reader.intake.formats.documents.rtf import RTF
from reader.intake.formats.html import HTML
from reader.intake.formats.mail.mailbox import MAILBOX
from reader.intake.formats.mail.message import MESSAGE
from reader.intake.formats.markdown import MARKDOWN
from reader.intake.formats.mhtml import MHTML
from reader.intake.formats.plain_text import PLAIN_TEXT

# The first that knows a file reads it, so plain text, which takes everything, comes last.
ARTICLE_FORMATS = (
    PDF, DOCX, ODT, EPUB, RTF, MAILBOX, MESSAGE, MHTML, DATA, HTML, MARKDOWN, PLAIN_TEXT,
)  # fmt: skip

# Documents that people mean when they name a folder of articles, read or not.
_DOCUMENTS = (".doc", ".wpd", ".pages")


def format_of(data: bytes, origin: str) -> ArticleFormat:
    """Return the format of a file, by its content and by the ending of its name."""
    ending = ending_of(origin)
    return next(one for one in ARTICLE_FORMATS if _is_in(one, data, ending))


def text_format_of(text: str, origin: str) -> ArticleFormat:
    """Return the format of pasted text, or of the text of a file."""
    data, ending = text[:20_000].encode(errors="replace"), ending_of(origin)
    return next(
        one for one in ARTICLE_FORMATS if one.read_text is not None and _is_in(one, data, ending)
    )


def _is_in(one: ArticleFormat, data: bytes, ending: str) -> bool:
    return (one.is_known_by_ending and ending in one.endings) or one.sniff(data)


def ending_of(name: str) -> str:
    """Return how the name of a file ends, in lower case, with the dot."""
    return Path(name).suffix.lower()


def article_endings() -> frozenset[str]:
    """Return the endings of all files that can be read."""
    return frozenset(ending for one in ARTICLE_FORMATS for ending in one.endings)


def text_endings() -> frozenset[str]:
    """Return the endings of files that are text as they stand."""
    texts = (one for one in ARTICLE_FORMATS if one.read_text is not None)
    return frozenset(ending for one in texts for ending in one.endings)


def many_endings() -> frozenset[str]:
    """Return the endings of files that may hold several articles each."""
    several = (one for one in ARTICLE_FORMATS if one.read_many is not None)
    return frozenset(ending for one in several for ending in one.endings)


def document_endings() -> frozenset[str]:
    """Return the endings of all files that may be meant as articles, read or not."""
    return article_endings() | set(_DOCUMENTS)


def readable_kinds() -> str:
    """Return a sentence that names what can be read."""
    *titles, last = (one.title for one in ARTICLE_FORMATS)
    return f"Close Reader reads {', '.join(titles)} and {last}."


def file_kinds() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the title of each format with its endings, for a dialog in which to choose a file."""
    kinds = ((one.title[0].upper() + one.title[1:], one.endings) for one in ARTICLE_FORMATS)
    return tuple(sorted(kinds))
