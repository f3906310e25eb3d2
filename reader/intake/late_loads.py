"""The late loads of intake: libraries that only some articles need, loaded for the first one.

lxml and what reads pages take 0.05 s, the libraries of the web and of mail 0.03 s, YAML 0.01 s;
the first text must not wait for them. All other modules of intake import at their top. The late
loads of the whole program are listed in `reader.launch`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.core.text.article import Article

if TYPE_CHECKING:
    from reader.intake.sources.web_client import Fetched


def read_html(page: str, origin: str) -> Article:
    """Return the article of a web page.

    Raises:
        ImportFailedError: The page holds no words.
    """
    from reader.intake.pages import html_pages  # noqa: PLC0415 -- a late load, see above

    return html_pages.read_html(page, origin)


def read_fragment(page: str) -> Article:
    """Return the article in a pasted piece of a web page.

    Raises:
        ImportFailedError: There are no words in it.
    """
    from reader.intake.pages import html_pages  # noqa: PLC0415 -- a late load, see above

    return html_pages.read_fragment(page)


def yaml_facts(text: str) -> tuple[tuple[str, str], ...] | None:
    """Return the names and values of a mapping in YAML, None where the text is none."""
    from reader.intake.text import yaml_facts as module  # noqa: PLC0415 -- a late load, see above

    return module.yaml_facts(text)


def page_in_archive(data: bytes, name: str) -> str:
    """Return the HTML of the first page in an MHTML file.

    Raises:
        ImportFailedError: There is no page in it.
    """
    from reader.intake.sources import saved_pages  # noqa: PLC0415 -- a late load, see above

    return saved_pages.page_in(data, name)


def fetch(address: str, still_wanted: Callable[[], object]) -> "Fetched":
    """Return what lies at a web address.

    Args:
        address: What the reader typed or chose.
        still_wanted: Called now and then; whatever it raises ends the exchange.

    Raises:
        ImportFailedError: It could not be fetched, is too large, or leads to another site.
    """
    from reader.intake.sources import web_client  # noqa: PLC0415 -- a late load, see above

    return web_client.fetch(address, still_wanted=still_wanted)
