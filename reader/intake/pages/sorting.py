"""The blocks of a page -> pieces of an article: what is kept, in which zone, and why not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.intake.pages.blocks import Block, PageBlocks
from reader.intake.pages.reasons import REASONS
from reader.intake.pages.regions import SENTENCE_ENDS, ancestors, is_heading, is_linked
from reader.intake.pages.repeats import Quoted, Runs
from reader.intake.pages.story_place import StoryPlace
from reader.intake.pages.titles import same_words
from reader.intake.text.date_lines import is_time_line
from reader.intake.text.furniture import (
    is_about_author,
    is_credit,
    is_link_line,
    names_author,
    opens_link_list,
    reason_as_furniture,
    reason_as_interruption,
    tells_time,
)
from reader.intake.text.plain_text import sorted_paragraph
from reader.intake.text.zones import Piece

_ENDS = (*SENTENCE_ENDS, '"', "’", "'", "…", ":", ";", ",", ")")
_DASHES = ("—", "–", "― ")  # before the name of someone who was quoted
_DEFINED = frozenset({"dt", "dd"})
_LISTS = frozenset({"ul", "ol"})
_NAMED = frozenset({"verdict", "speaker"})  # whose few words belong to what stands above
_PULLED = frozenset({"aside", "pullquote"})
_LONGEST_CAPTION = 600
_LONGEST_KICKER = 5  # words
_LONGEST_BYLINE = 12
_LONGEST_PAGE_LINE = 18
_LONGEST_SUBHEADING = 12
_FEWEST_STANDFIRST = 6
_FEWEST_ASIDE = 8
_BEFORE_TITLE = 0.15  # of the prose; with more before it, a heading is not the title
_LONGEST_LINK = 15  # words of a link below "Read more"
_FEWEST_IN_BODY = 100  # words of a text in the page's data that is trusted
_IN_BODY = 0.8
_LAST_PART = 0.6  # of the story, after which a paragraph may be about its author
_MOST_ABOVE = 5  # blocks from the caption of a picture to the title below it
_LONGEST_CLOSE = 6  # words of "Yours faithfully,", below which a name stands
_FEWEST_HEADS = 2  # linked headings of a round-up
_IN_PARTS = 0.6  # of its prose stands below them
_MOST_LINKS = 12  # blocks below "Read more" that may be links


@dataclass(slots=True)
class Sorter:
    """Sorts the blocks of one page.

    Attributes:
        page: The page.
        place: Where its story lies.
        title_block: The number of the block with its title, or -1.
        title: Its title.
        author: Its author, or "".
        body: The runs of its text as its data gives it.
    """

    page: PageBlocks
    place: StoryPlace
    title_block: int
    title: str
    author: str
    body: Runs
    first: int = 0
    last: int = 0
    links_left: int = 0
    heads: frozenset[int] = frozenset()
    lists: frozenset[int] = frozenset()
    pulled: Quoted = field(default_factory=lambda: Quoted(()))

    def pieces(self) -> list[Piece]:
        """Return the pieces, or nothing where no story was found."""
        inside = self._candidates()
        if not inside:
            return []
        prose = [i for i in inside if self.place.prose[i] > 0] or inside
        self.first, self.last = prose[0], prose[-1]
        blocks = self.page.blocks
        self.heads = self._linked_heads(inside)
        self.lists = self._told_lists(inside)
        self.pulled = Quoted(blocks[i].words for i in prose if self.place.soft[i] not in _PULLED)
        chosen = frozenset(inside)
        return [self._piece(i, block, chosen) for i, block in enumerate(blocks)]

    def _candidates(self) -> list[int]:
        """Return the numbers of the blocks that may be part of the story."""
        place = self.place
        inside = [
            i
            for i, (is_in, kind) in enumerate(zip(place.is_inside, place.furniture, strict=True))
            if is_in and not kind
        ]
        total = sum(place.prose[i] for i in inside)
        before = sum(place.prose[i] for i in inside if i < self.title_block)
        if before > _BEFORE_TITLE * total:
            self.title_block = -1
        inside = [i for i in inside if i > self.title_block]
        if self.title_block >= 0 and inside:
            first = next((i for i in inside if place.prose[i] > 0), inside[0])
            head = range(self.title_block + 1, first)
            inside = sorted({*inside, *(i for i in head if not place.furniture[i])})
        return inside

    def _piece(self, number: int, block: Block, chosen: frozenset[int]) -> Piece:
        kind = self.place.furniture[number]
        if number == self.title_block:
            return Piece(block.words, "headline")
        if self._is_kicker(number, block):
            return Piece(block.words, "kicker")
        if self._is_lead_caption(number, block):
            return Piece(block.words, "caption")
        if kind or number not in chosen:
            return _left(block, kind or "outside")
        reason = next(filter(None, self._reasons(number, block)), "")
        return Piece(block.words, None, reason) if reason else self._zoned(number, block)

    def _is_kicker(self, number: int, block: Block) -> bool:
        """Tell whether a block is the short line above the title that names the subject."""
        if not 0 < self.title_block - number <= 2 or self.place.soft[number] != "kicker":
            return False
        if self.place.furniture[number] or not any(map(str.isalpha, block.words)):
            return False
        is_line = tells_time(block.words) or opens_link_list(block.words)
        return len(block.words.split()) <= _LONGEST_KICKER and not is_line

    def _is_lead_caption(self, number: int, block: Block) -> bool:
        """Tell whether a block is the caption of a picture that stands just above the title."""
        above = self.title_block - number
        if not 0 < above <= _MOST_ABOVE or self.place.soft[number] != "caption":
            return False
        if self.place.furniture[number] or is_linked(block):
            return False
        is_told = len(block.words.split()) >= _FEWEST_STANDFIRST and block.words.endswith(_ENDS)
        return is_told and len(block.words) < _LONGEST_CAPTION

    def _reasons(self, number: int, block: Block) -> Iterator[str]:
        """Yield why a block of the story's part of the page is none of its paragraphs."""
        soft = self.place.soft[number]
        if self.title and same_words(block.words, self.title):
            yield REASONS["title"]
        if self._is_in_body(block):
            return
        if self._is_link(block):
            yield REASONS["related"]
        if soft in _PULLED and self.pulled.holds(block.words):
            yield REASONS["pullquote"]
        if (soft == "credit" or is_credit(block.words)) and not self._tells_source(number):
            yield REASONS["credit"]
        if soft == "caption":  # a video's box has buttons where its caption stands
            yield reason_as_interruption(block.words)
        else:
            yield from self._reasons_of_lines(number, block, soft)

    def _reasons_of_lines(self, number: int, block: Block, soft: str) -> Iterator[str]:
        furniture = reason_as_furniture(block.words)
        if furniture:
            yield furniture
        if self._leads_away(number, block, soft):
            yield REASONS["related"]
        count = len(block.words.split())
        is_ended = block.words.endswith(_ENDS)
        if soft == "byline" and count <= _LONGEST_BYLINE and not (is_ended or _is_line(block)):
            yield REASONS["byline"]
        if number <= self.first and _is_page_line(block) and not _is_line(block):
            yield REASONS["byline"]
        if self._is_about_author(number, block):
            yield REASONS["author"]
        is_bare = count < _FEWEST_ASIDE and not is_ended and not self._heads_aside(number)
        if soft == "aside" and is_bare:
            yield REASONS["aside"]
        if self._is_stray(number, block) and not _is_line(block):
            yield REASONS["outside"]

    def _leads_away(self, number: int, block: Block, soft: str) -> bool:
        """Tell whether a block is no more than a link, and none of a list that tells the story."""
        if soft == "embed" or not is_linked(block) or block.words.endswith(SENTENCE_ENDS):
            return False
        return number not in self.heads and self._list_of(block) not in self.lists

    def _linked_heads(self, inside: Sequence[int]) -> frozenset[int]:
        """Return the linked headings of a round-up: most of its prose stands below them."""
        blocks = self.page.blocks
        heads: list[int] = []
        below, total, is_below = 0, 0, False
        for number in inside:
            if is_heading(blocks[number]):
                is_below = is_linked(blocks[number])
                heads += [number] if is_below else []
            size = len(blocks[number].words) if self.place.prose[number] else 0
            total += size
            below += size if is_below else 0
        is_told = len(heads) >= _FEWEST_HEADS and below > _IN_PARTS * total
        return frozenset(heads) if is_told else frozenset()

    def _list_of(self, block: Block) -> int:
        """Return the node of the list that a block is an item of, or -1."""
        nodes, number = self.page.nodes, block.node
        while block.is_item and number and nodes[number].tag not in _LISTS:
            number = nodes[number].parent
        return number if block.is_item and number else -1

    def _told_lists(self, inside: Sequence[int]) -> frozenset[int]:
        """Return the lists in which most items are prose, so that links in them are items too."""
        told: dict[int, float] = {}
        for number in inside:
            block = self.page.blocks[number]
            if block.is_item:
                size = len(block.words) * (-1 if is_linked(block) else 1)
                owner = self._list_of(block)
                told[owner] = told.get(owner, 0.0) + size
        return frozenset(owner for owner, size in told.items() if size > 0)

    def _tells_source(self, number: int) -> bool:
        """Tell whether a block tells where the figures of a table or a chart come from."""
        beside = self.page.blocks[max(0, number - 1) : number + 1]
        return self.place.soft[number] == "source" or any(block.row for block in beside)

    def _heads_aside(self, number: int) -> bool:
        """Tell whether a block is the heading of prose that stands in a box."""
        below = slice(number + 1, number + 2)
        is_prose = any(self.place.prose[below]) and self.place.soft[below] == ["aside"]
        return is_prose and is_heading(self.page.blocks[number])

    def _is_in_body(self, block: Block) -> bool:
        """Tell whether the text in the page's data holds a block too."""
        if self.body.words < _FEWEST_IN_BODY or block.words.count(" ") < _FEWEST_ASIDE:
            return False
        return self.body.share(block.words) > _IN_BODY

    def _is_link(self, block: Block) -> bool:
        """Tell whether a block announces links to other stories or stands below such a line."""
        if opens_link_list(block.words):
            self.links_left = _MOST_LINKS
            return True
        is_short = len(block.words.split()) < _LONGEST_LINK
        is_link = is_linked(block) or (
            is_short and (block.links == 1 or is_link_line(block.words))
        )
        self.links_left = self.links_left - 1 if self.links_left and is_link else 0
        return self.links_left > 0

    def _is_stray(self, number: int, block: Block) -> bool:
        """Tell whether a block is a few words before or after all prose of the story."""
        if is_heading(block) or block.row or block.words.endswith(_ENDS):
            return False
        if block.tag in _DEFINED or (block.is_item and not block.links and number > self.first):
            return False
        if self.first <= number <= self.last or self._is_standfirst(number, block):
            return False
        if self.place.soft[number] in _NAMED or self._is_signature(number):
            return False
        if number < self.first:
            return block.node != self.page.blocks[self.first].node
        return block.tag != "blockquote" and not block.words.startswith(_DASHES)

    def _is_signature(self, number: int) -> bool:
        """Tell whether a block is the name under a letter: it follows "Yours faithfully,"."""
        above = self.page.blocks[number - 1].words if number > self.last >= 0 else ""
        return above.endswith(",") and len(above.split()) <= _LONGEST_CLOSE

    def _zoned(self, number: int, block: Block) -> Piece:
        soft = self.place.soft[number]
        if soft == "caption" and len(block.words) < _LONGEST_CAPTION:
            return Piece(block.words, "caption")
        if is_credit(block.words):
            return Piece(block.words, "caption")
        if is_time_line(block.words):
            return Piece(block.words, "dateline")
        piece = sorted_paragraph(block.words)
        if piece.kind == "dateline" and number > self.first and _is_of_text(block):
            piece = Piece(block.words)
        if piece.kind != "paragraph" or not (self._is_standfirst(number, block)):
            return self._in_text(number, block, piece)
        return Piece(block.words, "standfirst")

    def _in_text(self, number: int, block: Block, piece: Piece) -> Piece:
        if piece.kind == "paragraph" and self._is_subheading(number, block):
            return Piece(block.words, "subheading")
        is_item = block.is_item and piece.kind == "paragraph"
        return Piece(block.words, "list-item") if is_item else piece

    def _is_subheading(self, number: int, block: Block) -> bool:
        if is_heading(block) or self.place.soft[number] == "crosshead":
            return True
        is_short = len(block.words.split()) <= _LONGEST_SUBHEADING
        if self.place.soft[number] == "verdict":
            return False
        is_above = number < self.first or block.is_bold
        is_listed = block.is_item or block.row or block.tag in _DEFINED
        return is_above and is_short and not is_listed and not block.words.endswith(_ENDS)

    def _is_standfirst(self, number: int, block: Block) -> bool:
        """Tell whether a block is the sentence or two between the title and the story."""
        soft = self.place.soft[number]
        count = len(block.words.split())
        if number > self.first or self.title_block < 0 or count < _FEWEST_STANDFIRST:
            return False
        if block.is_item or _is_page_line(block):
            return False
        if soft != "standfirst" and self._is_of_many(block):
            return False
        if self._is_in_group(block) or (number == self.first and self._is_in_header(block)):
            return True
        if soft == "standfirst":
            return not self._goes_on(number)
        return number < self.first and soft != "byline"

    def _goes_on(self, number: int) -> bool:
        """Tell whether a part that is called a summary tells the story: prose follows in it."""
        below = slice(number + 1, number + 2)
        is_prose = any(value >= _FEWEST_ASIDE for value in self.place.prose[below])
        return number == self.first and is_prose and self.place.soft[below] == ["standfirst"]

    def _is_in_group(self, block: Block) -> bool:
        """Tell whether a block stands with the title in an element for headings."""
        nodes = self.page.nodes
        around = nodes[block.node].parent
        title = self.page.blocks[self.title_block].node
        return nodes[around].tag == "hgroup" and nodes[title].parent == around

    def _is_in_header(self, first: Block) -> bool:
        """Tell whether the first prose stands with the title in a header, and no more of it."""
        nodes, blocks = self.page.nodes, self.page.blocks
        title = ancestors(nodes, blocks[self.title_block].node)
        header = next((one for one in title if nodes[one].tag == "header"), 0)
        if not header or header not in ancestors(nodes, first.node):
            return False
        below = range(self.first + 1, len(blocks))
        after = next((blocks[one].node for one in below if self.place.prose[one]), 0)
        return header not in ancestors(nodes, after)

    def _is_of_many(self, block: Block) -> bool:
        """Tell whether a heading is one of several of its rank in the story: it heads a part."""
        if not is_heading(block):
            return False
        inside = self.page.blocks[self.first : self.last]
        return any(one.tag == block.tag and one is not block for one in inside)

    def _is_about_author(self, number: int, block: Block) -> bool:
        span = self.last - self.first
        is_late = number > self.first + _LAST_PART * span
        return is_late and any(
            is_about_author(block.words, name.strip()) for name in self.author.split(",")
        )


def _is_line(block: Block) -> bool:
    """Tell whether a block is a line with a date, a time or the name of the author."""
    return is_time_line(block.words) or sorted_paragraph(block.words).kind == "dateline"


def _is_of_text(block: Block) -> bool:
    """Tell whether a line with a name and a date belongs to an embedded post or to a list."""
    return block.is_item or block.tag == "blockquote" or block.words.startswith(_DASHES)


def _is_page_line(block: Block) -> bool:
    """Tell whether a block gives author, time or topics in a form that only pages have."""
    if block.words.endswith(_ENDS) or block.words.count(" ") > _LONGEST_PAGE_LINE:
        return False
    return tells_time(block.words) or names_author(block.words) or " | " in block.words


def _left(block: Block, kind: str) -> Piece:
    return Piece(block.words, None, REASONS.get(kind, REASONS["outside"]))
