"""The one recipe for findings: words of the lists, grammar beside them, and hedges in context."""

from collections.abc import Iterable, Iterator, Sequence

from reader.core.analysis.analysis import beside
from reader.core.attribution import Attribution
from reader.core.detectors.hedging import HedgeWords, find_hedges
from reader.core.detectors.passives import ActWords, find_passives
from reader.core.detectors.scare_quotes import QuotingWords, find_scare_quotes
from reader.core.languages.language import Language
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Lexicon
from reader.core.text.tokens import TokenTable
from reader.values import frozen


@frozen
class GrammarWords:
    """The listed words that the detectors of grammar reason with."""

    acts: ActWords
    quoting: QuotingWords

    @classmethod
    def of(cls, lexicons: Sequence[Lexicon]) -> "GrammarWords":
        """Return the words of these lexicons, later ones on top."""
        return cls(ActWords.of(lexicons), QuotingWords.of(lexicons))


def grammar_findings(
    tokens: TokenTable,
    tags: Sequence[str],
    attributions: Iterable[Attribution],
    words: GrammarWords,
) -> tuple[Finding, ...]:
    """Return what grammar alone shows; it does not depend on the lists of wording in use."""
    contents = [span for item in attributions if not item.is_narrators for span in item.content]
    return (
        *find_passives(tokens, tags, words.acts),
        *find_scare_quotes(tokens, contents, words.quoting),
    )


def combined_findings(
    tokens: TokenTable,
    tags: Sequence[str],
    matched: Iterable[Finding],
    language: Language,
    grammar: Iterable[Finding] = (),
) -> Iterator[Finding]:
    """Yield the findings that count in a text, wording first, then grammar, then hedges.

    Args:
        tokens: The text.
        tags: Its parts of speech.
        matched: What the matcher found in it.
        language: What is known of its language.
        grammar: What grammar alone shows; it counts where no confident entry of a list stands,
            and before a less certain one: "was destroyed" tells more than "destroyed".
    """
    matched = tuple(matched)
    wording = [finding for finding in matched if finding.panel == "wording"]
    hedges = [finding for finding in matched if finding.panel == "hedging"]
    sure = [finding for finding in wording if finding.confidence == "confident"]
    alone = sorted(beside(grammar, sure), key=lambda finding: finding.span)
    yield from sure
    yield from beside((item for item in wording if item.confidence == "possible"), alone)
    yield from alone
    yield from find_hedges(tokens, tags, hedges, language.lists(HedgeWords)) if hedges else ()
