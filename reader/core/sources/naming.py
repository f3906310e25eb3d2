"""How the article names its actors: every wording, in whose mouth, and in which forms.

Empty where it is not sure: two labels are one actor's only when the text itself joins them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reader.core.lexicon.findings import Voice
from reader.core.sources.chain.entities import Chains, Entity, Form
from reader.core.sources.rivals import RivalGroups, RivalNames
from reader.core.sources.source import Source, by_attribution
from reader.core.sources.voice import VoiceMap
from reader.core.sources.words import SourceWords
from reader.core.text.spans import Span
from reader.core.text.tokens import TokenTable


@dataclass(frozen=True, slots=True)
class NamingLabel:
    """One wording used for an actor, by one speaker.

    Attributes:
        text: The words.
        spans: Where they stand.
        voice: Whether the narrator uses them or somebody else.
        speaker: The id of the source that uses them, or None.
    """

    text: str
    spans: tuple[Span, ...]
    voice: Voice
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """All wordings that the article uses for one actor.

    Attributes:
        actor: The fullest name; of a group its most frequent wording.
        labels: One for each wording, voice and speaker, in reading order.
        forms: How often the actor is meant by full, last or first name, title, role or pronoun.
    """

    actor: str
    labels: tuple[NamingLabel, ...]
    forms: Mapping[Form, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Actor:
    """An actor with its wordings while they are put together."""

    name: str
    spans: set[Span] = field(default_factory=set)
    names: set[Span] = field(default_factory=set)
    forms: Counter[Form] = field(default_factory=Counter)

    def add(self, other: "_Actor") -> None:
        """Take over what another one holds."""
        self.spans |= other.spans
        self.names |= other.names
        self.forms += other.forms


def find_naming(
    tokens: TokenTable,
    tags: Sequence[str],
    rivals: RivalNames,
    chains: Chains,
    sources: Iterable[Source],
    voices: VoiceMap,
    lists: SourceWords,
) -> tuple[Naming, ...]:
    """Return the actors that the article names in more than one way, in reading order.

    Args:
        tokens: The text.
        tags: One Penn tag for each token.
        rivals: Contested names that may be one group's.
        chains: Who is meant where.
        sources: Who speaks.
        voices: Tells whose word each label is.
        lists: The words for titles and bodies.
    """
    actors = [_actor(tokens, entity) for entity in chains.entities]
    groups = RivalGroups(tokens, tags, rivals, lists).found()
    labels = _Labels(tokens.text, voices, sources, lists)
    named = (labels.naming(actor) for actor in _with_rivals(actors, groups))
    several = [item for item in named if item is not None]
    return tuple(sorted(several, key=lambda item: item.labels[0].spans[0]))


def _actor(tokens: TokenTable, entity: Entity) -> _Actor:
    """Return the wordings of an entity; pronouns count as forms, not as wordings."""
    actor = _Actor(entity.name if entity.is_named else "")
    actor.forms.update(entity.forms())
    for reference in entity.references:
        if reference.form != "pronoun":
            actor.spans.add(tokens.span(reference.first, reference.end))
            if reference.form == "full" and reference.first < reference.name < reference.end:
                actor.names.add(tokens.span(reference.name, reference.end))
    return actor


def _with_rivals(actors: Sequence[_Actor], groups: Sequence[Sequence[Span]]) -> Iterator[_Actor]:
    """Yield the actors; those whom rival names make one group come together."""
    at = {span.end: actor for actor in actors for span in actor.spans}
    gone: set[int] = set()
    for spans in groups:
        met = {id(at[span.end]): at[span.end] for span in spans if span.end in at}
        joined = next(iter(met.values()), None)
        if joined is None:
            joined = _Actor("")
            actors = [*actors, joined]
        for number, other in met.items():
            if other is not joined and number not in gone:
                joined.add(other)
                gone.add(number)
        known = {span.end for span in joined.spans}
        joined.spans.update(span for span in spans if span.end not in known)
    yield from (actor for actor in actors if id(actor) not in gone)


class _Labels:
    """Makes labels: what they say, in which voice, by whom."""

    def __init__(
        self, text: str, voices: VoiceMap, sources: Iterable[Source], lists: SourceWords
    ) -> None:
        self._text, self._voices = text, voices
        self._owners = by_attribution(sources)
        grammar = lists.grammar
        self._openings = grammar.definite | grammar.indefinite | grammar.owners

    def naming(self, actor: _Actor) -> Naming | None:
        """Return the labels of an actor, or None where there is but one wording.

        A name inside a longer wording ("Mayor Ada Renfrew") is a wording of its own where the
        actor is met more than once.
        """
        spans = actor.spans if actor.forms.total() < 2 else actor.spans | actor.names
        if len({self._key(self._shown(span)) for span in spans}) < 2:
            return None
        places: dict[tuple[str, Voice, str | None], list[Span]] = {}
        words: dict[str, str] = {}
        for span in sorted(actor.spans | actor.names):
            shown = self._shown(span)
            words.setdefault(self._key(shown), shown)
            voice, attribution = self._voices.at(span)
            owner = self._owners.get(attribution or 0)
            speaker = owner.id if owner and voice != "narrator" else None
            places.setdefault((self._key(shown), voice, speaker), []).append(span)
        labels = tuple(
            NamingLabel(words[key], tuple(spans), voice, speaker)
            for (key, voice, speaker), spans in places.items()
        )
        most = max(labels, key=lambda label: len(label.spans))
        return Naming(actor.name or most.text, labels, dict(actor.forms))

    def _shown(self, span: Span) -> str:
        """Return a label on one line, its first word small where it only opens a sentence."""
        plain = " ".join(span.of(self._text).split())
        first = plain.partition(" ")[0]
        return plain[0].lower() + plain[1:] if first.lower() in self._openings else plain

    def _key(self, label: str) -> str:
        """Return what two labels share that differ in article and case only."""
        first, _, rest = label.casefold().partition(" ")
        return (
            rest if rest and first in self._openings and first in _ARTICLES else label.casefold()
        )


_ARTICLES = frozenset(("the", "a", "an"))
