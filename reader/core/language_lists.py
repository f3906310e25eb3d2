"""All word lists that rooms of the program declare, and whether a language's data fit them."""

from reader.core.across.comparison.comparison_words import ComparisonWords
from reader.core.attribution.words import (
    AttributionWords,
    InterviewWords,
    NounPhraseWords,
    ReportingVerbs,
    SpeakerWords,
)
from reader.core.detectors.hedging import HedgeWords
from reader.core.detectors.passives import PassiveWords
from reader.core.detectors.scare_quotes import MarkWords
from reader.core.languages.english import EnglishInflections, EnglishWords
from reader.core.languages.inflections import SuffixWords
from reader.core.languages.language import Language
from reader.core.lexicon.phrase_words import PhraseWords
from reader.core.sources.words.disclosure_words import DisclosureWords
from reader.core.sources.words.reference_words import ReferenceWords
from reader.core.text.tagging import TaggerWords
from reader.core.text.tokens import TokenWords
from reader.core.text.word_lists import WordLists, list_problems
from reader.core.views.hedge_patterns import MatterWords
from reader.core.views.plainer import PlainerWords
from reader.core.views.text_kinds import KindWords

WORD_LISTS: tuple[type[WordLists], ...] = (
    TokenWords,
    TaggerWords,
    PhraseWords,
    NounPhraseWords,
    ReportingVerbs,
    AttributionWords,
    InterviewWords,
    SpeakerWords,
    HedgeWords,
    PassiveWords,
    MarkWords,
    ReferenceWords,
    DisclosureWords,
    MatterWords,
    PlainerWords,
    KindWords,
    ComparisonWords,
)


def declared_lists(language: Language) -> tuple[type[WordLists], ...]:
    """Return what a language may declare; the way it makes forms has lists of its own."""
    is_english = isinstance(language.inflections, EnglishInflections)
    return (*WORD_LISTS, EnglishWords if is_english else SuffixWords)


def language_problems(language: Language) -> tuple[str, ...]:
    """Return what does not fit in the data of a language, as finished sentences."""
    found = list_problems(declared_lists(language), language.tables)
    return tuple(f"{language.name}, {problem}" for problem in found)
