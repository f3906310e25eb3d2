"""How the article names its actors: every wording, in whose mouth, and in which forms.

Empty where it is not sure: two labels are one actor's only when the text itself joins them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from reader.core.lexicon.findings import Voice
from reader.core.sources.chain.entities import Chains, Entity, Form, Reference, Sort
from reader.core.sources.rivals import RivalGroups, RivalNames
from reader.core.sources.source import Source, by_attribution
from reader.core.sources.voice import VoiceMap
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.spans import Span, edges
from reader.core.text.tokens import TokenTable
from reader.values import frozen

_BRACKET = 3  # tokens of "(BDO)"
ActorKind = Sort | Literal["own"]  # a group whom rival names make one, or the reader's own


@frozen
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


@frozen
class Naming:
    """All wordings that the article uses for one actor.

    Attributes:
        actor: The fullest name; of a group its most frequent wording.
        labels: One for each wording, voice and speaker, in reading order.
        places: Where the actor is meant by full, last or first name, title, role or pronoun.
        kind: A person, a body, a group, or somebody without a name.
        role: What the text says the actor is, or None.
    """

    actor: str
    labels: tuple[NamingLabel, ...]
    places: Mapping[Form, tuple[Span, ...]] = field(default_factory=dict)
    kind: ActorKind = "group"
    role: str | None = None

    @property
    def forms(self) -> Mapping[Form, int]:
        """Return how often the actor is meant in which form."""
        return {form: len(spans) for form, spans in self.places.items()}

    @property
    def is_various(self) -> bool:
        """Tell whether the article has more than one wording for the actor.

        Title and name at one place ("Mayor Ada Renfrew") are no two of them.
        """
        is_once = sum(map(len, self.places.values())) == 1
        return not is_once and len({label.text for label in self.labels}) > 1


def _is_title(tokens: TokenTable, place: int, lists: SourceWords) -> bool:
    is_capital = tokens.words[place][0].isupper()
    return is_capital and tokens.lowers[place] in lists.before_names


@dataclass(slots=True)
class _Actor:
    """An actor with its wordings while they are put together."""

    name: str
    kind: ActorKind
    role: str | None = None
    spans: set[Span] = field(default_factory=set)
    names: set[Span] = field(default_factory=set)
    ends: set[int] = field(default_factory=set)  # characters, without what hangs on a wording
    places: dict[Form, list[Span]] = field(default_factory=dict)

    @property
    def references(self) -> int:
        """Return how often it is meant."""
        return sum(map(len, self.places.values()))

    def add(self, other: "_Actor") -> None:
        """Take over what another one holds."""
        self.spans |= other.spans
        self.names |= other.names
        self.ends |= other.ends
        for form, spans in other.places.items():
            self.places.setdefault(form, []).extend(spans)


def find_actors(
    tokens: TokenTable,
    tags: Sequence[str],
    rivals: RivalNames,
    chains: Chains,
    sources: Iterable[Source],
    voices: VoiceMap,
    lists: SourceWords,
) -> tuple[Naming, ...]:
    """Return the actors that the article names, in reading order.

    Args:
        tokens: The text.
        tags: One Penn tag for each token.
        rivals: Contested names that may be one group's.
        chains: Who is meant where.
        sources: Who speaks.
        voices: Tells whose word each label is.
        lists: The words for titles and bodies.
    """
    actors = [_actor(tokens, entity, lists) for entity in chains.entities]
    groups = RivalGroups(tokens, tags, rivals, lists).found()
    labels = _Labels(tokens.text, voices, sources, lists)
    named = [labels.naming(actor) for actor in _with_rivals(actors, groups) if actor.spans]
    return tuple(sorted(named, key=lambda item: edges(item.labels[0].spans[0])))


def main_actors(actors: Iterable[Naming], sources: Iterable[Source]) -> tuple[Naming, ...]:
    """Return the actors that the article names variously, lets speak, or comes back to."""
    mentions = sorted((span for source in sources for span in source.mentions), key=edges)
    return tuple(
        actor
        for actor in actors
        if actor.is_various or sum(actor.forms.values()) > 1 or _speaks(actor, mentions)
    )


def _speaks(actor: Naming, mentions: Sequence[Span]) -> bool:
    """Tell whether a wording of an actor stands in a mention of a source."""
    for label in actor.labels:
        for span in label.spans:
            near = bisect_right(mentions, span)
            if any(item.overlaps(span) for item in mentions[max(0, near - 1) : near + 1]):
                return True
    return False


def _actor(tokens: TokenTable, entity: Entity, lists: SourceWords) -> _Actor:
    """Return the wordings of an entity; pronouns count as forms, not as wordings."""
    role = next(iter(entity.roles), None)
    actor = _Actor(entity.name if entity.is_named else "", entity.sort, role)
    for reference in entity.references:
        span = tokens.span(reference.first, reference.end)
        actor.places.setdefault(reference.form, []).append(span)
        if reference.form != "pronoun":
            actor.spans.add(tokens.span(reference.first, max(reference.end, reference.reach)))
            actor.ends.add(span.end)
            actor.names |= set(_names_in(tokens, reference, lists))
    return actor


def _names_in(tokens: TokenTable, reference: Reference, lists: SourceWords) -> Iterator[Span]:
    """Yield the bare name in a longer wording, the name with its title, and with its initials."""
    after = [*tokens.words[reference.end : reference.end + _BRACKET], "", "", ""]
    if reference.form == "full" and after[0] == "(" and after[1].isupper() and after[2] == ")":
        yield tokens.span(reference.name, reference.end)
        yield tokens.span(reference.name, reference.end + _BRACKET)
    if reference.form == "full" and after[0].lower() in lists.grammar.after_names:
        yield tokens.span(reference.name, reference.end + 1)  # "Iain Hill KC"
    if reference.form == "full" and reference.first < reference.name < reference.end:
        yield tokens.span(reference.name, reference.end)
        title = reference.name
        while title > reference.first and _is_title(tokens, title - 1, lists):
            title -= 1
        is_office = tokens.words[title - 1][0].isupper()  # "Opposition Leader Bo Lund"
        if title > reference.first and not is_office:
            yield tokens.span(title, reference.end)


def _with_rivals(actors: Sequence[_Actor], groups: Sequence[Sequence[Span]]) -> Iterator[_Actor]:
    """Yield the actors; those whom rival names make one group come together."""
    at = {end: actor for actor in actors for end in actor.ends}
    gone: set[int] = set()
    for spans in groups:
        met = {id(at[span.end]): at[span.end] for span in spans if span.end in at}
        joined = next(iter(met.values()), None)
        if joined is None:
            joined = _Actor("", "group")
            actors = [*actors, joined]
        for number, other in met.items():
            if other is not joined and number not in gone:
                joined.add(other)
                gone.add(number)
        joined.spans.update(span for span in spans if span.end not in joined.ends)
    yield from (actor for actor in actors if id(actor) not in gone)


class _Labels:
    """Makes labels: what they say, in which voice, by whom."""

    def __init__(
        self, text: str, voices: VoiceMap, sources: Iterable[Source], lists: SourceWords
    ) -> None:
        self._text, self._voices = text, voices
        self._owners = by_attribution(sources)
        grammar = lists.grammar
        self._articles = grammar.articles
        self._openings = grammar.definite | grammar.indefinite | grammar.owners

    def naming(self, actor: _Actor) -> Naming:
        """Return the labels of an actor.

        A name inside a longer wording ("Mayor Ada Renfrew") is a wording of its own.
        """
        spans = actor.spans | actor.names
        places: dict[tuple[str, Voice, str | None], list[Span]] = {}
        words: dict[str, str] = {}
        for span in sorted(spans, key=edges):
            shown = self._shown(span)
            key = self._key(shown)
            words.setdefault(key, shown)
            voice, attribution = self._voices.at(span)
            owner = self._owners.get(attribution or 0)
            speaker = owner.id if owner and voice != "narrator" else None
            places.setdefault((key, voice, speaker), []).append(span)
        labels = tuple(
            NamingLabel(words[key], tuple(spans), voice, speaker)
            for (key, voice, speaker), spans in places.items()
        )
        most = max(labels, key=lambda label: len(label.spans))
        meant = {form: tuple(sorted(spans, key=edges)) for form, spans in actor.places.items()}
        return Naming(actor.name or most.text, labels, meant, actor.kind, actor.role)

    def _shown(self, span: Span) -> str:
        """Return a label on one line, its first word small where it only opens a sentence."""
        plain = " ".join(span.of(self._text).split())
        first = plain.partition(" ")[0]
        return plain[0].lower() + plain[1:] if first.lower() in self._openings else plain

    def _key(self, label: str) -> str:
        """Return what two labels share that differ in article and case only."""
        folded = label.casefold()
        first, _, rest = folded.partition(" ")
        return rest if rest and first in self._openings and first in self._articles else folded
