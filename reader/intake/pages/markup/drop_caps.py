"""Large first letters that a page parts from the rest of their word."""

from collections.abc import Sequence
from dataclasses import replace

from reader.intake.pages.blocks import Block


def with_drop_caps(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with a large first letter that stands alone joined to the rest of its word.

    A letter that is a word of its own elsewhere on the page ("a", "I") stays as it is.
    """
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last is not None and _is_cap(last, block) and not _is_word(last, blocks):
            joined[-1] = replace(block, words=f"{last.words}{block.words}")
        else:
            joined.append(block)
    return joined


def _is_cap(block: Block, following: Block) -> bool:
    is_letter = len(block.words) == 1 and block.words.isupper() and not block.row
    return is_letter and following.words[:1].islower() and not following.is_item


def _is_word(letter: Block, blocks: Sequence[Block]) -> bool:
    either = {letter.words, letter.words.lower()}
    return any(one is not letter and not either.isdisjoint(one.words.split()) for one in blocks)
