"""The late loads of intake: libraries that only some articles need, loaded for the first one.

lxml and what reads pages take 0.05 s, the libraries of the web and of mail 0.03 s, Markdown
0.02 s, YAML 0.01 s, those of documents 0.05 to 0.1 s each; the first text must not wait for them.
All other modules of intake import at their top. The late loads of the whole program are listed in
`reader.launch`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.core.text.article import Article
from reader.intake.text.decode import file_name

if TYPE_CHECKING:
    from reader.intake.sources.web_client import Fetched
    from reader.intake.text.zones import Piece


def read_html(page: str, origin: str) -> Article:
    """Return the article of a web page.

    Raises:
        ImportFailedError: The page holds no words.
    """
    from reader.intake.pages import html_pages

    return html_pages.read_html(page, origin)


def read_fragment(page: str) -> Article:
    """Return the article in a pasted piece of a web page.

    Raises:
        ImportFailedError: There are no words in it.
    """
    from reader.intake.pages import html_pages

    return html_pages.read_fragment(page)


def yaml_facts(text: str) -> tuple[tuple[str, str], ...] | None:
    """Return the names and values of a mapping in YAML, None where the text is none."""
    from reader.intake.text import yaml_facts as module

    return module.yaml_facts(text)


def toml_facts(text: str) -> tuple[tuple[str, str], ...] | None:
    """Return the names and values of a table in TOML, None where the text is none."""
    from reader.intake.text import toml_facts as module

    return module.toml_facts(text)


def page_in_archive(data: bytes, name: str) -> str:
    """Return the HTML of the first page in an MHTML file.

    Raises:
        ImportFailedError: There is no page in it.
    """
    from reader.intake.sources import saved_pages

    return saved_pages.page_in(data, name)


def markdown_pieces(text: str) -> "list[Piece]":
    """Return the blocks of a Markdown text that have words, in order."""
    from reader.intake.text import markdown_blocks

    return markdown_blocks.markdown_pieces(text)


def read_docx(data: bytes, origin: str) -> Article:
    """Return the article in a DOCX file.

    Raises:
        ImportFailedError: It is damaged, locked, too large or without words.
    """
    from reader.intake.documents.office import docx

    return docx.read_docx(data, origin, file_name(origin))


def read_odt(data: bytes, origin: str) -> Article:
    """Return the article in an ODT file.

    Raises:
        ImportFailedError: It is damaged, locked, too large or without words.
    """
    from reader.intake.documents.office import odt

    return odt.read_odt(data, origin, file_name(origin))


def read_rtf(data: bytes, origin: str) -> Article:
    """Return the article in an RTF file.

    Raises:
        ImportFailedError: It is damaged, too large or without words.
    """
    from reader.intake.documents.office import rtf

    return rtf.read_rtf(data, origin, file_name(origin))


def read_pdf(data: bytes, origin: str) -> Article:
    """Return the article in a PDF, read in a process of its own.

    Raises:
        ImportFailedError: It is a scan, damaged, locked or endless, or the part that reads PDF is
            not installed.
    """
    from reader.intake.documents.pdf import reading

    return reading.read_pdf(data, origin, file_name(origin))


def read_book(data: bytes, origin: str) -> Article:
    """Return a whole EPUB as one article.

    Raises:
        ImportFailedError: It is damaged, protected, too large or without words.
    """
    from reader.intake.documents.books import epub

    return epub.read_book(data, origin, file_name(origin))


def read_chapters(data: bytes, origin: str) -> tuple[Article, ...]:
    """Return an article for each chapter of an EPUB.

    Raises:
        ImportFailedError: It is damaged, protected, too large or without words.
    """
    from reader.intake.documents.books import epub

    return epub.read_chapters(data, origin, file_name(origin))


def read_message(data: bytes, origin: str) -> Article:
    """Return the article in a mail message.

    Raises:
        ImportFailedError: It is damaged, too large or without words.
    """
    from reader.intake.documents.mail import messages

    return messages.read_message(data, origin, file_name(origin))


def read_mailbox(data: bytes, origin: str) -> Article:
    """Return the first message of a mailbox.

    Raises:
        ImportFailedError: There is no message in it that can be read.
    """
    from reader.intake.documents.mail import mailboxes

    return mailboxes.read_mailbox(data, origin, file_name(origin))


def read_messages(data: bytes, origin: str) -> tuple[Article, ...]:
    """Return an article for each message of a mailbox.

    Raises:
        ImportFailedError: There is no message in it that can be read.
    """
    from reader.intake.documents.mail import mailboxes

    return mailboxes.read_messages(data, origin, file_name(origin))


def read_data_article(data: bytes, origin: str) -> Article:
    """Return the first article in a file of JSON.

    Raises:
        ImportFailedError: It is no JSON, or holds no article.
    """
    from reader.intake.documents import data_articles

    return data_articles.read_data_article(data, origin, file_name(origin))


def read_data_articles(data: bytes, origin: str) -> tuple[Article, ...]:
    """Return every article in a file of JSON.

    Raises:
        ImportFailedError: It is no JSON, or holds no article.
    """
    from reader.intake.documents import data_articles

    return data_articles.read_data_articles(data, origin, file_name(origin))


def fetch(address: str, still_wanted: Callable[[], object]) -> "Fetched":
    """Return what lies at a web address.

    Args:
        address: What the reader typed or chose.
        still_wanted: Called now and then; whatever it raises ends the exchange.

    Raises:
        ImportFailedError: It could not be fetched, is too large, or leads to another site.
    """
    from reader.intake.sources import web_client

    return web_client.fetch(address, still_wanted=still_wanted)
