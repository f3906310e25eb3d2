"""The comparison document: a Comparison as plain data, in the published schema."""

from collections.abc import Iterable, Iterator

from reader.core.across.comparison.comparison import (
    CategoryMarks,
    ComparedActor,
    ComparedMark,
    ComparedSource,
    Comparison,
    OnlyIn,
    OnlyThere,
    SharedClaim,
    SharedQuotation,
)
from reader.core.text.spans import Span

SCHEMA = "close-reader/comparison/1"


def comparison_document(comparison: Comparison, *, has_outlets: bool = True) -> dict[str, object]:
    """Return the comparison in schema `close-reader/comparison/1`, ready for JSON.

    All offsets are half-open, in code points of the text of the article that is named by its
    number; unknown is None.

    Args:
        comparison: What was found.
        has_outlets: Tell which publication an article is from.
    """
    writer = _Writer(comparison)
    articles = [
        {
            "id": item.id,
            "title": item.analysis.article.title,
            "outlet": item.analysis.article.outlet if has_outlets else None,
        }
        for item in comparison.articles
    ]
    return {
        "schema": SCHEMA,
        "articles": articles,
        "actors": [_actor(actor) for actor in comparison.actors],
        "sources": [_source(source) for source in comparison.sources],
        "quotations": [writer.quotation(item) for item in comparison.quotations],
        "shared_sentences": [
            {"in": [{"article": place.article, **_ends(place.span)} for place in places]}
            for places in comparison.shared_sentences
        ],
        "only_in": [_only(item) for item in comparison.only_in],
        "hedges": [writer.category(item) for item in comparison.hedges],
        "wording": [writer.category(item) for item in comparison.wording],
        "claims": [writer.claim(item) for item in comparison.claims],
    }


def _ends(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _actor(actor: ComparedActor) -> dict[str, object]:
    return {
        "name": actor.name,
        "perhaps": list(actor.perhaps),
        "labels": [
            {
                "article": label.article,
                "text": label.text,
                "voice": label.voice,
                "speaker": label.speaker,
                "spans": _pairs(label.spans),
            }
            for label in actor.labels
        ],
    }


def _source(source: ComparedSource) -> dict[str, object]:
    return {
        "name": source.name,
        "in": [
            {
                "article": part.article,
                "words": part.words,
                "verbs": list(part.verbs),
                "spans": _pairs(part.spans),
            }
            for part in source.parts
        ],
    }


def _only(item: OnlyIn) -> dict[str, object]:
    def names(found: Iterable[OnlyThere]) -> list[str]:
        return [one.text for one in found]

    return {
        "article": item.article,
        "people": names(item.people),
        "places": names(item.places),
        "figures": names(item.figures),
    }


class _Writer:
    """Writes what quotes the texts."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison

    def _place(self, article: int, span: Span) -> dict[str, object]:
        words = span.of(self._comparison.text_of(article))
        return {"article": article, **_ends(span), "text": words}

    def quotation(self, item: SharedQuotation) -> dict[str, object]:
        """Return a quotation with every place that carries it."""
        carried = [self._place(piece.article, piece.span) for piece in item.carried]
        return {"in": carried, "differs": item.differs}

    def category(self, item: CategoryMarks) -> dict[str, object]:
        """Return a category with its marks."""
        return {"category": item.category.id, "in": list(self._marks(item.marks))}

    def _marks(self, marks: Iterable[ComparedMark]) -> Iterator[dict[str, object]]:
        for mark in marks:
            place = self._place(mark.article, mark.span)
            yield {**place, "voice": mark.voice, "speaker": mark.speaker}

    def claim(self, item: SharedClaim) -> dict[str, object]:
        """Return a claim with the sentences that make it, their hedges and their speakers."""
        parts = [
            {
                **self._place(part.article, part.sentence),
                "hedges": list(self._marks(part.hedges)),
                "attributed": [
                    {"speaker": speaker, "verb": verb} for speaker, verb in part.attributed
                ],
            }
            for part in item.parts
        ]
        return {"about": item.about, "in": parts}
