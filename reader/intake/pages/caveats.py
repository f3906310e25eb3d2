"""What a reader should know of a page that was taken in: little kept, a paywall, long text."""

import re
from collections.abc import Iterator, Sequence

from reader.intake.text.zones import Piece

_LONG_PARAGRAPH = 200  # words
_LONG_SENTENCE = 40  # words on average
_STUB = 150  # words of a story that is cut short at a paywall
_LITTLE = 2.0  # times as much prose left out as kept
_STORY = frozenset({"paragraph", "list-item"})
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]]*(?:\s|\Z)")


def caveats_of(
    pieces: Sequence[Piece], *, is_free: bool | None, has_paywall: bool, left_out: float
) -> Iterator[str]:
    """Yield finished sentences on what may be wrong with the pieces of a page.

    Args:
        pieces: The pieces that make the article.
        is_free: Whether the page's data says that it is free to read; None if it says nothing.
        has_paywall: Whether the page shows a notice of a paywall.
        left_out: How many words of prose of unclear kind were left out.
    """
    story = [piece.text for piece in pieces if piece.kind in _STORY]
    words = sum(len(text.split()) for text in story)
    if is_free is False or (has_paywall and words < _STUB):
        yield (
            "The page says that its story is for subscribers, so parts of it may be missing: "
            f"{_counted(words, 'word')} were found."
        )
    if left_out > _LITTLE * max(1, words):
        yield (
            f"Little of the page was kept: {_counted(words, 'word')}, "
            f"while about {round(left_out):,} were left out. They can be put back."
        )
    yield from _long_text(story)


def _long_text(story: Sequence[str]) -> Iterator[str]:
    long = [number for number, text in enumerate(story, 1) if text.count(" ") >= _LONG_PARAGRAPH]
    if long:
        places = ", ".join(map(str, long[:5])) + (" and others" if len(long) > 5 else "")
        name = "Paragraph" if len(long) == 1 else "Paragraphs"
        has = "has" if len(long) == 1 else "have"
        yield (
            f"{name} {places} {has} more than {_LONG_PARAGRAPH} words; "
            "the page may have had breaks that are missing here."
        )
    words = sum(len(text.split()) for text in story)
    ends = sum(len(_SENTENCE_END.findall(text)) or 1 for text in story)
    if ends and words / ends > _LONG_SENTENCE:
        yield (
            f"Sentences have {round(words / ends)} words on average; "
            "their ends may not have been seen."
        )


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"
