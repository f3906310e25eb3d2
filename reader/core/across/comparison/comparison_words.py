"""What must be known of a language to compare articles: numbers, and words about places."""

from typing import ClassVar

from reader.core.text.word_lists import Forms, forms, phrases, words
from reader.values import frozen


@frozen
class ComparisonWords:
    """The lists of the table `comparison`."""

    TABLE: ClassVar[str] = "comparison"

    numbers: Forms = forms("a number in digits, and the words for it")
    multiples: Forms = forms("a number in digits, and the words that multiply by it")
    shares: tuple[str, ...] = phrases("words for a hundredth")
    before_places: frozenset[str] = words("words after which a name is a place’s")
    generations: frozenset[str] = words("words after a name that tell a son from his father")
    after_places: frozenset[str] = words("words that may follow the name of a place")
    titles: Forms = forms("titles, and how they are shortened before a name")
    highest_offices: tuple[str, ...] = phrases("offices of one, with which their bearer is named")
    below: frozenset[str] = words("words before an office for who stands below it")
    once: frozenset[str] = words("words that say of a role that it is over")
