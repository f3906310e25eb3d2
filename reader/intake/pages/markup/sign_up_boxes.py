"""Boxes around a field for a mail address: what they say asks the reader to sign up."""

from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

_FIELDS = etree.XPath("//input[@type='email' or @type='EMAIL' or @type='Email']")
_MOST_FIELDS = 10
_MOST_PARTS = 40  # elements that stand in one side by side
_HIGHEST = 8  # elements around a field that are looked at
_LONGEST = 400  # characters of such a box, each piece of text counted as one more
_BOXES = frozenset({"div", "section", "aside", "form"})
_IN_BOXES = frozenset({"p", "label", "span", "fieldset", "ul", "li"})


def sign_up_boxes(tree: HtmlElement) -> frozenset[HtmlElement]:
    """Return the outermost small box around each field for a mail address."""
    found = _FIELDS(tree)
    fields = found[:_MOST_FIELDS] if isinstance(found, list) else ()
    boxes = (_box_around(field) for field in fields if isinstance(field, HtmlElement))
    return frozenset(box for box in boxes if box is not None)


def _box_around(field: HtmlElement) -> HtmlElement | None:
    box = None
    for above in islice(field.iterancestors(), _HIGHEST):
        if above.tag not in _BOXES and above.tag not in _IN_BOXES:
            return box
        if (
            len(above) > _MOST_PARTS
            or _size(above) > _LONGEST
            or next(above.iter("h1", "article"), None) is not None
        ):
            return box
        if above.tag in _BOXES:
            box = above
    return box


def _size(element: HtmlElement) -> int:
    """Return how many characters an element shows, or more than are allowed."""
    size = 0
    for text in islice(element.itertext(), _LONGEST):
        size += len(text.strip()) + 1
        if size > _LONGEST:
            break
    return size
