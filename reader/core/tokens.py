"""Words and sentences of a text, with exact places."""

from dataclasses import dataclass

from reader.core.spans import Span


@dataclass(frozen=True, slots=True)
class TokenTable:
    """All tokens of a text as columns of equal length.

    Columns, not objects: an article has thousands of tokens and every detector walks them.

    Attributes:
        text: The text that was cut.
        words: Each token as written (punctuation marks are tokens too).
        lowers: Each token in lower case, curly apostrophes made straight.
        starts: Where each token begins in `text`.
        ends: Where each token ends (exclusive).
        sentences: Token index ranges `(first, past_last)`, in order, covering every token.
    """

    text: str
    words: tuple[str, ...]
    lowers: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.words)

    def span(self, first: int, past_last: int) -> Span:
        """Return the stretch of text from token `first` up to before token `past_last`."""
        return Span(self.starts[first], self.ends[past_last - 1])
