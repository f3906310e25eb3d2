"""A path, an address, standard input or the clipboard -> an Article."""

import importlib
import re
import sys
from pathlib import Path
from types import ModuleType

from reader.core.article import Article
from reader.errors import ImportFailedError
from reader.intake.decode import HINT, decode
from reader.intake.markdown import looks_like_markdown, read_markdown
from reader.intake.plain_text import read_plain_text, read_verbatim
from reader.intake.zones import restored

_LARGEST = 50_000_000  # bytes
_HTML = re.compile(
    r"(?is)\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b"
)


def read_article(origin: str, *, verbatim: bool = False) -> Article:
    """Return the article at a path or an http address; "-" is standard input.

    Args:
        origin: Where it lies.
        verbatim: Switch all cleaning off; offsets are then offsets into the decoded input.

    Raises:
        ImportFailedError: It cannot be read, or holds no text.
    """
    if re.match(r"(?i)https?://", origin):
        data = _module("web_address").fetch(origin)
    elif origin == "-":
        data = sys.stdin.buffer.read(_LARGEST)
    else:
        data = _read_file(Path(origin))
    return read_bytes(data, origin, verbatim=verbatim)


def read_bytes(data: bytes, origin: str, *, verbatim: bool = False) -> Article:
    """Return the article in the bytes of a file.

    Raises:
        ImportFailedError: It is no text, or empty.
    """
    name = "standard input" if origin == "-" else Path(origin).name or origin
    text = decode(data, name)
    if verbatim:
        return read_verbatim(text, origin)
    if not text.strip():
        raise ImportFailedError(f"“{name}” is empty.", hint="Choose a file with an article in it.")
    suffix = Path(origin).suffix.lower()
    if suffix in {".html", ".htm", ".xhtml"} or _HTML.match(text):
        article: Article = _module("html_pages").read_html(text, origin)
        return article
    if suffix in {".md", ".markdown"} or looks_like_markdown(text):
        return read_markdown(text, origin)
    return read_plain_text(text, origin)


def read_pasted_text(text: str) -> Article:
    """Return the article in pasted text.

    Raises:
        ImportFailedError: There are no words in it.
    """
    if not text.strip():
        raise ImportFailedError("There is no text to paste.", hint="Copy an article first.")
    text = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    return read_plain_text(text, "")


def read_pasted_html(page: str) -> Article:
    """Return the article in a pasted piece of a web page.

    Raises:
        ImportFailedError: There are no words in it.
    """
    article: Article = _module("html_pages").read_html(page, "")
    return article


def restore(article: Article, index: int) -> Article:
    """Return the article with one left-out piece put back as a paragraph."""
    return restored(article, frozenset({index}))


def restore_all(article: Article) -> Article:
    """Return the article with all left-out pieces put back as paragraphs."""
    return restored(article, frozenset(range(len(article.removed))))


def _module(name: str) -> ModuleType:
    """Load what only pages from the web need: trafilatura takes 0.2 s."""
    return importlib.import_module(f"reader.intake.{name}")


def _read_file(path: Path) -> bytes:
    name = path.name or str(path)
    if path.is_dir():
        raise ImportFailedError(
            f"“{name}” is a folder, not an article.", hint="Open one file, or use batch."
        )
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise ImportFailedError(f"“{name}” is larger than 50 MB.", hint=HINT)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ImportFailedError(
            f"“{path}” is not there.", hint="Check the name, or choose the file again."
        ) from error
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise ImportFailedError(f"“{name}” cannot be read: {reason}.", hint=HINT) from error
