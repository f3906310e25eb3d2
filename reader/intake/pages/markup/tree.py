"""The text of a web page -> a tree, under limits that keep the parser's work linear.

A page that a frame carries in itself stands in the tree where the frame stood.
"""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree, html
from lxml.html import HtmlElement

from reader.errors import ImportFailedError
from reader.intake.pages.markup.frames import (
    FRAMES,
    framed_page,
    is_out_of_sight,
    words_without_tags,
)
from reader.intake.pages.markup.odd_ends import with_whole_ends
from reader.intake.pages.markup.shadows import fill_slots
from reader.intake.pages.markup.styles.style_sheets import sheets_text, style_sheets
from reader.intake.text.decode import holds_any

NO_WORDS_HINT = "Open the page in a browser, copy the text and paste it here."
_DEEPEST = 150  # nested tags; libxml2 gives up at 256 and drops all that follows
_DEEPEST_FRAME = 4  # frames in frames; each may hold nearly all of the page
_IS_DEEP = etree.XPath(f"boolean({'/*' * 242})")  # level by level, far quicker than by element
_LONGEST_TAG = 3_000  # characters; longer ones are looked at more closely
_MOST_ATTRIBUTES = 300  # of one tag; libxml2 compares each with each
# Characters, without the pictures in a page; the worst take a second for a million.
_LONGEST_PAGE = 9_000_000
# Pictures and fonts that a page carries in itself, as SingleFile saves them: megabytes, no words.
_CARRIED = re.compile(
    r"data:(?!(?i:text/html|application/xhtml))[\w.+-]{1,60}/[\w.+-]{1,60}[^\"'\s<>()]{500,}"
)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]{0,30})[^<>]{0,5000}?(/?)>")
_WHOLE_TAG = re.compile(r"<[a-zA-Z](?:=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[^>])*+>?")
_NAME = re.compile(r"<[a-zA-Z][^\s/>]{0,40}")
_QUOTED = re.compile(r"=\s*+(?:\"[^\"]*+\"|'[^']*+')")
_DECLARATION = re.compile(r"\s{0,99}<\?xml[^<>]{0,300}>")
# Control characters, as such and by number; the walk over the page uses some as its own marks.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_CONTROL_SIGNS = bytes((*range(9), 11, 12, *range(14, 32), 127))
_NUMBERED = re.compile(
    r"&#(?:[xX]0{0,9}(?:[0-8bcefBCEF]|1[0-9a-fA-F]|7[fF])(?![0-9a-fA-F])|"
    r"0{0,9}(?:[0-8]|1[124-9]|2\d|3[01]|127)(?!\d));?"
)
# Elements with which a page goes on where a drawing was not ended.
_OF_PAGES = frozenset("p div ul ol table h1 h2 h3 blockquote".split())
_MOST_DRAWINGS = 2_000
_MOST_DRAWN = 500  # elements of a drawing that are looked at
# One class for all elements: to look up that of each tag takes a tenth of the time of a page.
_ALIKE = etree.ElementDefaultClassLookup(element=HtmlElement)
# What follows these is shown by browsers and dropped by the parser.
_LAST_TAGS = re.compile(r"(?i)</(?:html|body)\s{0,99}>")
_OF_THE_HEAD = frozenset("title meta link style script base noscript template".split())
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd option tr "
    "td th".split()
)


def page_tree(page: str, name: str, depth: int = 0) -> HtmlElement:
    """Return a page as a tree; nothing in it is fetched or run.

    Args:
        page: The page.
        name: What to call it when something is wrong.
        depth: In how many frames it lies.

    Raises:
        ImportFailedError: There is nothing in it that can be read.
    """
    page = _CARRIED.sub("data:,", page)
    declaration = _DECLARATION.match(page)
    page = page[declaration.end() if declaration else 0 : _LONGEST_PAGE]
    if holds_any(page, _CONTROL_SIGNS):
        page = _CONTROLS.sub(" ", page)
    page = _NUMBERED.sub(" ", page)
    page = with_whole_ends(_LAST_TAGS.sub(" ", _with_few_attributes(page)))
    try:
        tree = _parsed(page)
        tree = _with_body(_parsed(_flattened(page)) if _IS_DEEP(tree) else tree)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ImportFailedError(
            f"“{name}” holds no words that can be read.", hint=NO_WORDS_HINT
        ) from error
    for frame in list(tree.iter(*FRAMES)):
        _fill(frame, depth)
    fill_slots(tree)
    _end_drawings(tree)
    return tree


