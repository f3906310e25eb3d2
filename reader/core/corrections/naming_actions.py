"""What the reader can say of names: whose a wording is, and that it is nobody else's."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reader.core.analysis.analysis import Analysis
from reader.core.corrections.anchors import Anchor
from reader.core.corrections.finding_again import found_spans
from reader.core.corrections.layer import Correction, Speaker, anchors_of
from reader.core.lexicon.findings import Voice
from reader.core.sources.chain.entities import Form
from reader.core.sources.naming import ActorKind, Naming, NamingLabel
from reader.core.sources.source import Source, by_attribution
from reader.core.sources.voice import VoiceMap
from reader.core.text.spans import Span

_PLACES = 3  # enough to find an actor again


@dataclass(slots=True, eq=False)
class _Actor:
    """An actor while its wordings move."""

    name: str
    kind: ActorKind
    role: str | None
    words: dict[Span, str] = field(default_factory=dict)
    forms: dict[Span, Form] = field(default_factory=dict)

    @classmethod
    def of(cls, naming: Naming) -> "_Actor":
        words = {span: label.text for label in naming.labels for span in label.spans}
        forms = {span: form for form, spans in naming.places.items() for span in spans}
        return cls(naming.actor, naming.kind, naming.role, words, forms)


class CorrectedActors:
    """Holds who is named in which words, and which of it is the reader's work."""

    def __init__(self, actors: Iterable[Naming], text: str) -> None:
        """Take the program's actors and the text they are named in."""
        self._actors = [_Actor.of(naming) for naming in actors]
        self._text = text
        self._moved: dict[Span, None] = {}

    # -- corrections -------------------------------------------------------------------------

    def join(self, correction: Correction) -> bool:
        """Give wordings to an actor."""
        spans = found_spans(correction.places, self._text)
        actor = self._find(correction.speaker)
        if actor is None or not spans:
            return False
        self._move(spans, actor)
        return True

    def part(self, correction: Correction) -> bool:
        """Make wordings an actor of their own."""
        spans = found_spans(correction.places, self._text)
        if not spans:
            return False
        own = _Actor(correction.value or self._plain(spans[0]), "own", None)
        self._move(spans, own)
        self._actors.append(own)
        return True

    def _find(self, speaker: Speaker | None) -> _Actor | None:
        """Return the actor with the same places, else with the same name, or None."""
        if speaker is None:
            return None
        spans = set(found_spans(speaker.mentions, self._text))

        def rank(actor: _Actor) -> tuple[int, bool]:
            return len(spans & actor.words.keys()), actor.name == speaker.name

        best = max(self._actors, key=rank, default=None)
        return best if best is not None and any(rank(best)) else None

    def _move(self, spans: Iterable[Span], actor: _Actor) -> None:
        """Take wordings from whoever has them; who has none left goes with them."""
        for span in spans:
            words = self._plain(span)
            form: Form = "role"
            for other in self._actors:
                if other is not actor and span in other.words:
                    words = other.words.pop(span)
                    form = other.forms.pop(span, "role")
                    if not other.words:
                        actor.forms.update(other.forms)
                        other.forms.clear()
            actor.words.setdefault(span, words)
            actor.forms.setdefault(span, form)
            self._moved[span] = None
        self._actors = [one for one in self._actors if one.words or one is actor]

    def _plain(self, span: Span) -> str:
        return " ".join(span.of(self._text).split())

    # -- the result --------------------------------------------------------------------------

    @property
    def moved(self) -> frozenset[Span]:
        """Return where wordings stand that the reader grouped anew."""
        return frozenset(self._moved)

    def finished(self, voices: VoiceMap, sources: Sequence[Source]) -> tuple[Naming, ...]:
        """Return the actors in reading order, each wording with its voice and speaker."""
        owners = by_attribution(sources)
        named = [_naming(actor, voices, owners) for actor in self._actors if actor.words]
        return tuple(sorted(named, key=lambda item: item.labels[0].spans[0]))


def _naming(actor: _Actor, voices: VoiceMap, owners: Mapping[int, Source]) -> Naming:
    labels: dict[tuple[str, Voice, str | None], list[Span]] = {}
    for span in sorted(actor.words):
        voice, attribution = voices.at(span)
        owner = owners.get(attribution or 0)
        speaker = owner.id if owner and voice != "narrator" else None
        labels.setdefault((actor.words[span], voice, speaker), []).append(span)
    places: dict[Form, list[Span]] = {}
    for span, form in sorted(actor.forms.items()):
        places.setdefault(form, []).append(span)
    return Naming(
        actor.name,
        tuple(
            NamingLabel(words, tuple(spans), voice, speaker)
            for (words, voice, speaker), spans in labels.items()
        ),
        {form: tuple(spans) for form, spans in places.items()},
        actor.kind,
        actor.role,
    )


# To add an action of names: its method above, its name here, and how it is said below.
NAMING_ACTIONS: Mapping[str, Callable[[CorrectedActors, Correction], bool]] = {
    "join-names": CorrectedActors.join,
    "part-names": CorrectedActors.part,
}


def join_names(analysis: Analysis, spans: tuple[Span, ...], actor: Naming) -> Correction:
    """Say that some wordings are an actor's."""
    text = analysis.article.text
    known = [span for label in actor.labels for span in label.spans]
    mentions = tuple(Anchor.at(text, span) for span in known[:_PLACES])
    places = anchors_of(analysis, spans)
    return Correction("join-names", speaker=Speaker(actor.actor, mentions), places=places)


def part_names(analysis: Analysis, spans: tuple[Span, ...], name: str) -> Correction:
    """Say that some wordings are an actor of their own, and how it is called."""
    return Correction("part-names", places=anchors_of(analysis, spans), value=name)
