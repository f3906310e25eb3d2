"""The rules of a style sheet: which elements one is for, when it is in force, what it hides."""

import re
from collections.abc import Iterable, Iterator, Mapping

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
    """What one element must be: its tag, its id and its classes."""

    tag: str = ""
    id: str = ""
    classes: frozenset[str] = frozenset()

    def has(self, key: str) -> bool:
        """Tell whether it asks for a class, an id or a tag."""
        return key[1:] in (self.classes if key[0] == "." else (self.id,)) or key == self.tag

    def fits(self, element: HtmlElement) -> bool:
        """Tell whether an element is so."""
        if self.tag and element.tag != self.tag:
            return False
        if self.id and element.get("id") != self.id:
            return False
        if not self.classes:
            return True
        classes = element.get("class")
        return bool(classes) and self.classes.issubset(classes.split())


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


def _is_away(told: Mapping[str, str]) -> bool | None:
    """Tell whether declarations put words out of sight, as for screen readers; None: unsaid."""
    is_loose = _is_loose(told)
    clips = f"{told.get('clip', '')} {told.get('clip-path', '')}"
    is_dot = told.get("width", "").startswith("1px") and told.get("height", "").startswith("1px")
    is_far = any(_FAR.match(told.get(side, "")) for side in ("left", "top", "right"))
    if is_loose and (_CLIPPED.search(clips) or is_far):
        return True
    if _FAR.match(told.get("text-indent", "")):
        return True
    if is_dot and told.get("overflow", "").startswith(("hidden", "clip")):
        return True
    is_back = "auto" in clips or "none" in clips or told.get("position", "").startswith("static")
    return False if is_back else None


def selectors_of(prelude: str, key: str) -> Iterator[Selector]:
    """Yield the selectors of a rule that end in a key and can be understood."""
    for words in prelude.split(",")[:_MOST_SELECTORS]:
        selector = selector_of(words.strip()) if key[1:] in words.replace("\\", "") else None
        if selector is not None and selector.last.has(key):
            yield selector


def selector_of(words: str) -> Selector | None:
    """Return one selector; None where it cannot be understood."""
    words = _UNTOUCHED.sub("", words)
    if _UNASKED.search(words):
        return None
    chain: list[tuple[str, list[str]]] = [("", [])]  # how each hangs on the one before, its names
    is_state, place = False, 0
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
        else:
            is_state = is_state or bool(state)
    if place != len(words) or len(words) == 0:
        return None
    compounds = [_compound(names) for _, names in chain]
    above = tuple(
        (chain[number + 1][0] == ">", compounds[number])
        for number in range(len(chain) - 2, -1, -1)
    )
    names = [name for _, names in chain for name in names]
    ids = sum(name[0] == "#" for name in names)
    classes = sum(name[0] == "." for name in names) + is_state
    weight = ids, classes, len(names) - ids - classes
    around = frozenset().union(*(compound.classes for _, compound in above))
    return Selector(compounds[-1], above, is_state, weight, around)


def _compound(names: Iterable[str]) -> Compound:
    tag = id_ = ""
    classes = set()
    for name in names:
        plain = name.replace("\\", "")
        if name[0] == "#":
            id_ = plain[1:]
        elif name[0] == ".":
            classes.add(plain[1:])
        elif name != "*":
            tag = plain.lower()
    return Compound(tag, id_, frozenset(classes))
