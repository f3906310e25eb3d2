"""A path, an address, standard input or the clipboard -> an Article."""

import importlib
import re
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from reader.core.languages.guessing import guess_language
from reader.core.text.article import Article
from reader.errors import ImportFailedError
from reader.intake.formats.markdown import looks_like_markdown, read_markdown
from reader.intake.text.decode import HINT, decode, plain_characters
from reader.intake.text.plain_text import read_plain_text, read_verbatim
from reader.intake.text.zones import restored

_LARGEST = 50_000_000  # bytes
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_ARCHIVES = frozenset({".mht", ".mhtml"})
_MARKDOWN = frozenset({".md", ".markdown"})
_HTML = re.compile(r"(?i)<(?:!doctype\s+html|html|head|body)\b")
_CONTENT = re.compile(r"\S")
_EMPTY_HINT = "Choose a file with an article in it."


def read_article(origin: str, *, verbatim: bool = False) -> Article:
    """Return the article at a path or an http address; "-" is standard input.

    Args:
        origin: Where it lies.
        verbatim: Switch all cleaning off; offsets are then offsets into the decoded input.

    Raises:
        ImportFailedError: It cannot be read, or holds no text.
    """
    if re.match(r"(?i)https?://", origin):
        data = _late("places.web_address").fetch(origin)
    elif origin == "-":
        data = _within_limit(sys.stdin.buffer.read(_LARGEST + 1), "Standard input")
    else:
        data = _read_file(Path(origin))
    return read_bytes(data, origin, verbatim=verbatim)


def read_bytes(data: bytes, origin: str, *, verbatim: bool = False) -> Article:
    """Return the article in the bytes of a file.

    Raises:
        ImportFailedError: It is no text, or empty.
    """
    name = "standard input" if origin == "-" else Path(origin).name or origin
    if verbatim:
        return read_verbatim(decode(data, name, is_exact=True), origin)
    if Path(origin).suffix.lower() in _ARCHIVES or data[:6].lower() == b"from: ":
        archive = _late("formats.mhtml")
        if archive.is_mhtml(data):
            return _read_page(archive.page_in(data, name), origin)
    text = decode(data, name)
    if not text.strip():
        raise ImportFailedError(f"“{name}” is empty.", hint=_EMPTY_HINT)
    if Path(origin).suffix.lower() in _PAGES or _looks_like_html(text):
        return _read_page(text, origin)
    return read_text(text, origin)


def read_text(text: str, origin: str) -> Article:
    """Return the article in plain text or Markdown.

    Raises:
        ImportFailedError: There are no words in it.
    """
    text = plain_characters(text)
    if not text.strip():
        raise ImportFailedError(f"The text of “{origin}” is empty.", hint=_EMPTY_HINT)
    if Path(origin).suffix.lower() in _MARKDOWN or looks_like_markdown(text):
        article = read_markdown(text, origin)
    else:
        article = read_plain_text(text, origin)
    return _with_language(article)


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
    article: Article = _late("pages.html_pages").read_fragment(page)
    return _with_language(article)


def restore(article: Article, index: int) -> Article:
    """Return the article with one left-out piece put back as a paragraph."""
    return restored(article, frozenset({index}))


def restore_all(article: Article) -> Article:
    """Return the article with all left-out pieces put back as paragraphs."""
    return restored(article, frozenset(range(len(article.removed))))


def _late(name: str) -> ModuleType:
    """Load what only pages from the web need: trafilatura takes 0.2 s."""
    return importlib.import_module(f"reader.intake.{name}")


def _read_page(page: str, origin: str) -> Article:
    article: Article = _late("pages.html_pages").read_html(page, origin)
    return _with_language(article)


def _with_language(article: Article) -> Article:
    """Return the article with its language; one of which nothing is left is taken as it was."""
    if not article.text:
        article = restore_all(article)
    return replace(article, language=guess_language(article.text) or article.language)


def _looks_like_html(text: str) -> bool:
    """Tell whether a text begins as a page does, after XML declaration and comments."""
    place = 0
    while True:
        found = _CONTENT.search(text, place)
        if found is None:
            return False
        place = found.start()
        if text.startswith("<!--", place):
            end = text.find("-->", place)
        elif text.startswith("<?", place):
            end = text.find(">", place)
        else:
            return _HTML.match(text, place) is not None
        if end < 0:
            return False
        place = text.index(">", end) + 1


def _read_file(path: Path) -> bytes:
    name = path.name or str(path)
    try:
        if path.is_dir():
            hint = "Open one file of it; close-reader batch reads them all."
            raise ImportFailedError(f"“{name}” is a folder, not an article.", hint=hint)
        with path.open("rb") as file:
            return _within_limit(file.read(_LARGEST + 1), f"“{name}”")
    except FileNotFoundError as error:
        hint = "Check the name, or choose the file again."
        raise ImportFailedError(f"“{path}” is not there.", hint=hint) from error
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise ImportFailedError(f"“{name}” cannot be read: {reason}.", hint=HINT) from error


def _within_limit(data: bytes, name: str) -> bytes:
    if len(data) > _LARGEST:
        raise ImportFailedError(f"{name} is larger than 50 MB.", hint=HINT)
    return data
