"""What the reader can say of a source, and what becomes of the sources then."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from reader.core.analysis.analysis import Analysis
from reader.core.attribution.attributions import Attribution
from reader.core.corrections.finding_again import find_source
from reader.core.corrections.layer import Correction, Speaker, speaker_of
from reader.core.sources.source import Identification, Source, SourceKind
from reader.core.sources.words.reference_words import ReferenceWords
from reader.core.text.spans import Span, apart
from reader.core.text.tokens import TokenTable

_GRADES: tuple[Identification, ...] = get_args(Identification)
_SOURCE_KINDS: dict[str, SourceKind] = {str(kind): kind for kind in get_args(SourceKind)}


class CorrectedSources:
    """Holds who speaks, and which of it is the reader's work."""

    def __init__(self, analysis: Analysis, attributions: Mapping[int, Attribution]) -> None:
        """Take the program's sources.

        Args:
            analysis: Its work on the article.
            attributions: By their ids; followed as they change.
        """
        self._sources = {source.id: source for source in analysis.sources}
        self._attributions = attributions
        self._text = analysis.article.text
        grammar = analysis.language_data.lists(ReferenceWords)
        self._pronouns = grammar.he | grammar.she | grammar.it | grammar.they
        self._pronouns |= grammar.speaker | grammar.relative
        self._openers = grammar.definite | grammar.indefinite | grammar.many
        self._changed: set[str] = set()
        self._sides: dict[str, int] = {}
        self._side_names = {1: "", 2: ""}
        self._next = len(self._sources) + 1

    def find(self, speaker: Speaker | None) -> Source | None:
        """Return the source that a correction speaks of."""
        if speaker is None:
            return None
        attributions = tuple(self._attributions.values())
        return find_source(speaker, tuple(self._sources.values()), attributions, self._text)

    def owner(self, attribution: Attribution) -> Source | None:
        """Return the source of an attribution."""
        owners = (item for item in self._sources.values() if attribution.id in item.attributions)
        return next(owners, None)

    # -- corrections -------------------------------------------------------------------------

    def merge(self, correction: Correction) -> bool:
        """Join two sources; the one that is better identified gives the name."""
        kept, joined = self.find(correction.speaker), self.find(correction.other)
        if kept is None or joined is None or kept is joined:
            return False
        best = min(kept, joined, key=lambda source: _GRADES.index(source.identification))
        self._sources[kept.id] = replace(
            best,
            id=kept.id,
            kind=best.kind if best.kind != "unclear" else kept.kind,
            mentions=apart((*kept.mentions, *joined.mentions)),
            attributions=tuple(sorted({*kept.attributions, *joined.attributions})),
            anonymity_reason=kept.anonymity_reason or joined.anonymity_reason,
        )
        del self._sources[joined.id]
        side = self._sides.pop(joined.id, 0)
        if side:
            self._sides.setdefault(kept.id, side)
        self._changed.add(kept.id)
        return True

    def split(self, attribution: Attribution | None) -> bool:
        """Give an attribution a source of its own."""
        owner = self.owner(attribution) if attribution else None
        if attribution is None or owner is None or len(owner.attributions) < 2:
            return False
        mention = attribution.source[:1]
        name = " ".join(mention[0].of(self._text).split()) if mention else ""
        made = self.make(name, mention)
        self._sources[made.id] = replace(made, kind=owner.kind)
        self.move(attribution, made.id)
        return True

    def set_kind(self, correction: Correction) -> bool:
        """Say what kind of source it is."""
        source, kind = self.find(correction.speaker), _SOURCE_KINDS.get(correction.value)
        if source is None or kind is None:
            return False
        self._sources[source.id] = replace(source, kind=kind)
        self._changed.add(source.id)
        return True

    def set_side(self, correction: Correction) -> bool:
        """Put a source on a side, or on none."""
        source = self.find(correction.speaker)
        if source is None:
            return False
        self._sides[source.id] = int(correction.value)
        return True

    def name_side(self, correction: Correction) -> bool:
        """Give a side its name."""
        side, _, name = correction.value.partition(" ")
        self._side_names[int(side)] = name
        return True

    def _grade(self, name: str) -> Identification:
        """Return how well mere words tell who it is: a capital letter makes a name."""
        if not name or name.lower() in self._pronouns:
            return "unnamed"
        words = name.split()
        words = words[1:] if words[0].lower() in self._openers else words
        return "named" if any(word[0].isupper() for word in words) else "described"

    # -- moving ------------------------------------------------------------------------------

    def make(self, name: str, mentions: Sequence[Span]) -> Source:
        """Return a source that the program did not know, described by its own words."""
        while f"s{self._next}" in self._sources:
            self._next += 1
        source = Source(
            id=f"s{self._next}",
            name=name or None,
            role=None,
            identification=self._grade(name),
            kind="unclear",
            mentions=tuple(mentions),
            attributions=(),
            words=0,
            is_resolved=name.lower() not in self._pronouns,
        )
        self._next += 1
        self._sources[source.id] = source
        self._changed.add(source.id)
        return source

    def move(self, attribution: Attribution, source_id: str) -> None:
        """Give an attribution to a source; its mention leaves the source it had."""
        owner = self.owner(attribution)
        if owner is not None and owner.id != source_id:
            self._leave(owner, attribution)
        source = self._sources[source_id]
        numbers = tuple(sorted({*source.attributions, attribution.id}))
        self._sources[source_id] = replace(source, attributions=numbers)
        self._changed.add(source_id)

    def _leave(self, owner: Source, attribution: Attribution) -> None:
        others = tuple(number for number in owner.attributions if number != attribution.id)
        named = {span for number in others for span in self._attributions[number].source}
        gone = {span for span in attribution.source if span not in named}
        mentions = tuple(span for span in owner.mentions if span not in gone)
        self._sources[owner.id] = replace(owner, attributions=others, mentions=mentions)
        self._changed.add(owner.id)

    def drop(self, attribution: Attribution) -> None:
        """Take an attribution from its source."""
        owner = self.owner(attribution)
        if owner is not None:
            rest = tuple(number for number in owner.attributions if number != attribution.id)
            self._sources[owner.id] = replace(owner, attributions=rest)

    # -- the result --------------------------------------------------------------------------

    def finished(
        self, attributions: Sequence[Attribution], tokens: TokenTable
    ) -> tuple[Source, ...]:
        """Return the sources that still speak, their words counted again."""
        said = {item.id: item.content for item in attributions if item.is_counted}
        return tuple(
            replace(
                source,
                words=sum(
                    _word_count(tokens, span)
                    for number in source.attributions
                    for span in said.get(number, ())
                ),
            )
            for source in self._sources.values()
            if source.attributions
        )

    def changed(self, there: Sequence[Source]) -> frozenset[str]:
        """Return the ids of those sources that the reader changed."""
        return frozenset(source.id for source in there if source.id in self._changed)

    def sides(self, there: Sequence[Source]) -> tuple[tuple[str, int], ...]:
        """Return the side of each of those sources that has one."""
        found = ((source.id, self._sides.get(source.id, 0)) for source in there)
        return tuple((source_id, side) for source_id, side in found if side)

    @property
    def side_names(self) -> tuple[str, str]:
        """Return what the reader calls the sides."""
        return self._side_names[1], self._side_names[2]


