"""Elements in a line that the sheets of a page make lines of their own (`display: block`)."""

import re
from dataclasses import dataclass, field

from lxml.html import HtmlElement

_BLOCK = re.compile(r"display\s{0,9}:\s{0,9}(?:block|flex|grid|table|list-item)\b")
_BLOCK_STYLE = re.compile(r"(?i)display\s{0,9}:\s{0,9}(?:block|flex|grid)\b")
_MOST_CLASSES = 60  # of a page that are looked up
_MOST_PLACES = 20  # of one of them
_LONGEST = 2_000  # characters of a rule


@dataclass(slots=True)
class LineStyles:
    """The sheets of a page, asked for what they say of elements that run into their neighbours.

    Attributes:
        text: The sheets.
        says_any: Whether they make lines of anything.
    """

    text: str
    says_any: bool = False
    _known: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look once whether anything is said of lines."""
        self.says_any = _BLOCK.search(self.text) is not None

    def part(self, element: HtmlElement) -> bool:
        """Tell whether an element stands in a line of its own."""
        style = element.get("style")
        if style and _BLOCK_STYLE.search(style):
            return True
        classes = element.get("class")
        return bool(classes) and any(map(self._is_line, classes.split()))

    def _is_line(self, name: str) -> bool:
        known = self._known.get(name)
        if known is None:
            is_asked = self.says_any and len(self._known) < _MOST_CLASSES
            known = self._known[name] = is_asked and self._is_told(f".{name}")
        return known

    def _is_told(self, key: str) -> bool:
        """Tell whether a rule that ends in a class makes lines of what has it."""
        place = self.text.find(key)
        for _ in range(_MOST_PLACES):
            if place < 0:
                return False
            after = place + len(key)
            brace = self.text.find("{", after, after + _LONGEST)
            if brace >= 0 and self.text[after:brace].partition(",")[0].strip() == "":
                end = self.text.find("}", brace)
                body = self.text[brace : end if end >= 0 else len(self.text)]
                if _BLOCK.search(body[:_LONGEST]):
                    return True
            place = self.text.find(key, after)
        return False