def _parsed(page: str) -> HtmlElement:
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_ALIKE)
    tree: HtmlElement = html.document_fromstring(page, parser=parser)
    return tree


def _with_body(tree: HtmlElement) -> HtmlElement:
    """Return a tree whose head holds head elements only; a page may leave its tags out.

    The parser does not know newer elements such as `article` and leaves them in the head.
    """
    head = tree.find("head")
    strays = [] if head is None else [one for one in head if one.tag not in _OF_THE_HEAD]
    if strays:
        body = tree.find("body")
        if body is None:
            body = etree.SubElement(tree, "body")
        for place, stray in enumerate(strays):
            body.insert(place, stray)
    return tree


def _end_drawings(tree: HtmlElement) -> None:
    """End drawings where elements of a page begin in them, as browsers do."""
    for drawing in list(islice(tree.iter("svg"), _MOST_DRAWINGS)):
        inside = islice(drawing.iterdescendants(), _MOST_DRAWN)
        first = next((one for one in inside if one.tag in _OF_PAGES and not _is_framed(one)), None)
        if first is not None:
            _end_drawing(drawing, first)


def _is_framed(element: HtmlElement) -> bool:
    """Tell whether an element stands in a part of a drawing that may hold elements of a page."""
    return next(element.iterancestors("foreignobject"), None) is not None


def _end_drawing(drawing: HtmlElement, element: HtmlElement) -> None:
    """Put an element, and what follows it in its drawing, behind the drawing."""
    above = element.getparent()
    while above is not None:
        for one in reversed([element, *element.itersiblings()]):
            above.addnext(one)
        above = None if above is drawing else element.getparent()


def _fill(frame: HtmlElement, depth: int) -> None:
    """Put the page that a frame carries in its place."""
    page = framed_page(frame)
    if not page.strip():
        return
    place = frame.makeelement("div", dict(frame.attrib))
    frame.addprevious(place)
    if frame.tag != "embed":  # to the parser, what follows an `embed` lies in it
        _keep_instead(frame)
        frame.drop_tree()
    if is_out_of_sight(place):
        place.set("hidden", "")
    if depth >= _DEEPEST_FRAME:  # nobody writes this; its words are told among those left out
        place.set("hidden", "")
        place.text = words_without_tags(page)
        return
    try:
        tree = page_tree(page, "", depth + 1)
    except ImportFailedError:  # it shows no words
        return
    _hide(tree)
    etree.strip_elements(tree, "style", "script", with_tail=False)
    body = tree.find("frameset") if tree.find("body") is None else tree.find("body")
    place.text = None if body is None else body.text
    place.extend([] if body is None else list(body))


def _keep_instead(frame: HtmlElement) -> None:
    """Put the words for browsers without frames before a frame, marked as such."""
    if len(frame) or frame.text:
        kept = frame.makeelement("noframes")
        kept.text = frame.text
        kept.extend(list(frame))
        frame.addprevious(kept)


def _hide(tree: HtmlElement) -> None:
    """Write into the elements of a page what its own sheets hide, which count for it alone."""
    sheets = style_sheets(tree, sheets_text(tree))
    if sheets is not None:
        for element in tree.iter(etree.Element):
            if sheets.hides(element):
                element.set("hidden", "")


def _with_few_attributes(page: str) -> str:
    """Return a page in which tags with hundreds of attributes have none; the words stay."""
    parts, place = [], 0
    for found in _WHOLE_TAG.finditer(page):
        if found.end() - found.start() >= _LONGEST_TAG and _is_crowded(found.group()):
            name = _NAME.match(found.group())
            parts += [page[place : found.start()], f"{name.group()}>" if name else ""]
            place = found.end()
    return "".join([*parts, page[place:]]) if place else page


def _is_crowded(tag: str) -> bool:
    return len(_QUOTED.sub(" ", tag).replace("/", " ").split()) >= _MOST_ATTRIBUTES


def _flattened(page: str) -> str:
    """Return a page without the tags that lie too deep for the parser; the words stay."""
    return "".join(_shallow(page))


def _step(slash: str, name: str, end: str) -> int:
    """Return how much deeper a tag goes."""
    if end or name in _VOID or name.lower() in _VOID:
        return 0
    return -1 if slash else 1


def _shallow(page: str) -> Iterator[str]:
    depth, place = 0, 0
    for found in _TAG.finditer(page):
        step = _step(*found.groups())
        is_deep = step and depth + (step > 0) > _DEEPEST
        depth = max(0, depth + step)
        if is_deep:
            yield page[place : found.start()]
            yield " "
            place = found.end()
    yield page[place:]
