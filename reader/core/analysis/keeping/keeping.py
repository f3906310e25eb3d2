"""A whole analysis as lists of numbers and words, and back.

The article and the lexicons are kept elsewhere. What only repeats the text is kept by its place.
"""

from collections.abc import Sequence
from dataclasses import replace

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.keeping.actors import actor_of, plain_actor
from reader.core.analysis.keeping.findings import findings_of, plain_findings
from reader.core.analysis.keeping.spans import Plain, flat, spans_of
from reader.core.analysis.keeping.speakers import (
    attributions_of,
    plain_attributions,
    plain_sources,
    plain_voices,
    sources_of,
    stretches_of,
)
from reader.core.analysis.known_lexicons import KnownLexicons
from reader.core.analysis.readability import Measure
from reader.core.languages.language import PLAIN, Language
from reader.core.sources.naming import Naming
from reader.core.text.article import Article
from reader.core.text.spans import Span

FORM = 4  # raised when the order of the parts changes


def plain_analysis(analysis: Analysis, known: KnownLexicons) -> Plain:
    """Return an analysis as plain data, without its article and lexicons."""
    text = analysis.article.text
    sentences = {span: place for place, span in enumerate(analysis.sentences)}
    return [
        FORM,
        analysis.article.language,
        flat(analysis.sentences),
        plain_findings(analysis.findings, text, known),
        plain_attributions(analysis.attributions),
        plain_sources(analysis.sources, text),
        [plain_actor(item, text) for item in analysis.actors],
        plain_voices(analysis.voices),
        [sentences.get(span, [span.start, span.end]) for span in analysis.unsourced],
        analysis.words,
        [[item.id, item.value, item.higher_is_harder] for item in analysis.readability],
        list(analysis.caveats),
        [_which(item, analysis.actors, text) for item in analysis.naming],
        int(bool(analysis.lexicons)),
    ]


def _which(naming: Naming, actors: Sequence[Naming], text: str) -> int | Plain:
    """Return which of the actors an item is; most are one of them."""
    return actors.index(naming) if naming in actors else plain_actor(naming, text)


def analysis_from_plain(
    plain: Plain, article: Article, known: KnownLexicons, language: Language = PLAIN
) -> Analysis:
    """Return the analysis that was kept, of the article it was made of.

    Args:
        plain: What `plain_analysis` returned.
        article: The article.
        known: The lexicons in use.
        language: What is known of its language.

    Raises:
        ValueError: It is no analysis, or one of another form.
    """
    try:
        form, code, *parts = plain
        if form != FORM:
            raise ValueError("another version of the program kept it")
        return _analysis(parts, replace(article, language=code), known, language)
    except (TypeError, IndexError, KeyError, AttributeError) as error:
        raise ValueError("it is no analysis") from error


def _analysis(
    parts: Plain, article: Article, known: KnownLexicons, language: Language
) -> Analysis:
    numbers, findings, attributions, sources, plain_actors, voices, *rest = parts
    unsourced, words, readability, caveats, naming, is_marked = rest
    text, sentences = article.text, spans_of(numbers)
    actors = tuple(actor_of(item, text) for item in plain_actors)
    return Analysis(
        article=article,
        sentences=sentences,
        findings=findings_of(findings, text, known),
        attributions=attributions_of(attributions),
        sources=sources_of(sources, text),
        actors=actors,
        naming=tuple(
            actors[item] if isinstance(item, int) else actor_of(item, text) for item in naming
        ),
        voices=stretches_of(voices),
        unsourced=tuple(
            sentences[item] if isinstance(item, int) else Span(*item) for item in unsourced
        ),
        words=words,
        readability=tuple(Measure(*item) for item in readability),
        caveats=tuple(caveats),
        lexicons=known.lexicons if is_marked else (),
        language_data=language,
    )
