"""What the names of a page's parts (class, id, role) and their tags say they are for."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice, pairwise

from lxml import etree
from lxml.html import HtmlElement

from reader.intake.pages.markup.styles.style_rules import is_plain, switches_of
from reader.paths import default_paths
from reader.values import frozen

_LONGEST = 400  # characters of names that are looked at
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_PART = re.compile(r"[^a-z0-9]+")
_FORM = re.compile(r"--|__")  # before the form of a part, in names as people build them
_KIND_OF_TAG = {
    "nav": "menu",
    "footer": "footer",
    "aside": "aside",
    "form": "form",
    "button": "button",
    "label": "button",
    "dialog": "pop-up",
    "figcaption": "caption",
    "caption": "caption",
}
_KIND_OF_ROLE = {
    "navigation": "menu",
    "menu": "menu",
    "menubar": "menu",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "menu",
    "dialog": "pop-up",
    "alertdialog": "pop-up",
    "button": "button",
}
_CONTROL_TAGS = frozenset({"button", "summary"})
_MOST_IN_CONTROL = 9  # elements that are looked at
_MOST_IN_FIGURE = 100  # elements that are looked at
_PICTURES = frozenset({"img", "picture", "video", "iframe", "amp-img"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# What a figure may hold besides a picture and the words that belong to it.
_OTHERS = _HEADINGS | {"figcaption", "blockquote", "table", "pre", "ul", "ol", "dl", "form"}
_UNNAMED = frozenset({"html", "body", "main"})
_NAMING = re.compile(r"data-(?:[a-z-]{0,40}-)?(?:name|component|testid|type|role)")
_CELLS = frozenset({"td", "th", "tr"})
_COUNTED = frozenset({"poll", "share"})  # what cells of a table hold: votes, and a share of them
_PARTS = frozenset({"aside", "section"})
_NAMED_IN_SCRIPT = re.compile(r"[\"'\x60]#?([\w-]{1,80})[\"'\x60]")
_DISPLAYED = re.compile(r"(?i)(?:^|;)\s*display\s*:\s*(?!none)[a-z]")
_HIDING = ("display:none", "visibility:hidden")
# What may put words out of sight.
_AWAY = ("clip", ":-", "opacity:0", "1px", "font-size:0", "height:0", "width:0", "scale(0")
_CONTROLS = etree.XPath(
    "//@aria-controls | //@data-target | //@data-bs-target | //@onclick | "
    "//@href[starts-with(., '#')]"
)


def kind_of(element: HtmlElement, tag: str) -> str:
    """Return what an element is for ("comments", "byline", "hidden"), or "".

    Args:
        element: The element.
        tag: Its tag, or "" where only its names count.
    """
    own = "" if _is_of_its_place(element, tag) else _KIND_OF_TAG.get(tag, "")
    if tag == "figure" and _is_captioned(element):
        own = "caption"
    said = dict(element.items())  # to ask it is far quicker than to ask the element
    if not said and "-" not in element.tag:
        return own
    if _is_hidden(element, said) and not _is_unfolded_beside(element):
        return "hidden"
    named = "" if tag in _UNNAMED else _named_kind(element, said)
    is_slide = "aria-roledescription" in said  # which comes in its turn
    is_silent = said.get("aria-hidden") == "true" and not is_slide
    return named or own or ("silent" if is_silent else "")


def _is_of_its_place(element: HtmlElement, tag: str) -> bool:
    """Tell whether a tag says nothing here: a caption without a table, say."""
    if tag not in {"caption", "footer", "button", "figcaption"}:
        return False
    above = element.getparent()
    place = "" if above is None else above.tag
    if tag == "figcaption":  # who said what the figure quotes
        return above is not None and place == "figure" and _is_quotation(above)
    if tag == "button":  # the heading of a part that unfolds
        return place in _HEADINGS
    return place != "table" if tag == "caption" else place == "blockquote"


def _is_captioned(figure: HtmlElement) -> bool:
    """Tell whether all words in a figure stand beside its picture, without an element for them."""
    tags = {str(one.tag) for one in islice(figure.iterdescendants(), _MOST_IN_FIGURE)}
    return not tags.isdisjoint(_PICTURES) and tags.isdisjoint(_OTHERS)


def _is_quotation(figure: HtmlElement) -> bool:
    """Tell whether a figure holds words that are quoted and no picture."""
    tags = {str(one.tag) for one in islice(figure.iterdescendants(), _MOST_IN_FIGURE)}
    return "blockquote" in tags and tags.isdisjoint(_PICTURES)


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether an element says itself that it is not shown; a tab shows its panel."""
    return _is_hidden(element, dict(element.items()))


def _is_hidden(element: HtmlElement, said: Mapping[str, str]) -> bool:
    style = said.get("style", "")
    if said.get("hidden", "until-found") != "until-found":  # its own style may show it
        return said.get("role") != "tabpanel" and _DISPLAYED.search(style) is None
    if "popover" in said:
        return True
    return bool(style) and _hides(style.replace(" ", "").lower(), element)