def _word_count(tokens: TokenTable, span: Span) -> int:
    return sum(tokens.words[index][0].isalnum() for index in tokens.tokens_in(span))


# To add an action of sources: its method above, its name here, and how it is said below.
SOURCE_ACTIONS: Mapping[str, Callable[[CorrectedSources, Correction], bool]] = {
    "merge-sources": CorrectedSources.merge,
    "set-source-kind": CorrectedSources.set_kind,
    "set-side": CorrectedSources.set_side,
    "name-side": CorrectedSources.name_side,
}


def merge_sources(analysis: Analysis, kept: Source, joined: Source) -> Correction:
    """Say that two sources are one."""
    return Correction(
        "merge-sources",
        speaker=speaker_of(analysis, kept),
        other=speaker_of(analysis, joined),
    )


def set_source_kind(analysis: Analysis, source: Source, kind: SourceKind) -> Correction:
    """Say what kind of source it is."""
    return Correction("set-source-kind", speaker=speaker_of(analysis, source), value=kind)


def set_side(analysis: Analysis, source: Source, side: int) -> Correction:
    """Put a source on side 1 or 2, or on none with 0."""
    return Correction("set-side", speaker=speaker_of(analysis, source), value=str(side))


def name_side(side: int, name: str) -> Correction:
    """Give side 1 or 2 a name."""
    return Correction("name-side", value=f"{side} {' '.join(name.split())}".strip())
