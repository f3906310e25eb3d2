"""Which parts of a page are furniture (menus, comments, teasers), and where its prose is."""

from collections.abc import Iterable, Sequence

from reader.intake.pages.blocks import Block, Node, PageBlocks
from reader.intake.pages.repeats import Runs
from reader.intake.text.furniture import reason_as_furniture

SOFT = frozenset({"standfirst", "kicker", "byline", "caption", "credit", "pullquote", "aside"}) | {
    "embed",
    "source",
    "verdict",
    "crosshead",
    "footnotes",
    "speaker",
}
SENTENCE_ENDS = (".", "!", "?", "”", "।", "۔", "؟", "。", "！", "？", "」", "»")
_ENDS = (*SENTENCE_ENDS, '"', "’", ":", "…", ")")
_MOST_LINKS = 0.5
_LINKED = 0.8
OTHER_STORY = "other-story"  # the kind of a story below that of the page
_STRICT = frozenset({"comments", "hidden", "instead", OTHER_STORY})
_HIDDEN_STORY = 60  # words of prose in a hidden part that is part of the story
_MOST_IN_CARDS = 0.3  # of the prose of a page; with more, they are its story
_HEAD = 9  # blocks below the title, of which one may sum up the story
_ASKING = frozenset({"button", "form", "label", "legend", "option", "select"})
_MAY_ASK = {"paywall": 0, "poll": 25}  # more words of prose than these make text of a part
_FEWEST_WORDS = 10  # of prose in a share bar: then it is an embedded post


def is_heading(block: Block) -> bool:
    """Tell whether a block is a heading by its tag."""
    return len(block.tag) == 2 and block.tag[0] == "h" and block.tag[1].isdigit()


def is_linked(block: Block) -> bool:
    """Tell whether nearly all words of a block are links."""
    return block.link_share > _LINKED


def prose_of(blocks: Sequence[Block]) -> list[float]:
    """Return for each block how many words of running prose it is worth."""
    prose = [_worth(block) for block in blocks]
    is_below_link = False
    for number, block in enumerate(blocks):
        if is_heading(block):
            is_below_link = is_linked(block)
        elif is_below_link:
            prose[number] *= 0.2  # it announces another page
            is_below_link = False
    return prose


def _worth(block: Block) -> float:
    if is_heading(block):
        return 0.0
    count = block.words.count(" ") + 1
    share = block.link_share
    if share > _MOST_LINKS:
        return 0.0
    is_ended = block.words.endswith(_ENDS)
    if count < 5 or (count < 12 and not is_ended):
        return 0.0
    factor = 1.0 if is_ended else 0.6
    if block.is_item or block.row:
        factor *= 0.6
    return count * (1 - share) * factor


def sums(nodes: Sequence[Node], blocks: Sequence[Block], values: Iterable[float]) -> list[float]:
    """Return for each node the sum of the values of the blocks in it."""
    table = [0.0] * len(nodes)
    for block, value in zip(blocks, values, strict=True):
        table[block.node] += value
    for number in range(len(nodes) - 1, 0, -1):
        table[nodes[number].parent] += table[number]
    return table


def within(nodes: Sequence[Node], chosen: frozenset[int]) -> list[bool]:
    """Tell for each node whether it is, or lies in, one of those chosen."""
    found: list[bool] = []
    for number, node in enumerate(nodes):
        found.append(number in chosen or (number > 0 and found[node.parent]))
    return found


def ancestors(nodes: Sequence[Node], number: int) -> list[int]:
    """Return a node and all around it, from the inside out, without the page itself."""
    found = []
    while number > 0:
        found.append(number)
        number = nodes[number].parent
    return found


def regions_of(page: PageBlocks, prose: Sequence[float], title_block: int) -> list[str]:
    """Return for each node the kind of furniture it lies in, or "".

    A part that holds most of the prose of the page, or its title and a fifth of it, is none,
    whatever its name says.
    """
    nodes, blocks = page.nodes, page.blocks
    _show_hidden(page, prose)
    _tell_cards(page, prose)
    _open_walls(page, prose)
    _tell_verdicts(page)
    _tell_standfirst(page, prose, title_block)
    strict = within(nodes, frozenset(i for i, node in enumerate(nodes) if node.kind in _STRICT))
    open_prose = [
        0.0 if strict[block.node] else value for block, value in zip(blocks, prose, strict=True)
    ]
    table = sums(nodes, blocks, open_prose)
    all_prose = sums(nodes, blocks, prose)
    title_node = blocks[title_block].node if title_block >= 0 else 0
    holding = frozenset(ancestors(nodes, title_node))
    regions: list[str] = []
    for number, node in enumerate(nodes):
        kind = node.kind if node.kind not in SOFT else ""
        if kind and kind not in _STRICT:
            is_most = table[number] > 0.5 * table[0]
            is_around = number in holding and table[number] > 0.2 * table[0]
            if is_most or is_around or (kind == "share" and table[number] >= _FEWEST_WORDS):
                kind = ""
        elif kind == "comments" and all_prose[number] > 0.9 * all_prose[0]:
            kind = ""
        regions.append((regions[node.parent] if number else "") or kind)
    return regions


