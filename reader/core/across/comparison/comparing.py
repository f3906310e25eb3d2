"""compare(articles) -> Comparison: the only module that calls every part of a comparison."""

from collections.abc import Sequence

from reader.core.across.comparison.actors.joining import Joiner
from reader.core.across.comparison.actors.rival_names import with_rivals
from reader.core.across.comparison.actors.sources import JoinedSources, speaker_numbers
from reader.core.across.comparison.actors.wordings import compared_actors
from reader.core.across.comparison.compared_text import ComparedText
from reader.core.across.comparison.comparison import ComparedArticle, Comparison
from reader.core.across.comparison.comparison_words import ComparisonWords
from reader.core.across.comparison.limits import FEWEST, MOST
from reader.core.across.comparison.matters import Matters
from reader.core.across.comparison.only_in import OnlyInFinder
from reader.core.across.comparison.passages.claims import ClaimFinder
from reader.core.across.comparison.passages.marks import marks_by_category
from reader.core.across.comparison.passages.quotations import shared_quotations
from reader.core.across.comparison.passages.sentences import shared_sentences
from reader.core.sources.rivals import rival_names
from reader.core.sources.words.source_words import SourceWords
from reader.core.views.hedge_patterns import MatterWords


def compare(articles: Sequence[ComparedArticle]) -> Comparison:
    """Return what two to six articles have in common, and what only one of them has.

    Args:
        articles: In the order in which the reader put them. The words of the language are those
            of the first.

    Raises:
        ValueError: There are fewer than two articles, or more than six.
    """
    if not FEWEST <= len(articles) <= MOST:
        raise ValueError(f"{FEWEST} to {MOST} articles can be compared, not {len(articles)}")
    texts = tuple(ComparedText(number, item.analysis) for number, item in enumerate(articles))
    first = articles[0].analysis
    lexicons, language = first.lexicons, first.language_data
    names, common = SourceWords.of(lexicons), language.lists(MatterWords).common
    matters = Matters(common)
    words = language.lists(ComparisonWords)
    joined = Joiner(texts, names, words).joined()
    joined = with_rivals(joined, texts, rival_names(lexicons), matters)
    sources = JoinedSources(texts, joined)
    only_in = OnlyInFinder(texts, words, names)
    calendar = names.calendar
    of_actors = frozenset(
        word for group in joined for one in group.members if one.is_named for word in one.words
    )
    speakers = [speaker_numbers(sources, text) for text in texts]
    return Comparison(
        articles=tuple(articles),
        actors=compared_actors(texts, joined),
        sources=sources.compared(),
        quotations=shared_quotations(texts, speakers, common),
        shared_sentences=shared_sentences(texts),
        only_in=only_in.found(joined),
        hedges=marks_by_category(texts, "hedging"),
        wording=marks_by_category(texts, "wording"),
        claims=ClaimFinder(texts, only_in.figures, matters, calendar | of_actors).found(),
    )
