"""Who speaks, and what each article lets them say."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from reader.core.across.comparison.actors.members import Joined
from reader.core.across.comparison.compared_text import ComparedText
from reader.core.across.comparison.comparison import ComparedSource, SourcePart
from reader.core.analysis.summary import said_by_source
from reader.core.attribution import Attribution
from reader.core.sources.source import Source
from reader.core.sources.words.reference_words import ReferenceWords, without_opening
from reader.core.text.spans import Span

_ARTICLE = 5  # characters that an article takes before a name
SourceKey = tuple[int, str]  # the number of the article and the id of the source


class JoinedSources:
    """Tells which sources of the articles are one: those that are one actor, as far as is sure.

    Attributes:
        numbers: A number for each source, the same for those that are one.
    """

    def __init__(self, texts: Sequence[ComparedText], joined: Sequence[Joined]) -> None:
        self._texts, self._joined = texts, joined
        self._said = [said_by_source(text.analysis) for text in texts]
        self._actor_at = [_places(joined, text.number) for text in texts]
        self.numbers: dict[SourceKey, int] = {}
        keys: dict[object, int] = {}
        for text in texts:
            taken: set[object] = set()
            for source in text.analysis.sources:
                place: SourceKey = (text.number, source.id)
                told = self._told(text, source)
                key = place if told is None or told in taken else told
                taken.add(key)
                self.numbers[place] = keys.setdefault(key, len(keys))

    def _told(self, text: ComparedText, source: Source) -> object:
        """Return what a source has in common with the same one of another article, or None."""
        if not source.is_resolved:
            return None
        actor = self._actor_of(text, source)
        if actor is not None:
            return actor
        grammar = text.analysis.language_data.lists(ReferenceWords)
        name = without_opening((source.name or "").lower(), grammar.name_openers)
        is_sure = source.identification in {"named", "named-with-role"} and " " in name
        return name if is_sure else None

    def _actor_of(self, text: ComparedText, source: Source) -> int | None:
        """Return the number of the actor that a source is: of that name, or at its beginning."""
        places = self._actor_at[text.number]
        first: int | None = None
        for mention in source.mentions:
            begin = bisect_left(places, mention.start, key=lambda place: place[0].start)
            end = bisect_left(places, mention.end, key=lambda place: place[0].start)
            for span, number, name in places[begin:end]:
                if name == source.name:
                    return number
                is_owner = text.is_owner(span)
                if first is None and span.start - mention.start < _ARTICLE and not is_owner:
                    first = number
        return first

    def compared(self) -> tuple[ComparedSource, ...]:
        """Return who speaks: those of most articles first, then those with the most words."""
        found: dict[int, list[tuple[ComparedText, Source]]] = {}
        for text in self._texts:
            for source in text.analysis.sources:
                number = self.numbers[text.number, source.id]
                found.setdefault(number, []).append((text, source))
        rows = [self._row(parts) for parts in found.values()]
        return tuple(
            sorted(rows, key=lambda row: (-len(row.parts), -sum(part.words for part in row.parts)))
        )

    def _row(self, parts: Sequence[tuple[ComparedText, Source]]) -> ComparedSource:
        """Return what the articles let one source say, under its fullest name."""
        actors = {self._told(text, source) for text, source in parts}
        number = next((actor for actor in actors if isinstance(actor, int)), None)
        named = self._joined[number].fullest.naming.actor if number is not None else None
        names = [source.name for _, source in parts if source.name]
        told = [source.role for _, source in parts]
        if number is not None:
            told = [member.naming.role for member in self._joined[number].members]
        role = min(filter(None, told), key=len, default=None)
        compared = tuple(
            _part(text, source, self._said[text.number][source.id]) for text, source in parts
        )
        return ComparedSource(named or max(names, key=len, default=None), role, compared)


def _places(joined: Sequence[Joined], article: int) -> list[tuple[Span, int, str]]:
    """Return where actors of an article are meant, with their number and name, in order."""
    found = [
        (span, number, member.naming.actor)
        for number, group in enumerate(joined)
        for member in group.members
        if member.article == article
        for spans in member.naming.places.values()
        for span in spans
    ]
    return sorted(found)


def _part(text: ComparedText, source: Source, said: Sequence[Attribution]) -> SourcePart:
    cues: dict[str, list[Span]] = {}
    for item in said:
        if item.cue:
            cue = " ".join(item.cue[0].of(text.text).lower().split())
            cues.setdefault(cue, []).append(_extent(item))
    used = sorted(cues.items(), key=lambda one: -len(one[1]))
    return SourcePart(
        article=text.number,
        words=source.words,
        verbs=tuple(cue for cue, _ in used),
        spans=source.mentions,
        said=tuple(_extent(item) for item in said),
        by_verb=tuple(tuple(spans) for _, spans in used),
        indirect=tuple(_extent(item) for item in said if item.form == "indirect"),
    )


def _extent(item: Attribution) -> Span:
    spans = (*item.source, *item.cue, *item.content)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def speaker_numbers(joined: JoinedSources, text: ComparedText) -> Mapping[int, int]:
    """Return the number of who says each attribution of an article, by the attribution's id."""
    return {
        attribution: joined.numbers[text.number, source.id]
        for attribution, source in text.speakers.items()
    }
