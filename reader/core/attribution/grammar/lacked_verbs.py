"""Verbs that a clause would lack if the tags were right: "the firm claims it is safe"."""

from collections.abc import Callable, Iterator, Set

from reader.core.attribution.grammar.tagged_words import (
    BREAKS,
    MANY,
    NOUNS,
    OPENING,
    PLURALS,
    TaggedWords,
)
from reader.core.text.tagging import FINITE, NAME_TAGS

_STARTS = frozenset({"DT", "PRP$", "NNP", "NNS", "NN", "JJ", "CD"})
PLAIN_STARTS = frozenset({"DT", "PRP$"})  # of what follows "officials fear"; not "state polls"
_OBJECTS = frozenset({"DT", "PRP$", "NNS", "NN", "PRP"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
LONGEST_CLAUSE = 20  # tokens that are looked at on either side
LONGEST_WHEN = 5  # tokens from a verb to its "that", with "on Monday" between them
LONGEST_SUBJECT = 8  # tokens of the subject of what is reported
TAKEN_FOR = {"NNS": "VBZ", "NN": "VBP", "VB": "VBP", "VBN": "VBD", "JJ": "VBD"}


class LackedVerbs:
    """Finds verbs taken for nouns or participles, as a clause has no other finite verb."""

    def __init__(self, text: TaggedWords, is_cue: Callable[[int], bool], starts: Set[int]) -> None:
        """Look at a text.

        Args:
            text: Its words.
            is_cue: Tells of a word whether it is a cue.
            starts: Where its sentences begin.
        """
        self._words, self._lowers, self._tags = text.words, text.lowers, text.tags
        self._grammar, self._is_cue, self._starts = text.grammar, is_cue, starts
        self._places = text.places
        self._auxiliaries = text.grammar.have | text.grammar.be

    def alone(self, place: int, tag: str, before: str) -> str:
        """Return the tag of the verb that a clause would lack: "the firm claims it is safe"."""
        is_subject = before in NOUNS or self._stands_for_somebody(place - 1)
        if before == "," and tag in {"VBN", "JJ"}:
            is_subject = self._closes_apposition(place)
        if before == "," and tag == "NNS" and self._closes_relative(place):
            is_content = self._begins_content(place, tag) or self._reports_where(place)
            is_content = is_content and self._words[place].islower()
            return "VBZ" if is_content and self._is_cue(place) else ""
        if not is_subject or not self._words[place].islower() or not self.agrees(place, tag):
            return ""
        if not self._begins_content(place, tag) or not self._is_cue(place):
            return ""
        return "" if self._has_verb_before(place) else TAKEN_FOR[tag]

    def _closes_apposition(self, place: int) -> bool:
        """Tell whether a name between commas stands before: "the chairman, Ada Hill, debunked"."""
        if self._tags[place - 2] != "NNP":
            return False
        for left in range(place - 2, max(-1, place - LONGEST_CLAUSE), -1):
            if self._tags[left] in FINITE or self._words[left] in {";", ":", "“", '"'}:
                return False
            if left in self._starts:
                return True
        return False

    def _closes_relative(self, place: int) -> bool:
        """Tell whether a clause between commas stands before: "The firm, which …, insists"."""
        for left in range(place - 2, max(0, place - LONGEST_CLAUSE), -1):
            if self._words[left] in BREAKS:
                return self._words[left] == "," and self._tags[left + 1] in _RELATIVE | {"VBN"}
        return False

    def _stands_for_somebody(self, place: int) -> bool:
        """Tell whether a small word may be a subject: "another suggested that", "both fear"."""
        is_small = self._tags[place] in {"DT", "CD"} and self._lowers[place] in self._grammar.some
        own = self._tags[place] == "VBG" and self._tags[place - 1] in {"PRP$", "DT"}
        return is_small or own  # "familiar with its thinking said"

    def agrees(self, place: int, tag: str) -> bool:
        """Tell whether the noun before may be its subject: "firm claims", "villagers say"."""
        if tag in {"VBN", "JJ"}:
            return tag == "VBN" or self._words[place].endswith(self._grammar.past_endings)
        before = place - 1
        many = self._tags[before] in MANY or self._lowers[before].endswith(self._grammar.plurals)
        many = many or self._lowers[before] in self._grammar.pairs or self._is_of_many(place, tag)
        many = many or (tag == "NN" and self._tags[before - 1] == "CC")  # "book and film blame"
        is_body = tag != "NNS" and self._lowers[before] in self._grammar.collectives
        if is_body and self._lowers[place + 1] in self._grammar.clause_links:
            return True  # "the team report that"
        is_team = tag != "NNS" and self._tags[before] == "NNP"  # "Dunmere fear he is hurt"
        return is_team or many is (tag != "NNS")

    def _is_of_many(self, place: int, tag: str) -> bool:
        """Tell whether a plural is the subject: "records from the council show"."""
        if tag not in {"NN", "VB"}:
            return False
        for left in range(place - 1, max(-1, place - LONGEST_SUBJECT), -1):
            if self._tags[left] in PLURALS and self._tags[left + 1] in {"IN", "VBN"}:
                return True
            if self._words[left] in BREAKS or self._tags[left] in FINITE:
                return False
        return False

    def _begins_content(self, place: int, tag: str) -> bool:
        """Tell whether what is said or thought begins behind a word."""
        start = place + 1
        lower, following = self._lowers[start], self._tags[start]
        if self._words[start] in OPENING:
            return True
        if lower in self._grammar.clause_links:
            is_compound = tag == "NN" and self._tags[place - 1] == "NNP"  # "the Ohio debate that"
            is_open = self._tags[start + 1] not in FINITE
            return is_open and (not is_compound or self._is_of_many(place, tag))
        is_past = tag in {"VBN", "JJ"}
        if following == "TO" or (following == "IN" and lower in self._grammar.topics):
            is_small = self._lowers[place - 1] in self._grammar.some
            is_open = is_past if following == "TO" else is_small and tag in {"NN", "VB"}
            is_whole = following == "IN" or self._tags[start + 1] == "VB"
            return is_open and is_whole and not self._finite_within(start, LONGEST_CLAUSE)
        if following == "VBG" and tag == "NN" and self._tags[place - 1] == "NNS":
            return place - 1 in self._starts  # "Neighbours report hearing shots"
        starts = PLAIN_STARTS if tag == "NN" else _STARTS
        is_subject = lower in self._grammar.subject_pronouns or following in starts
        if is_subject and self._finite_within(start + 1, LONGEST_SUBJECT):
            return True
        is_bare = tag in {"VBN", "VB", "JJ"}
        is_object = following in _OBJECTS and is_bare
        return is_object and not self._finite_within(start, LONGEST_CLAUSE)

    def _reports_where(self, place: int) -> bool:
        """Tell whether "that" follows where it is reported: "reports in Science that"."""
        near = self._lowers[place + 2 : place + LONGEST_WHEN]
        is_where = self._tags[place + 1] == "IN" and "," not in near
        return is_where and not self._grammar.clause_links.isdisjoint(near)

    def _finite_within(self, start: int, length: int) -> bool:
        for place in range(start, start + length):
            if self._tags[place] in FINITE:
                return True
            if self._words[place] in BREAKS:
                break
        return False

    def _has_verb_before(self, place: int) -> bool:
        """Tell whether the clause has a finite verb before a word, or none can be told."""
        for left in range(place - 1, max(-1, place - LONGEST_CLAUSE), -1):
            if self._tags[left] in FINITE or self._lowers[left] in self._auxiliaries:
                return True
            if self._words[left] in BREAKS or left in self._starts:
                return False
        return place >= LONGEST_CLAUSE

    def _is_bare(self, place: int) -> bool:
        """Tell whether a participle is the only verb: "familiar with its thinking said that"."""
        is_noun = self._tags[place - 1] in NOUNS or self._stands_for_somebody(place - 1)
        return is_noun and self._is_cue(place) and not self._has_verb_before(place)

    def before_that(self) -> Iterator[tuple[int, str]]:
        """Yield the verbs before "that" which look like nouns: "traders fear that", ", show that".

        A participle there is a past form: "traders feared that".
        """
        for that in self._places.of(self._grammar.clause_links):
            tag, before = self._tags[that - 1], self._tags[that - 2]
            if tag == "VBZ" and that - 1 in self._starts:
                yield that - 1, "NNS"  # "Claims that the vault is empty"
            if that < 2 or not self._words[that - 1].islower():
                continue
            is_many = before in MANY and (before != "CD" or self._tags[that - 3] == "IN")
            is_verb = tag in {"NN", "VB"} and self._is_cue(that - 1)
            if tag == "NNS" and before == "WDT" and self._is_cue(that - 1):
                yield that - 1, "VBZ"  # "a report which states that"
            elif is_verb and (is_many or self._words[that - 2] == ","):
                yield that - 1, "VBP"
            elif tag == "VBN" and (before in MANY | NAME_TAGS or self._is_bare(that - 1)):
                yield that - 1, "VBD"
            elif tag == "NN" and self._lowers[that - 2] in self._grammar.nor:
                yield that - 1, "VB"  # "neither confirm nor deny that"
