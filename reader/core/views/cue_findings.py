"""The cues of attributions as findings, so that page and card can tell of them too."""

from collections.abc import Iterable, Sequence

from reader.core.analysis.analysis import Analysis
from reader.core.attribution import Attribution
from reader.core.languages.language import Language
from reader.core.lexicon.findings import Finding, Voice
from reader.core.lexicon.lexicon import Entry
from reader.core.lexicon.phrases import Phrase, read_phrase, walk

_VOICES: dict[str, Voice] = {"direct": "direct", "mixed": "direct", "indirect": "indirect"}


def cue_findings(analysis: Analysis) -> tuple[Finding, ...]:
    """Return one finding for each attribution, in reading order, where its cue stands.

    An attribution without a cue stands where its content begins. None of them is counted.
    """
    found = (_finding(analysis, item) for item in analysis.attributions)
    return tuple(sorted((item for item in found if item), key=lambda item: item.span))


def findings_of_cue(
    found: Iterable[Finding], entry: Entry, language: Language
) -> tuple[Finding, ...]:
    """Return those of `cue_findings` that an entry of the attribution cues stands behind."""
    phrase = read_phrase(entry.phrase, entry.match, entry.part, language)
    return tuple(
        item
        for item in found
        if item.category == entry.categories[0]
        and _holds(language.tokenizer(item.entry.phrase).lowers, phrase)
    )


def _holds(lowers: Sequence[str], phrase: Phrase) -> bool:
    return any(walk(phrase.steps, 0, lowers, place) for place in range(len(lowers)))


def _finding(analysis: Analysis, item: Attribution) -> Finding | None:
    spans = item.cue or item.content
    if not spans:
        return None
    phrase = " ".join(spans[0].of(analysis.article.text).split())
    category = item.verb_class or "no-cue"
    return Finding(
        span=spans[0],
        lexicon="attribution-cues",
        panel="sourcing",
        category=category,
        entry=Entry(phrase, "exact", None, category, "confident"),
        confidence="confident",
        voice="narrator" if item.is_narrators else _VOICES[item.form],
        attribution=item.id,
    )
