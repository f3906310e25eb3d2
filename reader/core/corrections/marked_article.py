"""A corrected analysis as an article marked whole: the form in which marks by hand are kept."""

from array import array
from collections.abc import Mapping, Sequence

from reader.core.analysis.analysis import Analysis
from reader.core.attribution.attributions import Attribution
from reader.core.sources.naming import Naming
from reader.core.sources.source import Source, by_attribution
from reader.core.text.spans import Span


def marked_article(analysis: Analysis, text_name: str) -> dict[str, object]:
    """Return who says what, who that is, under which names, and the loaded words.

    What the reader corrected is in it. `by` tells for each attribution whether the reader or the
    program made it, so that a class sees what nobody has looked at yet.

    Args:
        analysis: The analysis with the corrections in it.
        text_name: The name of the file that holds the text beside the marks.
    """
    entities = _Entities(analysis)
    return {
        "text": text_name,
        "about": analysis.article.origin,
        "licence": "",
        "entities": entities.plain(),
        "actors": entities.actors(),
        "attributions": [_attribution(item, analysis, entities) for item in analysis.attributions],
        "pronouns": entities.pronouns(),
        "loaded": [
            {
                "span": _pair(item.span),
                "speaker": entities.of_attribution(item.attribution) or "narrator",
                "strong": False,
            }
            for item in analysis.findings
            if item.panel == "wording" and item.confidence == "confident"
        ],
    }


class _Entities:
    """The sources of an article as entities, with the actor of its naming that each one is."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.article.text
        self._sources = [source for source in analysis.sources if source.name]
        self._keys = {source.id: f"e{n}" for n, source in enumerate(self._sources, start=1)}
        self._owners = by_attribution(analysis.sources)
        actors = _Actors(len(self._text), analysis.naming)
        self._actors = {source.id: actors.of(source) for source in self._sources}
        self._various = {id(actor) for actor in analysis.naming if actor.is_various}

    def of_attribution(self, number: int | None) -> str | None:
        """Return the key of who speaks at an attribution, None where nobody is named."""
        source = self._owners.get(number or 0)
        return self._keys.get(source.id) if source else None

    def plain(self) -> Mapping[str, object]:
        """Return every entity by its key."""
        return {
            self._keys[source.id]: {
                "name": source.name,
                "kind": source.kind,
                "identification": source.identification,
                "forms": self._forms(source),
            }
            for source in self._sources
        }

    def _forms(self, source: Source) -> Sequence[str]:
        actor = self._actors[source.id]
        if actor is not None:
            return list(dict.fromkeys(label.text for label in actor.labels))
        words = (" ".join(mention.of(self._text).split()) for mention in source.mentions)
        return list(dict.fromkeys(words))

    def actors(self) -> Sequence[str]:
        """Return the keys of those whom the article names in more than one way."""
        return [
            self._keys[source.id]
            for source in self._sources
            if id(self._actors[source.id]) in self._various
        ]

    def pronouns(self) -> Sequence[Mapping[str, object]]:
        """Return the pronouns that stand for an entity, in reading order."""
        found: list[tuple[Span, str]] = []
        for source in self._sources:
            actor = self._actors[source.id]
            places = actor.places.get("pronoun", ()) if actor else ()
            found += [(span, self._keys[source.id]) for span in places]
        return [{"span": _pair(span), "entity": key} for span, key in sorted(found)]


class _Actors:
    """Finds the actor that a source is, by a wording that stands in one of its mentions."""

    def __init__(self, length: int, naming: Sequence[Naming]) -> None:
        """Note for each of so many characters the first actor who is named there."""
        self._naming = naming
        self._nobody = len(naming)
        self._at = array("l", [self._nobody]) * length
        for number in range(len(naming) - 1, -1, -1):
            for span in (span for label in naming[number].labels for span in label.spans):
                self._at[span.start : span.end] = array("l", [number]) * len(span)

    def of(self, source: Source) -> Naming | None:
        """Return the first actor with a wording in a mention of the source, or None."""
        met = (
            min(self._at[span.start : span.end], default=self._nobody) for span in source.mentions
        )
        first = min(met, default=self._nobody)
        return self._naming[first] if first < self._nobody else None


def _attribution(item: Attribution, analysis: Analysis, entities: _Entities) -> dict[str, object]:
    is_readers = analysis.marks.is_attribution_corrected(item.id)
    return {
        "source": _pair(item.source[0]) if item.source else None,
        "cue": _pair(item.cue[0]) if item.cue else None,
        "content": [_pair(span) for span in item.content],
        "entity": entities.of_attribution(item.id),
        "kind": item.kind,
        "form": item.form,
        "sure": item.sure,
        "inside": item.inside is not None,
        "by": "reader" if is_readers else "program",
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
