"""analyse(article) -> Analysis: the only module that calls every detector."""

from dataclasses import dataclass

from reader.core.article import Article
from reader.core.attribution.attributions import Attribution
from reader.core.findings import Finding
from reader.core.lexicon import Lexicon
from reader.core.readability import Measure
from reader.core.sources import Source
from reader.core.spans import Span


@dataclass(frozen=True, slots=True)
class NamingLabel:
    """One wording used for an actor: its words, its places and who used it."""

    text: str
    spans: tuple[Span, ...]
    voice: str


@dataclass(frozen=True, slots=True)
class Naming:
    """All wordings that the article uses for one actor."""

    actor: str
    labels: tuple[NamingLabel, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the program has to say about one article. Views are shown it whole.

    Attributes:
        article: What was analysed.
        sentences: The sentences, in order.
        findings: In reading order, both panels, both confidences.
        attributions: In reading order.
        sources: In order of their first mention.
        naming: Rival wordings for one actor.
        unsourced: Sentences of the narrator in which no source was found.
        words: The number of words.
        readability: The measures; empty until they have been taken.
        caveats: What the program was unsure of, in finished sentences.
        lexicons: The lexicons that were used.
    """

    article: Article
    sentences: tuple[Span, ...] = ()
    findings: tuple[Finding, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    sources: tuple[Source, ...] = ()
    naming: tuple[Naming, ...] = ()
    unsourced: tuple[Span, ...] = ()
    words: int = 0
    readability: tuple[Measure, ...] = ()
    caveats: tuple[str, ...] = ()
    lexicons: tuple[Lexicon, ...] = ()
