"""What the style sheets in a page hide: rules of class, id and tag, as a browser weighs them.

A rule may stand below others (`.story .note`). What a further state of the page shows, such as an
open accordion or a ticked box, unfolds on a click and counts as shown.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from lxml.html import HtmlElement

from reader.intake.pages.markup.styles.style_nests import without_nests
from reader.intake.pages.markup.styles.style_rules import (
    Selector,
    is_for_screens,
    is_in_force,
    is_plain,
    parts_of,
    selectors_of,
    switches_of,
)
from reader.values import frozen

_LONGEST = 600_000  # characters of all sheets that are looked at
_MOST_HIDING = 3_000  # rules that hide something
_MOST_KEYS = 300  # classes, ids and tags that are looked up in the sheets
_MOST_PLACES = 300  # of one of them
_LONGEST_RULE = 5_000  # characters before its braces, and in them
_LONGEST_CLASSES = 2_000  # characters of the classes of an element that the sheets are asked for
_MOST_STEPS = 400_000  # rules and elements looked at; 99 real pages took 12,000 at most
_SIGNS, _SIGNS_READ = 50, 5  # of classes and of selectors that count as one step more
_SIZED = re.compile(r"font-size: ?0(?![\d.])")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
# Values that hide, each with the properties that it hides by.
_HIDING = {
    "none": ("display:",),
    "hidden": ("visibility:",),
    "collapse": ("visibility:",),
    "rect(": ("clip:",),
    "inset(": ("clip-path:",),
    "circle(": ("clip-path:",),
    "-9": ("left:", "indent:", "top:", "right:"),
    "-1": ("left:", "indent:", "top:", "right:"),
    "opacity:0": ("",),
    "opacity: 0": ("",),
    "font-size:0": ("",),
    "font-size: 0": ("",),
    "1px": ("width:",),
    "scale(0": ("transform:",),
    "translate(-9": ("transform:",),
    "translatex(-9": ("transform:",),
    "translatey(-9": ("transform:",),
}
# Sizes of 0, which hide in a rule that cuts off what flows over.
_FLAT = re.compile(r"(?:height|width): ?0(?![\d.])")
_CUT = "overflow"
# What stands in each rule that hides or shows.
_TELLING = ("displ", "visib", "clip", "left", "indent", "position", "1px", "opacity")
_BEFORE = 20  # characters before such a value that its property may stand in
_AT_RULE = re.compile(r"(@[\w-][^{};@]{0,500})\{(?=[^{}]{0,5000}\{)")
_END = re.compile(r"\}(?=\s{0,99}(\}))")
_ASKED = re.compile(r"\([^()]*\)|\[[^\]]*\]")
_JOINED = re.compile(r"[>+~]")
_NAMED = re.compile(r"[.#](?:[\w-]|\\.)+")
_SWITCHES = (
    "display", "visibility", "content-visibility", "font-size", "opacity", "size", "place",
)  # fmt: skip
_SIGHT = {"visibility"}  # what hides words but not those in it that are shown again
_LAYER = re.compile(r"@layer\b([^{};]{0,500})([{;])")
_MOST_LAYERS = 200
_NO_LAYER = 1_000
_ANY = ":is("
_CONTROL = frozenset({"button", "summary"})
_NEVER = frozenset({"html", "body", "main", "article"})


@frozen
class _Rule:
    """One selector and what it says: for each switch whether it hides, and whether it insists."""

    selector: Selector
    says: Mapping[str, tuple[bool, bool]]
    order: int
    layer: int


@dataclass(slots=True)
class StyleSheets:
    """The rules of a page that hide or show something; each is read when an element asks for it.

    Ask for the elements of a page in their order.

    Attributes:
        text: The sheets one below the other, without comments.
        hiding: What rules that hide are for (`.class`, `#id` or `tag`) and where they begin.
        telling: What stands in each rule that hides or shows.
    """

    text: str
    hiding: Mapping[str, list[int]]
    telling: tuple[str, ...]
    _seen: set[str]  # the classes of all elements before
    _rules: dict[str, list[_Rule]] = field(default_factory=dict)
    _hiders: dict[str, list[_Rule]] = field(default_factory=dict)
    _known: dict[str | None, bool] = field(default_factory=dict)  # whether classes are such keys
    _layers: list[tuple[int, int, int]] | None = None  # stretches of layers, each with its number
    _idle: list[tuple[int, int]] | None = None  # stretches of at-rules that are not in force
    _around: dict[tuple[int, HtmlElement | None], bool] = field(default_factory=dict)
    _places: dict[str, list[int]] | None = None  # where each class and id is named
    _left: int = _MOST_STEPS  # steps that are left; after them nothing more is taken for hidden

    def hides(self, element: HtmlElement) -> bool:
        """Tell whether the sheets hide an element, and nothing that is clicked shows it."""
        return bool(self.hiding_switches(element))

    def hides_from_sight(self, element: HtmlElement) -> bool:
        """Tell whether the sheets hide an element so that what is in it can be shown again."""
        return self.hiding_switches(element) == _SIGHT

    def shows_again(self, element: HtmlElement) -> bool:
        """Tell whether the sheets show an element that lies in one hidden from sight."""
        rules = [rule for key in _keys_of(element) for rule in self._rules_for(key)]
        ranked = [
            (*_rank(rule, "visibility"), rule.says["visibility"][0])
            for rule in rules
            if "visibility" in rule.says and self._fits(rule.selector, element)
        ]
        return bool(ranked) and not max(ranked)[-1]

    def hiding_switches(self, element: HtmlElement) -> set[str]:
        """Return by what the sheets hide an element; nothing where a click shows it."""
        classes = element.get("class")
        is_meant = self._known.get(classes)
        if is_meant is None:
            names = (classes or "").split()
            is_meant = any(f".{name}" in self.hiding for name in names)
            self._known[classes] = is_meant
            self._seen.update(names)
        if not is_meant:
            name = element.get("id")
            if element.tag not in self.hiding and not (name and f"#{name}" in self.hiding):
                return set()
        if self._left <= 0 or len(classes or "") > _LONGEST_CLASSES or element.tag in _NEVER:
            return set()
        return self._hiding_switches_of(element)

    def _hiding_switches_of(self, element: HtmlElement) -> set[str]:
        keys = list(_keys_of(element))
        hiders = [rule for key in keys if key in self.hiding for rule in self._hiders_for(key)]
        if not self._hiding_switches(hiders, element):
            return set()
        rules = [rule for key in keys if key[0] in ".#" for rule in self._rules_for(key)]
        rules += hiders  # some stand there twice, which changes nothing
        hiding = self._hiding_switches(rules, element)
        if not hiding or (hiding != {"place"} and _is_beside_control(element)):
            return set()
        is_shown = any(
            _can_show(rule, hiding, element) and not self._fits(rule.selector, element)
            for rule in rules
        )
        return set() if is_shown else hiding

    def _fits(self, selector: Selector, element: HtmlElement) -> bool:
        """Tell whether a selector is for an element as the page stands."""
        self._left -= 1 + selector.last.steps_inside
        if selector.is_state or not selector.last.fits(element):
            return False
        if not selector.above:
            return True
        if not selector.classes_above <= self._seen:
            return False
        place = id(selector), element.getparent()
        if place not in self._around:
            inside = sum(compound.steps_inside for _, compound in selector.above)
            self._left -= _steps_above(element) * (1 + inside)
            self._around[place] = selector.fits_around(place[1])
        return self._around[place]

    def _hiding_switches(self, rules: Iterable[_Rule], element: HtmlElement) -> set[str]:
        """Return the switches of which the strongest rule hides an element."""
        fitting = [rule for rule in rules if self._fits(rule.selector, element)]
        if not fitting:
            return set()
        style = (element.get("style") or "").replace(" ", "").lower()
        hiding = set()
        for switch in _SWITCHES:
            ranked = [
                (*_rank(rule, switch), rule.says[switch][0])
                for rule in fitting
                if switch in rule.says
            ]
            is_firm, *_, hides = max(ranked, default=(False, False))
            if hides and (is_firm or f"{switch}:" not in style):
                hiding.add(switch)
        is_of_more = "font-size" in hiding and not is_plain(element)
        return hiding - {"font-size"} if is_of_more else hiding

    def _rules_for(self, key: str) -> list[_Rule]:
        """Return the rules that name a class, an id or a tag."""
        known = self._rules.get(key)
        if known is None:
            is_one_more = len(self._rules) < _MOST_KEYS
            places = self._places_of(key) if is_one_more else ()
            known = self._rules[key] = list(self._read(key, places))
        return known

    def _hiders_for(self, key: str) -> list[_Rule]:
        """Return the rules that hide what has a class, an id or a tag; they are few."""
        known = self._hiders.get(key)
        if known is None:
            known = self._hiders[key] = list(self._read(key, self.hiding[key]))
        return known

    def _read(self, key: str, places: Iterable[int]) -> Iterator[_Rule]:
        text, after = self.text, 0
        for place in islice(sorted(places), _MOST_PLACES):
            if self._left <= 0 or after < 0:
                return
            if place < after:
                continue
            begin, brace, after = _bounds(text, place)
            body = text[brace + 1 : after].lower()
            if not brace or not any(word in body for word in self.telling):
                continue
            says = switches_of(body)
            if says and self._is_in_force(begin):
                self._left -= (brace - begin) // _SIGNS_READ
                for selector in selectors_of(text[begin:brace], key):
                    yield _Rule(selector, says, begin, self._layer_at(begin))

    def _places_of(self, key: str) -> Iterable[int]:
        if self._places is None:
            self._places = {}
            for found in _NAMED.finditer(self.text):
                self._places.setdefault(found.group().replace("\\", ""), []).append(found.start())
        return self._places.get(key, ())

    def _layer_at(self, place: int) -> int:
        """Return how much the layer counts that a rule stands in; outside of all most."""
        if self._layers is None:
            is_used = "@layer" in self.text
            self._layers = list(_layers_in(self.text)) if is_used else []
        around = [number for begin, end, number in self._layers if begin <= place < end]
        return around[-1] if around else _NO_LAYER

    def _is_in_force(self, place: int) -> bool:
        """Tell whether the at-rules around a place hold in a wide window."""
        if self._idle is None:
            self._idle = list(_joined(_idle_at_rules(self.text)))
        number = bisect_left(self._idle, (place, 0))  # the first that does not begin before it
        return number == 0 or self._idle[number - 1][1] <= place


def style_sheets(tree: HtmlElement, text: str) -> StyleSheets | None:
    """Return what the sheets of a page hide, given their text; None where they hide nothing."""
    hiding: dict[str, list[int]] = {}
    for key, place in islice(_hiding(text), _MOST_HIDING):
        hiding.setdefault(key, []).append(place)
    if not hiding:
        return None
    telling = (*_TELLING, "font-size") if _SIZED.search(text) else _TELLING
    if "scale(0" in text or ("(-9" in text and "translate" in text):
        telling = (*telling, "transform")
    if any(True for _ in islice(_flat_places(text), 1)):
        telling = (*telling, "height", "width", _CUT)
    return StyleSheets(text, hiding, telling, set((tree.get("class") or "").split()))


def sheets_text(tree: HtmlElement) -> str:
    """Return the sheets of a page one below the other, without comments, no rule in another."""
    text = "\n".join(_texts(tree))[:_LONGEST]
    return without_nests(_COMMENT.sub(" ", text) if "/*" in text else text)


def _hiding(text: str) -> Iterator[tuple[str, int]]:
    """Yield what rules that hide are for, by the last part of their selectors, and where."""
    known = -1
    for place in _hiding_places(text):
        brace = text.rfind("{", max(0, place - _LONGEST_RULE), place)
        if brace < 0 or brace == known:
            continue
        known = brace
        begin = _begin(text, brace)
        prelude = text[begin:brace]
        if _ANY in prelude:
            prelude = ",".join(parts_of(prelude))
        prelude = _ASKED.sub("", prelude)
        for part in prelude.split(","):
            words = _JOINED.sub(" ", part).split()
            names = _NAMED.findall(words[-1]) if words else ()
            yield from ((name.replace("\\", ""), begin) for name in names)
            if words and not names and words[-1].isalnum():
                yield words[-1].lower(), begin


def _hiding_places(text: str) -> Iterator[int]:
    """Yield where the values stand that hide; to look for them costs next to nothing."""
    lower = text.lower() if text.isascii() else text
    yield from _flat_places(lower)
    for value, names in _HIDING.items():
        place = lower.find(value)
        while place >= 0:
            before = lower[max(0, place - _BEFORE) : place].replace(" ", "").replace("\n", "")
            if before.endswith(names):
                yield place
            place = lower.find(value, place + 1)


def _flat_places(text: str) -> Iterator[int]:
    """Yield where boxes without room stand that cut off what flows over."""
    for found in islice(_FLAT.finditer(text), _MOST_HIDING):
        begin = text.rfind("{", max(0, found.start() - _LONGEST_RULE), found.start())
        end = text.find("}", found.end(), found.end() + _LONGEST_RULE)
        if text.find(_CUT, max(begin, 0), end if end >= 0 else len(text)) >= 0:
            yield found.start()


def _layers_in(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield where each layer begins and ends, with its number in the order they are named."""
    ends = [(found.start(), found.end(1)) for found in _END.finditer(text)]
    order: dict[str, int] = {}
    for found in islice(_LAYER.finditer(text), _MOST_LAYERS):
        names = [name.strip() for name in found[1].split(",")]
        for name in names:
            order.setdefault(name or f"@{found.start()}", len(order))
        if found[2] == "{":
            number = bisect_left(ends, (found.end() - 1, 0))
            end = ends[number][1] if number < len(ends) else len(text)
            yield found.start(), end, order[names[-1] or f"@{found.start()}"]