def _tell_cards(page: PageBlocks, prose: Sequence[float]) -> None:
    """Take articles in an article that announce other pages for links, if they hold little."""
    nodes, blocks = page.nodes, page.blocks
    is_in_article: list[bool] = []
    for node in nodes:
        above = node.parent < len(is_in_article) and (
            is_in_article[node.parent] or nodes[node.parent].tag == "article"
        )
        is_in_article.append(above)
    cards = {
        number
        for number, node in enumerate(nodes)
        if node.tag == "article" and is_in_article[number] and not node.kind
    }
    if not cards:
        return
    first: dict[int, Block] = {}
    for block in blocks:
        for number in ancestors(nodes, block.node):
            if number in cards:
                first.setdefault(number, block)
    table = sums(nodes, blocks, prose)
    told = [number for number, block in first.items() if is_heading(block) and is_linked(block)]
    if sum(table[number] for number in told) < _MOST_IN_CARDS * table[0]:
        for number in told:
            nodes[number].kind = "related"


def _open_walls(page: PageBlocks, prose: Sequence[float]) -> None:
    """Take parts as shown that are called a paywall or a poll, hold prose, and ask for nothing."""
    nodes = page.nodes
    walls = {number for number, node in enumerate(nodes) if node.kind in _MAY_ASK}
    if not walls:
        return
    asking: set[int] = set()
    inside = within(nodes, frozenset(walls))
    for block in page.blocks:
        if inside[block.node] and (block.tag in _ASKING or reason_as_furniture(block.words)):
            asking.update(walls.intersection(ancestors(nodes, block.node)))
    table = sums(nodes, page.blocks, prose)
    for number in walls - asking:
        if table[number] > _MAY_ASK[nodes[number].kind]:
            nodes[number].kind = ""


def _tell_verdicts(page: PageBlocks) -> None:
    """Take ratings beside a claim that was checked for the verdict, not for a poll of readers."""
    nodes = page.nodes
    if not any(node.kind == "verdict" for node in nodes):
        return
    polls = {number for number, node in enumerate(nodes) if node.kind == "poll"}
    asking: set[int] = set()
    for block in page.blocks if polls else ():
        if block.tag in _ASKING:
            asking.update(polls.intersection(ancestors(nodes, block.node)))
    for number in polls - asking:
        nodes[number].kind = "verdict"


def _tell_standfirst(page: PageBlocks, prose: Sequence[float], title_block: int) -> None:
    """Take a part just below the title that is called a teaser for its summary, without links."""
    nodes, blocks = page.nodes, page.blocks
    number = title_block + 1
    while 0 < number < len(blocks) and not prose[number] and number < title_block + _HEAD:
        number += 1
    if not 0 < number < len(blocks) or blocks[number].links:
        return
    told = [one for one in ancestors(nodes, blocks[number].node) if nodes[one].kind == "related"]
    around = set(ancestors(nodes, blocks[title_block].node)).intersection(told)
    if told and not around and not any(one.links for one in _blocks_in(page, told[-1])):
        for one in told:
            nodes[one].kind = "standfirst"


def _blocks_in(page: PageBlocks, number: int) -> list[Block]:
    """Return the blocks in a node."""
    inside = within(page.nodes, frozenset({number}))
    return [block for block in page.blocks if inside[block.node]]


def soft_kinds(page: PageBlocks, prose: Sequence[float]) -> list[str]:
    """Return for each node what its name says of its words ("byline"), or ""."""
    table = sums(page.nodes, page.blocks, prose)
    soft: list[str] = []
    for number, node in enumerate(page.nodes):
        own = node.kind if node.kind in SOFT else ""
        if own and node.tag != "figcaption" and table[number] > 0.4 * table[0]:
            own = ""
        soft.append(own or (soft[node.parent] if number else ""))
    return soft


def _show_hidden(page: PageBlocks, prose: Sequence[float]) -> None:
    """Take hidden parts as shown where the page keeps its story in them until a click."""
    nodes = page.nodes
    hidden = [number for number, node in enumerate(nodes) if node.kind == "hidden"]
    if not hidden:
        return
    mask = within(nodes, frozenset(hidden))
    table = sums(nodes, page.blocks, prose)
    unseen = sum(v for b, v in zip(page.blocks, prose, strict=True) if mask[b.node])
    if unseen > 3 * (table[0] - unseen):
        for number in hidden:
            nodes[number].kind = ""
        return
    if not any(table[number] >= _HIDDEN_STORY for number in hidden):
        return
    sizes = sums(nodes, page.blocks, (float(len(block.words)) for block in page.blocks))
    links = sums(nodes, page.blocks, (float(block.link_size) for block in page.blocks))
    counts = sums(nodes, page.blocks, (float(value > 0) for value in prose))
    stories = [
        number
        for number in hidden
        if "-" not in nodes[number].tag  # a part of the page with a script of its own
        and counts[number] >= 2
        and table[number] >= _HIDDEN_STORY
        and links[number] < 0.2 * sizes[number]
    ]
    shown = Runs(b.words for b in page.blocks if stories and not mask[b.node])
    repeated = sums(
        nodes, page.blocks, (shown.share(b.words) if mask[b.node] else 0.0 for b in page.blocks)
    )
    for number in stories:
        if repeated[number] < 1:
            nodes[number].kind = ""
