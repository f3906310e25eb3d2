"""Marks for an analysed article when only the lexicons changed: fast enough to type by."""

from dataclasses import replace

from reader.core.analysis.analysis import Analysis, placed_findings
from reader.core.analysis.finding_recipe import GrammarWords, combined_findings, grammar_findings
from reader.core.attribution.quoting.quotations import quoted_spans
from reader.core.lexicon.matcher import Matcher
from reader.core.sources.voice import VoiceMap
from reader.core.text.tagging import Tagger


class Remarker:
    """Keeps what of an analysis does not hang on the lexicons of wording and hedging.

    Who speaks stays as it was: a change of the attribution cues needs a new analysis.
    """

    def __init__(self, analysis: Analysis, tagger: Tagger, words: GrammarWords) -> None:
        text = analysis.article.text
        self._analysis = analysis
        self._tokens = analysis.language_data.tokenizer(text)
        self._tags = tagger.tag(self._tokens)
        self._voices = VoiceMap(analysis.attributions, quoted_spans(self._tokens))
        self._grammar = grammar_findings(self._tokens, self._tags, analysis.attributions, words)

    def knows(self, analysis: Analysis) -> bool:
        """Tell whether this analysis is of the same text, with the same speakers."""
        own = self._analysis
        return (
            analysis.article.text == own.article.text and analysis.attributions == own.attributions
        )

    def remark(self, analysis: Analysis, matcher: Matcher) -> Analysis:
        """Return the analysis with the findings of this matcher."""
        matched = matcher.find(self._tokens, self._tags)
        found = combined_findings(
            self._tokens, self._tags, matched, self._analysis.language_data, self._grammar
        )
        lexicons = tuple(layer.lexicon for layer in matcher.layers)
        names = {lexicon.id for lexicon in lexicons}
        used = (item for item in found if item.lexicon in names)
        placed = placed_findings(used, analysis.article, self._voices)
        return replace(analysis, findings=placed, lexicons=lexicons)
