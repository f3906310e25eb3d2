"""Readability measures, each with its meaning and which way is harder.

Pure formulas; the counting, with its heavy library, is in `measuring`.
"""

import math

from reader.values import frozen

WORDS_PER_MINUTE = 238  # Brysbaert (2019), silent reading of non-fiction by adults


@frozen
class Measure:
    """One figure about the text.

    Attributes:
        id: The key in the analysis document, such as `flesch_reading_ease`.
        value: The figure, or None when the text is too short for it.
        higher_is_harder: The way to read it; None where it has no direction (word counts).
    """

    id: str
    value: float | None
    higher_is_harder: bool | None


@frozen
class Counts:
    """What the formulas are made of.

    Attributes:
        words: Words, textstat's way; never 0.
        sentences: Sentences; never 0.
        syllables: Syllables of all words.
        long_words: Words of three syllables and more.
        complex_words: Words of three syllables and more that are on no list of easy words.
        difficult_words: Words that are not on the Dale-Chall list, of any length.
        letters: Letters and digits.
    """

    words: int
    sentences: int
    syllables: int
    long_words: int
    complex_words: int
    difficult_words: int
    letters: int

    @property
    def words_per_sentence(self) -> float:
        """Return the mean length of a sentence."""
        return self.words / self.sentences


def flesch_reading_ease(counts: Counts) -> float:
    """Flesch (1948), "A new readability yardstick": 100 is very easy, 0 very hard."""
    return 206.835 - 1.015 * counts.words_per_sentence - 84.6 * counts.syllables / counts.words


def flesch_kincaid_grade(counts: Counts) -> float:
    """Kincaid and others (1975): years of school in the US; higher is harder."""
    return 0.39 * counts.words_per_sentence + 11.8 * counts.syllables / counts.words - 15.59


def gunning_fog(counts: Counts) -> float:
    """Gunning (1952), The Technique of Clear Writing: years of school; higher is harder."""
    return 0.4 * (counts.words_per_sentence + 100 * counts.complex_words / counts.words)


def smog_index(counts: Counts) -> float:
    """McLaughlin (1969), "SMOG grading": years of school; meant for 30 sentences and more."""
    return 1.043 * math.sqrt(30 * counts.long_words / counts.sentences) + 3.1291


def coleman_liau_index(counts: Counts) -> float:
    """Coleman and Liau (1975): years of school from letters alone; higher is harder."""
    per_hundred = 100 / counts.words
    return 0.0588 * counts.letters * per_hundred - 0.296 * counts.sentences * per_hundred - 15.8


def automated_readability_index(counts: Counts) -> float:
    """Senter and Smith (1967): years of school from letters alone; higher is harder."""
    return 4.71 * counts.letters / counts.words + 0.5 * counts.words_per_sentence - 21.43


def dale_chall(counts: Counts) -> float:
    """Dale and Chall (1948): words off a list of 3,000 easy ones; names count as such."""
    share = 100 * counts.difficult_words / counts.words
    return 0.1579 * share + 0.0496 * counts.words_per_sentence + (3.6365 if share > 5 else 0.0)


def words_per_sentence(counts: Counts) -> float:
    """Return the mean number of words of a sentence; higher is harder."""
    return counts.words_per_sentence


def syllables_per_word(counts: Counts) -> float:
    """Return the mean number of syllables of a word; higher is harder."""
    return counts.syllables / counts.words


def difficult_words(counts: Counts) -> float:
    """Return how many words of three syllables and more are on no list of easy words."""
    return counts.complex_words


FORMULAS = (
    ("flesch_reading_ease", flesch_reading_ease, False),
    ("flesch_kincaid_grade", flesch_kincaid_grade, True),
    ("gunning_fog", gunning_fog, True),
    ("smog_index", smog_index, True),
    ("coleman_liau_index", coleman_liau_index, True),
    ("automated_readability_index", automated_readability_index, True),
    ("dale_chall", dale_chall, True),
    ("words_per_sentence", words_per_sentence, True),
    ("syllables_per_word", syllables_per_word, True),
    ("difficult_words", difficult_words, True),
)


def measures(words: int, sentences: int, counts: Counts | None) -> tuple[Measure, ...]:
    """Return all measures in the order the panel shows them; None for counts: no word was seen."""
    return (
        Measure("words", words, None),
        Measure("sentences", sentences, None),
        Measure("reading_minutes", round(words / WORDS_PER_MINUTE, 1), None),
        *(
            Measure(name, round(formula(counts), 2) if counts else None, is_harder)
            for name, formula, is_harder in FORMULAS
        ),
    )
