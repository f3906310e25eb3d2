"""Where the story of a page lies: the element that holds most of its prose, and parts like it."""

from collections.abc import Sequence

from reader.intake.pages.blocks import Block, Node, PageBlocks
from reader.intake.pages.other_stories import tell_other_stories
from reader.intake.pages.regions import (
    SOFT,
    ancestors,
    is_heading,
    is_linked,
    prose_of,
    regions_of,
    soft_kinds,
    sums,
    within,
)
from reader.intake.text.furniture import is_correction
from reader.values import frozen

_OWN_SHARE = 0.8  # of the worth above that a part needs to be gone into
_CLUSTERED = 1.5  # prose that stands together is worth more than scattered prose
_FEWEST_WORDS = 20  # of a part beside the story that is taken too
_FEWEST_LOOSE = 8  # of loose words there, and of a part of a story's own element
_MOST_LINKS = 0.3
_BELONGING = frozenset({"footnotes"})  # parts of the story, however short
_LEAVES = frozenset("p li dt dd blockquote pre".split())  # their neighbours count as well
# A story told as a list or in rows has a first and a last sentence around it.
_LISTS = frozenset({"ol", "ul", "dl", "table", "tbody"})
_STORY_TAGS = frozenset({"article", "main"})
_OWN_PARTS = frozenset("p blockquote details section footer ul ol dl".split())


@frozen
class StoryPlace:
    """Where the story lies.

    Attributes:
        is_inside: For each block, whether it lies in the story or a part like it.
        furniture: For each block, which kind of furniture it lies in, or "".
        soft: For each block, what its name says of its words, or "".
        prose: For each block, how many words of prose it is worth; 0 in furniture.
    """

    is_inside: list[bool]
    furniture: list[str]
    soft: list[str]
    prose: list[float]


def story_place(page: PageBlocks, title_block: int) -> StoryPlace:
    """Return where the story of a page lies.

    Args:
        page: The page.
        title_block: The number of the block with its title, or -1.
    """
    nodes, blocks = page.nodes, page.blocks
    prose = prose_of(blocks)
    tell_other_stories(page, prose, title_block)
    regions = regions_of(page, prose, title_block)
    furniture = [_region(regions[block.node], block) or _own_furniture(block) for block in blocks]
    counted = [0.0 if kind else value for kind, value in zip(furniture, prose, strict=True)]
    root = _root(nodes, _worths(nodes, blocks, counted))
    kinds = soft_kinds(page, counted)
    soft = [_own_soft(block) or kinds[block.node] for block in blocks]
    title_node = blocks[title_block].node if title_block >= 0 else -1
    inside = _is_inside(page, furniture, counted, root, title_node)
    return StoryPlace(inside, furniture, soft, counted)


def _region(kind: str, block: Block) -> str:
    """Return the kind of part that a block lies in; a correction is none of the page's foot."""
    return "" if kind == "footer" and is_correction(block.words) else kind


def _own_furniture(block: Block) -> str:
    return "" if block.inline_kind in SOFT else block.inline_kind


def _own_soft(block: Block) -> str:
    return block.inline_kind if block.inline_kind in SOFT else ""


def _worths(nodes: Sequence[Node], blocks: Sequence[Block], prose: Sequence[float]) -> list[float]:
    """Return the worth of each node.

    The prose of a part is counted where it meets other prose, so that paragraphs in a box each
    count together, and to the power of 1.5.
    """
    branches = [0] * len(nodes)
    for block, value in zip(blocks, prose, strict=True):
        branches[block.node] += value > 0
    for number in range(len(nodes) - 1, 0, -1):
        branches[nodes[number].parent] += branches[number] > 0
    meeting = list(range(len(nodes)))
    for number in range(1, len(nodes)):
        if branches[number] < 2:
            meeting[number] = meeting[nodes[number].parent]
    clusters = [0.0] * len(nodes)
    for block, value in zip(blocks, prose, strict=True):
        clusters[meeting[block.node]] += value
    worths = [cluster**_CLUSTERED for cluster in clusters]
    for number in range(len(nodes) - 1, 0, -1):
        worths[nodes[number].parent] += worths[number]
    return worths


def _root(nodes: Sequence[Node], worths: Sequence[float]) -> int:
    """Return the smallest node that holds nearly all of the worth of the page."""
    best = [0] * len(nodes)
    for number in range(1, len(nodes)):
        parent = nodes[number].parent
        if not best[parent] or worths[number] > worths[best[parent]]:
            best[parent] = number
    root = 0
    while best[root] and worths[best[root]] >= _OWN_SHARE * worths[root] > 0:
        root = best[root]
    while nodes[root].tag in _LEAVES or nodes[root].tag in _LISTS:
        root = nodes[root].parent
    return root


def _is_inside(
    page: PageBlocks, furniture: Sequence[str], prose: Sequence[float], root: int, title_node: int
) -> list[bool]:
    """Tell for each block whether it lies in the story's element or in a part like it."""
    nodes, blocks = page.nodes, page.blocks
    levels = _levels(nodes, root, title_node)
    is_open = [not kind for kind in furniture]
    words = sums(nodes, blocks, prose)
    sizes = sums(nodes, blocks, (len(b.words) * o for b, o in zip(blocks, is_open, strict=True)))
    links = sums(nodes, blocks, (b.link_size * o for b, o in zip(blocks, is_open, strict=True)))
    teasers = sums(nodes, blocks, (float(is_heading(b) and is_linked(b)) for b in blocks))
    path = {root, *levels}
    like = {
        number
        for number, node in enumerate(nodes)
        if (node.parent in levels or node.kind in _BELONGING)
        and number not in path
        and words[number] >= _fewest(nodes, node)
        and links[number] < _MOST_LINKS * sizes[number]
        and not teasers[number]
    }
    inside = within(nodes, frozenset({root, *like}))
    return [
        inside[block.node] or (block.node in levels and value >= _FEWEST_LOOSE)
        for block, value in zip(blocks, prose, strict=True)
    ]


def _fewest(nodes: Sequence[Node], node: Node) -> int:
    """Return how many words of prose a part beside the story has at least to be taken too."""
    if node.kind in _BELONGING:
        return 1
    is_own = nodes[node.parent].tag in _STORY_TAGS and node.tag in _OWN_PARTS
    return _FEWEST_LOOSE if is_own else _FEWEST_WORDS


def _levels(nodes: Sequence[Node], root: int, title_node: int) -> frozenset[int]:
    """Return the nodes around the story up to the one that holds the title too."""
    if root == 0:
        return frozenset()
    above = [*ancestors(nodes, root)[1:], 0]
    around_title = (
        frozenset({*ancestors(nodes, title_node), 0}) if title_node >= 0 else frozenset()
    )
    levels = []
    for number in above:
        levels.append(number)
        if number in around_title or nodes[number].tag in _STORY_TAGS:
            return frozenset(levels)
    return frozenset(levels[:1])
