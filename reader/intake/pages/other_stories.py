"""Other stories that a page shows below its own, as pages do that go on for ever."""

from collections.abc import Iterator, Sequence
from itertools import islice

from reader.intake.pages.blocks import Node, PageBlocks
from reader.intake.pages.regions import OTHER_STORY, ancestors, is_heading
from reader.intake.text.furniture import names_author, tells_time

_MOST_HEADINGS = 60  # that are looked at
_FEWEST_WORDS = 12  # of prose in a story; with less it is a teaser
_OWN_SHARE = 0.3  # of the prose of another story that the page's own has at least
_HEAD = 5  # blocks from the heading of a story in which it says by whom it is
_LONGEST_LINE = 15  # words of such a line
_BYLINE = "byline"


def tell_other_stories(page: PageBlocks, prose: Sequence[float], title_block: int) -> None:
    """Mark the parts of a page that are built as its story is and have titles of their own.

    A chapter has a heading too; a story says by whom it is, or is an `article`.

    Args:
        page: The page; the kinds of such parts are set.
        prose: For each block, how many words of prose it is worth.
        title_block: The number of the block with the title of the page, or -1.
    """
    if title_block < 0:
        return
    nodes, blocks = page.nodes, page.blocks
    title = blocks[title_block]
    around = {*ancestors(nodes, title.node), 0}
    own = {nodes[number].parent: number for number in around if number}
    seen: set[int] = set()
    for number in islice(_alike(page, title_block), _MOST_HEADINGS):
        part = _part(nodes, blocks[number].node, around)
        mine = own.get(nodes[part].parent, 0)
        if part in seen or mine in {0, title.node} or nodes[part].tag != nodes[mine].tag:
            continue
        seen.add(part)
        if _prose_in(page, prose, mine) < _OWN_SHARE * _prose_in(page, prose, part):
            continue  # the story stands there, and a line of its title elsewhere
        is_told = nodes[part].tag == "article" or (
            _says_by_whom(page, number) and _says_by_whom(page, title_block)
        )
        if is_told and not nodes[part].kind and _is_story(page, prose, number, part):
            nodes[part].kind = OTHER_STORY


def _alike(page: PageBlocks, title_block: int) -> Iterator[int]:
    """Yield the numbers of the headings below the title that have its rank."""
    tag = page.blocks[title_block].tag
    for number in range(title_block + 1, len(page.blocks)):
        block = page.blocks[number]
        if block.tag == tag and is_heading(block):
            yield number


def _part(nodes: Sequence[Node], number: int, around: set[int]) -> int:
    """Return the outermost element around a node that does not hold the title, or 0."""
    if number in around:
        return 0
    while nodes[number].parent not in around:
        number = nodes[number].parent
    return number


def _last_in(nodes: Sequence[Node], part: int) -> int:
    """Return the last node in a part: they are numbered in the order of the page."""
    last = part
    while last + 1 < len(nodes) and nodes[last + 1].parent >= part:
        last += 1
    return last


def _prose_in(page: PageBlocks, prose: Sequence[float], part: int) -> float:
    last = _last_in(page.nodes, part)
    pairs = zip(page.blocks, prose, strict=True)
    return sum(value for block, value in pairs if part <= block.node <= last)


def _is_story(page: PageBlocks, prose: Sequence[float], heading: int, part: int) -> bool:
    """Tell whether all prose of a part stands below its heading."""
    blocks, last = page.blocks, _last_in(page.nodes, part)
    first = heading
    while first and part <= blocks[first - 1].node <= last:
        first -= 1
    if any(value >= _FEWEST_WORDS for value in prose[first:heading]):
        return False
    below = heading + 1
    while below < len(blocks) and part <= blocks[below].node <= last:
        if prose[below] >= _FEWEST_WORDS:
            return True
        below += 1
    return False


def _says_by_whom(page: PageBlocks, heading: int) -> bool:
    """Tell whether a line below a heading names an author; a day may head a chapter too."""
    for block in page.blocks[heading + 1 : heading + 1 + _HEAD]:
        is_called = page.nodes[block.node].kind == _BYLINE or block.inline_kind == _BYLINE
        is_short = block.words.count(" ") < _LONGEST_LINE
        is_author = is_called and not tells_time(block.words)
        if is_short and (is_author or names_author(block.words)):
            return True
    return False
