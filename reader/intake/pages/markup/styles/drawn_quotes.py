"""Quotation marks that the style sheets of a page draw around words (`::before`, `::after`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml.html import HtmlElement

from reader.intake.pages.markup.styles.style_rules import Selector, selector_of

_MOST = 40  # such rules of a page
_MOST_FOUND = 1_000  # places that are looked at for them
_MOST_LOOKS = 30_000  # at rules and elements; after them no marks are drawn
_LONGEST = 500  # characters of their selectors, and of what stands before the mark in a rule
_MOST_CLASSES = 20  # of an element that are looked up
_CONTENT = re.compile(
    r"content\s{0,9}:\s{0,9}(?:(?:open|close)-quote|[\"']\s?(?:[“”„«»‘’]|\\?\"|"
    r"\\0{0,4}(?:201[89cCdDeE]|[aAbB][bB]|22)\s?)\s?[\"'])\s{0,9}(?=[;}!])"
)
_SIDE = re.compile(r"::?(before|after)$")
_BLOCKS = frozenset("p div ul ol li table blockquote section figure footer h2 h3 h4".split())
_OWN = frozenset({"q"})  # which has its marks without a sheet


@dataclass(slots=True)
class DrawnQuotes:
    """The rules that draw quotation marks before or after an element, by what they are for."""

    before: dict[str, list[Selector]] = field(default_factory=dict)
    after: dict[str, list[Selector]] = field(default_factory=dict)
    _left: int = _MOST_LOOKS

    def stand_around(self, element: HtmlElement) -> bool:
        """Tell whether marks are drawn at both ends of an element's words.

        A single one is an ornament. Of a box with one paragraph they are drawn around that.
        """
        if element.tag in _OWN or self._left < 0:
            return False
        above = element.getparent()
        if self._are_for(element):
            return not any(one.tag in _BLOCKS for one in element)
        is_only = above is not None and len(above) == 1 and not (above.text or "").strip()
        return is_only and element.tag in _BLOCKS and self._are_for(above)

    def _are_for(self, element: HtmlElement) -> bool:
        keys = [str(element.tag), f"#{element.get('id') or ''}"]
        classes = (element.get("class") or "").split()
        keys += [f".{name}" for name in classes[:_MOST_CLASSES]]
        return all(
            any(self._fits(one, element) for key in keys for one in side.get(key, ()))
            for side in (self.before, self.after)
        )

    def _fits(self, selector: Selector, element: HtmlElement) -> bool:
        self._left -= 1 + 20 * len(selector.above) + selector.last.steps_inside
        if self._left < 0 or not selector.last.fits(element):
            return False
        return selector.fits_around(element.getparent())


def drawn_quotes(text: str) -> DrawnQuotes | None:
    """Return the rules of some sheets that draw quotation marks; None where none does."""
    found = DrawnQuotes()
    for side, selector in islice(_rules(text), _MOST):
        last = selector.last
        for name in (*(f".{one}" for one in last.classes), last.id and f"#{last.id}", last.tag):
            if name:
                getattr(found, side).setdefault(name, []).append(selector)
                break
    return found if found.before and found.after else None


def _rules(text: str) -> Iterator[tuple[str, Selector]]:
    for content in islice(_CONTENT.finditer(text), _MOST_FOUND):
        brace = text.rfind("{", max(0, content.start() - _LONGEST), content.start())
        if brace < 0:
            continue
        first = max(0, brace - _LONGEST)
        begin = max(text.rfind(sign, first, brace) for sign in "{};") + 1 or first
        for words in text[begin:brace].split(","):
            side = _SIDE.search(words.strip())
            selector = selector_of(words.strip()[: side.start()]) if side else None
            if side and selector is not None and not selector.is_state:
                yield side[1], selector
