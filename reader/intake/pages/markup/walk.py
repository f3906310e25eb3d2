"""A page's tree -> its blocks. Every word that a browser shows is in exactly one of them.

Linear time. Text that unfolds on a click counts as shown.
"""

import re
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from reader.intake.pages.blocks import INSTEAD, INSTEAD_TAGS, Block, Node, PageBlocks
from reader.intake.pages.markup.drop_caps import with_drop_caps
from reader.intake.pages.markup.frames import words_without_tags
from reader.intake.pages.markup.lines import (
    BOLD,
    BOLD_END,
    BREAK,
    LINK,
    LINK_END,
    QUOTE,
    QUOTE_END,
    SEAM,
    Line,
    lines_of,
)
from reader.intake.pages.markup.note_signs import NOTE_SIGN, is_note_sign
from reader.intake.pages.markup.part_names import (
    is_seen_again,
    is_unseen_in_place,
    kind_of,
    unfolded_by_controls,
)
from reader.intake.pages.markup.shadows import is_shadow
from reader.intake.pages.markup.sign_up_boxes import sign_up_boxes
from reader.intake.pages.markup.styles.drawn_quotes import DrawnQuotes, drawn_quotes
from reader.intake.pages.markup.styles.line_styles import LineStyles
from reader.intake.pages.markup.styles.style_sheets import StyleSheets, sheets_text, style_sheets
from reader.values import frozen