def _hides(style: str, element: HtmlElement) -> bool:
    """Tell whether the style of an element hides it."""
    if any(words in style for words in _HIDING):
        return True
    if not any(words in style for words in _AWAY):
        return False
    says = {switch for switch, (hides, _) in switches_of(style).items() if hides}
    if "size" in says and not _is_below_control(element):
        return True
    return bool(says & {"opacity", "place"}) or ("font-size" in says and is_plain(element))


def is_unseen_in_place(element: HtmlElement) -> bool:
    """Tell whether an element says itself that its words are not seen but take their room."""
    plain = (element.get("style") or "").replace(" ", "").lower()
    return "visibility:hidden" in plain and "display:none" not in plain


def is_seen_again(element: HtmlElement) -> bool:
    """Tell whether an element says itself that it is seen, wherever it stands."""
    style = element.get("style")
    return bool(style) and "visibility:visible" in style.replace(" ", "").lower()


def _is_below_control(element: HtmlElement) -> bool:
    """Tell whether a button stands just before an element, which then unfolds."""
    before = element.getprevious()
    if before is None:
        return False
    return any(one.tag in _CONTROL_TAGS for one in islice(before.iter(), _MOST_IN_CONTROL))


def _is_unfolded_beside(element: HtmlElement) -> bool:
    """Tell whether what stands just before a part says that it unfolds it."""
    before = element.getprevious()
    if before is not None and len(before) == 1 and before.get("aria-expanded") is None:
        before = before[0]  # a heading with nothing but a button in it
    return before is not None and before.get("aria-expanded") is not None


def unfolded_by_controls(tree: HtmlElement) -> set[str]:
    """Return the names of all parts that something on the page shows when it is clicked."""
    found: set[str] = set()
    values = _CONTROLS(tree)
    for value in values if isinstance(values, list) else ():
        found.add(str(value).lstrip("#"))
        found.update(_NAMED_IN_SCRIPT.findall(str(value)[:_LONGEST]))
    return found


@lru_cache(maxsize=2_000)
def _is_naming(name: str) -> bool:
    """Tell whether the attribute of this name says what a part is for."""
    return _NAMING.fullmatch(name) is not None


def _named_kind(element: HtmlElement, said: Mapping[str, str]) -> str:
    role = said.get("role")
    if role and role in _KIND_OF_ROLE and not (role == "button" and element.tag in _HEADINGS):
        return _KIND_OF_ROLE[role]
    names = f"{said.get('class') or ''} {said.get('id') or ''}"
    kind = part_kind(names) if names != " " else ""
    if kind and not (kind in _COUNTED and element.tag in _CELLS):
        return kind
    if said.get("itemprop") == "caption":
        return "caption"
    more = [said["rel"]] if "rel" in said else []
    more += [value for name, value in said.items() if name[:5] == "data-" and _is_naming(name)]
    if element.tag in _PARTS:
        more.append(said.get("aria-label") or "")
    elif "-" in element.tag:  # an element that the page defines itself
        more += [element.tag, said.get("name") or ""]
    return next(filter(None, map(part_kind, filter(None, more))), "") if more else ""


@lru_cache(maxsize=20_000)
def part_kind(names: str) -> str:
    """Return what a part with these names is for ("comments", "share"), or ""."""
    known = _known_names()
    tokens: list[str] = []
    single = _HUMP.sub("-", names[:_LONGEST]).lower().split()
    is_post = not known.posts.isdisjoint(single)
    for name in single:
        if is_post and name.partition("-")[0] in known.about_before:
            continue
        words = [word for word in _PART.split(name) if word]
        if not known.is_state(name, words):
            tokens += words
    pairs = [f"{one}-{two}" for one, two in pairwise(tokens)]
    found = [known.kinds[name] for name in (*pairs, *tokens) if name in known.kinds]
    return min(found)[1] if found else ""


@frozen
class _Names:
    """The names that are known.

    Attributes:
        kinds: Each name with the rank and the name of its kind.
        before: First words of names that tell a state of the page.
        after: Last words of such names.
        posts: Names of a post.
        about_before: First words of names that tell what a post is about.
    """

    kinds: Mapping[str, tuple[int, str]]
    before: frozenset[str]
    after: frozenset[str]
    posts: frozenset[str]
    about_before: frozenset[str]

    def is_state(self, name: str, words: Sequence[str]) -> bool:
        """Tell whether a name says how the page is, not what the part is for: `no-comments`."""
        if len(words) < 2:
            return False
        if words[0] in self.before:
            return True
        last = next((word for word in words[1:] if word in self.after), "")
        return bool(last) and _FORM.search(name) is None


@cache
def _known_names() -> _Names:
    path = default_paths().resources / "pages" / "part-names.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    known: dict[str, tuple[int, str]] = {}
    for rank, kind in enumerate(table["kinds"]):
        for name in kind["names"]:
            known.setdefault(name, (rank, kind["kind"]))
    lists = ("states_before", "states_after", "posts", "about_before")
    return _Names(known, *(frozenset(table[name]) for name in lists))
