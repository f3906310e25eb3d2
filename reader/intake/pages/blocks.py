"""The blocks of a web page in document order, whatever shape its markup is in; linear time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html
from lxml.html import HtmlElement

from reader.errors import ImportFailedError

_DEEPEST = 150  # nested tags; libxml2 gives up at 256 and drops all that follows
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]{0,30})[^<>]{0,5000}>")
_DECLARATION = re.compile(r"\s{0,99}<\?xml[^<>]{0,300}>")
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd option tr "
    "td th".split()
)
_BLOCKS = frozenset(
    "p li h1 h2 h3 h4 h5 h6 figcaption blockquote td th dt dd div section article main aside "
    "header footer nav ul ol table tr figure form button body pre summary".split()
)
_AROUND = frozenset("nav footer aside form button".split())
_WORDLESS = frozenset("script style noscript template iframe svg select object title".split())
NO_WORDS_HINT = "Open the page in a browser, copy the text and paste it here."


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page.

    Attributes:
        words: Its words, single spaces between them.
        tag: The tag it stands in.
        is_around: Whether it stands in a menu, a footer or another part around the story.
    """

    words: str
    tag: str
    is_around: bool


@dataclass(slots=True)
class _Open:
    """A block whose end has not been seen."""

    tag: str
    is_around: bool
    order: int
    parts: list[str] = field(default_factory=list)


def page_tree(page: str, name: str) -> HtmlElement:
    """Return a page as a tree; nothing in it is fetched or run.

    Raises:
        ImportFailedError: There is nothing in it that can be read.
    """
    page = _DECLARATION.sub("", page, count=1)
    try:
        parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        tree: HtmlElement = html.document_fromstring(page, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ImportFailedError(
            f"“{name}” holds no words that can be read.", hint=NO_WORDS_HINT
        ) from error
    return tree


def flattened(page: str) -> str:
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


def blocks_of(tree: HtmlElement) -> list[Block]:
    """Return the blocks that hold words of their own, in the order in which they begin."""
    body = tree.find("body")
    stack = [_Open("body", is_around=False, order=0)]
    found: list[tuple[int, Block]] = []
    count, wordless = 0, 0
    for event, element in etree.iterwalk(tree if body is None else body, events=("start", "end")):
        tag = str(element.tag)
        wordless += (tag in _WORDLESS) * (1 if event == "start" else -1)
        if event == "start" and tag in _BLOCKS:
            count += 1
            stack.append(_Open(tag, stack[-1].is_around or tag in _AROUND, count))
        elif event == "end" and tag in _BLOCKS:
            done = stack.pop()
            words = " ".join("".join(done.parts).split())
            if words:
                found.append((done.order, Block(words, done.tag, done.is_around)))
        if not wordless:
            stack[-1].parts.append(_words(event, element))
    return [block for _, block in sorted(found, key=lambda item: item[0])]


def _words(event: str, element: HtmlElement) -> str:
    if event == "end":
        return element.tail or ""
    return " " if element.tag == "br" else element.text or ""
