"""analyse(article) -> Analysis: the only module that calls every detector."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.core.analysis.analysis import (
    Analysis,
    passages_without_source,
    placed_findings,
)
from reader.core.analysis.finding_recipe import GrammarWords, combined_findings, grammar_findings
from reader.core.attribution.cue_list import CueList
from reader.core.attribution.joining import find_reported
from reader.core.languages.guessing import LanguageGuesser
from reader.core.languages.language import Language
from reader.core.lexicon.lexicon import Lexicon
from reader.core.lexicon.matcher import CompiledLexicon, Matcher
from reader.core.sources.chain.building import find_chains
from reader.core.sources.naming import find_actors, main_actors
from reader.core.sources.rivals import RivalNames, rival_names
from reader.core.sources.sources import find_sources
from reader.core.sources.voice import VoiceMap
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.article import Article, count_words
from reader.core.text.tagging import Tagger
from reader.core.text.tokens import LONGEST_READ, TokenTable

ENDLESS = (
    f"A sentence has more than {LONGEST_READ:,} words and signs. "
    "Only its beginning was looked through for speakers and names."
)
_BY_SCRIPT = LanguageGuesser()  # knows no words


@dataclass(frozen=True, slots=True, repr=False)
class AnalysisTools:
    """What an analysis needs besides the article; made once, used for many.

    Attributes:
        language: The language of the texts.
        tagger: Gives parts of speech.
        matcher: All lexicons, compiled.
        cues: The attribution cues among them.
        rivals: The contested names for groups of people among them.
        sources: The words for roles, titles and bodies among them.
        grammar: The words among them that the detectors of grammar reason with.
        lexicons: The lexicons themselves, in layers from below to above.
        guess: Guesses in which language an article is.
    """

    language: Language
    tagger: Tagger
    matcher: Matcher
    cues: CueList
    rivals: RivalNames
    sources: SourceWords
    grammar: GrammarWords
    lexicons: tuple[Lexicon, ...]
    guess: LanguageGuesser

    @classmethod
    def of(
        cls,
        tagger: Tagger,
        lexicons: tuple[Lexicon, ...],
        language: Language,
        guess: LanguageGuesser = _BY_SCRIPT,
    ) -> "AnalysisTools":
        """Return the tools for these lexicons."""
        return cls(
            language,
            tagger,
            Matcher(lexicons),
            CueList(lexicons),
            rival_names(lexicons),
            SourceWords.of(lexicons),
            GrammarWords.of(lexicons),
            lexicons,
            guess,
        )

    def __repr__(self) -> str:
        """Return a few words: the tools themselves would fill a book in a failed test."""
        return f"AnalysisTools({len(self.lexicons)} lexicons)"

    def with_lexicons(self, lexicons: tuple[Lexicon, ...]) -> "AnalysisTools":
        """Return the same tools for other lexicons."""
        return AnalysisTools.of(self.tagger, lexicons, self.language, self.guess)

    def with_words(self, lexicons: tuple[Lexicon, ...]) -> "AnalysisTools":
        """Return the same tools that mark with other lexicons; cues and rivals stay."""
        return replace(
            self, matcher=Matcher(_made_ready(lexicons, self.matcher)), lexicons=lexicons
        )

    def with_rivals(self) -> "AnalysisTools":
        """Return the same tools with the contested names of groups read again."""
        return replace(self, rivals=rival_names(self.lexicons))


def _made_ready(lexicons: Sequence[Lexicon], before: Matcher) -> Iterator[CompiledLexicon]:
    """Yield the lexicons compiled; what the matcher before had of them is taken over."""
    known = {layer.lexicon.id: layer for layer in before.layers}
    for item in lexicons:
        layer = known.get(item.id)
        if layer is None:
            yield CompiledLexicon(item)
        else:
            yield layer if layer.lexicon is item else layer.with_lexicon(item)


class AnalysisCancelledError(Exception):
    """Nobody wants the result any more."""


def analyse(
    article: Article,
    tools: AnalysisTools,
    *,
    assume_english: bool = False,
    language: str = "",
    report: Callable[[str], None] | None = None,
) -> Analysis:
    """Return the analysis of an article, without readability.

    Args:
        article: What to analyse.
        tools: Tagger and lexicons.
        assume_english: Mark the article even when it looks like another language.
        language: The code of the language that somebody says it is in; "" to find it out.
        report: Told the name of each step before it begins; it may raise
            AnalysisCancelledError to end the work.
    """
    tell = report or _say_nothing
    tell("words")
    tokens = tools.language.tokenizer(article.text)
    plain = _plain(article, tokens, tools.language)
    code = article.language if assume_english else language or tools.guess(article.text)
    if not assume_english and code not in {None, tools.language.code}:
        name = tools.language.name
        told = f"This does not look like {name}. The lists are {name}, so nothing is marked."
        article = replace(article, language=article.language if language else code)
        return replace(plain, article=article, caveats=(*plain.caveats, told))
    return _marked(
        plain,
        replace(article, language=article.language or code or tools.language.code),
        tokens,
        tools,
        tell,
    )


def _marked(
    plain: Analysis,
    article: Article,
    tokens: TokenTable,
    tools: AnalysisTools,
    tell: Callable[[str], None],
) -> Analysis:
    """Return an analysis with everything that needs the lists."""
    tell("tags")
    tags = tools.tagger.tag(tokens)
    tell("lexicons")
    matched = tools.matcher.find(tokens, tags)
    tell("sources")
    reported = find_reported(tokens, tags, tools.cues, tools.sources.speaking)
    attributions, mended = reported.attributions, reported.tags
    speakers = [(span, item.inside is None) for item in attributions for span in item.source[:1]]
    chains = find_chains(
        tokens, mended, tools.sources, speakers, reported.quoted, reported.tag_places
    )
    sources = find_sources(tokens, mended, attributions, tools.sources, chains)
    tell("voices")
    voices = VoiceMap(attributions, reported.quoted)
    actors = find_actors(tokens, mended, tools.rivals, chains, sources, voices, tools.sources)
    names = {lexicon.id for lexicon in tools.lexicons}
    grammar = grammar_findings(tokens, tags, attributions, tools.grammar)
    found = combined_findings(tokens, tags, matched, tools.language, grammar)
    return replace(
        plain,
        article=article,
        findings=placed_findings(
            (item for item in found if item.lexicon in names), article, voices
        ),
        attributions=attributions,
        sources=sources,
        actors=actors,
        naming=main_actors(actors, sources),
        voices=voices.stretches(article.text),
        unsourced=passages_without_source(tokens, article, attributions),
        caveats=(*plain.caveats, *reported.caveats, *((ENDLESS,) if tokens.is_endless else ())),
        lexicons=tools.lexicons,
    )


def _say_nothing(_step: str) -> None:
    """Report no progress."""


def _plain(article: Article, tokens: TokenTable, language: Language) -> Analysis:
    """Return what is known without any list: sentences and words."""
    caveats = list(article.caveats)
    words = count_words(article.text)
    if not words:
        caveats.append("The article has no words.")
    return Analysis(
        article=article,
        sentences=tuple(tokens.span(first, past_last) for first, past_last in tokens.sentences),
        words=words,
        language_data=language,
        caveats=tuple(caveats),
    )
