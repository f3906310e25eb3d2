"""The rules of a style sheet: which elements one is for, when it is in force, what it hides."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from lxml.html import HtmlElement

from reader.values import frozen

_MOST_SELECTORS = 50  # of one rule
_WIDTH_PX = 1280  # of the window that the page is thought to be shown in
_EM_PX = 16
_WIDTH = re.compile(r"\((min|max)-width\s{0,9}:\s{0,9}([\d.]{1,9})(px|r?em)\)")
# The same as a range: `(width < 800px)`, `(400px <= width <= 800px)`.
_RANGE = re.compile(
    r"\(\s{0,9}(?:([\d.]{1,9}(?:px|r?em))\s{0,9}([<>])=?\s{0,9})?width"
    r"(?:\s{0,9}([<>])=?\s{0,9}([\d.]{1,9}(?:px|r?em)))?\s{0,9}\)"
)
# What is so of a window on a desk.
_OF_A_DESK = re.compile(
    r"\((?:orientation\s{0,9}:\s{0,9}landscape|(?:any-)?hover\s{0,9}:\s{0,9}hover|"
    r"(?:any-)?pointer\s{0,9}:\s{0,9}fine|prefers-color-scheme\s{0,9}:\s{0,9}light|"
    r"prefers-reduced-motion\s{0,9}:\s{0,9}no-preference)\)"
)
_NOT = re.compile(r"\bnot\b")
_IN_LINES = frozenset({"b", "br", "em", "i", "span", "strong", "u", "wbr"})
_NO_SIZE = re.compile(r"0+(?:\.0*)?(?:px|r?em|pt|%)?\s*(?:!|$)")
_TOKEN = re.compile(
    r"\s*([>+~])\s*|(\s+)|([#.]?(?:[\w-]|\\.|[^\x00-\x7f])+|\*)|"
    r"(\[[^\]]*\]|::?[\w-]+(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?)"
)
_FAR = re.compile(r"-(?:\d{4,}(?:px)?|9\d\d(?:px)?|\d{3,}(?:r?em|%|vw))")
_CLIPPED = re.compile(r"rect\((?:[01](?:px)?[\s,]*){4}\)|inset\((?:50|100)%\)|circle\(0")
_SEEN = re.compile(r"(?!0*(?:\.0*)?%?\s*(?:!|$))")  # an opacity that is not 0
_SCALED_AWAY = re.compile(r"scale(?:[xy]|3d)?\(\s*0*(?:\.0+)?\s*[,)]")
_PUSHED_AWAY = re.compile(r"translate(?:[xy]|3d)?\(\s*-\d{4,}px")
_SIDES = ("height", "max-height", "width", "max-width")
_ATTRIBUTE = re.compile(
    r"\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*(\"[^\"]*\"|'[^']*'|[^\s\]]+)\s*[iIsS]?\s*)?\]"
)
# Attributes that do not change when something is clicked.
_LASTING = frozenset("alt aria-label href itemprop lang name rel role src title type".split())
_ANY_OF = re.compile(r":(?:is|where|matches|-webkit-any|-moz-any)\(([^()]*)\)")
_MOST_WAYS = 40  # in which lists of selectors in a selector can be read
_MOST_HELD = 200  # elements in one that are looked at
COMMAS = re.compile(r",(?![^(]*\))")  # between selectors, not those in brackets
# What is so until the reader points there: links that jump over a menu ask for it.
_UNTOUCHED = re.compile(r":not\(\s*:(?:focus|focus-within|focus-visible|active|hover)\s*\)")
_SWITCHES = (
    ("display", {"none"}),
    ("visibility", {"hidden", "collapse"}),
    ("content-visibility", {"hidden"}),
)
_UNASKED = re.compile(r"(?i)::|:(?:hover|focus|active|print|lang|before|after)")


@frozen
class Compound:
    """What one element must be: its tag, its id, its classes.

    Attributes:
        attributes: Further attributes, each with how it is compared and with what.
        held: What must be somewhere in it.
    """

    tag: str = ""
    id: str = ""
    classes: frozenset[str] = frozenset()
    attributes: tuple[tuple[str, str, str], ...] = ()
    held: tuple["Compound", ...] = ()

    def has(self, key: str) -> bool:
        """Tell whether it asks for a class, an id or a tag."""
        return key[1:] in (self.classes if key[0] == "." else (self.id,)) or key == self.tag

    @property
    def steps_inside(self) -> int:
        """Return how much is looked at inside an element to tell whether that fits, at most."""
        return _MOST_HELD // 2 * len(self.held)  # they are looked at quickly

    def fits(self, element: HtmlElement) -> bool:
        """Tell whether an element is so."""
        if self.tag and element.tag != self.tag:
            return False
        if self.id and element.get("id") != self.id:
            return False
        if self.classes:
            classes = element.get("class")
            if not classes or not self.classes.issubset(classes.split()):
                return False
        return not (self.attributes or self.held) or self._fits_more(element)

    def _fits_more(self, element: HtmlElement) -> bool:
        if not all(_has_attribute(element, *one) for one in self.attributes):
            return False
        inside = list(islice(element.iterdescendants(), _MOST_HELD)) if self.held else []
        return all(any(one.fits(inner) for inner in inside) for one in self.held)


@frozen
class Selector:
    """Which elements a rule is for.

    Attributes:
        last: The element itself.
        above: What stands around it, from the inside out, each with whether it is the parent.
        is_state: Whether it asks for more than can be seen in the page: a tick, a neighbour.
        weight: How much it counts against others.
        classes_above: The classes that stand around it.
    """

    last: Compound
    above: tuple[tuple[bool, Compound], ...]
    is_state: bool
    weight: tuple[int, int, int]
    classes_above: frozenset[str] = frozenset()

    def fits_around(self, above: HtmlElement | None) -> bool:
        """Tell whether what it asks for around an element is there, beginning at its parent."""
        for is_parent, compound in self.above:
            while above is not None and not compound.fits(above):
                above = None if is_parent else above.getparent()
            if above is None:
                return False
            above = above.getparent()
        return True


def _has_attribute(element: HtmlElement, name: str, sign: str, wanted: str) -> bool:
    """Tell whether an element has an attribute, with this value where one is asked for."""
    value: str | None = element.get(name)
    if value is None or not (wanted or not sign):
        return False
    return {
        "": True,
        "=": value == wanted,
        "~=": wanted in value.split(),
        "|=": value == wanted or value.startswith(f"{wanted}-"),
        "^=": value.startswith(wanted),
        "$=": value.endswith(wanted),
        "*=": wanted in value,
    }[sign]


def is_in_force(prelude: str) -> bool:
    """Tell whether what stands in an at-rule is in force in a wide window."""
    name, _, asked = prelude[1:].strip().partition(" ")
    if name.startswith("media"):
        return is_for_screens(asked or prelude[6:])
    if name.startswith("supports"):  # a browser of today has what pages ask for
        return _NOT.search(prelude) is None
    return name in {"layer", "scope"}


def is_for_screens(media: str) -> bool:
    """Tell whether a media query holds in a wide window; of what is unknown, it does not."""
    return not media.strip() or any(_holds(one) for one in media.lower().split(","))


def _holds(query: str) -> bool:
    if query.lstrip().startswith("not "):
        return query.split() in (["not", "print"], ["not", "speech"])
    query = _OF_A_DESK.sub("all", _RANGE.sub(_as_bounds, query))
    for bound, number, unit in _WIDTH.findall(query):
        try:
            width = float(number) * (1 if unit == "px" else _EM_PX)
        except ValueError:
            return False
        if (width > _WIDTH_PX) if bound == "min" else (width < _WIDTH_PX):
            return False
    words = set(_WIDTH.sub(" ", query).split()) - {"and", "only"}
    return words <= {"screen", "all"}


def _as_bounds(found: re.Match[str]) -> str:
    """Return a range of widths as its bounds."""
    low, before, after, high = found.groups()
    bounds = []
    if low:
        bounds.append(f"({'min' if before == '<' else 'max'}-width:{low})")
    if high:
        bounds.append(f"({'max' if after == '<' else 'min'}-width:{high})")
    return " and ".join(bounds)


def switches_of(body: str) -> dict[str, tuple[bool, bool]]:
    """Return what the declarations of a rule say on display, sight, size, opacity and place.

    Nothing of an opacity of 0 in the run of the text: most of that fades in when it is come to.
    """
    told: dict[str, str] = {}
    for declaration in body.split(";"):
        name, _, value = declaration.partition(":")
        told[name.strip()] = value.strip()
    says: dict[str, tuple[bool, bool]] = {}
    for name, hiding in _SWITCHES:
        if name in told:
            value, _, more = told[name].partition("!")
            says[name] = value.strip() in hiding, bool(more)
    if "font-size" in told:
        size = told["font-size"]
        says["font-size"] = _NO_SIZE.match(size) is not None, "!" in size
    opacity = told.get("opacity", "")
    if opacity and (_SEEN.match(opacity) or _is_loose(told)):
        says["opacity"] = not _SEEN.match(opacity) and not _moves(told), "!" in opacity
    is_flat = _is_flat(told)
    if is_flat is not None:
        says["size"] = is_flat, any("!" in told.get(side, "") for side in _SIDES)
    is_away = _is_away(told)
    if is_away is not None:
        says["place"] = is_away, any("!" in told.get(one, "") for one in ("clip", "position"))
    return says


def is_plain(element: HtmlElement) -> bool:
    """Tell whether an element holds a line and nothing with a size of its own.

    Around columns a size of 0 takes away the gaps between them.
    """
    return all(one.tag in _IN_LINES and not one.keys() for one in element.iterdescendants())


def _is_loose(told: Mapping[str, str]) -> bool:
    return told.get("position", "").startswith(("absolute", "fixed"))


def _moves(told: Mapping[str, str]) -> bool:
    """Tell whether what cannot be seen may come in by itself."""
    return any(name.startswith(("animation", "transition")) for name in told)


def _is_flat(told: Mapping[str, str]) -> bool | None:
    """Tell whether declarations leave a box no room and cut off what flows over; None: unsaid."""
    sizes = [told[side] for side in _SIDES if side in told]
    if any(_NO_SIZE.match(size) for size in sizes):
        cut = (told.get(name, "") for name in ("overflow", "overflow-y", "overflow-x"))
        if not _moves(told) and any(one.startswith(("hidden", "clip")) for one in cut):
            return True
    is_roomy = bool(sizes) or told.get("overflow", "").startswith("visible")
    return False if is_roomy else None


def _is_away(told: Mapping[str, str]) -> bool | None:
    """Tell whether declarations put words out of sight, as for screen readers; None: unsaid."""
    is_loose = _is_loose(told)
    clips = f"{told.get('clip', '')} {told.get('clip-path', '')}"
    is_dot = told.get("width", "").startswith("1px") and told.get("height", "").startswith("1px")
    is_far = any(_FAR.match(told.get(side, "")) for side in ("left", "top", "right"))
    if is_loose and (_CLIPPED.search(clips) or is_far):
        return True
    moved = told.get("transform", "")
    if moved and not _moves(told) and (_SCALED_AWAY.match(moved) or _PUSHED_AWAY.match(moved)):
        return True
    if _FAR.match(told.get("text-indent", "")):
        return True
    if is_dot and told.get("overflow", "").startswith(("hidden", "clip")):
        return True
    is_back = "auto" in clips or "none" in clips or told.get("position", "").startswith("static")
    return False if is_back else None


def parts_of(prelude: str) -> list[str]:
    """Return the selectors of a rule; `:is(.a, .b) p` is two, `.a p` and `.b p`."""
    if "(" not in prelude:
        return prelude.split(",")
    whole: list[str] = []
    waiting = [part for part in COMMAS.split(prelude) if part.strip()]
    while waiting and len(whole) + len(waiting) <= _MOST_WAYS:
        words = waiting.pop(0)
        found = _ANY_OF.search(words)
        if found is None:
            whole.append(words)
            continue
        is_joined = found.start() > 0 and words[found.start() - 1] not in " >+~\n\t"
        ways = (one.strip() for one in found[1].split(","))
        waiting += [
            f"{words[: found.start()]}{one}{words[found.end() :]}"
            for one in ways
            if one and not (is_joined and one[0].isalpha())
        ]
    return whole + waiting


def selectors_of(prelude: str, key: str) -> Iterator[Selector]:
    """Yield the selectors of a rule that end in a key and can be understood."""
    for words in parts_of(prelude)[:_MOST_SELECTORS]:
        selector = selector_of(words.strip()) if key[1:] in words.replace("\\", "") else None
        if selector is not None and selector.last.has(key):
            yield selector


def selector_of(words: str) -> Selector | None:
    """Return one selector; None where it cannot be understood."""
    words = _UNTOUCHED.sub("", words)
    if _UNASKED.search(words):
        return None
    chain: list[tuple[str, list[str]]] = [("", [])]  # how each hangs on the one before, its names
    is_state, place, more = False, 0, 0
    for token in _TOKEN.finditer(words):
        if token.start() != place:
            return None
        place = token.end()
        sign, gap, name, state = token.groups()
        if sign or gap:
            chain.append((sign or " ", []))
            is_state = is_state or sign in {"+", "~"}
        elif name:
            chain[-1][1].append(name)
        elif _is_lasting(state):
            chain[-1][1].append(state)
            more += 1
        else:
            is_state = is_state or bool(state)
    if place != len(words) or len(words) == 0:
        return None
    compounds = [_compound(names) for _, names in chain]
    above = tuple(
        (chain[number + 1][0] == ">", compounds[number])
        for number in range(len(chain) - 2, -1, -1)
    )
    names = [name for _, names in chain for name in names if name[0] not in "[:"]
    ids = sum(name[0] == "#" for name in names)
    classes = sum(name[0] == "." for name in names)
    weight = ids, classes + is_state + more, len(names) - ids - classes - is_state
    around = frozenset().union(*(compound.classes for _, compound in above))
    return Selector(compounds[-1], above, is_state, weight, around)


def _is_lasting(state: str) -> bool:
    """Tell whether something that is asked of an element stays as it is on the page."""
    if state.startswith(":has("):
        held = selector_of(state[5:-1].strip())
        return held is not None and not held.is_state and not held.above
    found = _ATTRIBUTE.fullmatch(state)
    return found is not None and found[1].lower() in _LASTING


def _compound(names: Iterable[str]) -> Compound:
    tag = id_ = ""
    classes = set()
    attributes, held = [], []
    for name in names:
        if name[0] == "[":
            found = _ATTRIBUTE.fullmatch(name)
            if found:
                attributes.append(
                    (found[1].lower(), found[2] or "", (found[3] or "").strip("\"'"))
                )
            continue
        if name[0] == ":":
            selector = selector_of(name[5:-1].strip())
            held += [selector.last] if selector else []
            continue
        plain = name.replace("\\", "")
        if name[0] == "#":
            id_ = plain[1:]
        elif name[0] == ".":
            classes.add(plain[1:])
        elif name != "*":
            tag = plain.lower()
    return Compound(tag, id_, frozenset(classes), tuple(attributes), tuple(held))