_MOST_BLOCKS = 10_000  # what comes after them is one block; articles have hundreds
_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr label legend li "
    "listing main menu nav ol optgroup option p pre search section summary table tbody td tfoot "
    "th thead tr ul xmp".split()
)
_UNSEEN = frozenset(
    "area audio canvas datalist head iframe link meta noembed noframes noscript object param rp "
    "script select style svg template textarea title video".split()
)
_FIELDS = ("select", "textarea")
_DRAWN = etree.XPath(
    "descendant::text()[ancestor::text or ancestor::foreignobject or ancestor::object]"
)
_DRAWINGS = frozenset({"svg", "object"})
_INLINE = re.compile(r"(?i)display\s{0,9}:\s{0,9}[\w-]{0,9}inline")
_PRE = frozenset({"pre", "listing", "xmp"})
_WHOLE_IN_LISTS = frozenset({"td", "th", "article"})  # whose paragraphs are no items
_IN_HEADINGS = frozenset({"button", "div"})
_BESIDE_HEADINGS = frozenset({"menu", "share", "related", "advert", "sign-up"})
_BOLD = frozenset({"b", "strong"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TEXTS = _HEADINGS | {"p", "li", "dt", "dd", "figcaption", "summary", "label", "button"}
_AROUND = _BLOCKS - _TEXTS  # where an element of the page's own may be a line
_SIGNS = frozenset({"a", "sup"})
_ENDS = (".", "!", "?", ":", "…", "|", "·")
_WHOLE = 0.8  # of the characters of a block that an inline element holds to speak for it
_BOLD_SHARE = 0.9


@frozen
class _Frame:
    """An open element that makes blocks."""

    node: int
    tag: str
    row: int = 0
    is_item: bool = False
    is_pre: bool = False
    outside: int = -1  # the node around a part whose words are out of sight, inside that


@dataclass(slots=True)
class _Run:
    """The words since the last break, and what is known of them."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    bold_size: int = 0
    kinds: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Walk:
    """One pass over a tree."""

    tree: HtmlElement
    sheets: StyleSheets | None
    nodes: list[Node] = field(default_factory=lambda: [Node(0, "body", "")])
    frames: list[_Frame] = field(default_factory=lambda: [_Frame(0, "body")])
    blocks: list[Block] = field(default_factory=list)
    run: _Run = field(default_factory=_Run)
    named: list[tuple[str, HtmlElement]] = field(default_factory=list)
    links: int = 0
    bold: int = 0
    quotes: int = 0
    hidden: dict[str, Node] = field(default_factory=dict)
    drawn: list[str] = field(default_factory=list)
    # Words that are taken out of their line, with their tag and what they are for.
    aside: list[tuple[str, str, str]] = field(default_factory=list)
    left: HtmlElement | None = None  # the element that is left out just now
    _unfolding: set[str] | None = None
    boxes: frozenset[HtmlElement] = frozenset()
    marks: DrawnQuotes | None = None
    line_styles: LineStyles = field(default_factory=lambda: LineStyles(""))
    lines: list[bool] = field(default_factory=list)  # of each open element, whether it is a line
    marked: list[HtmlElement] = field(default_factory=list)  # open elements with such marks

    def add(self, text: str | None) -> None:
        """Add words."""
        if not text:
            return
        run = self.run
        run.parts.append(text)
        if text.isspace():
            return
        size = len(text.strip())
        run.size += size
        if self.bold:
            run.bold_size += size
        if self.named:
            kind = self.named[0][0]
            run.kinds[kind] = run.kinds.get(kind, 0) + size

    def end_run(self) -> None:
        """Make blocks of the words since the last break."""
        run = self.run
        if run.size:
            kind, most = max(run.kinds.items(), key=lambda item: item[1], default=("", 0))
            inline_kind = kind if most >= _WHOLE * run.size else ""
            is_bold = run.bold_size >= _BOLD_SHARE * run.size
            lines = lines_of("".join(run.parts), is_pre=self.frames[-1].is_pre)
            for line in islice(lines, max(1, _MOST_BLOCKS - len(self.blocks))):
                is_bold_line = line.bold_size >= _BOLD_SHARE * len(line.words)
                self._add_block(line, inline_kind, is_bold=is_bold or is_bold_line)
            rest = " ".join(line.words for line in lines)
            if rest:
                self._add_block(Line(rest, 0, 0), inline_kind, is_bold=False)
            self.run = run = _Run()
        if run.parts or self.links or self.bold:
            run.parts = [LINK] * bool(self.links) + [BOLD] * bool(self.bold)
        for words, tag, kind in self.aside:
            self.nodes.append(Node(self.frames[-1].node, tag, kind))
            self.blocks.append(Block(words, len(self.nodes) - 1, tag))
        self.aside.clear()

    def _add_block(self, line: Line, inline_kind: str, *, is_bold: bool) -> None:
        frame = self.frames[-1]
        block = Block(
            line.words,
            frame.node,
            frame.tag,
            inline_kind,
            line.link_size,
            line.links,
            is_bold,
            frame.row,
            frame.is_item,
        )
        self.blocks.append(block)

    def open_block(self, element: HtmlElement, tag: str) -> None:
        """Begin an element that makes blocks."""
        above = self.frames[-1]
        if len(self.blocks) >= _MOST_BLOCKS:
            self.run.parts.append(" ")
            self.frames.append(above)
            return
        self.end_run()
        around, outside = above.node, above.outside
        if outside >= 0 and self._is_seen_again(element):
            around, outside = outside, -1
        node = self._node(element, tag, around)
        if self.nodes[node].kind == "hidden" and self._is_unseen_in_place(element):
            outside = around if outside < 0 else outside
        if element.get("role") == "heading":
            tag = "h2"
        elif tag in _IN_HEADINGS and above.tag in _HEADINGS:
            tag = above.tag
        row = node if tag == "tr" else (0 if tag == "table" else above.row)
        is_item = tag == "li" or (above.is_item and tag not in _WHOLE_IN_LISTS)
        is_pre = above.is_pre or tag in _PRE
        self.frames.append(_Frame(node, tag, row, is_item, is_pre, outside))

    def close_block(self) -> None:
        """End an element that makes blocks."""
        if len(self.blocks) >= _MOST_BLOCKS:
            self.run.parts.append(" ")
        else:
            self.end_run()
        self.frames.pop()

    def _is_unseen_in_place(self, element: HtmlElement) -> bool:
        is_own = self.sheets is not None and self.sheets.hides_from_sight(element)
        return is_own or is_unseen_in_place(element)

    def _is_seen_again(self, element: HtmlElement) -> bool:
        is_own = self.sheets is not None and self.sheets.shows_again(element)
        return is_own or is_seen_again(element)

    def _node(self, element: HtmlElement, tag: str, around: int) -> int:
        number = len(self.nodes)
        node = Node(around, tag, self.kind(element, tag))
        self.nodes.append(node)
        if node.kind == "hidden":
            self.hidden.setdefault(element.get("id") or "", node)
        return number

    def kind(self, element: HtmlElement, tag: str) -> str:
        """Return what an element is for; what the page's own sheets hide is hidden."""
        if self.sheets is not None and self.sheets.hides(element):
            return "hidden"
        own = kind_of(element, tag)
        is_box = self.boxes and own in {"", "aside", "form"} and element in self.boxes
        return "sign-up" if is_box else own

    def _is_set_aside(self, element: HtmlElement) -> bool:
        """Take the words of a hidden element out of the line it stands in, if they are of one."""
        if any(one.tag in _BLOCKS or one.tag in _UNSEEN for one in element.iterdescendants()):
            return False
        return self._set_aside(element, "hidden")

    def _is_in_heading(self, element: HtmlElement) -> bool:
        """Tell whether an element stands beside the words of a heading: a link to edit it."""
        is_heading = self.frames[-1].tag in _HEADINGS
        return is_heading and (self.run.size > 0 or bool((element.tail or "").strip()))

    def _set_aside(self, element: HtmlElement, kind: str) -> bool:
        words = " ".join("".join(element.itertext()).split())
        if words:
            self.aside.append((words, str(element.tag), kind))
        self.left = element
        self.run.parts.append(SEAM)
        return True

    def open_inline(self, element: HtmlElement, tag: str) -> bool:
        """Begin an element inside a line; return False where it is hidden and left out of it."""
        kind = self.kind(element, "") if element.keys() or "-" in tag else ""
        name = element.get("id") if kind == "hidden" else None
        if name and name in self.unfolding():
            kind = ""
        if kind == "hidden" and self._is_set_aside(element):
            return False
        if kind in _BESIDE_HEADINGS and self._is_in_heading(element):
            return not self._set_aside(element, kind)
        if tag in _SIGNS and is_note_sign(element):
            return not self._set_aside(element, NOTE_SIGN)
        if kind:
            self.named.append((kind, element))
        parts = self.run.parts
        is_line = bool(parts) and parts[-1][-1:].isalnum() and self._is_line(element)
        parts.append(BREAK if is_line else " " if tag == "rt" else SEAM)
        if tag == "a" and _leads_away(element):
            self.links += 1
            parts.append(LINK)
        elif tag in _BOLD:
            self.bold += 1
            parts.append(BOLD)
        elif tag == "q":
            self.quotes += 1
            parts.append(QUOTE if self.quotes % 2 else "‘")
        return True

    def close_inline(self, element: HtmlElement, tag: str) -> None:
        """End an element inside a line."""
        parts = self.run.parts
        if tag == "a" and _leads_away(element):
            self.links -= 1
            parts.append(LINK_END)
        elif tag in _BOLD:
            self.bold -= 1
            parts.append(BOLD_END)
        elif tag == "q":
            parts.append(QUOTE_END if self.quotes % 2 else "’")
            self.quotes -= 1
        if self.named and self.named[-1][1] is element:
            self.named.pop()
        parts.append(" " if tag == "rt" else SEAM)
        if self._runs_on(element) and self._is_line(element):
            parts.append(BREAK)

    def _is_line(self, element: HtmlElement) -> bool:
        """Tell whether the sheets make a line of an element that stands in one."""
        return self.line_styles.part(element)

    def _runs_on(self, element: HtmlElement) -> bool:
        """Tell whether what follows an element begins where it ends, without a gap."""
        if not (self.line_styles.says_any or element.get("style")):
            return False
        words = element.tail
        if words is None:
            after = element.getnext()
            words = None if after is None else after.text
        return bool(words) and words[0].isalnum()

    def pass_over(self, element: HtmlElement, tag: str) -> None:
        """Leave an element out that shows no words in its line; a drawing may have some."""
        self.run.parts.append(SEAM)
        if tag in _DRAWINGS:
            self.drawn += _words_drawn(element)
        elif tag in _FIELDS:
            lines = (" ".join(str(text).split()) for text in element.itertext())
            self.aside += [(words, tag, "form") for words in lines if words]
        elif tag in INSTEAD_TAGS:
            self.add_instead(element)
        elif tag == "head":
            for kept in element.iter("noscript"):
                self.add_instead(kept)

    def add_instead(self, element: HtmlElement) -> None:
        """Take words out of the line that a browser shows only in place of something."""
        if len(element) or (element.text and not element.text.isspace()):
            blocks = _walked(_Walk(element, None), _UNSEEN).blocks
            words = filter(None, (words_without_tags(block.words) for block in blocks))
            self.aside += [(one, str(element.tag), INSTEAD) for one in words]

    def add_drawings(self) -> None:
        """Make a block of the words in each drawing; they stand last, for they part no line."""
        for words in self.drawn:
            node = len(self.nodes)
            self.nodes.append(Node(0, "svg", "drawing"))
            self.blocks.append(Block(words, node, "svg"))

    def unfolding(self) -> set[str]:
        """Return the names of all that a control on the page shows; they are looked up once."""
        if self._unfolding is None:
            self._unfolding = unfolded_by_controls(self.tree)
        return self._unfolding

    def unfold(self) -> None:
        """Take parts that a control on the page unfolds as shown."""
        named = self.hidden.keys() - {""}
        for name in self.unfolding() & named if named else ():
            self.hidden[name].kind = ""


def blocks_of(tree: HtmlElement, *, without_scripts: bool = False) -> PageBlocks:
    """Return the visible words of a page as blocks.

    Args:
        tree: The page.
        without_scripts: Take what a browser shows that runs no scripts.
    """
    unseen = _UNSEEN - {"noscript"} if without_scripts else _UNSEEN
    text = sheets_text(tree)
    sheets, marks = style_sheets(tree, text), drawn_quotes(text)
    walk = _Walk(
        tree, sheets, boxes=sign_up_boxes(tree), marks=marks, line_styles=LineStyles(text)
    )
    _walked(walk, unseen)
    walk.add_drawings()
    walk.unfold()
    return PageBlocks(walk.nodes, with_drop_caps(walk.blocks))


def _walked(walk: _Walk, unseen: frozenset[str]) -> _Walk:
    """Return a walk after it has met all of its tree."""
    tree = walk.tree
    walk.add(tree.text)
    events = etree.iterwalk(tree, events=("start", "end"))
    for event, element in events:
        if element is tree:
            continue
        tag = element.tag
        is_start = event == "start"
        if tag in unseen and not (tag == "template" and is_shadow(element)):
            if is_start:
                events.skip_subtree()
                walk.pass_over(element, tag)
        elif is_start:
            if not _start(walk, element, tag):
                events.skip_subtree()
        elif element is walk.left:
            walk.left = None
        else:
            _end(walk, element, tag)
        walk.add(None if is_start else element.tail)
    walk.end_run()
    return walk


def _end(walk: _Walk, element: HtmlElement, tag: str) -> None:
    """End an element."""
    if walk.marked and walk.marked[-1] is element:
        walk.run.parts += (SEAM, QUOTE_END)
        walk.marked.pop()
    if tag == "br":
        return
    if walk.lines.pop():
        walk.close_block()
    else:
        walk.close_inline(element, tag)


def _words_drawn(element: HtmlElement) -> list[str]:
    """Return the words of a drawing as one line, if it has any."""
    found = _DRAWN(element)
    words = " ".join(" ".join(map(str, found if isinstance(found, list) else ())).split())
    return [words] if words else []


def _start(walk: _Walk, element: HtmlElement, tag: str) -> bool:
    """Begin an element; return whether its words belong where it stands."""
    if tag == "br":
        walk.run.parts.append(BREAK)
        return True
    is_line = _makes_block(element, tag)
    if is_line:
        walk.open_block(element, tag)
    elif not walk.open_inline(element, tag):
        return False
    walk.lines.append(is_line)
    if walk.marks is not None and walk.marks.stand_around(element):
        walk.run.parts += (SEAM, QUOTE)
        walk.marked.append(element)
    walk.add(element.text)
    return True


def _makes_block(element: HtmlElement, tag: str) -> bool:
    """Tell whether an element begins a new line; a kicker inside a heading does too."""
    if tag in _BLOCKS:
        if tag == "button" and _is_in_sentence(element):
            return False
        style = element.get("style")
        return not style or _INLINE.search(style) is None
    is_own = "-" in tag
    if tag != "span" and not is_own:
        return False
    above = element.getparent()
    if is_own:
        return above is not None and above.tag in _AROUND and _is_alone(element, above)
    if above is None or above.tag not in {"h1", "h2"} or _is_whole(element, above):
        return False
    return kind_of(element, "") == "kicker"


def _is_whole(element: HtmlElement, above: HtmlElement) -> bool:
    """Tell whether an element is all that stands in another."""
    return len(above) == 1 and not f"{above.text or ''}{element.tail or ''}".strip()


def _is_alone(element: HtmlElement, above: HtmlElement) -> bool:
    """Tell whether no loose words stand beside an element: then it makes a line of its own."""
    before = element.getprevious()
    words = above.text if before is None else before.tail
    return not (words and words.strip()) and not (element.tail and element.tail.strip())


def _is_in_sentence(element: HtmlElement) -> bool:
    """Tell whether an element stands amid the words of a sentence, which go on behind it."""
    before, above = element.getprevious(), element.getparent()
    words = before.tail if before is not None else (above.text if above is not None else "")
    words = (words or "").rstrip()
    return bool(words) and not words.endswith(_ENDS) and bool((element.tail or "").strip())


def _leads_away(element: HtmlElement) -> bool:
    """Tell whether a link leads to another page, not to a place on this one."""
    address = element.get("href")
    return address is not None and address[:1] != "#"
