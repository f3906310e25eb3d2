"""What may follow a verb that reports: a clause, a thing, an infinitive, a preposition."""

from collections.abc import Mapping
from typing import Literal

from reader.core.attribution.attributions import Kind
from reader.core.attribution.cue_list import Cue
from reader.core.attribution.words import ReportingVerbs

# What may follow a verb. An answer stands in the place of what was said ("said so"), a state has
# its topic behind it ("is angry with"), words are a noun for what was said ("said the same").
Frame = Literal[
    "clause", "noun", "infinitive", "preposition", "question", "answer", "state", "words"
]
Frames = frozenset[Frame]


_NONE: Frames = frozenset()
_CLAUSE: Frames = frozenset({"clause"})
_TOPIC: Frames = frozenset({"preposition"})
_NOUN: Frames = frozenset({"noun"})
_STATE: Frames = frozenset({"state"})
_WORDS: Frames = frozenset({"words"})
_TO_DO: Frames = frozenset({"noun", "infinitive", "preposition"})
_OF_CLASS: Mapping[str, Frames] = {
    "neutral": _CLAUSE | _TOPIC | {"answer"},
    "formal": _CLAUSE | _NOUN | {"infinitive"},
    "argument": _CLAUSE,
    "endorsing": _CLAUSE | _NOUN,
    "distancing": _CLAUSE | _TO_DO,
    "conceding": _CLAUSE | _NOUN | _TOPIC,
    "insisting": _CLAUSE | _NOUN | _TOPIC,
    "attack": _NOUN | _TOPIC,
    "blame": _NOUN | _TOPIC | {"question"},
    "approval": _NOUN,
    "naming": _NOUN,
    "asking": _TO_DO | {"question"},
    "manner": _CLAUSE,
    "mind": _CLAUSE | _TOPIC | {"infinitive"},
    "counter-factive": _CLAUSE | _NOUN,
    "showing": _CLAUSE | _NOUN,
}


class Complements:
    """Knows what the verbs of a class report with, and the verbs that differ from it."""

    def __init__(self, verbs: ReportingVerbs) -> None:
        self._verbs = verbs

    def kind_of(self, cue: Cue) -> Kind:
        """Return whether a cue reports speech or thought."""
        is_thought = cue.verb_class == "mind" or cue.phrase in self._verbs.thought
        return "thought" if is_thought else "speech"

    def is_addressed(self, cue: Cue) -> bool:
        """Tell whether a verb names the one it is said to: "told reporters that"."""
        return cue.phrase in self._verbs.addressed

    def is_impersonal(self, cue: Cue) -> bool:
        """Tell whether the subject of a verb names nobody: "it emerged that"."""
        return cue.phrase in self._verbs.impersonal

    def names_hearer(self, cue: Cue) -> bool:
        """Tell whether the subject of a verb in the passive was spoken to: "he was told"."""
        return cue.phrase in self._verbs.names_hearer

    def needs_object(self, cue: Cue) -> bool:
        """Tell whether a verb reports nothing without an object: "accused of lying"."""
        return cue.phrase in self._verbs.transitive

    def is_alone(self, cue: Cue) -> bool:
        """Tell whether a verb reports beside a quotation or a clause only: "he went on"."""
        return cue.phrase in self._verbs.alone

    def frames_of(self, cue: Cue) -> Frames:
        """Return what may follow a verb."""
        phrase = cue.phrase
        if phrase in self._verbs.takes_clause:
            return _CLAUSE
        if phrase in self._verbs.alone:
            return _TOPIC if phrase in self._verbs.alone_with_topic else _NONE
        frames = class_frames(cue)
        if phrase in self._verbs.also_clause:
            frames |= _CLAUSE
        if phrase in self._verbs.takes_no_object:
            return frames - _NOUN
        if phrase in self._verbs.takes_object:
            frames |= _NOUN
        if phrase in self._verbs.takes_words:
            frames |= _WORDS
        return frames | _STATE if cue.is_state else frames


def class_frames(cue: Cue) -> Frames:
    """Return what may follow the verbs of a class; single verbs may differ."""
    return _OF_CLASS.get(cue.verb_class, _NONE)