def _rank(rule: _Rule, switch: str) -> tuple[bool, int, tuple[int, int, int], int]:
    """Return how much a rule counts against others; of those that insist, early layers more."""
    is_firm = rule.says[switch][1]
    layer = -rule.layer if is_firm else rule.layer
    return is_firm, layer, rule.selector.weight, rule.order


def _texts(tree: HtmlElement) -> Iterator[str]:
    """Yield the sheets of a page that are meant for screens."""
    for style in tree.iter("style"):
        above = style.getparent()
        is_meant = above is None or above.tag != "noscript"
        if is_meant and is_for_screens(style.get("media") or ""):
            yield style.text or ""


def _bounds(text: str, place: int) -> tuple[int, int, int]:
    """Return where the rule of a selector begins, where its braces do (0: none), where it ends.

    The end is -1 where no rule is left.
    """
    brace, end = text.find("{", place), text.find("}", place)
    if brace < 0:
        return place, 0, -1
    if 0 <= end < brace:
        return place, 0, place
    return _begin(text, place), brace, end if end >= 0 else len(text)


def _begin(text: str, place: int) -> int:
    """Return where the selectors around a place begin."""
    first = max(0, place - _LONGEST_RULE)
    return max(text.rfind(sign, first, place) for sign in "{};") + 1 or first


