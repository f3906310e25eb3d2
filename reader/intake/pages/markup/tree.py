"""The text of a web page -> a tree, under limits that keep the parser's work linear."""

import re
from collections.abc import Iterator

from lxml import etree, html
from lxml.html import HtmlElement

from reader.errors import ImportFailedError

NO_WORDS_HINT = "Open the page in a browser, copy the text and paste it here."
_DEEPEST = 150  # nested tags; libxml2 gives up at 256 and drops all that follows
_LONGEST_TAG = 3_000  # characters; longer ones are looked at more closely
_MOST_ATTRIBUTES = 300  # of one tag; libxml2 compares each with each
_LONGEST_PAGE = 20_000_000  # characters
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]{0,30})[^<>]{0,5000}>")
_WHOLE_TAG = re.compile(r"<[a-zA-Z](?:=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[^>])*+>?")
_NAME = re.compile(r"<[a-zA-Z][^\s/>]{0,40}")
_QUOTED = re.compile(r"=\s*+(?:\"[^\"]*+\"|'[^']*+')")
_DECLARATION = re.compile(r"\s{0,99}<\?xml[^<>]{0,300}>")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# What follows these is shown by browsers and dropped by the parser.
_LAST_TAGS = re.compile(r"(?i)</(?:html|body)\s{0,99}>")
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd option tr "
    "td th".split()
)


def page_tree(page: str, name: str) -> HtmlElement:
    """Return a page as a tree; nothing in it is fetched or run.

    Raises:
        ImportFailedError: There is nothing in it that can be read.
    """
    page = _CONTROLS.sub(" ", _DECLARATION.sub("", page[:_LONGEST_PAGE], count=1))
    page = _LAST_TAGS.sub(" ", _flattened(_with_few_attributes(page)))
    try:
        parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        tree: HtmlElement = html.document_fromstring(page, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ImportFailedError(
            f"“{name}” holds no words that can be read.", hint=NO_WORDS_HINT
        ) from error
    return tree


def _with_few_attributes(page: str) -> str:
    """Return a page in which tags with hundreds of attributes have none; the words stay."""
    return _WHOLE_TAG.sub(_short_tag, page)


def _short_tag(found: re.Match[str]) -> str:
    tag = found.group()
    if len(tag) < _LONGEST_TAG:
        return tag
    if len(_QUOTED.sub(" ", tag).replace("/", " ").split()) < _MOST_ATTRIBUTES:
        return tag
    name = _NAME.match(tag)
    return f"{name.group()}>" if name else ""


def _flattened(page: str) -> str:
    """Return a page without the tags that lie too deep for the parser; the words stay."""
    depth, deepest = 0, 0
    for found in _TAG.finditer(page):
        depth += _step(found)
        deepest = max(deepest, depth)
    return "".join(_shallow(page)) if deepest > _DEEPEST else page


def _step(found: re.Match[str]) -> int:
    if found.group(2).lower() in _VOID or found.group().endswith("/>"):
        return 0
    return -1 if found.group(1) else 1


def _shallow(page: str) -> Iterator[str]:
    depth, place = 0, 0
    for found in _TAG.finditer(page):
        step = _step(found)
        is_deep = step and depth + (step > 0) > _DEEPEST
        depth = max(0, depth + step)
        if is_deep:
            yield page[place : found.start()]
            yield " "
            place = found.end()
    yield page[place:]
