"""Articles that stand in both of two sets: who counts them twice finds no difference in them."""

from collections.abc import Sequence

from reader.core.across.corpora.voiced_text import VoicedText
from reader.values import frozen


@frozen
class Apart:
    """Two sets of articles.

    Attributes:
        one: The first.
        other: The second, without what it shares with the first.
        shared: How many of its articles were left out of the second.
    """

    one: tuple[VoicedText, ...]
    other: tuple[VoicedText, ...]
    shared: int


def kept_apart(one: Sequence[VoicedText], other: Sequence[VoicedText]) -> Apart:
    """Return two sets without common articles: those of the first are left out of the second.

    An article is the same where its text is, wherever it was read from.
    """
    known = {text.text for text in one}
    left = tuple(text for text in other if text.text not in known)
    return Apart(tuple(one), left, len(other) - len(left))
