"""The blocks of a web page: runs of words without a break, and the elements that hold them."""

from dataclasses import dataclass

from reader.values import frozen

# What browsers show of these only where they have no scripts, frames or players.
INSTEAD_TAGS = frozenset("audio canvas iframe noembed noframes noscript video".split())
INSTEAD = "instead"  # the kind of such words
NOTE = "note"  # the tag and the kind of a note at the foot of a document


@dataclass(slots=True)
class Node:
    """An element that begins a block of its own.

    Attributes:
        parent: The number of the element around it; its own for the first one.
        tag: Its tag.
        kind: What its name, role or tag says it is for ("comments"), or "".
    """

    parent: int
    tag: str
    kind: str


@frozen
class Block:
    """A run of words without a break in it.

    Attributes:
        words: The words, single spaces between them.
        node: The number of the element that it stands in.
        tag: The tag of that element.
        inline_kind: What the name of an element around all of its words says, or "".
        link_size: How many of its characters lie in links.
        links: How many links are in it.
        is_bold: Whether nearly all of it is bold.
        row: The number of the table row it stands in, or 0.
        is_item: Whether it stands in a list.
    """

    words: str
    node: int
    tag: str
    inline_kind: str = ""
    link_size: int = 0
    links: int = 0
    is_bold: bool = False
    row: int = 0
    is_item: bool = False

    @property
    def link_share(self) -> float:
        """Return which part of its characters lies in links."""
        return min(1.0, self.link_size / max(1, len(self.words)))

    @property
    def is_instead(self) -> bool:
        """Tell whether browsers show it only in place of something that they lack."""
        return self.tag in INSTEAD_TAGS

    @property
    def left_out_as(self) -> str:
        """Return the kind of words that no text holds ("instead", "note"), or ""."""
        if self.is_instead:
            return INSTEAD
        return NOTE if self.tag == NOTE else ""


@frozen
class PageBlocks:
    """A page as its blocks, in reading order, and the elements that hold them."""

    nodes: list[Node]
    blocks: list[Block]
