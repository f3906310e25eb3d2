"""Attributions while they are being put together, in token ranges."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.attribution.attributions import Kind
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.rules import Rule, Shape
from reader.core.attribution.text_view import CLOSING, STOPS
from reader.values import frozen


@dataclass(slots=True)
class Draft:
    """An attribution while it is being put together, in token ranges."""

    kind: Kind
    source: TokenRange | None
    cue: TokenRange | None
    content: list[TokenRange]
    verb_class: str | None
    rule: Rule
    order: int
    shape: Shape = ""
    inside: "Draft | None" = None
    is_doubtful: bool = False


@frozen
class Sentence:
    """The token range of a sentence and the quotations of its text."""

    first: int
    past_last: int
    paragraph_end: int = 0  # where its paragraph ends, if the sentence begins one; else 0

    def end(self, words: Sequence[str]) -> int:
        """Return the end without the final stop."""
        end = self.past_last
        while end > self.first and (words[end - 1] in STOPS or words[end - 1] in CLOSING):
            end -= 1
        return end
