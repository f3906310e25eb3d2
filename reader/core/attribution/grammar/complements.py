"""What may follow a verb that reports: a clause, a thing, an infinitive, a preposition."""

from reader.core.attribution.attributions import Kind
from reader.core.attribution.cue_list import Cue
from reader.core.attribution.words import ReportingVerbs

_OF_CLASS = {
    "neutral": "cpr",
    "formal": "cni",
    "argument": "c",
    "endorsing": "cn",
    "distancing": "cnip",
    "conceding": "cnp",
    "insisting": "cnp",
    "attack": "np",
    "blame": "npq",
    "approval": "n",
    "naming": "n",
    "asking": "nipq",
    "manner": "c",
    "mind": "cip",
    "counter-factive": "cn",
    "showing": "cn",
    "refusal": "",
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

    def frames_of(self, cue: Cue) -> str:
        """Return what may follow a verb: c(lause), n(oun), i(nfinitive), p(reposition) and others.

        A q is an indirect question, an r an answer in the place of what was said, an s the topic
        of a state, a w a noun for the words themselves.
        """
        phrase = cue.phrase
        if phrase in self._verbs.takes_clause:
            return "c"
        if phrase in self._verbs.alone:
            return "p" if phrase in self._verbs.alone_with_topic else ""
        clause_frame = "c" if phrase in self._verbs.also_clause else ""
        if phrase in self._verbs.takes_no_object:
            return class_frames(cue).replace("n", "") + clause_frame
        object_frame = "n" if phrase in self._verbs.takes_object else ""
        word_frame = "w" if phrase in self._verbs.takes_words else ""
        state_frame = "s" if phrase.startswith("be ") else ""
        return class_frames(cue) + clause_frame + object_frame + state_frame + word_frame


def class_frames(cue: Cue) -> str:
    """Return what may follow the verbs of a class; single verbs may differ."""
    return _OF_CLASS.get(cue.verb_class, "")
