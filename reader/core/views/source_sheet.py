"""One source as a sheet: what the program found of it; what only a reader can know stays open."""

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.analysis.summary import attributions_of
from reader.core.sources.source import Source
from reader.core.text.spans import Span
from reader.core.views.disclosure import Disclosure, Disclosures
from reader.values import frozen


@frozen
class SaidHere:
    """Something that a source says.

    Attributes:
        place: Where, as paragraph and sentence.
        verb: The words that say so, or "".
        words: What it says, on one line.
        is_quoted: All of it stands between quotation marks.
    """

    place: str
    verb: str
    words: str
    is_quoted: bool


@frozen
class SourceSheet:
    """What the program found of one source. Empty means: the article does not say.

    Attributes:
        title: The title of the article, or "".
        source: The source.
        disclosure: Where it speaks, through what, how it knows, why it has no name.
        reason: Why it has no name, in the article's words, or "".
        told: The words that tell of channel and knowledge, in the order of the disclosure.
        said: What it says, in reading order.
    """

    title: str
    source: Source
    disclosure: Disclosure
    reason: str
    told: tuple[str, ...]
    said: tuple[SaidHere, ...]


def source_sheet(analysis: Analysis, source: Source) -> SourceSheet:
    """Return the sheet of one source of an article."""
    places, told = Places.of(analysis), Disclosures(analysis).of(source)
    text = analysis.article.text

    def flat(span: Span) -> str:
        return " ".join(span.of(text).split())

    said = tuple(
        SaidHere(
            places.of_span((item.content or item.cue or item.source)[0]),
            flat(item.cue[0]) if item.cue else "",
            " … ".join(map(flat, item.content)),
            item.form == "direct",
        )
        for item in attributions_of(analysis, source)
        if item.content or item.cue or item.source
    )
    reason = told.anonymity.reason if told.anonymity is not None else None
    return SourceSheet(
        title=analysis.article.title or "",
        source=source,
        disclosure=told,
        reason=flat(reason) if reason is not None else "",
        told=(
            *(flat(one.words) for one in told.channels),
            *(flat(one.words) for one in told.knowledge),
        ),
        said=said,
    )
