"""A word beside a word, as data; what measures it brings nltk and is loaded late."""

from collections.abc import Callable, Iterable

from reader.core.across.corpora.voiced_text import VoicedText, Whose
from reader.values import frozen

WINDOW = 4  # words on each side that are beside a word


@frozen
class Collocate:
    """A word that stands beside the one that is looked at.

    Attributes:
        word: In lower case.
        together: How often it stands within the window.
        count: How often it stands in the set at all.
        log_likelihood: How sure it is that they go together.
        mutual_information: How closely, in bits; rare words come out high.
        t_score: How sure it is that they meet more often than by chance.
    """

    word: str
    together: int
    count: int
    log_likelihood: float
    mutual_information: float
    t_score: float


# Measures the words beside a word or phrase; a ValueError tells that there is none.
MeasureBeside = Callable[[Iterable[VoicedText], str, Whose], tuple[Collocate, ...]]
