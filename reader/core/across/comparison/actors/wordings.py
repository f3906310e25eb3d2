"""Who is named in several articles, or in several ways in one, with every wording."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.core.across.comparison.actors.members import Joined
from reader.core.across.comparison.compared_text import ComparedText
from reader.core.across.comparison.comparison import ComparedActor, ComparedLabel
from reader.core.lexicon.findings import Voice
from reader.core.sources.naming import NamingLabel
from reader.core.text.spans import Span

_NEAR = 8  # wordings before a place, the last of which may reach into it


def compared_actors(
    texts: Sequence[ComparedText], joined: Iterable[Joined]
) -> tuple[ComparedActor, ...]:
    """Return the actors that several articles have, that one names in several ways, or unsure."""
    written = _Written(texts)
    actors = (_actor(group, texts, written) for group in joined)
    return tuple(actor for actor in actors if actor is not None)


def _actor(
    group: Joined, texts: Sequence[ComparedText], written: "_Written"
) -> ComparedActor | None:
    labels = [
        _label(member.article, label, written.speakers[member.article])
        for member in sorted(group.members, key=lambda member: member.article)
        for label in member.naming.labels
    ]
    labels += written.elsewhere(group)
    labels.sort(key=lambda label: (label.article, label.spans[0]))
    is_across = len({label.article for label in labels}) > 1
    is_various = any(member.naming.is_various for member in group.members)
    if not is_across and not is_various and not group.perhaps:
        return None
    fullest = group.fullest.naming
    return ComparedActor(fullest.actor, fullest.kind, tuple(labels), group.perhaps)


def _label(article: int, label: NamingLabel, speakers: Mapping[str, str | None]) -> ComparedLabel:
    speaker = speakers.get(label.speaker or "")
    return ComparedLabel(article, label.text, label.voice, speaker, label.spans)


class _Written:
    """Finds the name of a body in articles where it was not told that it is one's.

    Attributes:
        speakers: For each article the names of its sources, by the source's id.
    """

    def __init__(self, texts: Sequence[ComparedText]) -> None:
        self._texts = texts
        self.speakers = [
            {source.id: source.name for source in text.analysis.sources} for text in texts
        ]
        self._taken = [
            sorted(
                span
                for actor in text.analysis.actors
                for label in actor.labels
                for span in label.spans
            )
            for text in texts
        ]

    def elsewhere(self, group: Joined) -> Iterator[ComparedLabel]:
        """Yield the name of a body as it stands in articles that do not have it as an actor."""
        body = next((member for member in group.members if member.is_body), None)
        for text in self._texts if body else ():
            if body is None or text.number in group.articles:
                continue
            name = body.naming.actor
            places: dict[tuple[Voice, str | None], list[Span]] = {}
            for span in self._places(name, text):
                places.setdefault(text.voice_at(span), []).append(span)
            for (voice, speaker), spans in places.items():
                yield ComparedLabel(text.number, name, voice, speaker, tuple(spans))

    def _places(self, name: str, text: ComparedText) -> Iterator[Span]:
        """Yield where a name stands, but where it is a part of another actor's wording."""
        if not text.has_word(name.rsplit(maxsplit=1)[-1]):
            return
        taken = self._taken[text.number]
        for span in text.places_of(name):
            near = bisect_left(taken, span.end, key=lambda place: place.start)
            if not any(map(span.overlaps, taken[max(0, near - _NEAR) : near])):
                yield span
