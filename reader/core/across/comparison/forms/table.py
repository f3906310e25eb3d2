"""A comparison as one table: sections of rows, one cell for each article, every piece with places.

Reports and the window write it each in its own way; the words for sections are theirs.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from reader.core.across.comparison.comparison import (
    CategoryMarks,
    ClaimPart,
    ComparedActor,
    ComparedMark,
    ComparedSource,
    Comparison,
    OnlyIn,
    OnlyThere,
    SharedClaim,
    SharedQuotation,
    SourcePart,
)
from reader.core.lexicon.findings import Voice
from reader.core.text.spans import Span
from reader.values import frozen

SectionId = Literal[
    "naming",
    "sources",
    "claims",
    "hedges",
    "wording",
    "quotations",
    "sentences",
    "people",
    "places",
    "figures",
]
PieceKind = Literal["label", "words", "verb", "quote", "cut", "hedge", "sentence", "cue", "bare"]


@frozen
class Block:
    """A passage as a part of its text, for a strip that shows where a source speaks.

    Attributes:
        start: Where it begins, as a share of the text below the headline; below 0 in the headline.
        end: Where it ends.
        is_indirect: It is told without quotation marks.
    """

    start: float
    end: float
    is_indirect: bool


@frozen
class Piece:
    """One thing in a cell.

    Attributes:
        kind: What it is: a wording, a number of words, a verb, a quotation, what of it is cut, a
            hedge, a sentence, a word that attributes, or that neither hedge nor source is there.
        text: The words, on one line.
        spans: Where they stand in the cell's article.
        voice: In whose words.
        speaker: The name of the source, or None.
        count: How many words, for the kind `words`; how often, for `verb`.
        strip: Where in the article they stand, for `words`.
    """

    kind: PieceKind
    text: str
    spans: tuple[Span, ...]
    voice: Voice = "narrator"
    speaker: str | None = None
    count: int = 0
    strip: tuple[Block, ...] = ()


@frozen
class Row:
    """One actor, source, category, quotation or claim.

    Attributes:
        name: What the row is about; None for a source without a name.
        note: What else is told of it, or "".
        cells: One for each article, in order; an empty cell means: not found.
        perhaps: Who may be meant by a name that the articles do not decide.
    """

    name: str | None
    note: str
    cells: tuple[tuple[Piece, ...], ...]
    perhaps: tuple[str, ...] = ()


@frozen
class Section:
    """Rows of one kind."""

    id: SectionId
    rows: tuple[Row, ...]


def comparison_table(comparison: Comparison) -> tuple[Section, ...]:
    """Return the sections that have rows, in the order in which they are shown."""
    table = _Table(comparison)
    sections = (
        Section("naming", tuple(map(table.actor, _ordered(comparison.actors)))),
        Section("sources", tuple(map(table.source, comparison.sources))),
        Section("claims", tuple(map(table.claim, comparison.claims))),
        Section("hedges", tuple(map(table.category, comparison.hedges))),
        Section("wording", tuple(map(table.category, comparison.wording))),
        Section("quotations", tuple(map(table.quotation, comparison.quotations))),
        Section("sentences", tuple(table.sentences())),
        Section("people", tuple(table.only(lambda item: item.people))),
        Section("places", tuple(table.only(lambda item: item.places))),
        Section("figures", tuple(table.only(lambda item: item.figures))),
    )
    return tuple(section for section in sections if section.rows)


def _ordered(actors: Iterable[ComparedActor]) -> list[ComparedActor]:
    """Return the actors of most articles first, then those with the most wordings."""

    def rank(actor: ComparedActor) -> tuple[int, int]:
        articles = {label.article for label in actor.labels}
        return -len(articles), -len({label.text for label in actor.labels})

    return sorted(actors, key=rank)


class _Table:
    """Makes rows."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._numbers = range(len(comparison.articles))

    def _cells(self, of: Callable[[int], Iterable[Piece]]) -> tuple[tuple[Piece, ...], ...]:
        return tuple(tuple(of(number)) for number in self._numbers)

    def _words(self, article: int, span: Span) -> str:
        return " ".join(span.of(self._comparison.text_of(article)).split())

    def actor(self, actor: ComparedActor) -> Row:
        """Return how an actor is called in each article."""
        cells = self._cells(
            lambda number: (
                Piece("label", label.text, label.spans, label.voice, label.speaker)
                for label in actor.of(number)
            )
        )
        return Row(actor.name, "", cells, actor.perhaps)

    def source(self, source: ComparedSource) -> Row:
        """Return how many words of a source each article has, and with which verbs."""
        parts = {part.article: part for part in source.parts}

        def pieces(number: int) -> Iterator[Piece]:
            part = parts.get(number)
            if part is not None:
                strip = tuple(self._blocks(part))
                yield Piece("words", "", part.said, count=part.words, strip=strip)
                for verb, spans in zip(part.verbs, part.by_verb, strict=True):
                    yield Piece("verb", verb, spans, count=len(spans))

        return Row(source.name, source.role or "", self._cells(pieces))

    def _blocks(self, part: SourcePart) -> Iterator[Block]:
        """Yield where in its article a source speaks."""
        article = self._comparison.articles[part.article].analysis.article
        zones = article.zones
        body = zones[0].span.end if zones and zones[0].kind == "headline" else 0
        length = max(1, len(article.text) - body)
        for span in part.said:
            is_indirect = span in part.indirect
            if span.start < body:
                yield Block(-1, -1, is_indirect)
            else:
                start, end = (span.start - body) / length, (span.end - body) / length
                yield Block(start, end, is_indirect)

    def category(self, item: CategoryMarks) -> Row:
        """Return the marks of a category, the same words in one voice together."""
        return Row(
            item.category.name, "", self._cells(lambda number: self._marks(item.of(number)))
        )

    def _marks(self, marks: Iterable[ComparedMark]) -> Iterator[Piece]:
        places: dict[tuple[str, Voice, str | None], list[Span]] = {}
        for mark in marks:
            words = self._words(mark.article, mark.span)
            places.setdefault((words, mark.voice, mark.speaker), []).append(mark.span)
        for (words, voice, speaker), spans in places.items():
            yield Piece("label", words, tuple(spans), voice, speaker)

    def claim(self, claim: SharedClaim) -> Row:
        """Return how sure each article is of a claim, and whose it is there."""
        return Row(
            claim.about,
            "",
            self._cells(
                lambda number: (
                    piece
                    for part in claim.parts
                    if part.article == number
                    for piece in self._claim_part(part)
                )
            ),
        )

    def _claim_part(self, part: ClaimPart) -> Iterator[Piece]:
        sentence = (part.sentence,)
        for speaker, cue in part.attributed:
            yield Piece("cue", cue, sentence, "narrator", speaker)
        for hedge in part.hedges:
            words = self._words(part.article, hedge.span)
            yield Piece("hedge", words, (hedge.span,), hedge.voice, hedge.speaker)
        if not part.attributed and not part.hedges:
            yield Piece("bare", "", sentence)
        yield Piece("sentence", self._words(part.article, part.sentence), sentence)

    def quotation(self, item: SharedQuotation) -> Row:
        """Return a quotation as each article carries it, and what it lacks of the fullest."""
        cut = dict(item.cut)

        def pieces(number: int) -> Iterator[Piece]:
            carried = [piece for piece in item.carried if piece.article == number]
            for piece in carried:
                yield Piece("quote", self._words(number, piece.span), (piece.span,), "direct")
            for span in cut.get(number, ()) if carried else ():
                first = carried[0].span
                yield Piece("cut", self._words(item.fullest, span), (first,), "direct")

        first = next(piece for piece in item.carried if piece.article == item.fullest)
        return Row(self._words(item.fullest, first.span), "", self._cells(pieces))

    def sentences(self) -> Iterator[Row]:
        """Yield the sentences that several articles have word for word."""
        for places in self._comparison.shared_sentences:
            first = places[0]
            found: dict[int, list[Span]] = {}
            for place in places:
                found.setdefault(place.article, []).append(place.span)
            cells = tuple(
                (Piece("sentence", self._words(number, found[number][0]), tuple(found[number])),)
                if number in found
                else ()
                for number in self._numbers
            )
            yield Row(self._words(first.article, first.span), "", cells)

    def only(self, wanted: Callable[[OnlyIn], Iterable[OnlyThere]]) -> Iterator[Row]:
        """Yield one row with what only one article has, where there is any."""
        cells = self._cells(
            lambda number: (
                Piece("label", item.around or item.text, item.spans)
                for item in wanted(self._comparison.only_in[number])
            )
        )
        if any(cells):
            yield Row("", "", cells)