def _idle_at_rules(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each at-rule with rules in it begins and ends that is not in force."""
    ends = [(found.start(), found.end(1)) for found in _END.finditer(text)]
    for found in _AT_RULE.finditer(text):
        number = bisect_left(ends, (found.end() - 1, 0))
        is_empty = text[found.end() : found.end() + 99].lstrip()[:1] == "}"
        if not is_empty and not is_in_force(found.group(1)):
            yield found.start(), ends[number][1] if number < len(ends) else len(text)


def _joined(stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield stretches, given in their order, with those that overlap as one."""
    begin = end = 0
    for start, stop in stretches:
        if start >= end:
            yield begin, end
            begin = start
        end = max(end, stop)
    yield begin, end


def _steps_above(element: HtmlElement) -> int:
    """Return how many steps it takes to look at all that stands around an element."""
    return sum(1 + len(one.get("class") or "") // _SIGNS for one in element.iterancestors())


def _keys_of(element: HtmlElement) -> Iterator[str]:
    """Yield the keys under which rules for an element are kept."""
    yield str(element.tag)
    name = element.get("id")
    if name:
        yield f"#{name}"
    for one in dict.fromkeys((element.get("class") or "").split()):
        yield f".{one}"


def _can_show(rule: _Rule, hiding: set[str], element: HtmlElement) -> bool:
    """Tell whether a rule for an element's class or id undoes what hides it."""
    last = rule.selector.last
    names = (element.get("class") or "").split()
    is_meant = last.id == element.get("id") or not last.classes.isdisjoint(names)
    is_shown = any(switch in hiding and not hides for switch, (hides, _) in rule.says.items())
    return is_shown and is_meant


def _is_beside_control(element: HtmlElement) -> bool:
    """Tell whether something to click stands just before or after an element."""
    beside = (element.getprevious(), element.getnext())
    return any(one is not None and _is_control(one) for one in beside)


def _is_control(element: HtmlElement) -> bool:
    return any(
        one.tag in _CONTROL
        or one.get("aria-expanded") is not None
        or one.get("role") == "button"
        or one.get("onclick") is not None
        for one in (element, *element[:3])
    )
